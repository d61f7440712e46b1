"""What the group asked for and won, funder by funder: a chart with its table."""

from typing import Any

from PySide6.QtCore import Signal

from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.domain.application_sums import FunderResult, Results, success_percent
from vcs_desktop.domain.durations import MINUTES_IN_HOUR
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.bar_chart import Bar, BarChart
from vcs_desktop.ui.widgets.basics import Box, button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import prose
from vcs_desktop.ui.widgets.whole_table import WholeTable


class ResultsView(GroupPart):
    """``left`` wants the list again."""

    left = Signal()
    failed = Signal(object)

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.back_button = button(tr("All applications"), "quiet", icon="arrow-left")
        self._room: Box = column(gap=12)
        self._results = Question(self.tasks, self)
        self.setLayout(
            column(
                panel(FlowLayout(self.back_button)),
                label(tr("What we asked for and won"), "title", wrap=True),
                panel(self._room),
                None,
                gap=12,
            )
        )
        self.back_button.clicked.connect(self.left)
        self._results.answered.connect(self._show)
        self._results.failed.connect(self.failed)
        self.session.changed.connect(self._look_if_seen)

    def shown(self) -> None:
        """Add up anew."""
        self._results.ask(self._look)

    def _look_if_seen(self) -> None:
        if self.isVisible():
            self.shown()

    def _look(self) -> Results:
        return self.services.space.inside().grants.results()

    def _show(self, results: Results) -> None:
        self._room.clear()
        if not results.funders:
            words = tr("Nothing is sent yet. What came of each application adds up here.")
            self._room.put(card(label(words, wrap=True)))
            return
        self._room.put(card(prose(_in_words(results.all), "heading")))
        self.chart = BarChart(
            tr("Money won, by funder"),
            [
                Bar(_name(each), each.won_pence / 100, in_pounds(each.won_pence))
                for each in results.funders
                if each.sent
            ],
            (tr("Funder"), tr("Won")),
            summary=tr("Each bar is what one funder gave."),
        )
        self.table = WholeTable(
            tr("By funder"),
            (tr("Funder"), tr("Sent"), tr("Won"), tr("Asked for"), tr("Given"), tr("Hours")),
            figures=(1, 2, 3, 4, 5),
        )
        rows = [_row(_name(each), each) for each in results.funders]
        self.table.show_rows([*rows, _row(tr("Altogether"), results.all)])
        self._room.put(card(self.chart))
        self._room.put(card(label(tr("By funder"), "heading"), self.table, gap=8))


def _row(name: str, result: FunderResult) -> tuple[str, ...]:
    hours = result.minutes / MINUTES_IN_HOUR
    return (
        name,
        f"{result.sent:,}",
        f"{result.won:,}",
        in_pounds(result.asked_pence),
        in_pounds(result.won_pence),
        f"{hours:,.1f}".removesuffix(".0"),
    )


def _name(result: FunderResult) -> str:
    return result.funder or tr("No funder named")


def _in_words(result: FunderResult) -> str:
    sent = tr_count("{count} application was sent.", "{count} applications were sent.", result.sent)
    percent = success_percent(result)
    if percent is None:
        return sentences(sent, tr("No answer has come yet."))
    return sentences(
        sent,
        tr("{percent}% of those that were answered were won.", percent=percent),
        tr("You asked for {asked}, and {won} was given so far.",
           won=in_pounds(result.won_pence), asked=in_pounds(result.asked_pence)),
    )  # fmt: skip
