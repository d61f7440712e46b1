"""What groups agreed to share in one year, in numbers that name nobody.

Only counts leave an inbox: no text that a group wrote, and no count under five. All counts of one
sort stand in one table, so that no two tables come to the same total and give each other away; the
list of the sorts has no total. What a group took back is not counted. What only the council's key
opens, and what was deleted when its time was over, is counted without what it said.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from types import MappingProxyType
from typing import Any, Final

from vcs_desktop.core.language import tr
from vcs_desktop.core.text import without_hidden
from vcs_desktop.domain.attendance_sums import FEW
from vcs_desktop.domain.counted_table import ToldTable, told_table
from vcs_desktop.domain.days import local_day
from vcs_desktop.domain.sharing.shared import Sort
from vcs_desktop.domain.sharing.words import (
    DISTRICTS,
    NEED_TOPICS,
    place_in_words,
    sort_in_words,
    topic_in_words,
)
from vcs_desktop.wire.service import SharedWhole, State
from vcs_desktop.wire.submission import Submission, submission_of

_NOT_KNOWN = ""
_LONGEST_NAME = 120
_KEPT, _NOT_KEPT, _ALL = "kept", "not_kept", "all"

Names = Mapping[str, str]
"""What rows or columns are called, by their ids, in the order in which they stand."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What one thing says of which anything is counted; empty, or None, is not known."""

    topic: str = ""
    area: str = ""
    principle: str = ""
    principle_title: str = ""
    was_kept: bool | None = None
    consultation: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    """The row and the column in which something is counted."""

    row: str
    column: str


@dataclass(frozen=True, slots=True)
class SortCounted:
    """How much of one sort was shared; None is a number that is not told."""

    name: str
    count: int | None


@dataclass(frozen=True, slots=True)
class TopicTable:
    """A table of one sort; ``table`` is None where there is nothing in it that may be told."""

    title: str
    of_rows: str
    table: ToldTable | None


@dataclass(frozen=True, slots=True)
class SharedYear:
    """What groups shared in a year: how much of each sort, and the tables that are told."""

    sorts: tuple[SortCounted, ...] = ()
    tables: tuple[TopicTable, ...] = ()


def shared_in(year: int, items: Iterable[SharedWhole]) -> SharedYear:
    """Return in numbers what came in a year, by the days of this country."""
    came = [
        each for each in items
        if local_day(each.line.received_at).year == year
        and each.line.state is not State.WITHDRAWN
    ]  # fmt: skip
    counted = [(each.line.kind, _said(each)) for each in came]
    secret = _secret_of(came)
    by_kind = Counter(kind for kind, _ in counted)
    tables = {
        sort: make([said for kind, said in counted if kind == sort], secret)
        for sort, make in _TABLES
    }
    sorts = [
        SortCounted(sort_in_words(sort), _count(by_kind[sort], tables.get(sort)))
        for sort in _ORDER
    ]  # fmt: skip
    others = sum(count for kind, count in by_kind.items() if kind not in set(Sort))
    if others:
        sorts.append(SortCounted(tr("Something else"), _count(others, None)))
    return SharedYear(tuple(sorts), tuple(tables.values()))


def _secret_of(items: Iterable[SharedWhole]) -> bytes:
    """Return what nobody knows who has not seen the inbox: its numbers are random."""
    return sha256("".join(sorted(each.line.uuid for each in items)).encode()).digest()


