"""Numbers with two places that are kept as whole hundredths: "1.5" is 150."""

import re

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked, tr

MOST_HUNDREDTHS = 100_000_000
"""A million: more of anything than a budget of a small group has."""

_HUNDRED = 100
_TYPED = re.compile(r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(?:\.(?P<part>[0-9]*))?")
_PLACES = 2
_MOST_LETTERS = 40


class NotANumber(AppError):
    """What was typed is not a number."""

    message = marked("We cannot read this as a number.")
    advice = marked("Type it like 12 or 1.5.")


def typed_hundredths(hundredths: int) -> str:
    """Return a number as people type it: "12", "1.5", "1,200.25"."""
    sign = "-" if hundredths < 0 else ""
    whole, part = divmod(abs(hundredths), _HUNDRED)
    return f"{sign}{whole:,}.{part:02}".rstrip("0").rstrip(".") if part else f"{sign}{whole:,}"


def read_hundredths(text: str) -> int | None:
    """Return the hundredths of a number that was typed; None when nothing was.

    Raises:
        NotANumber: it is no number, or not one that we take; the message says what is wrong.
    """
    words = "".join(text.split())
    if not words:
        return None
    found = _TYPED.fullmatch(words) if len(words) <= _MOST_LETTERS else None
    if found is None or not (found["whole"] or found["part"]):
        raise NotANumber(words[:_MOST_LETTERS])
    part = (found["part"] or "").rstrip("0")
    if len(part) > _PLACES:
        raise NotANumber(message=tr("A number takes two places after the point at most."))
    hundredths = int(found["whole"].replace(",", "") or 0) * _HUNDRED + int(part.ljust(2, "0") or 0)
    if hundredths > MOST_HUNDREDTHS:
        raise NotANumber(message=tr("This number is too large."))
    return hundredths
