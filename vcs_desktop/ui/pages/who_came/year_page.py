"""The group's year on one page: which year, and the page to save or to print."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.days import shortly
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.paper_out import PaperOut
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import card, column, label, panel
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from vcs_desktop.domain.year_summary import Year


class YearPage(QWidget):
    """A card under the totals. The last year that is over is offered first."""

    def __init__(self, services: Services, tasks: Tasks) -> None:
        super().__init__()
        self._services = services
        self._years = Question(tasks, self)
        self.message = MessageBar()
        self.year = ChoiceField(tr("Which year?"), ())
        self.out = PaperOut(
            self,
            tasks,
            self.message,
            self._write,
            file=tr("our-year.pdf"),
            what=tr("Your year on one page"),
        )
        about = label(
            tr(
                "Whom you reached, how often, and what your volunteers gave. "
                "Give it to a funder, or show it at your yearly meeting."
            ),
            wrap=True,
        )
        self.setLayout(
            column(
                card(
                    label(tr("Your year on one page"), "heading", wrap=True),
                    about,
                    self.year,
                    panel(FlowLayout(self.out.save_button, self.out.print_button)),
                    self.message,
                    gap=10,
                )
            )
        )
        self._number = 0
        self.out.save_button.setEnabled(False)
        self.out.print_button.setEnabled(False)
        self._years.answered.connect(self._show)
        self.year.edited.connect(self._take)

    def shown(self) -> None:
        """Look which years there are to choose from."""
        self._years.ask(lambda: self._services.space.inside().year_summary.years())  # noqa: PLW0108  on the lane

    def _show(self, years: "tuple[tuple[int, Year], ...]") -> None:
        self.year.set_choices([(str(number), _words(year)) for number, year in years])
        self._take()
        self.out.save_button.setEnabled(True)
        self.out.print_button.setEnabled(True)

    def _take(self) -> None:
        """Note the year here, for the page is written away from the window's thread."""
        self._number = int(self.year.chosen_id())

    def _write(self, out: Path | None) -> Path:
        rules = self._services.facts.rulebook()
        inside = self._services.space.inside()
        return inside.year_summary.write(rules, self._number, out)[-1]


def _words(year: "Year") -> str:
    if year.is_ours:
        return tr("Year to {day}", day=shortly(year.last))
    return tr("The year {year}", year=year.last.year)
