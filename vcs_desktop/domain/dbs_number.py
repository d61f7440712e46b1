"""Numbers of DBS certificates: they are never kept, wherever somebody writes one.

Source: onlinehelp.dbs.gov.uk, article qed00186: a certificate has a reference of 12 digits. That
it was seen, and when, is enough for a group to keep.
"""

import re

_ANY = re.compile(r"(?<!\d)00[ -]?1(?:[ -]?\d){9}(?!\d)")
"""Today's begin with 001; no telephone number of 12 digits does."""

_TWELVE = re.compile(r"(?<!\d)\d(?:[ -]?\d){11}(?!\d)")
_ABOUT_DBS = re.compile(r"\b(?:dbs|crb|disclosure)\b|\bcert(?:ificate|\b)", re.IGNORECASE)
_LEFT = re.compile(r"[ \t]{2,}")


def has_dbs_number(text: str) -> bool:
    """Say whether a text has what looks like the number of a DBS certificate."""
    return bool(_ANY.search(text) or (_ABOUT_DBS.search(text) and _TWELVE.search(text)))


def without_dbs_numbers(text: str) -> str:
    """Return a text without what looks like the number of a DBS certificate."""
    if not has_dbs_number(text):
        return text
    shorter = _ANY.sub("", text)
    if _ABOUT_DBS.search(text):
        shorter = _TWELVE.sub("", shorter)
    return _LEFT.sub(" ", shorter).strip()
