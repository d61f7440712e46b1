#!/usr/bin/env python3
"""Sets up VCS Desktop beside its source and opens it.

    python3 installers/start.py            set up if need be, then open the window
    python3 installers/start.py WORDS ...  the same, then run ``vcs-desktop WORDS ...``
    python3 installers/start.py --test     set up if need be, then run every check and test
    python3 installers/start.py --service WORDS ...   set up what the service for groups
                                           needs too, then run ``vcs-service WORDS ...``

One file and the standard library only. An old Python must understand it far enough to say
what is wrong, so it is written for Python 3.6.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional, Sequence

OLDEST, NEWEST = (3, 11), (3, 13)
ROOT = Path(__file__).resolve().parent.parent
LOCKS = {"run": "requirements-lock.txt"}
LOCKS.update((each, "requirements-lock-%s.txt" % each) for each in ("test", "service"))
BYTES_NEEDED = 1500 * 1000 * 1000
CANNOT_GO_ON = 2
ASKED = {"library", "sync", "sheet", "group", "application", "outbox", "tour", "check"}

# What Qt needs from Debian and Ubuntu: first to run at all, then to show a window under X.
QT_NEEDS = ["libegl1", "libgl1", "libxkbcommon0", "libfontconfig1", "libdbus-1-3", "libglib2.0-0"]
QT_NEEDS_UNDER_X = [
    "libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0",
    "libxcb-xinerama0", "libxcb-xkb1", "libxcb-randr0", "libxcb-render-util0", "libxcb-image0",
    "libxcb-sync1", "libxcb-xfixes0", "libx11-xcb1",
]  # fmt: skip
# One test listens to the window as a screen reader does, with the computer's own Python.
LISTENING_NEEDS = ["xvfb", "dbus", "at-spi2-core", "gir1.2-atspi-2.0", "python3-gi"]
TRY_LISTENING = (
    "import gi, shutil; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi; "
    "needs = ['Xvfb', 'dbus-run-session', 'dbus-update-activation-environment']; "
    "needs.append('/usr/libexec/at-spi-bus-launcher'); "
    "print(all(map(shutil.which, needs)))"
)
TRY_QT = "import PySide6.QtWidgets, PySide6.QtNetwork, PySide6.QtSvg"
TRY_QT_UNDER_X = (
    "import ctypes, pathlib, PySide6.QtGui as gui; "
    "ctypes.CDLL(str(next(pathlib.Path(gui.__file__).parent.rglob('libqxcb.so'))))"
)

TRY_ENVIRONMENT = (
    "import sys, importlib.util as find; "
    "print(%r <= sys.version_info[:2] <= %r and find.find_spec('pip') is not None)"
) % (OLDEST, NEWEST)

# What pip says, what it means, and what to do about it.
PIP_TROUBLES = (
    (
        ("No space left on device", "not enough space", "Errno 28"),
        "There is not enough room on this disk.",
        "Free about 1.5 GB, then run this again.",
    ),
    (
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "do not match the hashes"),
        "A download is not what it should be, so nothing of it was used.",
        "Run this again. If it happens again, tell whoever looks after your network.",
    ),
    (
        ("NewConnectionError", "name resolution", "timed out", "Could not find a", "SSLError"),
        "A part of the app could not be fetched.",
        "Check that this computer is online, then run this again.",
    ),
)


class Trouble(Exception):
    """Something that stops us, in words, with what to do about it."""

    def __init__(self, what: str, advice: str = "") -> None:
        super().__init__("\n".join(line for line in (what, advice) if line))


def say(words: str) -> None:
    """Tell the person; the output is left to the app's own answer."""
    print(words, file=sys.stderr)
    sys.stderr.flush()


def main(words: List[str]) -> int:
    """Do what the words say and return the exit code."""
    try:
        python = suitable_python()
        if python != sys.executable:
            return subprocess.call([python, str(Path(__file__).resolve()), *words])
        purpose = {"--test": "test", "--service": "service"}.get("".join(words[:1]), "run")
        home = Home(ROOT)
        home.set_up(purpose)
        if purpose == "test":
            return subprocess.call([str(home.python), str(ROOT / "tests" / "every_check.py")])
        if purpose == "service":
            service = "vcs_desktop.app.service_entry"
            return subprocess.call([str(home.python), "-m", service, *words[1:]])
        return open_app(home, words)
    except Trouble as trouble:
        say("\n%s" % trouble)
        return CANNOT_GO_ON
    except KeyboardInterrupt:
        return 130


# --- Python ---------------------------------------------------------------------------------


def is_suitable(version: Sequence[int]) -> bool:
    """Return whether the app runs on this version of Python."""
    return OLDEST <= tuple(version) <= NEWEST


def suitable_python() -> str:
    """Return the path of a Python that can run the app; this one if it can.

    Raises:
        Trouble: there is none and none can be installed from here.
    """
    if is_suitable(sys.version_info[:2]):
        return sys.executable
    found = python_on_path()
    if found is None and can_install():
        number = package_with_python(is_packaged)
        if number is not None:
            install(["python" + number, "python" + number + "-venv"], "a Python that fits")
            found = python_on_path()
    if found is None:
        raise Trouble(
            "This is Python %d.%d. VCS Desktop needs Python 3.11, 3.12 or 3.13."
            % sys.version_info[:2],
            "Get it with: %s" % how_to_get_python(),
        )
    return found


