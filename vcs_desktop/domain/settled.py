"""What nobody is asked about where two computers wrote one field: because no person could tell.

Of some fields the newest version simply stands, such as the place of a question in its list. In
others each value inside stands by itself, as if it were a field: two people who took over two of
a funder's terms have both.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from vcs_desktop.domain.kinds import KINDS
from vcs_desktop.domain.values import PART, same

_FIELDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        kind.name: frozenset(each.partition(".")[0] for each in (*kind.unasked, *kind.apart))
        for kind in KINDS.values()
    }
)


def may_settle(kind: str, name: str) -> bool:
    """Say whether versions of a field may come to something without asking anybody."""
    return name.partition(PART)[0] in _FIELDS.get(kind, ())


def settled(kind: str, name: str, base: Mapping[str, Any] | None, values: Sequence[Any]) -> Any:
    """Return what versions of such a field come to; None is that a person has to choose.

    ``values`` stand in the order of their operations, the newest last. ``base`` is what stood
    there before any of them, empty for nothing; None is that it was not settled itself.
    """
    known, field = KINDS[kind], name.partition(PART)[0]
    if field in known.unasked:
        return next((each for each in reversed(values) if each is not None), None)
    if not all(isinstance(each, dict) for each in values):
        return None
    found: dict[str, Any] = {}
    for inner in sorted({each for value in values for each in value}):
        written = [value.get(inner) for value in values]
        if f"{field}.{inner}" in known.unasked:
            found[inner] = written[-1]
            continue
        if field in known.apart and base is not None:
            written = [each for each in written if not same(each, base.get(inner))] or written
        if not all(same(each, written[0]) for each in written):
            return None
        found[inner] = written[0]
    return {inner: each for inner, each in found.items() if each is not None}
