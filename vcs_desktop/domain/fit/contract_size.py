"""A contract's value against a group's income: a caution that grows.

Source: domain research, findings 3 and 9: a notice must be held against the
group's income, whatever the buyer ticked. Every line here is our own rule of
thumb, and the sentence that rules a contract out says so. That the caution
begins at half of the income follows a limit once set on the turnover that buyers
may ask for (compare the Public Contracts Regulations 2015, reg. 58(9); remembered,
not verified).
"""

from dataclasses import dataclass

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.domain.fit.findings import Finding, fails, meets, unknown
from vcs_desktop.domain.group import GroupProfile
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.domain.tenders import Lot, TenderNotice

HALF, WHOLE, TOO_MANY = 0.5, 1.0, 2.0
"""Times the yearly income: a caution, a question, and too much to take on alone."""
SMALL_ENOUGH_PENCE = 10_000_00
"""A contract of twice this a year is never "far too large", however new the group is. Ours."""
REAL_VALUE_PENCE = 1_00
"""A value up to one pound stands for "not stated". Source: values of £0.01 in real notices."""
USUAL_YEARS = 2.0
"""The length we suppose where a buyer gives none. Our own rule of thumb."""
LONGEST_YEARS = 5
"""Few contracts that a group could bid for are longer. Our own rule of thumb."""
DAYS_A_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Size:
    """What one would take on: the whole contract, or its smallest part.

    ``years`` None means that the buyer gives no length. ``is_part`` says which of the two it is.
    """

    value_pence: int
    years: float | None
    is_part: bool

    @property
    def yearly_pence(self) -> int:
        """Return what it is worth in a year; one that is shorter than a year counts whole."""
        return round(self.value_pence / max(1.0, self.years or USUAL_YEARS))

    def in_words(self) -> str:
        """Return "The contract is worth £30,000 over 3 years, about £10,000 a year."."""
        worth = in_pounds(self.value_pence)
        what = tr("The smallest part") if self.is_part else tr("The contract")
        if self.years is None:
            return tr(
                "{what} is worth {worth}, and the buyer does not say for how long "
                "(we count {years} years).",
                what=what,
                worth=worth,
                years=f"{USUAL_YEARS:g}",
            )
        if self.years <= 1:
            return tr("{what} is worth {worth} for up to a year.", what=what, worth=worth)
        yearly = round(self.yearly_pence, -4 if self.yearly_pence > SMALL_ENOUGH_PENCE else -2)
        return tr(
            "{what} is worth {worth} over {years} years, about {yearly} a year.",
            what=what,
            worth=worth,
            years=f"{self.years:g}",
            yearly=in_pounds(yearly),
        )


def stated_value(notice: TenderNotice) -> int | None:
    """Return the value in pence, or None where none is given that can be meant."""
    for value in (notice.value_pence, notice.value_min_pence):
        if value is not None and value > REAL_VALUE_PENCE:
            return value
    return None


def size_of(notice: TenderNotice) -> Size | None:
    """Return what a group would take on; None when no value is stated.

    Where one may bid for a part, it is the smallest part with a value.
    """
    parts = [
        (lot.value_pence, lot)
        for lot in open_lots(notice)
        if lot.value_pence is not None and lot.value_pence > REAL_VALUE_PENCE
    ]
    if len(parts) > 1:
        value, lot = min(parts, key=lambda part: part[0])
        return Size(value, _years(lot) or _years(notice), is_part=True)
    whole = stated_value(notice)
    return None if whole is None else Size(whole, _years(notice), is_part=False)


def open_lots(notice: TenderNotice) -> tuple[Lot, ...]:
    """Return the parts that can still be bid for."""
    return tuple(
        lot for lot in notice.lots if lot.status not in ("cancelled", "unsuccessful", "complete")
    )


def _years(thing: TenderNotice | Lot) -> float | None:
    if thing.starts_on and thing.ends_on and thing.ends_on > thing.starts_on:
        days = (thing.ends_on - thing.starts_on).days
    elif thing.duration_days:
        days = thing.duration_days
    else:
        return None
    return max(0.1, round(days / DAYS_A_YEAR, 1))


def size(notice: TenderNotice, profile: GroupProfile) -> Finding:
    """Say whether a group of this income could take on a contract of this size.

    Up to half of the income a year meets. Up to the whole of it warns. Up to
    twice is a question that decides. More is far too large to take on alone.
    """
    taken_on, income = size_of(notice), profile.annual_income_pence
    yours = (
        tr("You have not told us your income.")
        if income is None
        else tr("Your last accounts show {income}.", income=in_pounds(income))
    )
    if taken_on is None:
        because = sentences(tr("The buyer gives no value."), yours)
        return unknown("size", tr("Ask what it is worth"), because, 0.35)
    theirs = taken_on.in_words()
    if income is None:
        return unknown("size", tr("Compare it with your income"), f"{theirs} {yours}")
    yearly = taken_on.yearly_pence
    if yearly > max(income, SMALL_ENOUGH_PENCE) * TOO_MANY:
        thumb = tr("Our rule of thumb is at most twice your income in a year.")
        heading = tr("Far too large to take on alone")
        return fails("size", heading, f"{theirs} {yours} {thumb}")
    if yearly > income * WHOLE:
        return unknown("size", tr("More than all your income"), f"{theirs} {yours}", 0.25)
    if yearly > income * HALF:
        because = f"{theirs} {yours}"
        return unknown("size", tr("A big step for you"), because, 0.6, advises=True)
    return meets("size", tr("A size you could manage"), f"{theirs} {yours}")


def largest_worth_judging(profile: GroupProfile) -> int | None:
    """Return the value in pence above which no contract of usual length can suit; None is any.

    A help to look first where something may be found; it rules nothing out.
    """
    income = profile.annual_income_pence
    if income is None:
        return None
    return round(max(income, SMALL_ENOUGH_PENCE) * TOO_MANY * LONGEST_YEARS)
