"""A computer to set the app up on, without setting anything up."""

import json
import subprocess
from pathlib import Path


class Computer:
    """Stands in for ``subprocess``: keeps what was ordered, and answers as a computer would.

    ``lacks`` names what this computer has not got, each by the system package
    that would bring it; installing a package brings it. ``pip_says`` is what pip
    fails with, empty when it works. ``packages`` is what apt offers.
    """

    PIPE, DEVNULL = subprocess.PIPE, subprocess.DEVNULL
    CalledProcessError = subprocess.CalledProcessError

    def __init__(self, root: Path) -> None:
        self.venv = root / ".venv"
        self.orders: list[str] = []
        self.lacks: set[str] = set()
        self.packages: set[str] = set()
        self.pip_says = ""
        self.apt_works = True

    def call(self, order, **_):
        return self.run(order).returncode

    def run(self, order, *, check=False, **_):
        words = " ".join(map(str, order))
        self.orders.append(words)
        code, out, err = self._answer(words)
        if check and code:
            raise subprocess.CalledProcessError(code, order)
        return subprocess.CompletedProcess(order, code, out.encode(), err.encode())

    def ran(self, part: str) -> bool:
        """Return whether some order had these words in it."""
        return any(part in order for order in self.orders)

    def _answer(self, words: str) -> tuple[int, str, str]:
        if "apt-get install" in words:
            self.lacks -= set(words.split()) if self.apt_works else set()
            return int(not self.apt_works), "", ""
        if "apt-cache" in words:
            return 0, "Package: x" if words.rsplit(maxsplit=1)[-1] in self.packages else "", ""
        if "-m venv" in words:
            (self.venv / "bin").mkdir(parents=True)
            (self.venv / "bin" / "python").touch()
        if "find_spec('pip')" in words:
            made = (self.venv / "bin" / "python").exists()
            return (0, "True", "") if made else (1, "", "")
        if "pip install" in words and self.pip_says:
            return 1, "", self.pip_says
        if "publishing.starter" in words:
            built = self.venv.parent / "resources" / "starter" / "library.json"
            built.parent.mkdir(exist_ok=True)
            built.write_text(json.dumps({}))
        return self._try(words)

    def _try(self, words: str) -> tuple[int, str, str]:
        if "ensurepip" in words and any(name.endswith("-venv") for name in self.lacks):
            return 1, "", "No module named ensurepip"
        if "QtWidgets" in words and "libegl1" in self.lacks:
            return 1, "", "Traceback\nImportError: libEGL.so.1: cannot open shared object file"
        if "Atspi" in words:
            return (1, "", "No module named gi") if "python3-gi" in self.lacks else (0, "True", "")
        if "libqxcb" in words and "libxcb-cursor0" in self.lacks:
            return 1, "", "OSError: libxcb-cursor.so.0: cannot open shared object file"
        return 0, "3" if "print(3)" in words else "1", ""
