"""The fields of a record as operations carry them: plain JSON values by name.

What says nothing (an empty text, None, an empty list that means nothing) is left
out, so two records are the same when their values are. A tuple of things with ids
of their own is taken apart, one value for each ("roles/0190…"): two people can add
a role each, and both stay.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, field, fields, is_dataclass, make_dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from vcs_desktop.core.text import without_hidden
from vcs_desktop.wire.operation import Change
from vcs_desktop.wire.record import canonical

Thing = TypeVar("Thing")
Values = Mapping[str, Any]

PART = "/"
"""Parts the name of a field from the id of one of several in it."""

ID = "id"


class NotAValue(ValueError):
    """A value does not say what its field can hold; the field is taken as not told."""


def values_of(thing: Any) -> dict[str, Any]:
    """Return what a record says, without its id and without what it does not say."""
    found: dict[str, Any] = {}
    for each in fields(thing):
        value = getattr(thing, each.name)
        if each.name == ID or value == _default(each):
            continue
        if _has_parts(value):
            for part in value:
                found[f"{each.name}{PART}{part.id}"] = _plain_fields(part)
        else:
            found[each.name] = _plain(value)
    return found


def thing_of(shape: type[Thing], values: Values, record_id: str = "") -> Thing:
    """Return a record of a shape; a value that cannot be one of its field is passed over.

    What only a newer app knows stays in the values and is not looked at.
    """
    thing: Thing = _shape(shape).whole(values, record_id)
    return thing


def changes_of(held: Values, before: Any, after: Any) -> dict[str, Change]:
    """Return what a person changed in a record, field by field; None is what is not told.

    ``held`` are the values that ``before`` was read from. What a newer app put there,
    also inside a part that is changed, stays.
    """
    was, now = values_of(before), values_of(after)
    return {
        name: Change(held.get(name), _with_unread(held.get(name), was.get(name), now.get(name)))
        for name in sorted({*was, *now})
        if not same(was.get(name), now.get(name))
    }


def _with_unread(held: Any, was: Any, now: Any) -> Any:
    if not isinstance(held, dict) or not isinstance(now, dict):
        return now
    unread = {name: value for name, value in held.items() if name not in (was or {})}
    return {**unread, **now}


def same(one: Any, other: Any) -> bool:
    """Say whether two JSON values are alike: true is not 1, and order in objects is nothing."""
    return one is other or canonical(one) == canonical(other)


def _default(each: "Field[Any]") -> Any:
    if each.default_factory is not MISSING:
        return each.default_factory()
    return each.default


def _has_parts(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and hasattr(value[0], ID)


def _plain_fields(part: Any) -> dict[str, Any]:
    return {
        each.name: _plain(value)
        for each in fields(part)
        if each.name != ID and (value := getattr(part, each.name)) != _default(each)
    }


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return without_hidden(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return _plain_fields(value) if is_dataclass(value) else value


class _Shape:
    """How things of one shape are read; prepared once, for it is done thousands of times.

    ``_plain`` are the types of the fields whose values are kept as they are, ``_readers``
    read the others, and ``_parts`` are the shapes of what can be kept apart.
    """

    def __init__(self, shape: type[Any]) -> None:
        self._shape = shape
        self._twin = _twin(shape)
        hints = {name: _told(hint) for name, hint in get_type_hints(shape).items()}
        self._plain = {name: hint for name, hint in hints.items() if hint in _AS_THEY_ARE}
        self._readers = {
            name: _reader(hint) for name, hint in hints.items() if name not in self._plain
        }
        self._parts = {
            name: _shape(part)
            for name, hint in hints.items()
            if (part := _in_tuple(hint)) is not None and is_dataclass(part)
        }
        self._has_id = ID in hints

    def whole(self, values: Values, record_id: str) -> Any:
        """Return a record, with what is kept apart in the order of the ids."""
        told, apart = self._told_by(values)
        if apart:
            self._gather(values, sorted(apart), told)
        return self._made(told, record_id)

    def part(self, values: Any, part_id: str | None = None) -> Any:
        """Return a part of something; ``part_id`` None is that the part says its own."""
        if type(values) is not dict:
            raise NotAValue(self._shape.__name__)
        return self._made(self._told_by(values)[0] if values else {}, part_id)

    def _told_by(self, values: Values) -> tuple[dict[str, Any], list[str]]:
        """Return what fields say, and the names of what is kept apart."""
        told, apart = {}, []
        plain, readers = self._plain, self._readers
        for name, value in values.items():  # most things say little of what they could
            if (kind := plain.get(name)) is not None:
                if type(value) is kind:
                    told[name] = value
            elif (read := readers.get(name)) is not None:
                try:
                    told[name] = read(value)
                except NotAValue:
                    continue
            elif PART in name:
                apart.append(name)
        return told, apart

    def _gather(self, values: Values, names: list[str], told: dict[str, Any]) -> None:
        gathered: dict[str, list[Any]] = {}
        for name in names:
            field_name, _, part_id = name.partition(PART)
            if (shape := self._parts.get(field_name)) is not None:
                try:
                    part = shape.part(values[name], part_id)
                except NotAValue:
                    continue
                gathered.setdefault(field_name, []).append(part)
        for field_name, parts in gathered.items():
            told[field_name] = tuple(parts)

    def _made(self, told: dict[str, Any], id_: str | None) -> Any:
        if id_ is not None and self._has_id:
            told[ID] = id_
        twin = self._twin
        try:
            made: Any = self._shape(**told) if twin is None else twin(**told)
        except TypeError as error:  # a part without what it cannot be without
            raise NotAValue(self._shape.__name__) from error
        if twin is not None:
            made.__class__ = self._shape
        return made


def _twin(shape: type[Any]) -> type[Any] | None:
    """Return a class that makes things which can become some of a shape; None where it may not.

    What is frozen takes three times as long to be made: each of its fields is set past the
    lock. The twin is laid out in the same way and has no lock; what it makes is given the
    shape as its class, and is frozen from then on.
    """
    if "__slots__" not in vars(shape) or hasattr(shape, "__post_init__"):
        return None
    told = [
        (
            each.name,
            each.type,
            field(default=each.default)
            if each.default_factory is MISSING
            else field(default_factory=each.default_factory),
        )
        for each in fields(shape)
    ]
    return make_dataclass(shape.__name__, told, slots=True, repr=False, eq=False, match_args=False)


_SHAPES: dict[Any, _Shape] = {}
"""What was prepared already."""


def _shape(shape: Any) -> _Shape:
    found = _SHAPES.get(shape)
    if found is None:
        found = _SHAPES[shape] = _Shape(shape)
    return found


_AS_THEY_ARE = frozenset({str, int, bool})
"""Types whose values are kept as they are."""


def _told(hint: Any) -> Any:
    """Return what a field holds when something is told."""
    if get_origin(hint) in (Union, UnionType):
        return next(each for each in get_args(hint) if each is not NoneType)
    return hint


def _in_tuple(hint: Any) -> Any:
    """Return what there can be several of in a field; None where it holds one value."""
    return _told(get_args(hint)[0]) if get_origin(hint) is tuple else None


def _reader(hint: Any) -> Callable[[Any], Any]:
    """Return what reads a value of a type: text, number, day, choice, part or a tuple of one."""
    several = _in_tuple(hint)
    if several is not None:
        read = _reader(several)
        return lambda value: _several(read, value)
    if is_dataclass(hint):
        return _shape(hint).part
    if hint is date:
        return _day
    if issubclass(hint, StrEnum):
        return partial(_choice, {each.value: each for each in hint})
    return partial(_being, hint)


def _being(kind: type[Thing], value: Any) -> Thing:
    if type(value) is not kind:
        raise NotAValue(kind.__name__)
    return value


def _day(value: Any) -> date:
    try:
        return date.fromisoformat(_being(str, value))
    except ValueError as error:
        raise NotAValue("date") from error


def _choice(choices: Mapping[str, StrEnum], value: Any) -> StrEnum:
    found = choices.get(_being(str, value))
    if found is None:
        raise NotAValue(value)
    return found


def _several(read: Callable[[Any], Any], value: Any) -> tuple[Any, ...]:
    return tuple(_readable(read, _being(list, value)))


def _readable(read: Callable[[Any], Any], values: Iterable[Any]) -> Iterable[Any]:
    for value in values:
        try:
            yield read(value)
        except NotAValue:
            continue
