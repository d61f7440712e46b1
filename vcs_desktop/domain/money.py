"""Money: integer pence inside, pounds outside."""

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from vcs_desktop.core.language import tr

PENCE = Decimal(100)


def pence_of(pounds: int | float | str | Decimal) -> int:
    """Return pounds as integer pence; a half penny rounds up.

    Raises:
        ValueError: it is not a finite amount.
    """
    try:
        amount = Decimal(str(pounds)) * PENCE
        return int(amount.quantize(Decimal(1), ROUND_HALF_UP))
    except (InvalidOperation, ValueError, OverflowError) as error:
        raise ValueError(f"not an amount of money: {pounds!r}") from error


def pounds_of(pence: int) -> int | float:
    """Return pence as pounds for JSON: a whole number when there are no pence."""
    return pence // 100 if pence % 100 == 0 else pence / 100


def in_pounds(pence: int) -> str:
    """Return an amount as people write it: £18,400 or £12.71."""
    sign = "-" if pence < 0 else ""
    pounds, rest = divmod(abs(pence), 100)
    return f"{sign}£{pounds:,}.{rest:02}" if rest else f"{sign}£{pounds:,}"


def range_in_pounds(least: int | None, most: int | None) -> str:
    """Return an amount range in words; both None is "Amount not stated"."""
    if least and most and least != most:
        return tr("{least} to {most}", least=in_pounds(least), most=in_pounds(most))
    if most is not None:
        return in_pounds(most) if least == most else tr("Up to {most}", most=in_pounds(most))
    return tr("From {least}", least=in_pounds(least)) if least else tr("Amount not stated")
