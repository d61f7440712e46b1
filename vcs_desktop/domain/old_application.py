"""An application of some years ago, taken apart into its questions and the group's answers.

It is a guess that a person confirms, question by question: nothing is kept of it before.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from vcs_desktop.domain.answers import Canonical, ListedQuestion
from vcs_desktop.domain.canonical_questions import canonical_of
from vcs_desktop.domain.form_lines import (
    FormLine,
    Mark,
    follows,
    in_parent,
    looks_asked,
    mark_of,
    text_of,
)
from vcs_desktop.domain.form_tables import with_questions_told
from vcs_desktop.domain.limits_typed import is_only_limit
from vcs_desktop.domain.questions_typed import (
    MOST_QUESTIONS,
    Asked,
    TooManyQuestions,
)

_LONGEST_QUESTION = 600
"""Characters. A longer paragraph is an answer, whatever it ends with."""

_LONGEST_HEADING = 100
_FEW = 2
"""With fewer questions that are told as such, headings are looked for."""

_LABEL = re.compile(
    r"\s*(?:(?:(?:our|your|the)\s)?(?:answer|response|reply)\s?[:.\-\u2013]|a\s?:)\s*",
    re.IGNORECASE,
)
_GUIDED_WITHIN = 30
"""Lines below a question among which guidance is looked for."""

_LABEL_WITHIN = 5
"""Lines below a question: further down the same word is a part of the answer."""

_GUIDES = re.compile(
    r"\s*[(\[]?(?:please|tell us|describe|explain|include|you (?:should|may|can|could|might)|"
    r"guidance|hint|note|use this|say |give (?:us|details)|for example|e\.g\.)\b",
    re.IGNORECASE,
)
_MANY = 0.4
"""Where so many of the questions are bold or headings, all of them are."""


@dataclass(frozen=True, slots=True)
class OldAnswer:
    """A question of an old application and what the group answered; the text may be empty."""

    question: ListedQuestion
    text: str = ""


@dataclass(frozen=True, slots=True)
class OldForm:
    """An old application as it was taken apart. ``before`` stood before the first question."""

    answers: tuple[OldAnswer, ...] = ()
    before: str = ""


_Answered = tuple[OldAnswer, bool]
"""An answer, and whether its question may be a heading that asks nothing."""


@dataclass(slots=True)
class _Block:
    asked: Asked
    lines: list[str] = field(default_factory=list)
    is_told: bool = False
    """Whether a table says which lines are the answer: there is no guidance among them."""

    is_sure: bool = False
    """Whether a table, or the word "question", says that it is one: it is no heading then."""


def old_form(lines: Sequence[FormLine]) -> OldForm:
    """Return the questions and answers of an old application.

    Questions are told by tables with questions on the left, by headings and bold lines, by
    numbers that go on from one to the next, and by question marks.

    Raises:
        TooManyQuestions: there are more than any form has.
    """
    lines = with_questions_told(lines, _is_question_cell)
    starts = _starts(lines)
    blocks: list[_Block] = []
    before: list[str] = []
    for place, line in enumerate(lines):
        start = starts.get(place)
        if start is not None:
            is_sure = start.is_asked or line.cell is not None
            blocks.append(_Block(Asked(start.ref), is_sure=is_sure))
            if len(blocks) > MOST_QUESTIONS:
                raise TooManyQuestions
            blocks[-1].asked.take(start.rest)
        elif not blocks:
            before.append(line.text)
        elif line.cell is not None and line.cell[2] == 0:
            blocks[-1].asked.take(line.text.strip())
        else:
            blocks[-1].is_told |= line.cell is not None
            blocks[-1].lines.append(line.text)
    return _whole([_answered(each) for each in blocks], text_of(before))


def joined_with_last(answers: Sequence[OldAnswer], at: int) -> tuple[OldAnswer, ...]:
    """Return answers with one put at the end of that before it: it was no question.

    Raises:
        IndexError: there is none before it.
    """
    if not 0 < at < len(answers):
        raise IndexError(at)
    last, wrong = answers[at - 1], answers[at]
    mark = f"{wrong.question.ref}. " if wrong.question.ref else ""
    added = [f"{mark}{wrong.question.text}", wrong.question.guidance, wrong.text]
    whole = replace(last, text=text_of(filter(None, [last.text, *added])))
    return _numbered([*answers[: at - 1], whole, *answers[at + 1 :]])


def _numbered(answers: Iterable[OldAnswer]) -> tuple[OldAnswer, ...]:
    return tuple(
        replace(each, question=replace(each.question, id=str(number), order=number))
        for number, each in enumerate(answers, start=1)
    )


def _starts(lines: Sequence[FormLine]) -> dict[int, Mark]:
    """Return the lines with which questions begin, by their places."""
    found = _asking(lines)
    strong = {place for place, line in enumerate(lines) if _is_strong(line)}
    if len(strong) > 1 and len(strong & set(found)) >= _MANY * len(found):
        found = {
            place: mark_of(lines[place].text) or Mark("", (), lines[place].text.strip())
            for place in sorted(strong)
        }
    if len(found) < _FEW:
        plain = {place: Mark("", (), lines[place].text.strip()) for place in _headings(lines)}
        found = {**plain, **found}
    for place in _left_cells(lines):
        text = lines[place].text
        found[place] = mark_of(text) or Mark("", (), text.strip())
    return dict(sorted(found.items()))


def _is_strong(line: FormLine) -> bool:
    text = line.text.strip()
    return (
        line.is_strong
        and line.cell is None
        and 0 < len(text) <= _LONGEST_QUESTION
        and not is_only_limit(text)
        and not _LABEL.fullmatch(text)
    )


def _asking(lines: Sequence[FormLine]) -> dict[int, Mark]:
    """Return the lines that ask something: by number and words, or by their question mark."""
    found: dict[int, Mark] = {}
    last: Mark | None = None
    parent: Mark | None = None
    listed: Mark | None = None
    for place, line in enumerate(lines):
        text = line.text.strip()
        if line.cell is not None or len(text) > _LONGEST_QUESTION or is_only_limit(text):
            continue
        mark = mark_of(text)
        if mark is None:
            if looks_asked(text) and not _LABEL.match(text):
                found[place] = Mark("", (), text)
        elif _is_next(mark, last, listed):
            found[place] = replace(mark, ref=in_parent(mark, parent))
            listed = None
            if mark.value:
                last = mark
                parent = parent if mark.is_letter else mark
        else:
            listed = mark
    return found


def _headings(lines: Sequence[FormLine]) -> Iterable[int]:
    """Yield the places of short lines after an empty one that name one of the usual questions."""
    for place, line in enumerate(lines):
        text = line.text.strip()
        is_first = not place or not lines[place - 1].text.strip()
        is_short = 0 < len(text) <= _LONGEST_HEADING and text[-1] not in ".,;"
        if is_first and is_short and line.cell is None and canonical_of(text) is not Canonical.NONE:
            yield place


def _is_next(mark: Mark, last: Mark | None, listed: Mark | None) -> bool:
    """Say whether a numbered line is the next question, and no thing in a list of an answer.

    ``last`` is the question before, ``listed`` what was numbered since and is none.
    """
    if mark.is_asked:
        return True
    if _asks(mark.rest):
        return follows(mark, last) or mark.rest.endswith("?")
    if last is None or listed is not None or mark.is_letter or not mark.rest:
        return False
    is_short = len(mark.rest) <= _LONGEST_HEADING and mark.rest[-1] not in ".,;"
    return is_short and mark.value == last.next_value()


def _asks(text: str) -> bool:
    """Say whether the words of a line are a question, whatever number it has."""
    return looks_asked(text) or canonical_of(text) is not Canonical.NONE


def _is_question_cell(text: str) -> bool:
    return mark_of(text) is not None or _asks(text)


def _left_cells(lines: Sequence[FormLine]) -> Iterable[int]:
    """Yield the places of the first line of each cell that holds a question."""
    last = None
    for place, line in enumerate(lines):
        if line.cell is not None and line.cell[2] == 0 and line.cell != last and line.text.strip():
            yield place
            last = line.cell


def _answered(block: _Block) -> _Answered:
    """Return a question with its answer; what stands between them is guidance."""
    asked, lines = block.asked, block.lines
    label = next((at for at, each in enumerate(lines[:_LABEL_WITHIN]) if _LABEL.match(each)), None)
    if label is not None:
        for each in lines[:label]:
            asked.take(each.strip())
        lines = [_LABEL.sub("", lines[label], count=1), *lines[label + 1 :]]
    else:
        lines = _after_guidance(asked, lines, is_told=block.is_told)
    question = asked.listed(0)
    answer = OldAnswer(question, text_of(each.rstrip() for each in lines))
    return answer, not block.is_sure and _is_heading(question)


def _after_guidance(asked: Asked, lines: Sequence[str], *, is_told: bool) -> list[str]:
    """Take limits and guidance off the beginning of an answer, and return the rest of it."""
    last = max((at for at, each in enumerate(lines) if each.strip()), default=0)
    for at, line in enumerate(lines[:_GUIDED_WITHIN]):
        first = line.strip()
        is_guidance = bool(_GUIDES.match(first)) and at < last and not is_told
        if first and not is_only_limit(first) and not is_guidance:
            return list(lines[at:])
        if first:
            asked.take(first)
    return list(lines[_GUIDED_WITHIN:])


def _whole(answers: Sequence[_Answered], before: str) -> OldForm:
    """Return a form in which headings that nobody answers are no questions.

    One that stands over a question goes into its guidance; the first is the title of the form.
    """
    title, left = _title(answers)
    above = text_of(filter(None, [before, title]))
    kept: list[_Answered] = []
    for each, is_heading in left:
        said = each
        if kept and _stands_over(*kept[-1], each):
            over = kept.pop()[0].question
            heading = text_of([over.text, over.guidance])
            guidance = text_of(filter(None, [heading, each.question.guidance]))
            said = replace(each, question=replace(each.question, guidance=guidance))
        kept.append((said, is_heading))
    found = (each for each, _ in kept if each.question.text or each.text)
    return OldForm(_numbered(found), above)


def _stands_over(over: OldAnswer, is_heading: bool, below: OldAnswer) -> bool:
    """Say whether one is the heading of another: it asks nothing, or "3" stands over "3a"."""
    if over.text:
        return False
    asked, ref = over.question, below.question.ref
    is_part = bool(asked.ref) and ref == f"{asked.ref}a"
    return is_heading or (is_part and asked.limit is None and not looks_asked(asked.text))


def _title(answers: Sequence[_Answered]) -> tuple[str, Sequence[_Answered]]:
    """Return what stands over the first question that asks something, and what comes after."""
    first = next((at for at, (_, is_heading) in enumerate(answers) if not is_heading), 0)
    above = [each for each, _ in answers[:first]]
    if any(len(each.text) > _LONGEST_QUESTION for each in above):
        return "", answers
    said = (text for each in above for text in (each.question.text, each.text))
    return text_of(filter(None, said)), answers[first:]


def _is_heading(question: ListedQuestion) -> bool:
    return not question.ref and question.limit is None and not _asks(question.text)