def whole_year(year: int) -> tuple[date, date]:
    """Return the first and the last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def _count(count: int, made: TopicTable | None) -> int | None:
    """Return how many of a sort there are, if that may be told: also its table has its say."""
    if count == 0:
        return 0
    if made is not None:
        return made.table.whole if made.table else None
    return None if count < FEW else count


def _said(item: SharedWhole) -> _Said:
    """Return what was shared; of what cannot be read here nothing is known."""
    try:
        found: Submission | None = None if item.body is None else submission_of(item.body)
    except ValueError:
        return _Said()
    if found is None or found.kind != item.line.kind:
        return _Said()
    fields = found.fields
    was_kept = fields.get("was_kept")
    return _Said(
        topic=_text(fields, "topic"),
        area=_text(fields, "area"),
        principle=_text(fields, "principle"),
        principle_title=_text(fields, "principle_title"),
        was_kept=was_kept if isinstance(was_kept, bool) else None,
        consultation=_text(fields, "consultation"),
        title=_text(fields, "title"),
    )


def _text(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    return value if isinstance(value, str) else _NOT_KNOWN


def _needs(said: Sequence[_Said], secret: bytes) -> TopicTable:
    topics = {each: topic_in_words(Sort.NEED, each) for each in NEED_TOPICS}
    districts = {each: place_in_words(each) for each in DISTRICTS}
    places = [_Place(each.topic, each.area) for each in said]
    title = tr("What people need, by district")
    return TopicTable(title, tr("What about"), _table(places, topics, districts, secret))


def _themes(said: Sequence[_Said], secret: bytes) -> TopicTable:
    promises = _told_names((each.principle, each.principle_title) for each in said)
    kept = {_KEPT: tr("Kept"), _NOT_KEPT: tr("Not kept")}
    places = [_Place(each.principle, _kept(each.was_kept)) for each in said]
    title = tr("How the Compact was kept")
    return TopicTable(title, tr("Promise of the Compact"), _table(places, promises, kept, secret))


def _consultations(said: Sequence[_Said], secret: bytes) -> TopicTable:
    titles = _told_names((each.consultation, each.title) for each in said)
    places = [_Place(each.consultation, _ALL) for each in said]
    table = _table(places, titles, {_ALL: tr("Answers")}, secret)
    return TopicTable(tr("Answers to consultations"), tr("Consultation"), table)


def _table(
    places: Iterable[_Place], rows: Names, columns: Names, secret: bytes
) -> ToldTable | None:
    """Return a table of how much stands in each place; None where nothing of it may be told.

    Rows and columns in which nothing is counted are left out. What has no name is one row, or one
    column, of its own.
    """
    found = Counter(
        _Place(_one_of(each.row, rows), _one_of(each.column, columns)) for each in places
    )
    if not found:
        return None
    downward = _standing((each.row for each in found), rows)
    across = _standing((each.column for each in found), columns)
    counts = [[found[_Place(row, column)] for column in across] for row in downward]
    return told_table([*downward.values()], [*across.values()], counts, secret)


def _one_of(value: str, known: Names) -> str:
    return value if value in known else _NOT_KNOWN


def _standing(found: Iterable[str], names: Names) -> Names:
    """Return the names of what something is counted of, and last what is not known."""
    there = set(found)
    every = {**names, _NOT_KNOWN: tr("Others, or not known")}
    return {each: words for each, words in every.items() if each in there}


def _told_names(said: Iterable[tuple[str, str]]) -> Names:
    """Return what things are called that five or more spoke of in the same words, by their ids.

    ``said`` is the id and the title in each of them. A title comes from a group's own computer:
    what only few say may be about few.
    """
    both = Counter((one, called) for one, called in said if one and called)
    usual = sorted(both.items(), key=lambda each: (each[1], each[0]))
    found = {one: called for (one, called), count in usual if count >= FEW}
    return {one: _short(found[one]) for one in sorted(found, key=lambda one: found[one])}


def _short(title: str) -> str:
    return " ".join(without_hidden(title).split())[:_LONGEST_NAME]


def _kept(was_kept: bool | None) -> str:
    if was_kept is None:
        return _NOT_KNOWN
    return _KEPT if was_kept else _NOT_KEPT


_ORDER: Final = (
    Sort.NEED, Sort.THEME, Sort.CONSULTATION, Sort.PLEDGE, Sort.PROFILE, Sort.INTEREST, Sort.HELP,
)  # fmt: skip
_TABLES: Final = MappingProxyType(
    {Sort.NEED: _needs, Sort.THEME: _themes, Sort.CONSULTATION: _consultations}
).items()
