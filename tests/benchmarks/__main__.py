"""``python -m tests.benchmarks --out FILE.json [--only WORD] [--minutes N] [--quick]``.

Measures every figure that the README shows and prints them as a table. ``--minutes 60``
uses the window for an hour before its memory is read. ``--quick`` measures small things
once, to see that the benchmarks themselves work.
"""

import argparse
import json
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from tests.benchmarks.answer_typing import answer_typing
from tests.benchmarks.application_files import application_files
from tests.benchmarks.applications import applications
from tests.benchmarks.figure import Figure, table
from tests.benchmarks.group_files import group_files
from tests.benchmarks.group_laptops import group_laptops
from tests.benchmarks.group_opening import group_opening
from tests.benchmarks.group_people import group_people
from tests.benchmarks.group_records import group_records
from tests.benchmarks.library import fill, searching
from tests.benchmarks.loading import loading
from tests.benchmarks.published import published
from tests.benchmarks.sheet import making_sheets
from tests.benchmarks.sheet_typing import sheet_typing
from tests.benchmarks.start_up import start_up
from tests.benchmarks.updating import updating
from tests.benchmarks.week import lists_of_a_week
from tests.benchmarks.window_use import using
from vcs_desktop.core.clock import LONDON

FAMILIES = (
    "start",
    "load",
    "search",
    "sheet",
    "use",
    "group",
    "week",
    "applications",
    "published",
    "laptops",
)


def main(words: list[str] | None = None) -> int:
    """Measure, print and write; 0 only when every budget is kept, or when it was quick."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", choices=FAMILIES)
    parser.add_argument("--minutes", type=float, default=0)
    parser.add_argument("--quick", action="store_true")
    given = parser.parse_args(words)
    figures = measure(given.only, minutes=given.minutes, quick=given.quick)
    given.out.write_text(json.dumps([figure.as_json() for figure in figures], indent=1) + "\n")
    print(table(figures))
    return 0 if given.quick or all(figure.ok for figure in figures) else 1


def measure(only: str | None, *, minutes: float = 0, quick: bool) -> list[Figure]:
    """Return every figure, or those of one family."""
    on = datetime.now(LONDON).date()
    held, loaded, runs = (500, 300, 1) if quick else (100_000, 50_000, 5)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        families = {
            "start": lambda: start_up(folder, held, 1 if quick else runs + 4),
            "load": lambda: loading(loaded, runs, on),
            "search": lambda: searching(folder, runs * 4, on),
            "sheet": lambda: making_sheets(folder, runs, on),
            "use": lambda: using(folder, loaded, runs, on, minutes),
            "group": lambda: [
                *group_records(loaded // 10, loaded, runs),
                *group_opening(loaded // 10, loaded, runs),
                *group_people(loaded // 10, runs),
                *group_files(loaded * 100, runs),
                *sheet_typing(runs),
            ],
            "week": lambda: lists_of_a_week(loaded // 10, max(10, loaded // 25), runs),
            "applications": lambda: [
                *applications(max(2, loaded // 1_000), runs),
                *application_files(runs),
                *answer_typing(runs),
            ],
            "laptops": lambda: group_laptops(loaded // 5, loaded, max(20, loaded // 100), runs),
            "published": lambda: [
                *published(loaded, max(2, loaded // 500), loaded * 4_000, runs, on),
                *updating(loaded, on),
            ],
        }
        if only not in ("load", "group", "week", "applications", "published", "laptops"):
            fill(folder, held, on)
        return [
            figure
            for family, work in families.items()
            if only in (None, family)
            for figure in work()
        ]


if __name__ == "__main__":
    sys.exit(main())
