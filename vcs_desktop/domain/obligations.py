"""What a group must file for a year of accounts, worked out by the dated rules of the library.

Nothing here is a limit of its own: every figure comes from a row of the rule book that holds on
the last day of the year, and each answer names the law and the source of that row. "Over" is
strictly more. What the group has not told is never guessed; the answer says what is missing.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vcs_desktop.core.language import tr
from vcs_desktop.domain.days import months_on
from vcs_desktop.domain.group import LegalForm
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.domain.our_group import OurGroup, Year, YearEnd
from vcs_desktop.domain.reference import Rule
from vcs_desktop.domain.rulebook import RuleBook
from vcs_desktop.domain.year_ends import last_end, next_end


class Need(StrEnum):
    """Whether something has to be done."""

    MUST = "must"
    MAY = "may"
    CHECK = "check"
    NOT_NEEDED = "not_needed"
    CANNOT_TELL = "cannot_tell"


class Missing(StrEnum):
    """What the group has not told, without which nothing can be said."""

    LEGAL_FORM = "legal_form"
    YEAR_END = "year_end"
    INCOME = "income"
    ASSETS = "assets"


@dataclass(frozen=True, slots=True)
class Obligation:
    """One thing that the law asks of a group for a year, or does not.

    ``id`` is the same each time it is worked out. ``due_on`` is the last day for it, None
    where it has no day or the day is not known. ``todo`` is empty where nothing is to do.
    ``missing`` says what to tell first when ``need`` is CANNOT_TELL.
    """

    id: str
    need: Need
    title: str
    why: str
    todo: str = ""
    due_on: date | None = None
    law: str = ""
    source: str = ""
    source_url: str = ""
    missing: Missing | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """One year of accounts, as far as it matters for filing.

    ``ends_on`` is None where nobody has said when the year ends. ``is_assumed`` says that
    the income is that of an earlier year, for this one's is not told. ``assets_pence`` is
    what was owned on the last day. None everywhere else is not known.
    """

    ends_on: date | None
    income_pence: int | None = None
    assets_pence: int | None = None
    is_assumed: bool = False


@dataclass(frozen=True, slots=True)
class ForPeriod:
    """What one year of accounts asks for."""

    period: Period
    obligations: tuple[Obligation, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A group and one of its years, and the rule book that both are held against."""

    ours: OurGroup
    period: Period
    rules: RuleBook

    @property
    def is_charity(self) -> bool:
        """Whether it is on the register of charities, as far as the group has said."""
        form = self.ours.legal_form
        return form in {LegalForm.CHARITY, LegalForm.CIO} or bool(self.ours.charity_number)

    @property
    def is_cio(self) -> bool:
        """Whether it is a charitable incorporated organisation."""
        return self.ours.legal_form is LegalForm.CIO

    @property
    def is_company(self) -> bool:
        """Whether it is a company, a charity besides or not."""
        form = self.ours.legal_form
        if form in {LegalForm.CIO, LegalForm.COMMUNITY_BENEFIT_SOCIETY}:
            return False
        return form in {LegalForm.COMPANY, LegalForm.CIC} or bool(self.ours.company_number)

    def rule(self, name: str) -> Rule | None:
        """Return the row of a rule that holds for the year; None when the library has none."""
        return self.rules.on(name, self.period.ends_on) if self.period.ends_on else None

    def limit(self, name: str) -> int | None:
        """Return the amount of a rule in pence, for the year."""
        row = self.rule(name)
        return None if row is None or row.value is None else int(row.value)

    def due_on(self, name: str, *, keeps_month_end: bool = False) -> date | None:
        """Return the last day, so many months after the year's end as a rule says.

        ``keeps_month_end`` is the way of company law: after a year that ends with a month,
        the last day ends one too. Source: Companies Act 2006, section 443.
        """
        row, end = self.rule(name), self.period.ends_on
        if row is None or row.value is None or end is None:
            return None
        day = months_on(end, int(row.value))
        return _month_end(day) if keeps_month_end and end == _month_end(end) else day

    def said(  # every answer is made here, so that none is without its law and source
        self,
        name: str,
        need: Need,
        title: str,
        why: str,
        rule: str,
        *,
        todo: str = "",
        due_on: date | None = None,
        missing: Missing | None = None,
    ) -> Obligation:
        """Return an answer, with the law and the source of the rule that it comes from."""
        row = self.rule(rule)
        end = self.period.ends_on
        return Obligation(
            id=f"{name}/{end.isoformat() if end else ''}",
            need=need,
            title=title,
            why=why,
            todo=todo,
            due_on=due_on,
            law=row.law if row else "",
            source=row.provenance.source if row else "",
            source_url=row.provenance.source_url if row else "",
            missing=missing,
        )

    def income_words(self) -> str:
        """Return what came in, and where the figure is from when it is not this year's."""
        income = in_pounds(self.period.income_pence or 0)
        if self.period.is_assumed:
            return tr("We took the income of your last year, {income}.", income=income)
        return tr("Your income was {income}.", income=income)


def periods(ours: OurGroup, on: date) -> tuple[Period, ...]:
    """Return the year of accounts that ended last, and the one that runs; the last one first.

    Where nobody has said when the year ends there is one, without a day.
    """
    end = ours.year_end
    if last_end(end, on) is None:
        end = _end_told(ours)
    last = last_end(end, on)
    if last is None:
        year = next((each for each in ours.years if each.income_pence is not None), None)
        return (Period(None, year.income_pence if year else None),)
    return tuple(_period(ours, each) for each in (last, next_end(end, on)) if each is not None)


def cannot_begin(ours: OurGroup, period: Period) -> Obligation | None:
    """Return what has to be told before anything can be said of a year; None for nothing."""
    title = tr("We cannot tell yet what you must file")
    if ours.legal_form is None:
        why = tr("Tell us what your group is in law, such as a charity or a CIC.")
        return Obligation("form/", Need.CANNOT_TELL, title, why, missing=Missing.LEGAL_FORM)
    if period.ends_on is None:
        why = tr("Tell us the last day of your year of accounts.")
        return Obligation("year-end/", Need.CANNOT_TELL, title, why, missing=Missing.YEAR_END)
    return None


def _period(ours: OurGroup, ends_on: date) -> Period:
    told = next((each for each in ours.years if each.ended_on == ends_on), None)
    if told is not None and told.income_pence is not None:
        return Period(ends_on, told.income_pence, told.assets_pence)
    before = _newest(
        each for each in ours.years if each.ended_on is None or each.ended_on < ends_on
    )
    if before is None:
        return Period(ends_on)
    return Period(ends_on, before.income_pence, before.assets_pence, is_assumed=True)


def _newest(years: Iterator[Year]) -> Year | None:
    told = [each for each in years if each.income_pence is not None]
    return max(told, key=lambda each: (each.ended_on or date.min, each.id), default=None)


def _end_told(ours: OurGroup) -> YearEnd | None:
    """Return on which day the newest year that was told ended; the others end on it too."""
    newest = max((each.ended_on for each in ours.years if each.ended_on is not None), default=None)
    return None if newest is None else YearEnd(newest.day, newest.month)


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
