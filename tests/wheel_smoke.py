"""Builds the wheel, installs it by itself, and starts it far from the source.

What it needs comes from this environment; the project's own code and resources
can only come from the wheel, since the work is done in an empty folder.
"""

import os
import site
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
STARTS = (["check", "--json"], ["library", "status", "--json"], ["--quit-when", "ready"])


def main() -> int:
    """Return 0 when the installed wheel passes its own check and paints its window."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _run([sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
              "--wheel-dir", str(folder), str(PROJECT)], folder)  # fmt: skip
        (wheel,) = folder.glob("*.whl")
        command = _install(wheel, folder / "venv")
        for words in STARTS:
            _run([str(command), "--data-dir", str(folder / "data"), *words], folder)
        service = str(command.with_name("vcs-service"))
        _run([service, "--version"], folder)
        _run([service, "invite-group", "--database", "sqlite:///service.db"], folder)
    print(f"{wheel.name} starts outside the source tree")
    return 0


def _install(wheel: Path, home: Path) -> Path:
    """Install a wheel in an environment of its own and return the command it brings."""
    venv.create(home, with_pip=False)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    _run([sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps",
          str(wheel)], home)  # fmt: skip
    asked = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = Path(subprocess.check_output(asked, text=True).strip())
    # Only the packages, not the .pth files beside them: those lead back to the source.
    (packages / "borrowed.pth").write_text("\n".join(site.getsitepackages()), "utf-8")
    return scripts / "vcs-desktop"


def _run(order: list[str], folder: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONPATH", None)
    subprocess.run(order, cwd=folder, env=environment, check=True, timeout=300)


if __name__ == "__main__":
    sys.exit(main())
