"""Areas: which official area lies inside which, and what people call them.

Codes are GSS codes (``E07000177``) and the statistical regions that Find a
Tender uses (``UKJ14``). A code never changes its meaning: when councils are
replaced, the new ones get new codes, so old records keep theirs.

Source: the Office for National Statistics' register of geographic codes (Open
Government Licence); the Oxfordshire codes as checked in November 2026.
"""

import re
from functools import lru_cache

UNITED_KINGDOM = "K02000001"
ENGLAND = "E92000001"
SOUTH_EAST = "E12000008"
OXFORDSHIRE = "E10000025"

_NAMES = {
    UNITED_KINGDOM: "the United Kingdom",
    "K03000001": "Great Britain",
    "K04000001": "England and Wales",
    ENGLAND: "England",
    "W92000004": "Wales",
    "S92000003": "Scotland",
    "N92000002": "Northern Ireland",
    "E12000001": "the North East",
    "E12000002": "the North West",
    "E12000003": "Yorkshire and the Humber",
    "E12000004": "the East Midlands",
    "E12000005": "the West Midlands",
    "E12000006": "the East of England",
    "E12000007": "London",
    SOUTH_EAST: "the South East",
    "E12000009": "the South West",
    "UKJ1": "Berkshire, Buckinghamshire and Oxfordshire",
    OXFORDSHIRE: "Oxfordshire",
    "E07000177": "Cherwell",
    "E07000178": "Oxford",
    "E07000179": "South Oxfordshire",
    "E07000180": "Vale of White Horse",
    "E07000181": "West Oxfordshire",
}
_WITHIN = {
    "K03000001": UNITED_KINGDOM,
    "N92000002": UNITED_KINGDOM,
    "K04000001": "K03000001",
    "S92000003": "K03000001",
    ENGLAND: "K04000001",
    "W92000004": "K04000001",
    **{f"E1200000{region}": ENGLAND for region in range(1, 10)},
    "UKJ1": SOUTH_EAST,
    OXFORDSHIRE: "UKJ1",
    **{f"E0700{district}": OXFORDSHIRE for district in ("0177", "0178", "0179", "0180", "0181")},
}
# The statistical regions (ITL, once NUTS) that are also GSS areas.
_SAME_AS = {
    "UK": UNITED_KINGDOM,
    **{f"UK{letter}": f"E1200000{number}" for number, letter in enumerate("CDEFGHIJK", 1)},
    "UKL": "W92000004",
    "UKM": "S92000003",
    "UKN": "N92000002",
    "UKJ14": OXFORDSHIRE,
}
_SAID = {
    **{name.removeprefix("the ").casefold(): code for code, name in _NAMES.items()},
    "uk": UNITED_KINGDOM,
    "national": UNITED_KINGDOM,
    "oxford city": "E07000178",
}
_COUNTRY = {"E": ENGLAND, "W": "W92000004", "S": "S92000003", "N": "N92000002"}
_STATISTICAL = re.compile(r"UK[A-Z0-9]{0,3}")
_GSS = re.compile(r"[EWSN]\d{8}")


def code_of(said: str) -> str:
    """Return the code of an area given as a code or a name; empty when it is not one we know."""
    words = said.strip()
    if words in _WITHIN or words in _NAMES:
        return words
    if _STATISTICAL.fullmatch(words):
        return _SAME_AS.get(words, words)
    return _SAID.get(words.casefold().removeprefix("the "), "")


def name_of(code: str) -> str:
    """Return what people call an area, the code itself when we have no name for it."""
    return _NAMES.get(code_of(code), code)


@lru_cache(maxsize=4096)
def covers(outer: str, inner: str) -> bool | None:
    """Say whether one area contains another, or is it; None when we cannot tell.

    Of an official code that is not listed here we know only its country, by its
    first letter.
    """
    if outer == inner:
        return True
    wanted, place = code_of(outer), code_of(inner)
    if not wanted:
        return None
    if not place:
        if not _GSS.fullmatch(inner):
            return None
        return _reaches(wanted, _COUNTRY[inner[0]]) or None
    return _reaches(wanted, place)


def _reaches(wanted: str, place: str) -> bool:
    while place and place != wanted:
        place = _around(place)
    return bool(place)


def _around(code: str) -> str:
    """Return the next larger area, empty above the United Kingdom."""
    if code in _NAMES:
        return _WITHIN.get(code, "")
    return _SAME_AS.get(code[:-1], code[:-1])


def steps_between(outer: str, inner: str) -> int:
    """Return how many areas larger the outer one is: 0 when they are the same.

    Only for areas of which one covers the other.
    """
    wanted, place, steps = code_of(outer), code_of(inner), 0
    while place and place != wanted:
        place = _around(place)
        steps += 1
    return steps
