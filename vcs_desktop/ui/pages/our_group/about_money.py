"""The questions of the group's money: when its year ends, and what came in and went out."""

from dataclasses import replace
from datetime import date

from vcs_desktop.core.language import tr
from vcs_desktop.domain.day_words import NotADay, Toward
from vcs_desktop.domain.days import in_words, months_on
from vcs_desktop.domain.our_group import Year
from vcs_desktop.domain.year_ends import last_end, read_year_end, year_end_in_words
from vcs_desktop.ui.pages.our_group.about_keeping import Change, Opened
from vcs_desktop.ui.pages.our_group.about_question import Question, unchanged
from vcs_desktop.ui.pages.our_group.about_several import SeveralQuestion
from vcs_desktop.ui.widgets.basics import Box
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.money_field import MoneyField

_MONTHS_IN_YEAR = 12


class YearEndQuestion(Question):
    """A day and a month, such as 31 March."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        self.end_field = TextField(
            tr("Last day of your year"),
            tr("For example, 31 March. It stands at the top of your accounts."),
            check=self._problem,
        )
        end = opened.ours.year_end
        self.end_field.set_words(year_end_in_words(end) if end else "")
        self.end_field.left.connect(self._write_out)
        self.add("year_end", self.end_field)

    def change(self) -> Change:
        """Return the day, unless what is typed is none."""
        if self.end_field.problem():
            return unchanged
        end = read_year_end(self.end_field.words(), self.opened.today)
        return lambda ours: replace(ours, year_end=end)

    def _problem(self, words: str) -> str:
        try:
            read_year_end(words, self.opened.today)
        except NotADay as error:
            return f"{error.message} {error.advice}"
        return ""

    def _write_out(self) -> None:
        if self.end_field.words() and not self.end_field.problem():
            end = read_year_end(self.end_field.words(), self.opened.today)
            self.end_field.set_words(year_end_in_words(end) if end else "")


class YearsQuestion(SeveralQuestion):
    """A card for each year. The one that ended last is offered first."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened, tr("Add the year before"))
        self._years = {each.id: each for each in opened.ours.years}
        self._offered: dict[str, date | None] = {}
        for year_id in self._years:
            self.add_card(year_id)
        last = last_end(opened.ours.year_end, opened.today)
        ends = [each.ended_on for each in opened.ours.years]
        if not ends or (last is not None and None not in ends and last not in ends):
            self._offer(last)

    def fill(self, part_id: str, room: Box) -> None:
        """Ask when the year ended, and what came in and went out."""
        year = self._years.get(part_id) or Year(part_id, self._offered.get(part_id))
        ended = DateField(
            tr("The year ended on"),
            self.opened.today,
            tr("For example, 31/3/2026"),
            toward=Toward.PAST,
        )
        income = MoneyField(tr("Money that came in"), tr("All of it, before you spent any."))
        spending = MoneyField(tr("Money that went out"), optional=True)
        assets = MoneyField(
            tr("All that the group owned on that day"),
            tr("Money, buildings, equipment. It matters only to larger groups."),
            optional=True,
        )
        ended.set_day(year.ended_on)
        income.set_pence(year.income_pence)
        spending.set_pence(year.spending_pence)
        assets.set_pence(year.assets_pence)
        self.add_to(part_id, "ended", ended, room)
        self.add_to(part_id, "income", income, room)
        self.add_to(part_id, "spending", spending, room)
        self.add_to(part_id, "assets", assets, room)

    def title_of(self, part_id: str) -> str:
        """Return the day on which the year ended, where it is known."""
        year = self._years.get(part_id)
        ended = year.ended_on if year else self._offered.get(part_id)
        if ended is None:
            return tr("One year")
        return tr("Year to {day}", day=in_words(ended))

    def away_words(self, part_id: str) -> str:
        """Let a year be taken away."""
        return tr("Take this year away")

    def new_id(self) -> str:
        """Return the id of one more year: the one before the earliest."""
        part_id = super().new_id()
        ends = [end for each in self.cards if (end := self._ended(each)) is not None]
        self._offered[part_id] = months_on(min(ends), -_MONTHS_IN_YEAR) if ends else None
        return part_id

    def change(self) -> Change:
        """Return the years of which something is known but the day that was offered."""
        years = tuple(each for part in self.cards if (each := self._year(part)) is not None)
        return lambda ours: replace(ours, years=years)

    def _offer(self, ended_on: date | None) -> None:
        part_id = super().new_id()
        self._offered[part_id] = ended_on
        self.add_card(part_id)

    def _ended(self, part_id: str) -> date | None:
        field = self.field(part_id, "ended")
        return field.day() if isinstance(field, DateField) else None

    def _pence(self, part_id: str, name: str) -> int | None:
        field = self.field(part_id, name)
        return field.pence() if isinstance(field, MoneyField) else None

    def _year(self, part_id: str) -> Year | None:
        income, spending = self._pence(part_id, "income"), self._pence(part_id, "spending")
        ended, assets = self._ended(part_id), self._pence(part_id, "assets")
        told = (income, spending, assets) != (None, None, None)
        if not told and (ended is None or ended == self._offered.get(part_id)):
            return None
        return Year(part_id, ended, income, spending, assets)
