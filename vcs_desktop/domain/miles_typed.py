"""Miles as people type them: 12, 12.5, "12.5 miles". They are kept in tenths."""

import re

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked, tr

MOST_MILES = 10_000
"""On one journey."""

_TENTHS = 10
_MILES = re.compile(r"([0-9]{0,3}(?:,?[0-9]{3})*)(?:\.([0-9]+))?")


class NotMiles(AppError):
    """What was typed is no number of miles."""

    message = marked("We cannot read this as miles.")
    advice = marked("Type it like 12 or 12.5.")


def read_miles(text: str) -> int | None:
    """Return the tenths of a mile that were typed; None when nothing was, or none.

    Raises:
        NotMiles: it is no number of miles, is finer than a tenth, or is too far.
    """
    words = text.casefold().strip().removesuffix("miles").removesuffix("mile").strip()
    if not words:
        return None
    found = _MILES.fullmatch(words)
    if found is None or not any(found.groups()):
        raise NotMiles
    tenths = (found[2] or "").rstrip("0")
    if len(tenths) > 1:
        raise NotMiles(message=tr("Only one digit can stand after the full stop."))
    whole = int(found[1].replace(",", "") or 0) * _TENTHS + int(tenths or 0)
    if whole > MOST_MILES * _TENTHS:
        raise NotMiles(message=tr("That is too far for one journey."))
    return whole or None


def typed_miles(tenths: int | None) -> str:
    """Return miles as they stand in a field: "12.5"; None is empty."""
    if not tenths:
        return ""
    whole, rest = divmod(tenths, _TENTHS)
    return f"{whole}.{rest}" if rest else str(whole)
