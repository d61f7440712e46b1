"""Two records of one person made into one.

What the kept record says stays. What it does not say is taken from the other. Where
there can be several (roles, consents, interests, skills), it has those of both. What is
not taken stays with the other record, in the bin, and in its history.
"""

from collections.abc import Mapping
from typing import Any

from vcs_desktop.domain.same_person import name_key, phone_numbers
from vcs_desktop.domain.values import PART, Values, same
from vcs_desktop.domain.words_typed import folded

_TEXTS_OF_BOTH = frozenset(("notes", "access_needs"))
"""Long texts: where both say something, one stands below the other."""

_LISTS = frozenset(("skills",))
_APART = "not_same_as"


def merged_values(kept: Values, other: Values, ids: tuple[str, str] = ("", "")) -> dict[str, Any]:
    """Return the fields of the kept record after the merge.

    ``ids`` are those of both records; neither is told apart from itself afterwards.
    """
    found = dict(kept)
    for name, value in other.items():
        field, part, part_id = name.partition(PART)
        if part:
            if not (field == _APART and part_id in ids) and not _has_part(found, field, value):
                found.setdefault(name, value)
        elif name not in found:
            found[name] = value
        elif field in _TEXTS_OF_BOTH:
            found[name] = _one_below_the_other(found[name], value)
        elif field in _LISTS:
            found[name] = _joined(found[name], value)
    for each in ids:
        found.pop(f"{_APART}{PART}{each}", None)
    return found


def left_behind(kept: Values, other: Values) -> list[str]:
    """Return the fields in which both say something else, so that the other's is not taken."""
    return [
        name
        for name, value in other.items()
        if name in kept
        and name not in _TEXTS_OF_BOTH | _LISTS
        and not _says_the_same(name, kept[name], value)
    ]


def _has_part(values: Mapping[str, Any], field: str, part: Any) -> bool:
    """Say whether a field has a part that says exactly the same, under whatever id."""
    if field == _APART:
        return False
    return any(
        name.partition(PART)[0] == field and PART in name and same(value, part)
        for name, value in values.items()
    )


def _one_below_the_other(kept: Any, other: Any) -> Any:
    if not isinstance(kept, str) or not isinstance(other, str):
        return kept
    if _lines(other) <= _lines(kept):
        return kept
    return other if _lines(kept) <= _lines(other) else f"{kept.rstrip()}\n\n{other.lstrip()}"


def _lines(text: str) -> set[str]:
    return {line.strip() for line in text.splitlines() if line.strip()}


def _joined(kept: Any, other: Any) -> Any:
    if not isinstance(kept, list) or not isinstance(other, list):
        return kept
    there = {folded(str(each)) for each in kept}
    return kept + [each for each in other if folded(str(each)) not in there]


def _says_the_same(name: str, kept: Any, other: Any) -> bool:
    if isinstance(kept, str) and isinstance(other, str):
        if name == "phone" and (numbers := set(phone_numbers(other))):
            return numbers <= set(phone_numbers(kept))
        if name == "name":
            return name_key(kept) == name_key(other)
        return folded(" ".join(kept.split())) == folded(" ".join(other.split()))
    return same(kept, other)
