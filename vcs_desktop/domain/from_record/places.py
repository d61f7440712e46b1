"""The official areas that publishers mean by their codes, names and postcodes.

Only what is certain becomes a code; everything else stays the publisher's text.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from vcs_desktop.domain.areas import OXFORDSHIRE, code_of
from vcs_desktop.domain.from_record.fields import lenient_text

_GSS = re.compile(r"[EWSNK]\d{8}")
_NEW_STATISTICAL = re.compile(r"TL([A-Z0-9]{1,3})")
_SMALL_AREA = re.compile(r"(.+?) \d{3}[A-Z]?")
_OXFORD_POSTCODE = re.compile(r"OX\d", re.IGNORECASE)
_SAID_OTHERWISE = {
    "uk wide": "UK",
    "uk-wide": "UK",
    "great britain": "K03000001",
    "tl": "UK",
}


@lru_cache(maxsize=4096)
def area_of(said: str) -> str:
    """Return the code of an area given as a code, a name or a census area, or nothing.

    ``Oxford 008B``, a small census area, gives its district; ``TLJ14``, the
    newer spelling of a statistical region, counts as ``UKJ14``.
    """
    said = said.strip()
    if _GSS.fullmatch(said):
        return said
    newer, small = _NEW_STATISTICAL.fullmatch(said), _SMALL_AREA.fullmatch(said)
    if newer:
        said = f"UK{newer[1]}"
    elif small:
        said = small[1]
    return code_of(_SAID_OTHERWISE.get(said.casefold(), said))


def area_of_postcode(postcode: str) -> str:
    """Return the county of an OX postcode, else nothing.

    A few OX postcodes reach over the county's edge; no finer table is carried.
    """
    return OXFORDSHIRE if _OXFORD_POSTCODE.match(postcode.strip()) else ""


def areas_in(locations: Iterable[dict[str, Any]]) -> tuple[tuple[str, ...], str]:
    """Return the codes of some ``{geoCode, name}`` locations, and their names as one text."""
    codes: dict[str, None] = {}
    names: dict[str, None] = {}
    for location in locations:
        code, name = lenient_text(location.get("geoCode")), lenient_text(location.get("name"))
        found = area_of(code) or area_of(name)
        if found:
            codes[found] = None
        if name or code:
            names[name or code] = None
    return tuple(codes), ", ".join(names)
