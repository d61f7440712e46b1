"""What groups agreed to share in one year, in numbers that name nobody.

Only counts leave an inbox: no text that a group wrote, and no count under five. All counts of one
sort stand in one table, so that no two tables come to the same total and give each other away; the
list of the sorts has no total. What a group took back is not counted. What only the council's key
opens, and what was deleted when its time was over, is counted without what it said.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
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
_KEPT, _NOT_KEPT = "kept", "not_kept"

Pair = tuple[str, str]
"""The row and the column in which something is counted; empty is not known."""


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
    counted = [
        (each.line.kind, _opened(each)) for each in items
        if local_day(each.line.received_at).year == year
        and each.line.state is not State.WITHDRAWN
    ]  # fmt: skip
    by_kind = Counter(kind for kind, _ in counted)
    tables = {
        sort: make([said for kind, said in counted if kind == sort]) for sort, make in _TABLES
    }
    sorts = [
        SortCounted(sort_in_words(sort), _count(by_kind[sort], tables.get(sort)))
        for sort in _ORDER
    ]  # fmt: skip
    others = sum(count for kind, count in by_kind.items() if kind not in set(Sort))
    if others:
        sorts.append(SortCounted(tr("Something else"), _count(others, None)))
    return SharedYear(tuple(sorts), tuple(tables.values()))


def first_year(items: Iterable[SharedWhole]) -> int | None:
    """Return the year of the oldest thing that was shared; None where there is nothing."""
    return min((local_day(each.line.received_at).year for each in items), default=None)


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


def _opened(item: SharedWhole) -> Mapping[str, Any]:
    """Return the fields of what was shared; nothing where it cannot be read here."""
    try:
        said: Submission | None = None if item.body is None else submission_of(item.body)
    except ValueError:
        return {}
    return said.fields if said is not None and said.kind == item.line.kind else {}


def _needs(said: Sequence[Mapping[str, Any]]) -> TopicTable:
    pairs = [(_one_of(e, "topic", NEED_TOPICS), _one_of(e, "area", DISTRICTS)) for e in said]
    return _table(
        (tr("What people need, by district"), tr("What about")), pairs,
        ([*NEED_TOPICS], lambda topic: topic_in_words(Sort.NEED, topic)),
        ([*DISTRICTS], place_in_words),
    )  # fmt: skip


def _themes(said: Sequence[Mapping[str, Any]]) -> TopicTable:
    names = _told_names(said, "principle", "principle_title")
    pairs = [
        (_one_of(e, "principle", names), _kept(e.get("was_kept")))
        for e in said
    ]  # fmt: skip
    words = {_KEPT: tr("Kept"), _NOT_KEPT: tr("Not kept")}
    return _table(
        (tr("How the Compact was kept"), tr("Promise of the Compact")), pairs,
        ([*names], names.__getitem__), ([*words], words.__getitem__),
    )  # fmt: skip


def _consultations(said: Sequence[Mapping[str, Any]]) -> TopicTable:
    names = _told_names(said, "consultation", "title")
    pairs = [(_one_of(e, "consultation", names), "all") for e in said]
    return _table(
        (tr("Answers to consultations"), tr("Consultation")), pairs,
        ([*names], names.__getitem__), (["all"], lambda _: tr("Answers")),
    )  # fmt: skip


def _table(
    titles: tuple[str, str],
    pairs: Sequence[Pair],
    rows: tuple[list[str], Callable[[str], str]],
    columns: tuple[list[str], Callable[[str], str]],
) -> TopicTable:
    """Return a table of pairs; rows and columns in which nothing is counted are left out."""
    found = Counter(pairs)
    tall, wide = {row for row, _ in pairs}, {column for _, column in pairs}
    downward = [each for each in (*rows[0], _NOT_KNOWN) if each in tall]
    across = [each for each in (*columns[0], _NOT_KNOWN) if each in wide]
    counts = [[found[row, column] for column in across] for row in downward]
    table = None
    if counts:
        table = told_table(_called(downward, rows[1]), _called(across, columns[1]), counts)
    return TopicTable(*titles, table)


def _called(names: Sequence[str], words: Callable[[str], str]) -> list[str]:
    return [words(each) if each else tr("Others, or not known") for each in names]


def _one_of(fields: Mapping[str, Any], name: str, known: Iterable[str]) -> str:
    value = fields.get(name)
    return value if isinstance(value, str) and value in set(known) else _NOT_KNOWN


def _told_names(
    said: Sequence[Mapping[str, Any]], name: str, title: str
) -> Mapping[str, str]:  # fmt: skip
    """Return what things are called that five or more spoke of in the same words, by their ids.

    A title comes from a group's own computer: what only few say may be about few.
    """
    both = Counter(
        (one, called) for each in said
        if isinstance(one := each.get(name), str) and one
        and isinstance(called := each.get(title), str) and called
    )  # fmt: skip
    usual = sorted(both.items(), key=lambda each: (each[1], each[0]))
    found = {one: called for (one, called), count in usual if count >= FEW}
    return {one: _short(found[one]) for one in sorted(found, key=lambda one: found[one])}


def _short(title: str) -> str:
    return " ".join(without_hidden(title).split())[:_LONGEST_NAME]


def _kept(value: Any) -> str:
    if not isinstance(value, bool):
        return _NOT_KNOWN
    return _KEPT if value else _NOT_KEPT


_ORDER: Final = (
    Sort.NEED, Sort.THEME, Sort.CONSULTATION, Sort.PLEDGE, Sort.PROFILE, Sort.INTEREST, Sort.HELP,
)  # fmt: skip
_TABLES: Final = MappingProxyType(
    {Sort.NEED: _needs, Sort.THEME: _themes, Sort.CONSULTATION: _consultations}
).items()
