"""Questions out of a table: which column holds the question, its limit, its answer."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from vcs_desktop.core.text import without_hidden
from vcs_desktop.domain.answers import ListedQuestion, Unit
from vcs_desktop.domain.canonical_questions import canonical_of
from vcs_desktop.domain.limits_typed import MOST, Limit, limit_in, without_limit
from vcs_desktop.domain.old_application import OldAnswer, OldForm
from vcs_desktop.domain.questions_typed import MOST_QUESTIONS, TooManyQuestions, with_limit

_FIRST_ROWS = 10
"""Among which the headings are: a title often stands above them."""

_APART = re.compile(r"[\W_]+")


class Column(StrEnum):
    """What a column holds."""

    REF = "ref"
    QUESTION = "question"
    GUIDANCE = "guidance"
    LIMIT = "limit"
    UNIT = "unit"
    ANSWER = "answer"


_NAMES: Mapping[Column, frozenset[str]] = {
    Column.REF: frozenset(
        ("no", "number", "ref", "reference", "q", "id", "question no", "question number", "q no")
    ),
    Column.QUESTION: frozenset(
        ("question", "questions", "question text", "text", "prompt", "asked", "what they ask")
    ),
    Column.GUIDANCE: frozenset(
        ("guidance", "help", "help text", "hint", "hints", "notes", "note", "instructions")
    ),
    Column.LIMIT: frozenset(
        ("limit", "word limit", "words limit", "character limit", "characters limit", "max",
         "maximum", "max words", "maximum words", "max characters", "maximum characters", "words",
         "characters", "word count", "length", "max length", "maximum length", "wordlimit")
    ),
    Column.UNIT: frozenset(("unit", "units", "counted in", "limit unit", "counts", "type")),
    Column.ANSWER: frozenset(
        ("answer", "answers", "our answer", "response", "responses", "reply", "our response",
         "what we said", "draft answer")
    ),
}  # fmt: skip


def form_in_table(rows: Sequence[Sequence[str]]) -> OldForm:
    """Return the questions, and the answers where there are any, in the rows of a table.

    Without headings that we know, the column with most to read holds the questions.

    Raises:
        TooManyQuestions: there are more than any form has.
    """
    heading, columns = _headings(rows)
    body = rows[heading + 1 :] if columns else rows
    if Column.QUESTION not in columns:
        columns = {**columns, Column.QUESTION: _longest_column(body)}
    counts_letters = Column.LIMIT in columns and "char" in _plain(
        rows[heading][columns[Column.LIMIT]]
    )
    found: list[OldAnswer] = []
    for row in body:
        said = {each: _cell(row, at) for each, at in columns.items()}
        if not said[Column.QUESTION]:
            continue
        if len(found) >= MOST_QUESTIONS:
            raise TooManyQuestions
        question = _question(said, len(found) + 1, counts_letters=counts_letters)
        found.append(OldAnswer(question, said.get(Column.ANSWER, "")))
    before = "\n".join(" ".join(filter(None, row)) for row in rows[: heading if columns else 0])
    return OldForm(tuple(found), before.strip())


def _headings(rows: Sequence[Sequence[str]]) -> tuple[int, dict[Column, int]]:
    """Return which row holds the headings, and the columns that they name; none is (0, {})."""
    best: tuple[int, dict[Column, int]] = (0, {})
    for number, row in enumerate(rows[:_FIRST_ROWS]):
        known: dict[Column, int] = {}
        for at, cell in enumerate(row):
            named = next((each for each, names in _NAMES.items() if _plain(cell) in names), None)
            if named is not None and named not in known:
                known[named] = at
        if len(known) > len(best[1]) and _is_heading_row(known):
            best = (number, known)
    return best


def _is_heading_row(known: Mapping[Column, int]) -> bool:
    return Column.QUESTION in known or len(known) > 1


def _longest_column(rows: Sequence[Sequence[str]]) -> int:
    sums: dict[int, int] = {}
    for row in rows:
        for at, cell in enumerate(row):
            sums[at] = sums.get(at, 0) + len(cell)
    return max(sums, key=lambda at: (sums[at], -at), default=0)


def _question(said: Mapping[Column, str], number: int, *, counts_letters: bool) -> ListedQuestion:
    text = said[Column.QUESTION]
    question = ListedQuestion(
        id=str(number),
        order=number,
        ref=said.get(Column.REF, ""),
        text=without_limit(text),
        guidance=said.get(Column.GUIDANCE, ""),
        canonical=canonical_of(text),
    )
    unit = said.get(Column.UNIT, "")
    counts_letters = "char" in unit.casefold() if unit else counts_letters
    return with_limit(
        question, _limit(said.get(Column.LIMIT, ""), counts_letters) or limit_in(text)
    )


def _limit(cell: str, counts_letters: bool) -> Limit | None:
    found = limit_in(cell)
    digits = cell.replace(",", "").removesuffix(".0").strip()
    if found is None and digits.isascii() and digits.isdigit() and 0 < int(digits[:9]) <= MOST:
        found = Limit(int(digits[:9]), Unit.CHARACTERS if counts_letters else Unit.WORDS)
    return replace(found, unit=Unit.CHARACTERS) if found and counts_letters else found


def _cell(row: Sequence[str], at: int) -> str:
    return without_hidden(row[at]).strip() if at < len(row) else ""


def _plain(text: str) -> str:
    return " ".join(_APART.split(text.casefold())).strip()
