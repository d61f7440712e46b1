"""Fields in which ids of people and of other records stand: they are read as names."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from vcs_desktop.core.language import Marked, marked, tr_marked
from vcs_desktop.core.text import beginning
from vcs_desktop.domain.kinds import (
    ANSWER,
    APPLICATION,
    ATTENDANCE,
    BUDGET,
    EXPENSES,
    GRANT,
    MEETING,
    PERSON,
    SHARED,
    SHIFT,
    THANKS,
    VOLUNTEER_ROLE,
)
from vcs_desktop.ui.history.field import Field
from vcs_desktop.ui.history.value_words import plain

if TYPE_CHECKING:
    from vcs_desktop.services.history import Names

_MOST_IN_A_NAME = 60

_PARTS: Mapping[tuple[str, str], Marked] = MappingProxyType(
    {
        (ATTENDANCE, "came"): marked("{name} came"),
        (ATTENDANCE, "helped"): marked("{name} helped"),
        (SHIFT, "people"): marked("{name} is down for it"),
        (MEETING, "present"): marked("{name} at the meeting"),
        (APPLICATION, "signatures"): marked("{name} signs"),
        (PERSON, "merged_from"): marked("Made one with {name}"),
        (PERSON, "not_same_as"): marked("Not the same as {name}"),
    }
)
"""Fields of which each part has the id of a person, and what its title then says."""

_PEOPLE = frozenset(
    {
        (EXPENSES, "person"),
        (EXPENSES, "agreed_by"),
        (THANKS, "person"),
        (MEETING, "conflicts/person"),
        (MEETING, "actions/owner"),
    }
)
_ANYBODY = frozenset(
    {
        (APPLICATION, "decided_by"),
        (APPLICATION, "checked_by"),
        (SHARED, "signers/person"),
        (SHARED, "contact"),
    }
)
"""Fields that hold the id of a person, or the typed name of somebody who is not in the list."""

_RECORDS = frozenset(
    {
        (ATTENDANCE, "activity"),
        (SHIFT, "activity"),
        (SHIFT, "role"),
        (VOLUNTEER_ROLE, "activity"),
        (MEETING, "decisions/tied_to"),
        (APPLICATION, "decided_meeting"),
        (APPLICATION, "papers/paper"),
        (ANSWER, "application"),
        (ANSWER, "reused_from"),
        (BUDGET, "application"),
        (GRANT, "application"),
    }
)


def with_names(
    kind: str, fields: Mapping[str, Field], names: "Names | None"
) -> Mapping[str, Field]:
    """Return the fields of a kind so that they read ids as names; None leaves them as they are."""
    if names is None:
        return fields
    return {name: _named(kind, name, field, names) for name, field in fields.items()}


def _named(kind: str, name: str, field: Field, names: "Names") -> Field:
    if words := _PARTS.get((kind, name)):
        called = names.before_merge if kind == PERSON else names.person
        return replace(field, of_whom=partial(_title, words, called))
    if (kind, name) in _PEOPLE:
        return replace(field, read=partial(_person, names))
    if (kind, name) in _ANYBODY:
        return replace(field, read=partial(_anybody, names))
    if (kind, name) in _RECORDS:
        return replace(field, read=partial(_record, names))
    if field.inner:
        inner = {
            part: _named(kind, f"{name}/{part}", each, names) for part, each in field.inner.items()
        }
        return replace(field, inner=inner)
    return field


def _title(words: Marked, called: Callable[[str], str], person_id: str) -> str:
    short, more = beginning(called(person_id), _MOST_IN_A_NAME)
    return tr_marked(words, name=short + ("…" if more else ""))


def _person(names: "Names", value: Any) -> str:
    return names.person(value) if isinstance(value, str) and value else plain(value)


def _anybody(names: "Names", value: Any) -> str:
    return names.said(value) if isinstance(value, str) and value else plain(value)


def _record(names: "Names", value: Any) -> str:
    return names.record(value) if isinstance(value, str) and value else plain(value)
