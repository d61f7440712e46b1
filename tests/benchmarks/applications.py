"""Fifty applications of forty questions: the list, one of them whole, an answer that is counted."""

import json
import random
import tempfile
from pathlib import Path

from sqlalchemy import text

from tests.benchmarks.figure import Figure, in_turn, seconds
from tests.support.group_file import ASHA, OpenFile, new_file
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.ids import Ids
from vcs_desktop.domain.answers import Answer, Canonical, ListedQuestion, Unit
from vcs_desktop.domain.counting import counted
from vcs_desktop.domain.old_application import OldAnswer
from vcs_desktop.services.answer_library import AnswerLibrary
from vcs_desktop.services.applications import ApplicationsService
from vcs_desktop.services.records import RecordsService
from vcs_desktop.storage.database import Database

QUESTIONS = 40
OPEN_MS, LIST_MS, FOUND_MS, COUNT_MS = 150, 100, 500, 8
"""Opening has the whole budget of the page; counting half of what a keystroke may take."""

_WORDS = ("lunch", "club", "people", "older", "village", "hall", "need", "cook", "warm", "lift")
_ANSWER, _LONGEST_ANSWER = 200, 5_000
_BODIES = text("SELECT body FROM record WHERE kind = 'answer' AND body LIKE :marked")


def applications(many: int, runs: int) -> list[Figure]:
    """Measure what the page of applications asks for, in a group with so many of them."""
    with tempfile.TemporaryDirectory() as place:
        database = new_file(Path(place) / "group.db")
        try:
            clock = SystemClock()
            records = RecordsService(OpenFile(database), clock, Ids(clock), ASHA)
            return [*_figures(records, many, runs), *_counting(runs)]
        finally:
            database.close()


def _figures(records: RecordsService, many: int, runs: int) -> list[Figure]:
    service, library = ApplicationsService(records), AnswerLibrary(records)
    chance = random.Random(1)
    ids = [service.bring_in_old(_answers(chance), name=f"Fund {each}") for each in range(many)]
    floor, whole, listed, found = in_turn(
        runs,
        lambda: seconds(lambda: _bare(records.database, ids[0])),
        lambda: seconds(lambda: service.opened(chance.choice(ids))),
        lambda: seconds(service.lines),
        lambda: seconds(lambda: library.suited_to(service.whole(ids[0]).answers[0])),
    )
    size = f"{many:,} applications"
    return [
        Figure(
            f"An application of {QUESTIONS} questions among {size}",
            whole * 1000, "ms", floor * 1000, OPEN_MS, "value",
        ),
        Figure(f"List of {size}", listed * 1000, "ms", floor * 1000, LIST_MS, "value"),
        Figure(
            f"Earlier answers to a question among {many * QUESTIONS:,}",
            found * 1000, "ms", floor * 1000, FOUND_MS, "value",
        ),
    ]  # fmt: skip


def _counting(runs: int) -> list[Figure]:
    said = _text(random.Random(2), _LONGEST_ANSWER)
    by_letters = Answer(limit=100, unit=Unit.CHARACTERS)
    floor, in_words, in_letters = in_turn(
        runs * 4,
        lambda: seconds(said.split),
        lambda: seconds(lambda: counted(said, Answer(limit=100))),
        lambda: seconds(lambda: counted(said, by_letters)),
    )
    return [
        Figure(
            f"An answer of {_LONGEST_ANSWER:,} words counted",
            max(in_words, in_letters) * 1000, "ms", floor * 1000, COUNT_MS, "value",
        )
    ]  # fmt: skip


def _answers(chance: random.Random) -> list[OldAnswer]:
    return [
        OldAnswer(
            ListedQuestion(
                str(number), number, str(number), _text(chance, 8), canonical=Canonical.NEED
            ),
            _text(chance, _ANSWER),
        )
        for number in range(1, QUESTIONS + 1)
    ]


def _text(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(words))


def _bare(database: Database, application_id: str) -> list[object]:
    """Read the bodies of the answers of one application, and nothing more."""
    with database.reading() as session:
        bodies = session.scalars(_BODIES, {"marked": f"%{application_id}%"})
        return [json.loads(each) for each in bodies]
