"""A key in a long answer, in the real window with counting and spelling, and opening it.

``python -m tests.benchmarks.answer_typing FOLDER GROUP RUNS`` is run in a process of its own
and prints the milliseconds as JSON, beside those of the same keys in a bare field.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tests.benchmarks.figure import Figure, percentile
from tests.benchmarks.group_window import GroupWindow, rest, until
from tests.benchmarks.start_up import environment
from tests.support.vault_examples import ASHA, QUICK
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.disks import SystemDisks
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.domain.answers import ListedQuestion
from vcs_desktop.services.groups import GroupsService, NewGroup
from vcs_desktop.services.in_group import in_group

MOST_MS_A_KEY, MOST_MS_TO_OPEN = 16, 150
_QUESTIONS, _WORDS, _KEYS = 40, 5_000, 20
_SENTENCE = "We cook a hott lunsh for forty people every week. "
_OFTEN = 95
_REST_MS = 600


def answer_typing(runs: int) -> list[Figure]:
    """Measure keys in an answer of 5,000 words, and opening an application of 40 questions."""
    clock = SystemClock()
    with tempfile.TemporaryDirectory() as place:
        folder = DataFolder(Path(place) / "data")
        groups = GroupsService(folder.groups_folder, clock, SystemDisks(), effort=QUICK)
        with groups.create(NewGroup("Tea & Talk", ASHA)) as made:
            service = in_group(made, clock).applications
            asked = [ListedQuestion("", text=f"Question {each}?") for each in range(_QUESTIONS)]
            for name in ("One", "Other"):
                id_ = service.start_with(asked, name=name)
                first = service.opened(id_).answers[0]
                service.save_answer(first, replace(first.thing, text=long_text()))
            group = made.id
        order = [sys.executable, "-m", "tests.benchmarks.answer_typing", str(folder.root), group]
        done = subprocess.run(
            [*order, str(runs)], env=environment(), check=True, stdout=subprocess.PIPE, text=True
        )
    told = json.loads(done.stdout.splitlines()[-1])
    bare = percentile(told["floor"], _OFTEN)
    return [
        Figure(
            f"A key in an answer of {_WORDS:,} words, 95 of 100 times",
            percentile(told["keys"], _OFTEN),
            "ms",
            bare,
            MOST_MS_A_KEY,
            "value",
        ),
        Figure(
            f"An application of {_QUESTIONS} questions opened",
            statistics.median(told["opened"]),
            "ms",
            bare,
            MOST_MS_TO_OPEN,
            "value",
        ),
    ]


def long_text() -> str:
    """Return so many words, each fifth of them misspelled, in lines of some sentences."""
    many = _WORDS // len(_SENTENCE.split())
    lines = [_SENTENCE] * many
    return "".join(f"{line}\n" if at % 5 == 4 else line for at, line in enumerate(lines))


def main() -> None:
    """Open the group in a window, open its applications, type, and print how long it took."""
    _app = QApplication(["benchmark"])
    runs = int(sys.argv[3])
    window = GroupWindow(Path(sys.argv[1]), sys.argv[2])
    page = window.window.open_place("applications")
    until(lambda: bool(page.view.lines()))
    ids = [each.id for each in page.view.lines()]
    opened = [_open(page, ids[each % len(ids)]) for each in range(runs + 1)][1:]
    card = page.places.front().front().card
    until(lambda: any(card.marks.unknown()))
    keys = _keys(card.text_field.box, runs)
    print(json.dumps({"opened": opened, "keys": keys, "floor": _floor(runs)}))
    window.end()


def _open(page: Any, application_id: str) -> float:
    """Return how long it takes until the first answer of an application can be typed in."""
    begun = time.perf_counter()
    view = page.open(application_id, "answers")
    until(
        lambda: (
            view.front().card is not None and view.front().card.answer.application == application_id
        )
    )
    page.repaint()
    took = (time.perf_counter() - begun) * 1000
    rest(_REST_MS)
    return took


def _keys(box: QPlainTextEdit, runs: int) -> list[float]:
    """Return how long each key takes until it is painted, the pauses for spelling among them."""
    cursor = box.textCursor()
    cursor.setPosition(box.document().characterCount() // 2)
    box.setTextCursor(cursor)
    box.setFocus()
    times = []
    for _ in range(runs):
        for _ in range(_KEYS):
            begun = time.perf_counter()
            QTest.keyClicks(box, "a")
            box.viewport().repaint()
            times.append((time.perf_counter() - begun) * 1000)
        QTest.keyClicks(box, " ")
        rest(_REST_MS)
    return times


def _floor(runs: int) -> list[float]:
    """Return how long the same keys take in a bare field with the same words."""
    bare = QPlainTextEdit(long_text())
    bare.resize(560, 300)
    bare.show()
    times = _keys(bare, runs)
    bare.close()
    return times


if __name__ == "__main__":
    main()
