"""Runs every check and every test, says how each went, and ends with the count of all tests.

Called by ``python3 installers/start.py --test``, which sets up what it needs.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree as ET

PROJECT = Path(__file__).resolve().parent.parent
BUILD = PROJECT / "build"
REPORT = BUILD / "tests.xml"
MOST_WORKERS = 4
MEMORY = Path("/dev/shm")
ROOM_NEEDED = 3_000_000_000


@contextmanager
def room_for_files() -> Iterator[Path]:
    """Yield a folder for what the tests write, in memory where there is some; it is gone then.

    The tests' databases are written safely some ten thousand times, and a disk takes its time.
    """
    in_memory = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM_NEEDED
    if in_memory and os.statvfs(MEMORY).f_flag & os.ST_NOEXEC:
        in_memory = False  # some tests start programs that they have written
    place = MEMORY if in_memory else None
    with tempfile.TemporaryDirectory(prefix="vcs-desktop-tests-", dir=place) as folder:
        yield Path(folder) / "tests"


def checks(files: Path) -> dict[str, list[str]]:
    """Return the command of each check by its name, in the order they are run.

    The tests write into ``files``, where only what those need that fail is kept.
    """
    python = sys.executable
    workers = str(min(MOST_WORKERS, os.cpu_count() or 1))
    run_tests = [python, "-m", "pytest", "-q", "-n", workers, "--junitxml", str(REPORT)]
    run_tests += ["--basetemp", str(files), "-o", "tmp_path_retention_policy=failed"]
    return {
        "Layout": [python, "-m", "ruff", "format", "--check", "."],
        "Lint": [python, "-m", "ruff", "check", "."],
        "Types": [python, "-m", "mypy"],
        "Imports": [python, "-c", "from importlinter.cli import lint_imports_command as f; f()"],
        "Wheel": [python, "tests/wheel_smoke.py"],
        "Tests": [*run_tests, "-p", "tests.walked_lines", "--durations=10"],
        "Coverage": [python, "tests/coverage_floors.py"],
    }


def main() -> int:
    """Run them all, whatever fails on the way, and return 0 only when all are good."""
    BUILD.mkdir(exist_ok=True)
    for left in (REPORT, *BUILD.glob("coverage*")):
        left.unlink(missing_ok=True)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "COVERAGE_FILE": "build/coverage"}
    with room_for_files() as files:
        orders = checks(files)
        failed = [name for name, order in orders.items() if not _is_good(name, order, environment)]
    print(f"\nChecks that failed: {', '.join(failed) or 'none'}")
    passed, broken = counts()
    print(f"{passed} passed, {broken} failed")
    return 1 if failed else 0


def _is_good(name: str, order: list[str], environment: dict[str, str]) -> bool:
    print(f"\n== {name}", flush=True)
    begun = time.monotonic()
    good = subprocess.call(order, cwd=PROJECT, env=environment) == 0
    took = time.monotonic() - begun
    print(f"== {name}: {'good' if good else 'FAILED'}, {took:.0f} s", flush=True)
    return good


def counts() -> tuple[int, int]:
    """Return how many tests passed and how many did not; none when they did not run."""
    try:
        suites = list(ET.parse(REPORT).getroot().iter("testsuite"))
    except (OSError, ET.ParseError):
        return 0, 0
    total = {
        name: sum(int(suite.get(name, "0")) for suite in suites)
        for name in ("tests", "failures", "errors", "skipped")
    }
    broken = total["failures"] + total["errors"]
    return total["tests"] - broken - total["skipped"], broken


if __name__ == "__main__":
    sys.exit(main())
