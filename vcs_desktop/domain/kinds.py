"""The kinds of record that a group keeps, and what the log must know of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from vcs_desktop.domain.our_group import OurGroup
from vcs_desktop.domain.people import Opener, Person
from vcs_desktop.domain.retention_rules import RetentionRules
from vcs_desktop.domain.values import PART

PROFILE, PERSON, OPENER = "group_profile", "person", "opener"
RETENTION_RULES = "retention_rules"

OUR_GROUP = "our-group"
"""The id of the one record about the group itself, the same on every computer of the group."""

OUR_RETENTION_RULES = "retention-rules"
"""The id of the one record of how long the group keeps what."""


@dataclass(frozen=True, slots=True)
class RecordKind:
    """One kind of record.

    ``title`` is the field that names a record in lists. ``long_texts`` are the
    fields whose two versions may be merged line by line; no other field ever is:
    money, days and consents are chosen by a person. ``has_given_id`` is of records whose id
    is known before they are: to undo the first change of one empties it. In the bin it could
    be deleted for good, and under its id nothing could ever be kept again.
    """

    name: str
    shape: type[Any]
    title: str = "name"
    long_texts: frozenset[str] = frozenset()
    has_given_id: bool = False


KINDS: Mapping[str, RecordKind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            RecordKind(PROFILE, OurGroup, long_texts=frozenset({"what_we_do"}), has_given_id=True),
            RecordKind(PERSON, Person, long_texts=frozenset({"notes"})),
            RecordKind(OPENER, Opener, has_given_id=True),
            RecordKind(RETENTION_RULES, RetentionRules, has_given_id=True),
        )
    }
)


def has_given_id(kind: str) -> bool:
    """Say whether the id of such a record is known before the record is."""
    return kind in KINDS and KINDS[kind].has_given_id


def is_long_text(kind: str, name: str) -> bool:
    """Say whether two versions of a field may be merged line by line."""
    known = KINDS.get(kind)
    return known is not None and name.partition(PART)[0] in known.long_texts


def title_of(kind: str, values: Mapping[str, Any]) -> str:
    """Return what a record is called in lists; nothing when it has no name."""
    known = KINDS.get(kind)
    title = values.get(known.title) if known else None
    return title if isinstance(title, str) else ""
