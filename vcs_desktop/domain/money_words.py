"""Money as people type it: 18400, £18,400.50, 18k."""

import re

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked, tr

MOST_PENCE = 100_000_000_000_00
"""A hundred thousand million pounds: more than any council has in a year."""

_PENCE = 100
_PLACES = 2
_MOST_LETTERS = 40
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+")
_LESS = ("-", "\u2212", "\u2013", "(")
_SHORT = {"k": 1_000, "m": 1_000_000}


class NotMoney(AppError):
    """What was typed is not an amount of money."""

    message = marked("We cannot read this as an amount.")
    advice = marked("Type it like 18,400 or 18400.50.")


def read_money(text: str) -> int | None:
    """Return the pence of an amount that was typed in pounds; None when nothing was.

    Raises:
        NotMoney: it is no amount; the message says what is wrong.
    """
    words = "".join(text.casefold().split()).removeprefix("£")
    if not words:
        return None
    if words.startswith(_LESS):
        raise NotMoney(message=tr("An amount cannot be less than nothing."))
    if len(words) > _MOST_LETTERS:
        raise _too_large()
    times = _SHORT.get(words[-1], 0)
    whole, _, part = (words[:-1] if times else words).partition(".")
    if not _GROUPED.fullmatch(whole or "0") or (part and not re.fullmatch("[0-9]+", part)):
        raise _unreadable(words)
    if times:
        pence = _shortened(whole, part, times)
    elif len(part) > _PLACES:
        raise NotMoney(message=tr("There are only 2 digits after the full stop, for the pence."))
    elif not whole and not part:
        raise NotMoney
    else:
        pence = int(whole.replace(",", "") or 0) * _PENCE + int((part or "0").ljust(_PLACES, "0"))
    if pence > MOST_PENCE:
        raise _too_large()
    return pence


def typed_money(pence: int | None) -> str:
    """Return an amount as it stands in a field, the £ outside: 18,400 or 12.71; None is empty."""
    if pence is None:
        return ""
    pounds, rest = divmod(pence, _PENCE)
    return f"{pounds:,}.{rest:02}" if rest else f"{pounds:,}"


def _shortened(whole: str, part: str, times: int) -> int:
    """Return the pence of 18k or 1.5m; what is finer than a penny is not an amount."""
    scale = int(10 ** len(part))
    units = int(whole.replace(",", "") or 0) * scale + int(part or 0)
    pence, rest = divmod(units * times * _PENCE, scale)
    if rest or not (whole or part):
        raise NotMoney
    return pence


def _too_large() -> NotMoney:
    return NotMoney(
        message=tr("This amount is too large."), advice=tr("Check the number of digits.")
    )


def _unreadable(words: str) -> NotMoney:
    if "," in words.partition(".")[0] and re.fullmatch("[0-9,.]+", words):
        return NotMoney(
            message=tr("The comma stands in an odd place."),
            advice=tr("Put a comma between thousands and a full stop before the pence."),
        )
    return NotMoney()
