"""What a person mends in questions that were found in a text, before anything is kept."""

from collections.abc import Sequence
from dataclasses import replace

from vcs_desktop.domain.answers import ListedQuestion
from vcs_desktop.domain.canonical_questions import canonical_of
from vcs_desktop.domain.old_application import OldAnswer

Rows = tuple[OldAnswer, ...]
"""Questions with answers; of a form that is only about to be answered the answers are empty."""


def mended(row: OldAnswer, question: ListedQuestion, text: str) -> OldAnswer:
    """Return a row as a person typed it; what its question asks for is guessed anew."""
    if question.text != row.question.text:
        guessed = canonical_of(question.text, question.guidance)
        question = replace(question, canonical=guessed)
    return OldAnswer(question, text)


def left_out(rows: Sequence[OldAnswer], place: int) -> Rows:
    """Return rows without one of them."""
    return (*rows[:place], *rows[place + 1 :])


def joined(rows: Sequence[OldAnswer], place: int, *, is_old: bool) -> Rows:
    """Return rows in which one was not a question of its own: it goes to the one above it.

    In an old application it belongs to the answer above; where there is none yet, the line
    above was the beginning of this question. In a form to be answered it is guidance. The
    first row has none above it and stays.
    """
    if not 0 < place < len(rows):
        return tuple(rows)
    above, row = rows[place - 1], rows[place]
    if not is_old:
        together = _as_guidance(above.question, row.question)
        text = _lines(above.text, row.text)
        return (*rows[: place - 1], OldAnswer(together, text), *rows[place + 1 :])
    if above.text:
        text = _lines(above.text, _asked(row.question), row.question.guidance, row.text)
        return (*rows[: place - 1], replace(above, text=text), *rows[place + 1 :])
    asked = f"{above.question.text} {_asked(row.question)}"
    question = replace(row.question, ref=above.question.ref, text=asked)
    question = replace(question, canonical=canonical_of(asked, question.guidance))
    return (*rows[: place - 1], replace(row, question=question), *rows[place + 1 :])


def with_one_more(rows: Sequence[OldAnswer]) -> Rows:
    """Return rows with an empty one at the end, for a question that was not found."""
    numbers = {each.question.id for each in rows}
    number = next(each for each in range(1, len(rows) + 2) if str(each) not in numbers)
    return (*rows, OldAnswer(ListedQuestion(id=str(number))))


def without_words(rows: Sequence[OldAnswer]) -> tuple[int, ...]:
    """Return the places of the rows that ask nothing: they cannot be kept so."""
    return tuple(place for place, each in enumerate(rows) if not each.question.text.strip())


def _as_guidance(above: ListedQuestion, question: ListedQuestion) -> ListedQuestion:
    limit = question if above.limit is None else above
    return replace(
        above,
        guidance=_lines(above.guidance, _asked(question), question.guidance),
        limit=limit.limit,
        unit=limit.unit,
        counts_spaces=limit.counts_spaces,
        counts_breaks=limit.counts_breaks,
    )


def _asked(question: ListedQuestion) -> str:
    return " ".join(filter(None, (question.ref, question.text)))


def _lines(*parts: str) -> str:
    return "\n".join(filter(None, parts))
