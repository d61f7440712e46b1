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
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree as ET

PROJECT = Path(__file__).resolve().parent.parent
BUILD = PROJECT / "build"
REPORT = BUILD / "tests.xml"
MOST_WORKERS = 4
MEMORY = Path("/dev/shm")
ROOM_NEEDED = 3_000_000_000
KEEPS_NOTHING_COMPILED = "PYTHONDONTWRITEBYTECODE"


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


def checks_of_the_source() -> dict[str, list[str]]:
    """Return the command of each check by its name; two run at a time, each on one processor.

    The types take as long as all the others together, so they are begun first.
    """
    python = sys.executable
    return {
        "Types": [python, "-m", "mypy"],
        "Layout": [python, "-m", "ruff", "format", "--check", "."],
        "Lint": [python, "-m", "ruff", "check", "."],
        "Imports": [python, "-c", "from importlinter.cli import lint_imports_command as f; f()"],
        "Wheel": [python, "tests/wheel_smoke.py"],
        # pytest keeps the asserts that it took apart: else each worker does so for itself.
        "Found tests": [python, "-m", "pytest", "--collect-only", "-qqq"],
    }


def checks_on_all_processors(files: Path) -> dict[str, list[str]]:
    """Return the command of each check by its name, in the order they are run afterwards.

    The tests write into ``files``, where only what those need that fail is kept.
    """
    python = sys.executable
    workers = str(min(MOST_WORKERS, os.cpu_count() or 1))
    # Who has done with its half takes over from the other, whose tests are longer.
    run_tests = [python, "-m", "pytest", "-q", "-n", workers, "--dist", "worksteal"]
    run_tests += ["--junitxml", str(REPORT)]
    run_tests += ["--basetemp", str(files), "-o", "tmp_path_retention_policy=failed"]
    return {
        "Tests": [*run_tests, "-p", "tests.walked_lines", "--durations=10"],
        "Coverage": [python, "tests/coverage_floors.py"],
    }


def main() -> int:
    """Run them all, whatever fails on the way, and return 0 only when all are good."""
    BUILD.mkdir(exist_ok=True)
    for left in (REPORT, *BUILD.glob("coverage*")):
        left.unlink(missing_ok=True)
    first = checks_of_the_source()
    with ThreadPoolExecutor(2) as lanes:
        good = dict(zip(first, lanes.map(_is_good_beside, first, first.values()), strict=True))
    with room_for_files() as files:
        for name, order in checks_on_all_processors(files).items():
            print(f"\n== {name}", flush=True)
            begun = time.monotonic()
            # What a test writes by itself, and not into the folder that pytest gives it, too.
            beside = {**environment(), "TMPDIR": str(files.parent)}
            good[name] = subprocess.call(order, cwd=PROJECT, env=beside) == 0
            print(_end(name, begun, is_good=good[name]), flush=True)
    failed = [name for name, is_good in good.items() if not is_good]
    print(f"\nChecks that failed: {', '.join(failed) or 'none'}")
    passed, broken = counts()
    print(f"{passed} passed, {broken} failed")
    return 1 if failed else 0


def environment() -> dict[str, str]:
    """Return what every check is run with.

    The program is begun some hundred times: what was compiled once is kept, or each compiles it.
    """
    usual = {name: value for name, value in os.environ.items() if name != KEEPS_NOTHING_COMPILED}
    return {**usual, "QT_QPA_PLATFORM": "offscreen", "COVERAGE_FILE": "build/coverage"}


def _is_good_beside(name: str, order: list[str]) -> bool:
    """Run a check while another runs; what it says is told in one piece, at its end."""
    begun = time.monotonic()
    ran = subprocess.run(
        order, cwd=PROJECT, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, check=False,
    )  # fmt: skip
    is_good = ran.returncode == 0
    print(f"\n== {name}\n{ran.stdout}{_end(name, begun, is_good=is_good)}", flush=True)
    return is_good


def _end(name: str, begun: float, *, is_good: bool) -> str:
    took = time.monotonic() - begun
    return f"== {name}: {'good' if is_good else 'FAILED'}, {took:.0f} s"


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