def python_on_path() -> Optional[str]:
    """Return a suitable Python that is installed beside this one, newest first, or None."""
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        path = shutil.which("python3.%d" % minor)
        # What stands on the path may be a stand-in for a Python that is not there.
        if path and said_by([path, "-c", "print(3)"]) == "3":
            return path
    return None


def package_with_python(is_there: Callable[[str], bool]) -> Optional[str]:
    """Return the newest suitable version that apt offers, such as "3.12", or None."""
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        if is_there("python3.%d-venv" % minor):
            return "3.%d" % minor
    return None


def how_to_get_python() -> str:
    """Return the command that installs a suitable Python here, or where to get one."""
    if sys.platform == "win32":
        return "winget install Python.Python.3.13"
    if sys.platform == "darwin":
        return "brew install python@3.13"
    number = package_with_python(is_packaged) if has_apt() else None
    if number is not None:
        return apt_command(["python" + number, "python" + number + "-venv"])
    return "https://www.python.org/downloads/"


# --- Debian and Ubuntu ----------------------------------------------------------------------


def has_apt() -> bool:
    """Return whether this is Debian, Ubuntu or one of their kind."""
    return shutil.which("apt-get") is not None


def can_install() -> bool:
    """Return whether we may install system packages ourselves: as root, with apt."""
    return has_apt() and hasattr(os, "geteuid") and os.geteuid() == 0


def is_packaged(package: str) -> bool:
    """Return whether apt knows a package."""
    return bool(said_by(["apt-cache", "show", "--no-all-versions", package]))


def apt_command(packages: Sequence[str]) -> str:
    """Return what a person types to install system packages."""
    return "sudo apt-get install %s" % " ".join(packages)


def install(packages: Sequence[str], what: str) -> None:
    """Install system packages, after saying so; or say how, when we may not.

    Raises:
        Trouble: we may not, or it did not work.
    """
    if not can_install():
        raise Trouble("This computer lacks %s." % what, "Get it with: %s" % apt_command(packages))
    say("This computer lacks %s. Installing: %s" % (what, " ".join(packages)))
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    subprocess.call(["apt-get", "update", "-qq"], env=quiet)
    order = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    if subprocess.call(order, env=quiet, stdout=subprocess.DEVNULL) != 0:
        raise Trouble("That did not work.", "Try it yourself: %s" % apt_command(packages))


