"""What in a text looks as if it were about one person: a name, a number, an address.

It only warns, and never stops anybody. What looks so is sealed to the council all the same.
Source: UK GDPR, article 5(1)(c): no more than is needed.
"""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from vcs_desktop.core.language import Marked, marked, tr_marked

MOST_LETTERS = 20_000
"""Of one text: what stands further back is not looked at."""

_FEWEST_WORDS = 2
"""Of a name from the list of people: a first name alone is a word of every day too often."""


class Finding(StrEnum):
    """What something in a text looks like."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    POSTCODE = "postcode"


WORDS: Mapping[Finding, Marked] = MappingProxyType(
    {
        Finding.NAME: marked("This looks like somebody's name. Can you say it without?"),
        Finding.EMAIL: marked("This looks like an email address. Can you leave it out?"),
        Finding.PHONE: marked("This looks like a phone number. Can you leave it out?"),
        Finding.POSTCODE: marked("This looks like a postcode. The district is enough."),
    }
)

_EMAIL = re.compile(r"[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().,;]{2,}")
_PHONE = re.compile(r"(?<![\d£.,/-])(?:\+44|0044|\(?0)[\s()-]*\d(?:[\s()-]*\d){8,9}(?!\d)")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b", re.IGNORECASE)
_LARGE = r"[A-Z\u00c0-\u00de][\w'\u2019-]+"
_TITLES = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Revd|Reverend|Sir|Dame|Cllr|Councillor|Prof|Professor)"
_TITLED = re.compile(rf"\b{_TITLES}\.?\s+(?:[A-Z]\.?\s+)?{_LARGE}")
_CALLED = re.compile(rf"\b(?:called|named|name is|name was)\s+(?:{_TITLES}\.?\s+)?{_LARGE}")


def findings(text: str, names: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Return what looks personal in a text. ``names`` are those of people the group knows."""
    short = text[:MOST_LETTERS]
    found = []
    if _TITLED.search(short) or _CALLED.search(short) or _has_one_of(short, names):
        found.append(Finding.NAME)
    if _EMAIL.search(short):
        found.append(Finding.EMAIL)
    if _PHONE.search(short):
        found.append(Finding.PHONE)
    if _POSTCODE.search(short):
        found.append(Finding.POSTCODE)
    return tuple(found)


def in_words(found: Iterable[Finding]) -> str:
    """Return what to say about a text; empty where nothing was found."""
    return " ".join(tr_marked(WORDS[each]) for each in found)


def _has_one_of(text: str, names: Iterable[str]) -> bool:
    said = f" {_plain(text)} "
    plain = (_plain(name) for name in names)
    return any(len(name.split()) >= _FEWEST_WORDS and f" {name} " in said for name in plain)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w'\u2019-]+", text.casefold()))
