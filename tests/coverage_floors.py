"""Says how much of each floor the tests walked through, and fails where it is too little."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath

from coverage import Coverage

PROJECT = Path(__file__).resolve().parent.parent

# Percent of lines. Source: the project's habits (CONTRIBUTING.md).
FLOORS = {
    "wire": 95,
    "domain": 95,
    "storage": 95,
    "vault": 95,
    "sync": 95,
    "feeds": 95,
    "services": 95,
    "server": 95,
    "ui": 85,
}


def floor_of(file: str) -> str:
    """Return the floor of the house that a file is on, or nothing."""
    parts = PurePath(file).parts
    place = parts.index("vcs_desktop") + 1 if "vcs_desktop" in parts else len(parts)
    return parts[place] if place < len(parts) - 1 else ""


def percents(lines: Iterable[tuple[str, int, int]]) -> dict[str, float]:
    """Return the percent of lines walked on each floor, from (file, lines, lines missed)."""
    total: dict[str, int] = {}
    missed: dict[str, int] = {}
    for file, count, left in lines:
        floor = floor_of(file)
        total[floor] = total.get(floor, 0) + count
        missed[floor] = missed.get(floor, 0) + left
    return {floor: 100 * (1 - missed[floor] / count) for floor, count in total.items() if count}


def too_low(reached: Mapping[str, float]) -> list[str]:
    """Return the floors that are below what they must reach; one never walked on is too."""
    return [floor for floor, least in FLOORS.items() if reached.get(floor, 0) < least]


def main() -> int:
    """Print a line for each floor; return 1 when one is too low."""
    coverage = Coverage()
    coverage.combine(strict=True)
    lines = []
    for path in sorted(PROJECT.glob("vcs_desktop/**/*.py")):
        file = str(path.relative_to(PROJECT))
        _, statements, _, missing, _ = coverage.analysis2(file)
        lines.append((file, len(statements), len(missing)))
    reached = percents(lines)
    low = too_low(reached)
    for floor, percent in sorted(reached.items()):
        least = f"of {FLOORS[floor]}" if floor in FLOORS else ""
        print(f"{floor or '(top)':12} {percent:6.1f} % {least:6} {'TOO LOW' * (floor in low)}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
