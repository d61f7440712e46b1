"""The fields of a record as operations carry them: plain JSON values by name.

What says nothing (an empty text, None, an empty list that means nothing) is left
out, so two records are the same when their values are. A tuple of things with ids
of their own is taken apart, one value for each ("roles/0190…"): two people can add
a role each, and both stay.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
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
    told = _gathered(values)
    told[ID] = record_id
    return _object(shape, told)


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


def _gathered(values: Values) -> dict[str, Any]:
    """Return the values with those of one field under its name, in the order of their ids."""
    whole = {name: value for name, value in values.items() if PART not in name}
    if len(whole) == len(values):
        return whole
    parts: dict[str, list[Any]] = {}
    for name in sorted(values):
        if name in whole or not isinstance(values[name], dict):
            continue
        field_name, _, part_id = name.partition(PART)
        parts.setdefault(field_name, []).append({**values[name], ID: part_id})
    whole.update(parts)
    return whole


def _object(shape: Callable[..., Thing], values: Values) -> Thing:
    told = {}
    readers = _readers(shape)
    for name, value in values.items():  # most things say little of what they could
        if value is None or (read := readers.get(name)) is None:
            continue
        try:
            told[name] = read(value)
        except NotAValue:
            continue
    try:
        return shape(**told)
    except TypeError as error:  # a part without what it cannot be without
        raise NotAValue(repr(shape)) from error


@lru_cache(maxsize=64)
def _readers(shape: Hashable) -> dict[str, Callable[[Any], Any]]:
    hints = get_type_hints(shape)
    return {name: _reader(hint) for name, hint in hints.items()}


def _reader(hint: Any) -> Callable[[Any], Any]:
    """Return what reads a value of a type: text, number, day, choice, part or a tuple of one."""
    if get_origin(hint) in (Union, UnionType):
        return _reader(next(each for each in get_args(hint) if each is not NoneType))
    if get_origin(hint) is tuple:
        read = _reader(get_args(hint)[0])
        return lambda value: _several(read, value)
    if isinstance(hint, type) and is_dataclass(hint):
        return lambda value: _object(hint, _being(dict, value))
    if hint is date:
        return _day
    if issubclass(hint, StrEnum):
        return lambda value: _choice(hint, value)
    return lambda value: _being(hint, value)


def _being(kind: type[Thing], value: Any) -> Thing:
    if type(value) is not kind:
        raise NotAValue(kind.__name__)
    return value


def _day(value: Any) -> date:
    try:
        return date.fromisoformat(_being(str, value))
    except ValueError as error:
        raise NotAValue("date") from error


def _choice(kind: type[StrEnum], value: Any) -> StrEnum:
    try:
        return kind(_being(str, value))
    except ValueError as error:
        raise NotAValue(kind.__name__) from error


def _several(read: Callable[[Any], Any], value: Any) -> tuple[Any, ...]:
    return tuple(_readable(read, _being(list, value)))


def _readable(read: Callable[[Any], Any], values: Iterable[Any]) -> Iterable[Any]:
    for value in values:
        try:
            yield read(value)
        except NotAValue:
            continue
