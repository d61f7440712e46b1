"""Questions out of a text that somebody pasted: numbers, limits and guidance are recognised.

It is a guess that a person confirms: nothing is kept of it before.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked
from vcs_desktop.core.text import without_hidden
from vcs_desktop.domain.answers import ListedQuestion
from vcs_desktop.domain.canonical_questions import canonical_of
from vcs_desktop.domain.form_lines import (
    FormLine,
    Mark,
    follows,
    goes_on,
    in_parent,
    lines_of,
    looks_asked,
    mark_of,
    text_of,
)
from vcs_desktop.domain.limits_typed import Limit, is_only_limit, limit_in, without_limit

_LONGEST_TITLE = 100
_LONGEST_READ = 500
_LEAST_PARTS = 3
_MOST_OF = 0.6
_ASKING = re.compile(
    r"\s*(?:what|how|why|who|whom|whose|when|where|which|do|does|did|is|are|have|has|can|will|would)"
    r"\b[^.!?]{2,250}\?\s",
    re.IGNORECASE,
)
"""The beginning of a line that asks something, and goes on: "Why you? Tell us in your words." """

MOST_QUESTIONS = 200
"""In one application; real forms ask up to sixty."""


class TooManyQuestions(AppError):
    """There are more questions than any form asks."""

    message = marked("These are more than 200 questions. No form asks so many.")
    advice = marked("Paste only the questions, not the whole document.")


@dataclass(frozen=True, slots=True)
class Found:
    """Questions as they were found. ``before`` is what stood before the first of them."""

    questions: tuple[ListedQuestion, ...] = ()
    before: str = ""


@dataclass(slots=True)
class Asked:
    """One question while its lines are gathered."""

    ref: str = ""
    text: str = ""
    limit: Limit | None = None
    guidance: list[str] = field(default_factory=list)

    def is_open_for(self, line: str) -> bool:
        """Say whether a line that names a limit belongs to it, which has none yet."""
        is_other = without_limit(line).endswith("?") and looks_asked(self.text)
        return self.limit is None and not is_other

    def take(self, line: str) -> None:
        """Take one more line: the rest of the question, its limit, or guidance."""
        if not self.text:
            self._begin(line)
        elif self.limit is None and is_only_limit(line):
            self.limit = limit_in(line)
        elif not self.guidance and len(self.text) < _LONGEST_READ and goes_on(self.text, line):
            self._begin(f"{self.text} {line}")
        elif line.strip() or self.guidance:
            self.guidance.append(line)
            self.limit = self.limit or limit_in(line)

    def _begin(self, line: str) -> None:
        self.limit = limit_in(line) or self.limit
        plain = without_limit(line)
        self.text = "" if is_only_limit(line) and not plain.strip(" .:") else plain

    def listed(self, number: int) -> ListedQuestion:
        """Return the question as it would be kept; ``number`` is its place."""
        asked, more = _first_asked(self.text)
        question = ListedQuestion(
            id=str(number),
            order=number,
            ref=self.ref,
            text=asked,
            guidance=text_of(filter(None, [more, text_of(self.guidance)])),
            canonical=canonical_of(asked),
        )
        return with_limit(question, self.limit)


def with_limit(question: ListedQuestion, limit: Limit | None) -> ListedQuestion:
    """Return a question with a limit that was read; None leaves it as it is."""
    if limit is None:
        return question
    return replace(
        question,
        limit=limit.number,
        unit=limit.unit,
        counts_spaces=limit.counts_spaces,
        counts_breaks=limit.counts_breaks,
    )


def questions_in_text(text: str) -> Found:
    """Return the questions in a text that was pasted or read from a file.

    Raises:
        TooManyQuestions: there are more than any form has.
    """
    return questions_in(lines_of(without_hidden(text)))


def questions_in(lines: Sequence[FormLine]) -> Found:
    """Return the questions in the lines of a form, each with its number and its limit.

    Where lines are numbered, the numbered ones are questions and the others are guidance.
    Where none is, it is the headings over paragraphs, or else the lines that ask something or
    name a limit; and where there are none of these either, every line is one.

    Raises:
        TooManyQuestions: there are more than any form has.
    """
    starts = _numbered(lines) or _headed(lines) or _asking(lines) or _every(lines)
    found: list[Asked] = []
    before: list[str] = []
    for place, line in enumerate(lines):
        start = starts.get(place)
        is_bare = start is not None and not start.is_asked and not start.value
        if is_bare and found and found[-1].is_open_for(line.text):
            start = None
        if start is not None:
            found.append(Asked(start.ref))
            if len(found) > MOST_QUESTIONS:
                raise TooManyQuestions
        text = start.rest if start is not None else line.text.strip()
        if not found:
            before.append(text)
        elif text or start is None:
            found[-1].take(text)
    asked = [each for each in _without_headings(found) if each.text]
    listed = (each.listed(number) for number, each in enumerate(asked, start=1))
    return Found(tuple(listed), text_of(before))


def _numbered(lines: Sequence[FormLine]) -> dict[int, Mark]:
    """Return the numbered lines that are questions, by their places."""
    starts: dict[int, Mark] = {}
    last: Mark | None = None
    parent: Mark | None = None
    listed: Mark | None = None
    for place, line in enumerate(lines):
        mark = mark_of(line.text)
        if mark is None:
            if (
                starts
                and without_limit(line.text) != line.text.strip()
                and not is_only_limit(line.text)
            ):
                starts[place] = Mark("", (), line.text.strip())
            continue
        is_in_list = listed is not None and mark.value == listed.next_value()
        is_question = mark.is_asked or looks_asked(mark.rest)
        if not is_question and (is_in_list or not follows(mark, last)):
            listed = mark
            continue
        listed = None
        starts[place] = replace(mark, ref=in_parent(mark, parent))
        if mark.value:
            last = mark
            parent = parent if mark.is_letter else mark
    is_numbered = any(not each.is_letter or len(starts) > 1 for each in starts.values())
    return starts if is_numbered else {}


def _headed(lines: Sequence[FormLine]) -> dict[int, Mark]:
    """Return the headings of a form that is parted by empty lines; none where it is not so."""
    texts = [each.text.strip() for each in lines]
    firsts = [at for at, each in enumerate(texts) if each and (not at or not texts[at - 1])]
    if len(firsts) > MOST_QUESTIONS:
        return {}
    longer = [at for at in firsts if at + 1 < len(texts) and texts[at + 1]]
    titles = [at for at in firsts if _is_title(texts[at])]
    inside = [at for at, each in enumerate(texts) if looks_asked(each) and at not in firsts]
    is_so = len(firsts) >= _LEAST_PARTS and len(longer) * 2 >= len(firsts)
    if not is_so or len(titles) < _MOST_OF * len(firsts) or len(inside) * 2 > len(firsts):
        return {}
    return {at: Mark("", (), texts[at], is_asked=True) for at in titles}


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and text[-1] not in ".,;:" and not is_only_limit(text)


def _first_asked(text: str) -> tuple[str, str]:
    """Return the first sentence of a question that asks something, and what is said after it."""
    asked, mark, more = text.partition("? ")
    if not mark or (more.rstrip().endswith("?") and len(text) <= _LONGEST_TITLE * 2):
        return text, ""
    return f"{asked}?", more.strip()


def _asking(lines: Sequence[FormLine]) -> dict[int, Mark]:
    return {
        place: Mark("", (), line.text.strip(), is_asked=True)
        for place, line in enumerate(lines)
        if _asks_something(line.text) and not is_only_limit(line.text)
    }


def _asks_something(text: str) -> bool:
    return looks_asked(text) or _ASKING.match(text[:_LONGEST_READ]) is not None


def _every(lines: Sequence[FormLine]) -> dict[int, Mark]:
    return {
        place: Mark("", (), line.text.strip(), is_asked=True)
        for place, line in enumerate(lines)
        if line.text.strip() and not is_only_limit(line.text)
    }


def _without_headings(found: Iterable[Asked]) -> list[Asked]:
    """Return questions with what was only a heading over parts put into the first part's guidance.

    "3. About you" over "3a" and "3b" asks nothing itself.
    """
    kept: list[Asked] = []
    for each in found:
        over = kept[-1] if kept else None
        is_part = over is not None and over.ref and each.ref == f"{over.ref}a"
        if over and is_part and over.limit is None and not looks_asked(over.text):
            kept.pop()
            each.guidance = [over.text, *over.guidance, *each.guidance]
        kept.append(each)
    return kept
