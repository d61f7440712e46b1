"""One figure: what it says, of where and when, from whom; and what stands beside it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain import figures
from vcs_desktop.domain.figures import Comparison
from vcs_desktop.domain.reference import CommunityFact
from vcs_desktop.services.facts import FactLine, FactView
from vcs_desktop.ui.pages.facts import words
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.address_line import AddressLine
from vcs_desktop.ui.widgets.bar_chart import Bar, BarChart
from vcs_desktop.ui.widgets.basics import (
    button,
    card,
    column,
    label,
    panel,
    picture,
    row,
    set_kind,
)
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import prose, short_prose
from vcs_desktop.ui.widgets.whole_table import WholeTable


class FactCard(QWidget):
    """Everything about one figure. ``newest_asked`` carries the id of its newest edition.

    ``sheet_asked`` carries the figure, and whether it is to be on the fact sheet.
    ``editions`` is the table of older and newer figures, None where there is no other.
    """

    newest_asked = Signal(str)
    sheet_asked = Signal(object, bool)

    def __init__(self, view: FactView) -> None:
        super().__init__()
        self.view = view
        fact = view.line.fact
        kind = "muted" if fact.value is None else "display"
        self.figure = label(short_prose(view.line.said), kind, wrap=True)
        self.copy_button = button(
            tr("Copy with its source"),
            "primary",
            icon="copy",
            name=tr("Copy with its source: {title}", title=short_prose(fact.title)),
        )
        self.sheet_button = button("")
        self._is_on_sheet = False
        self.copied = label("", "ok", wrap=True)
        self.copied.hide()
        self.newer_button = button(tr("Show the newer figure"))
        self.source = AddressLine(
            fact.provenance.source_url,
            tr("Open the source on the web"),
            tip=tr("We show you the address first. It opens in your browser."),
        )
        self.charts = [_chart(each, fact.id) for each in view.comparisons]
        self.editions = _editions_table(view.editions) if len(view.editions) > 1 else None
        inner = column(self._summary(), gap=12)
        for chart in self.charts:
            inner.put(card(chart))
        if self.editions is not None:
            inner.put(self._editions_card(self.editions))
        inner.put(self.source)
        if not fact.provenance.source_url:
            self.source.hide()
        self.setLayout(inner)
        self.show_on_sheet(on=False)
        self.copy_button.clicked.connect(self.copy)
        self.sheet_button.clicked.connect(self._ask_sheet)
        self.newer_button.clicked.connect(self._ask_newest)

    def copy(self) -> None:
        """Put the figure with its source on the clipboard, and say so."""
        QGuiApplication.clipboard().setText(self.view.citation)
        said = words.copied(self.view.newest)
        set_kind(self.copied, "ok" if self.view.newest is None else "warn")
        self.copied.setText(said)
        self.copied.show()
        say(self, said)

    def show_on_sheet(self, *, on: bool) -> None:
        """Say on the button what it does now."""
        self._is_on_sheet = on
        said = tr("Take off my fact sheet") if on else tr("Put on my fact sheet")
        title = short_prose(self.view.line.fact.title)
        self.sheet_button.setText(said)
        self.sheet_button.setAccessibleName(tr("{act}: {title}", act=said, title=title))
        self.sheet_button.set_icon("x" if on else "clipboard-list")

    def _summary(self) -> QFrame:
        fact, newest = self.view.line.fact, self.view.newest
        parts: list[QWidget] = [
            label(words.theme_words(fact.theme), "small", wrap=True),
            label(short_prose(fact.title), "heading", wrap=True),
            self.figure,
        ]
        if fact.text:
            parts.append(prose(fact.text))
        parts.append(self._newer(newest))
        parts += [
            panel(FlowLayout(self.copy_button, self.sheet_button)),
            self.copied,
            _facts_about(fact),
        ]
        return card(*parts, gap=10)

    def _newer(self, newest: FactLine | None) -> QFrame:
        """Return a warning that leads to the newest edition; where this is it, it is hidden."""
        warning = label("", wrap=True)
        line = row(picture("triangle-alert", "warn"), gap=8)
        line.put(warning, 1)
        made = card(panel(line), panel(FlowLayout(self.newer_button)), kind="warn")
        if newest is None:
            made.hide()
        else:
            warning.setText(words.there_is_newer(newest))
        return made

    def _editions_card(self, table: WholeTable) -> QFrame:
        parts: list[QWidget] = [label(tr("Older and newer figures"), "strong", wrap=True)]
        if self.view.not_comparable:
            line = row(picture("triangle-alert", "warn"), gap=8)
            why = tr("Do not compare them. {why}", why=short_prose(self.view.not_comparable))
            line.put(label(why, "warn", wrap=True), 1)
            parts.append(panel(line))
        return card(*parts, table)

    def _ask_sheet(self) -> None:
        self.sheet_asked.emit(self.view.line.fact, not self._is_on_sheet)

    def _ask_newest(self) -> None:
        if self.view.newest is not None:
            self.newest_asked.emit(self.view.newest.fact.id)


def _facts_about(fact: CommunityFact) -> FactGrid:
    return FactGrid(
        (
            (tr("Place"), short_prose(fact.place)),
            (tr("Figure of"), words.when(fact)),
            (tr("Source"), short_prose(fact.provenance.source)),
            (tr("Licence"), short_prose(fact.provenance.licence)),
        )
    )


def _chart(comparison: Comparison, marked_id: str) -> BarChart:
    along = comparison.along
    bars = [
        Bar(
            words.bar_name(fact, along),
            fact.value,
            figures.shortly(fact),
            marked=fact.id == marked_id,
        )
        for fact in comparison.facts
    ]
    return BarChart(
        words.chart_title(comparison),
        bars,
        words.chart_heads(along),
        summary=words.chart_summary(comparison),
        whole=comparison.whole,
    )


def _editions_table(editions: tuple[FactLine, ...]) -> WholeTable:
    heads = (tr("Figure of"), tr("Figure"), tr("Source"))
    table = WholeTable(tr("Older and newer figures"), heads)
    table.show_rows(
        [
            (
                words.when(line.fact),
                short_prose(line.said),
                short_prose(line.fact.provenance.source),
            )
            for line in editions
        ]
    )
    return table
