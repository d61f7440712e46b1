"""What people write about what somebody is to a group, and how we take it."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from vcs_desktop.domain.people import DbsLevel, Tie

_COMMITTEE = (
    "chair", "chairman", "chairwoman", "chairperson", "vice chair", "vice chairman", "co chair",
    "deputy chair", "treasurer", "secretary", "trustee", "director", "committee",
    "committee member", "board", "board member", "management committee", "officer",
    "membership secretary", "minutes secretary", "president", "vice president",
)  # fmt: skip
_TIES: Mapping[str, Tie] = MappingProxyType(
    {
        **dict.fromkeys(_COMMITTEE, Tie.COMMITTEE),
        **dict.fromkeys(("member", "members", "full member", "life member"), Tie.MEMBER),
        **dict.fromkeys(("volunteer", "volunteers", "vol", "helper", "helpers"), Tie.VOLUNTEER),
        **dict.fromkeys(("contact", "contacts", "friend", "supporter", "other"), Tie.CONTACT),
    }
)
_SAYS_ONLY_THE_TIE = frozenset(
    ("committee", "committee member", "board", "board member", "management committee", "member",
     "members", "volunteer", "volunteers", "vol", "helper", "helpers", "contact", "contacts",
     "other", "full member")
)  # fmt: skip
_LEVELS: Mapping[str, DbsLevel] = MappingProxyType(
    {
        "basic": DbsLevel.BASIC,
        "standard": DbsLevel.STANDARD,
        "enhanced": DbsLevel.ENHANCED,
        "enhanced with barred lists": DbsLevel.ENHANCED_WITH_BARRED_LISTS,
        "enhanced with barred list": DbsLevel.ENHANCED_WITH_BARRED_LISTS,
        "enhanced and barred lists": DbsLevel.ENHANCED_WITH_BARRED_LISTS,
        "enhanced barred list": DbsLevel.ENHANCED_WITH_BARRED_LISTS,
        "enhanced barred lists": DbsLevel.ENHANCED_WITH_BARRED_LISTS,
    }
)
_WORDS = re.compile(r"[^\W_]+")


def tie_of(text: str) -> Tie | None:
    """Return what somebody is to a group, by one word for it; None when it does not say."""
    return _TIES.get(_plain(text))


def title_of(text: str) -> str:
    """Return what a role is called; empty where the word says only what somebody is."""
    return "" if _plain(text) in _SAYS_ONLY_THE_TIE else text


def level_of(text: str) -> DbsLevel | None:
    """Return the level of a DBS check, None when it is none of the four."""
    return _LEVELS.get(_plain(text).removesuffix(" dbs").removesuffix(" check"))


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))
