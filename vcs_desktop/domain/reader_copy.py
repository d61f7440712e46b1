"""A copy of an application that somebody reads, and what comes back of it.

In the copy every question is a heading and every line of an answer a paragraph. Word,
LibreOffice and Google write such a file anew when somebody saves it, so a question is found
again by the words of its heading, and where these were changed too, by its place.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import marked
from vcs_desktop.domain.answers import Answer
from vcs_desktop.domain.call_change_words import question_in_words
from vcs_desktop.domain.call_changes import as_listed
from vcs_desktop.domain.words_typed import folded

MOST_COMPARED = 2_000
"""Lines of one answer; of a longer one that was changed, every line counts as theirs."""

_NOT_HELD = re.compile("[^\t\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no file of this sort can hold. Source: XML 1.0, 2.2."""


class NotThisCopy(CannotUseInput):
    """A file came back in which no question of the application stands."""

    message = marked("We find no question of this application in this file.")
    advice = marked("Choose the file that came back. Its questions must still stand in it.")


@dataclass(frozen=True, slots=True)
class WordLine:
    """A paragraph of a file that came back, to the letter."""

    text: str
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment that somebody left beside the words. ``who`` is as their program calls them."""

    who: str
    text: str


@dataclass(frozen=True, slots=True)
class FileBack:
    """A file that came back: its paragraphs, and the comments beside them."""

    lines: tuple[WordLine, ...]
    remarks: tuple[Remark, ...] = ()


def heading_of(number: int, answer: Answer) -> str:
    """Return a question as the copy says it: its number, its words and its limit."""
    said = f"{answer.ref or number}. {question_in_words(as_listed(answer))}"
    return " ".join(held(said.replace("\n", " ")).split())


def lines_out(text: str) -> list[str]:
    """Return the lines of an answer as such a file can hold them."""
    return [held(each) for each in text.split("\n")]


def held(line: str) -> str:
    """Return a line without what such a file cannot hold, such as control characters."""
    return _NOT_HELD.sub("", line)


def came_back(lines: Sequence[WordLine], answers: Sequence[Answer]) -> dict[str, str]:
    """Return what the file says to each question, by the ids of the answers.

    A question that cannot be found is not among them. What nobody touched comes back to the
    letter, also what the file itself could not hold.

    Raises:
        NotThisCopy: none can be found.
    """
    places = _places(lines, answers)
    begins = sorted(each for each in places if each is not None)
    if not begins:
        raise NotThisCopy
    ends = dict(zip(begins, (*begins[1:], len(lines)), strict=True))
    return {
        answer.id: restored([each.text for each in lines[place + 1 : ends[place]]], answer.text)
        for place, answer in zip(places, answers, strict=True)
        if place is not None
    }


def restored(lines: Sequence[str], before: str) -> str:
    """Return lines that came back as a text; those that nobody touched are as they were.

    Empty lines round it count for nothing: many programs add one.
    """
    was, out = before.split("\n"), lines_out(before)
    if _without_edges(lines) == _without_edges(out):
        return before
    if max(len(lines), len(was)) > MOST_COMPARED:
        return "\n".join(lines)
    found: list[str] = []
    compared = SequenceMatcher(None, out, lines, autojunk=False)
    for what, start, end, new_start, new_end in compared.get_opcodes():
        found += was[start:end] if what == "equal" else lines[new_start:new_end]
    return "\n".join(found)


def _without_edges(lines: Sequence[str]) -> list[str]:
    told = [place for place, each in enumerate(lines) if each.strip()]
    return [each.rstrip() for each in lines[told[0] : told[-1] + 1]] if told else []


def _places(lines: Sequence[WordLine], answers: Sequence[Answer]) -> list[int | None]:
    """Return in which line each question stands; None is that it cannot be found.

    First come headings with the same words, in their order; then those that say the question
    in another way; then lines that are no headings any more; at last headings whose words were
    changed, where between two that were found as many are left as there are questions.
    """
    said = [_plain(each.text) for each in lines]
    full = [_plain(heading_of(number, each)) for number, each in enumerate(answers, 1)]
    bare = [_plain(held(each.question)) for each in answers]
    heads = [place for place, each in enumerate(lines) if each.is_heading]
    rest = [place for place, each in enumerate(lines) if not each.is_heading]
    found = _Found([None] * len(answers), len(lines))
    found.look(heads, lambda place, number: said[place] == full[number])
    found.look(heads, lambda place, number: bool(bare[number]) and bare[number] in said[place])
    found.look(rest, lambda place, number: said[place] == full[number])
    found.look(rest, lambda place, number: bool(bare[number]) and said[place] == bare[number])
    found.pair(heads)
    return found.places


@dataclass(slots=True)
class _Found:
    """Where questions were found so far; they stand in their order."""

    places: list[int | None]
    end: int

    def look(self, among: Sequence[int], is_it: Callable[[int, int], bool]) -> None:
        """Give each question without a place the first line that is it, between its neighbours."""
        for number, known in enumerate(self.places):
            if known is None:
                first, last = self._between(number)
                free = (each for each in among if first < each < last)
                self.places[number] = next((each for each in free if is_it(each, number)), None)

    def pair(self, among: Sequence[int]) -> None:
        """Pair what is left between two neighbours, where it is as many as questions."""
        number = 0
        while number < len(self.places):
            if self.places[number] is not None:
                number += 1
                continue
            first, last = self._between(number)
            until = number
            while until < len(self.places) and self.places[until] is None:
                until += 1
            free = [each for each in among if first < each < last]
            if len(free) == until - number and (first >= 0 or last < self.end):
                self.places[number:until] = free
            number = until

    def _between(self, number: int) -> tuple[int, int]:
        before = [each for each in self.places[:number] if each is not None]
        after = [each for each in self.places[number:] if each is not None]
        return (before[-1] if before else -1), (after[0] if after else self.end)


def changed_ones(back: Mapping[str, str], answers: Iterable[Answer]) -> list[Answer]:
    """Return the answers to which the file says something else."""
    return [each for each in answers if back.get(each.id, each.text) != each.text]


def _plain(text: str) -> str:
    return " ".join(folded(text).split())
