"""The agenda: what usually stands on it, and moving its items about."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from vcs_desktop.core.language import Marked, marked, tr_marked
from vcs_desktop.domain.meetings import AgendaItem, MeetingKind
from vcs_desktop.domain.ordered import in_order

STEP = 10
"""Between the places of two items: so that few have to change when one is moved."""

_WELCOME, _MINUTES = marked("Welcome and apologies"), marked("Minutes of the last meeting")
_INTERESTS = marked("Interests to declare")
_OTHER, _NEXT = marked("Any other business"), marked("Date of the next meeting")
_USUAL: tuple[Marked, ...] = (
    _WELCOME,
    _INTERESTS,
    _MINUTES,
    marked("Actions from last time"),
    marked("Money"),
    marked("Keeping people safe"),
    marked("What we are planning"),
    _OTHER,
    _NEXT,
)
_YEARLY: tuple[Marked, ...] = (
    _WELCOME,
    marked("Minutes of the last yearly meeting"),
    marked("Report of the year"),
    marked("Accounts of the year"),
    marked("Choosing the committee"),
    marked("Who looks over the accounts next year"),
    _OTHER,
)
_GENERAL: tuple[Marked, ...] = (_WELCOME, _MINUTES, marked("What we are here to decide"), _OTHER)
_BY_KIND: Mapping[MeetingKind, tuple[Marked, ...]] = MappingProxyType(
    {MeetingKind.YEARLY: _YEARLY, MeetingKind.GENERAL: _GENERAL}
)


def usual_titles(kind: MeetingKind) -> tuple[str, ...]:
    """Return what usually stands on the agenda of a meeting of a kind."""
    return tuple(tr_marked(each) for each in _BY_KIND.get(kind, _USUAL))


def missing_titles(agenda: Iterable[AgendaItem], kind: MeetingKind) -> tuple[str, ...]:
    """Return what usually stands on it, and does not yet."""
    there = {item.title.casefold().strip() for item in agenda}
    return tuple(title for title in usual_titles(kind) if title.casefold() not in there)


def with_titles(
    agenda: Iterable[AgendaItem], titles: Iterable[str], new_id: Callable[[], str]
) -> tuple[AgendaItem, ...]:
    """Return the agenda with some more items at its end."""
    items = in_order(agenda)
    last = items[-1].order if items else 0
    more = tuple(
        AgendaItem(new_id(), last + STEP * number, title) for number, title in enumerate(titles, 1)
    )
    return (*items, *more)


def with_usual(
    agenda: Iterable[AgendaItem], kind: MeetingKind, new_id: Callable[[], str]
) -> tuple[AgendaItem, ...]:
    """Return the agenda with every usual item that it has not.

    The usual ones stand in their usual order; what somebody added stays among them, before
    any other business.
    """
    items, usual = in_order(agenda), usual_titles(kind)
    known = {item.title.casefold().strip(): item for item in items}
    told = [known.get(title.casefold()) or AgendaItem(new_id(), 0, title) for title in usual]
    own = [item for item in items if item not in told]
    place = usual.index(tr_marked(_OTHER)) if tr_marked(_OTHER) in usual else len(usual)
    return _numbered([*told[:place], *own, *told[place:]])


def moved(agenda: Iterable[AgendaItem], item_id: str, by: int) -> tuple[AgendaItem, ...]:
    """Return the agenda with one item moved down by some places, or up where it is less than 0.

    At either end it stays there. Where that does, only the places of two change, so that
    two computers seldom change the same item.
    """
    items = list(in_order(agenda))
    at = next((n for n, item in enumerate(items) if item.id == item_id), None)
    if at is None:
        return tuple(items)
    to = min(max(at + by, 0), len(items) - 1)
    if abs(to - at) == 1 and len({item.order for item in items}) == len(items):
        one, other = items[at], items[to]
        items[at], items[to] = replace(other, order=one.order), replace(one, order=other.order)
        return in_order(items)
    items.insert(to, items.pop(at))
    return _numbered(items)


def _numbered(items: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    return tuple(replace(item, order=number * STEP) for number, item in enumerate(items, 1))
