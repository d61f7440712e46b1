"""The answers that a group has given before, to be found and used again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from vcs_desktop.domain.answers import Answer, AnswerState, Canonical
from vcs_desktop.domain.applications import Application, Status
from vcs_desktop.domain.counting import characters, counted, words
from vcs_desktop.domain.words_typed import folded, has_words

_ALIKE = 0.5
_MOST_COMPARED = 60
"""Words of a question: two that ask the same do so from the beginning."""

_SENT = frozenset({Status.SENT, Status.AWARDED, Status.REFUSED})
_ORDER = {each: number for number, each in enumerate(Canonical)}


@dataclass(frozen=True, slots=True)
class LibraryAnswer:
    """One answer that was finished, and where it was used.

    ``written_on`` is the day it was sent, or else last changed; None is not known. ``used_in``
    are the names of the applications that an answer was made of it for, since.
    """

    answer: Answer
    application: str
    funder: str
    status: Status
    is_from_before: bool
    written_on: date | None
    used_in: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Return the id of the answer."""
        return self.answer.id

    @property
    def word_count(self) -> int:
        """Return how many words it has; counted when it is asked for, which takes its time."""
        return words(self.answer.text)

    @property
    def character_count(self) -> int:
        """Return how many characters it has, with spaces and the ends of lines."""
        return characters(self.answer.text)

    @property
    def canonical(self) -> Canonical:
        """Return which of the usual questions it answers."""
        return self.answer.canonical


@dataclass(frozen=True, slots=True)
class Dated:
    """An answer with the day on which it was last changed; None is not known."""

    answer: Answer
    changed_on: date | None = None


def library_of(
    applications: Mapping[str, Application], answers: Sequence[Dated]
) -> list[LibraryAnswer]:
    """Return every finished answer, by what is asked, the newest first.

    Finished is what its writer says is done, and what was sent. What is empty is not, nor what
    belongs to no application that is there (``applications``, by id).
    """
    there = [each for each in answers if each.answer.application in applications]
    used: dict[str, list[str]] = {}
    for each in there:
        if each.answer.reused_from:
            name = applications[each.answer.application].name
            used.setdefault(each.answer.reused_from, []).append(name)
    found = [
        _entry(each, applications[each.answer.application], used.get(each.answer.id, ()))
        for each in there
        if _is_finished(each.answer, applications[each.answer.application])
    ]
    return sorted(found, key=_by_question)


def with_words(entries: Iterable[LibraryAnswer], typed: str) -> list[LibraryAnswer]:
    """Return the answers in which every word that was typed stands, or begins another."""
    if not typed.strip():
        return list(entries)
    return [
        each
        for each in entries
        if has_words(
            f"{each.answer.question}\n{each.answer.text}\n{each.application}\n{each.funder}", typed
        )
    ]


def suited(entries: Iterable[LibraryAnswer], to: Answer) -> list[LibraryAnswer]:
    """Return the answers to use for a question, the best first.

    First those to the same of the usual questions, or to nearly the same words; of these first
    the ones that fit the limit, the newest first. Answers of the same application are not
    among them, and of several with the same words only the first is.
    """
    others = (each for each in entries if each.answer.application != to.application)
    closeness = _Closeness(to)
    scored = ((closeness.of(each.answer), each) for each in others)
    best_first = sorted(
        (pair for pair in scored if pair[0]),
        key=lambda pair: (-pair[0], bool(counted(pair[1].answer.text, to).over), *_age(pair[1])),
    )
    once: dict[str, LibraryAnswer] = {}
    for _, each in best_first:
        once.setdefault(" ".join(each.answer.text.split()), each)
    return list(once.values())


def family_of(entries: Sequence[LibraryAnswer], answer_id: str) -> list[LibraryAnswer]:
    """Return an answer with all that was made of it or it was made of, the shortest first.

    These are its short and long versions, to be looked at side by side.
    """
    near: dict[str, set[str]] = {}
    for each in entries:
        source = each.answer.reused_from
        if source:
            near.setdefault(source, set()).add(each.id)
            near.setdefault(each.id, set()).add(source)
    family, left = {answer_id}, [answer_id]
    while left:
        new = near.get(left.pop(), set()) - family
        family |= new
        left += new
    kin = [each for each in entries if each.id in family]
    return sorted(kin, key=lambda each: (each.word_count, each.character_count, each.id))


def _entry(dated: Dated, application: Application, used_in: Iterable[str]) -> LibraryAnswer:
    return LibraryAnswer(
        answer=dated.answer,
        application=application.name,
        funder=application.funder,
        status=application.status,
        is_from_before=application.is_from_before,
        written_on=application.sent_on or dated.changed_on,
        used_in=tuple(sorted(used_in, key=str.casefold)),
    )


def _is_finished(answer: Answer, application: Application) -> bool:
    is_sent = application.status in _SENT and not application.is_from_before
    return bool(answer.text.strip()) and (answer.state is AnswerState.DONE or is_sent)


def _by_question(entry: LibraryAnswer) -> tuple[int, bool, int, str]:
    number = _ORDER[entry.canonical]
    return (number if entry.canonical is not Canonical.NONE else len(_ORDER), *_age(entry))


def _age(entry: LibraryAnswer) -> tuple[bool, int, str]:
    on = entry.written_on
    return on is None, -on.toordinal() if on else 0, entry.id


class _Closeness:
    """How near other questions are to one; what is worked out of that one is so once."""

    def __init__(self, to: Answer) -> None:
        self._canonical = to.canonical
        self._asked = _words_of(to.question)
        self._alike = SequenceMatcher(None, autojunk=False)
        self._alike.set_seq2(self._asked)

    def of(self, answer: Answer) -> int:
        """Return 2 for the same words, 1 for nearly the same question, 0 for another one."""
        was = _words_of(answer.question)
        if was and was == self._asked:
            return 2
        if answer.canonical is self._canonical and answer.canonical is not Canonical.NONE:
            return 1
        self._alike.set_seq1(was)
        # Each of these is an upper bound of the next, and far quicker.
        bounds = (self._alike.real_quick_ratio, self._alike.quick_ratio, self._alike.ratio)
        return int(all(bound() > _ALIKE for bound in bounds))


def _words_of(question: str) -> list[str]:
    return folded(question).split()[:_MOST_COMPARED]