def said_by(order: Sequence[str]) -> Optional[str]:
    """Return what a command prints, or None when it fails or is not there."""
    try:
        run = subprocess.run(
            list(order), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return run.stdout.decode("utf-8", "replace").strip()


# --- The environment ------------------------------------------------------------------------


class Home(object):
    """The project's folder with its own environment in ``.venv``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.venv = root / ".venv"
        self.scripts = self.venv / ("Scripts" if sys.platform == "win32" else "bin")
        self.python = self.scripts / ("python.exe" if sys.platform == "win32" else "python")
        self.stamp_file = self.venv / "vcs-desktop-set-up.json"

    def set_up(self, purpose: str) -> None:
        """Make whatever is missing for "run", "test" or "service"; the last needs no window.

        Raises:
            Trouble: something stops us.
        """
        self.make_environment()
        self.install_packages(purpose)
        self.build_starter()
        if purpose != "service":
            self.check_qt(purpose == "test")

    def make_environment(self) -> None:
        """Make ``.venv`` with this Python, unless there is one that works."""
        if said_by([str(self.python), "-c", TRY_ENVIRONMENT]) == "True":
            return
        if shutil.disk_usage(str(self.root)).free < BYTES_NEEDED:
            raise Trouble(PIP_TROUBLES[0][1], PIP_TROUBLES[0][2])
        if said_by([sys.executable, "-c", "import ensurepip, venv; print(1)"]) is None:
            package = "python%d.%d-venv" % sys.version_info[:2]
            install([package], "the part of Python that makes environments")
        say("Setting up in %s. The first time takes a minute or two." % self.venv)
        if subprocess.call([sys.executable, "-m", "venv", "--clear", str(self.venv)]) != 0:
            raise Trouble(
                "The environment could not be made.", "Delete %s and run this again." % self.venv
            )

    def install_packages(self, purpose: str) -> None:
        """Install what the lock says, and the project itself from its source."""
        wanted = {name: digest_of([self.root / LOCKS[name]]) for name in ("run", purpose)}
        project = digest_of([self.root / "pyproject.toml"])
        stamp = self.stamp()
        if any(stamp.get(name) != digest for name, digest in wanted.items()):
            say("Installing what the app needs ...")
            lock = self.root / LOCKS[purpose]
            # The lock is whole: left to look for more, pip finds newer ones and refuses them.
            self.pip("--no-deps", "--require-hashes", "-r", str(lock))
        if stamp.get("project") != project:
            self.pip("--no-deps", "--no-build-isolation", "-e", str(self.root))
        self.keep(project=project, **wanted)

    def pip(self, *words: str) -> None:
        """Install with pip, which keeps to the settings of this computer.

        Raises:
            Trouble: it failed; the words say why.
        """
        order = [str(self.python), "-m", "pip", "install", "--quiet", *words]
        run = subprocess.run(
            order, stdout=sys.stderr, stderr=subprocess.PIPE, check=False, cwd=str(self.root)
        )
        if run.returncode != 0:
            raise trouble_of_pip(run.stderr.decode("utf-8", "replace"))

    def build_starter(self) -> None:
        """Build the starter library, unless its sources and its builder are those of last time."""
        places = ("resources/library", "vcs_desktop/publishing", "vcs_desktop/wire")
        every = sorted(file for place in places for file in (self.root / place).rglob("*"))
        wanted = digest_of([file for file in every if file.is_file() and file.suffix != ".pyc"])
        built = self.root / "resources" / "starter" / "library.json"
        if built.exists() and self.stamp().get("starter") == wanted:
            return
        order = [str(self.python), "-m", "vcs_desktop.publishing.starter"]
        if subprocess.call(order, cwd=str(self.root), stdout=sys.stderr) != 0:
            raise Trouble("The starter library could not be built.", "What is wrong stands above.")
        self.keep(starter=wanted)

    def check_qt(self, testing: bool) -> None:
        """See that Qt finds the system libraries it needs on Linux."""
        if not sys.platform.startswith("linux"):
            return
        self.need_libraries(TRY_QT, QT_NEEDS, "some parts that windows are drawn with")
        if os.environ.get("DISPLAY"):
            self.need_libraries(
                TRY_QT_UNDER_X,
                QT_NEEDS + QT_NEEDS_UNDER_X,
                "some parts that put windows on the screen",
            )
        if testing:
            self.set_up_listening()

    def set_up_listening(self) -> None:
        """Get what one test listens to the window with; where we may not, say so and go on."""
        heard = said_by(["/usr/bin/python3", "-c", TRY_LISTENING]) == "True"
        if not has_apt() or (heard and self.fault_of(TRY_QT_UNDER_X) is None):
            return
        try:
            install(LISTENING_NEEDS + QT_NEEDS_UNDER_X, "what one test listens to the window with")
        except Trouble as trouble:
            say("%s\nUntil then, that test is left out." % trouble)

    def need_libraries(self, attempt: str, packages: Sequence[str], what: str) -> None:
        """Try something in the environment; get its system packages when it fails."""
        if self.fault_of(attempt) is None:
            return
        if has_apt():
            install(packages, what)
        fault = self.fault_of(attempt)
        if fault is not None:
            raise Trouble(
                "This computer lacks %s (%s)." % (what, fault),
                "On Debian or Ubuntu: %s\nElsewhere: install what holds the file named above."
                % apt_command(packages),
            )

    def fault_of(self, attempt: str) -> Optional[str]:
        """Run some Python in the environment; return the last line of its fault, or None."""
        run = subprocess.run([str(self.python), "-c", attempt], stderr=subprocess.PIPE, check=False)
        lines = run.stderr.decode("utf-8", "replace").strip().splitlines()
        return None if run.returncode == 0 else (lines or ["no reason given"])[-1]

    def stamp(self) -> Dict[str, Any]:
        """Return what was set up last time; empty when nothing was."""
        try:
            content = json.loads(self.stamp_file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return content if isinstance(content, dict) else {}

    def keep(self, **done: str) -> None:
        """Note what has been set up."""
        self.stamp_file.write_text(json.dumps(dict(self.stamp(), **done), indent=1), "utf-8")


def digest_of(files: Sequence[Path]) -> str:
    """Return one digest of the names and contents of some files."""
    whole = hashlib.sha256()
    for file in files:
        whole.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def trouble_of_pip(said: str) -> Trouble:
    """Return pip's failure in words, with the end of what pip said."""
    end = "\n".join(said.strip().splitlines()[-20:])
    for signs, what, advice in PIP_TROUBLES:
        if any(sign.lower() in said.lower() for sign in signs):
            return Trouble("%s\n\n%s" % (end, what), advice)
    return Trouble("%s\n\nInstalling did not work." % end, "What pip said stands above.")


# --- Opening --------------------------------------------------------------------------------


def has_screen(platform: str, environment: Dict[str, str]) -> bool:
    """Return whether a window can be shown here."""
    if not platform.startswith("linux"):
        return True
    return any(environment.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def open_app(home: Home, words: List[str]) -> int:
    """Run the app; where there is no screen for its window, run the tour instead."""
    app = [str(home.python), "-m", "vcs_desktop"]
    wants_window = not (ASKED | {"-h", "--help", "--version"}).intersection(words)
    if wants_window and not has_screen(sys.platform, dict(os.environ)):
        pictures = home.root / "build" / "tour"
        say("There is no screen here, so the app pictures its main job instead, in %s" % pictures)
        words = ["tour", "--out", str(pictures)]
    return subprocess.call(app + words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
