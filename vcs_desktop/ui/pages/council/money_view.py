"""Where the council's money for groups goes. What is not given stays not given."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.domain import days
from vcs_desktop.ui.pages.council import words
from vcs_desktop.ui.pages.council.view_model import CouncilViewModel
from vcs_desktop.ui.widgets.bar_chart import Bar, BarChart
from vcs_desktop.ui.widgets.basics import Box, button, card, column, label, panel
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import prose
from vcs_desktop.ui.widgets.source_line import SourceLine

if TYPE_CHECKING:
    from vcs_desktop.services.council import MoneyView as Found

_WHOLE = 100
_ALL, _CONTRACTS, _GRANTS = "all", "contracts", "grants"
_CARE, _OF_ALL, _KINDS = "adult-social-care", "share-of-all-contracts", "kinds-of-work"


class MoneyView(QWidget):
    """Four figures, two charts with their tables, and what it means for a small group.

    ``funding_asked`` says that the person wants to look for contracts; ``told``
    that an answer, or a problem, is on the screen.
    """

    told = Signal()
    funding_asked = Signal()

    def __init__(self, view_model: CouncilViewModel) -> None:
        super().__init__()
        self._view_model = view_model
        self._found: Found | None = None
        self._body: Box = column(gap=14)
        self.problem = EmptyState("", "", icon="hand-coins")
        self.funding_button = button(tr("Look for contracts to bid for"), icon="search")
        self.setLayout(self._body)
        self.problem.button.clicked.connect(self.look)
        view_model.money.answered.connect(self._show)
        view_model.money.failed.connect(self._show_problem)

    def look(self) -> None:
        """Look up the figures."""
        self._view_model.look_at_money()

    def _show(self, found: "Found") -> None:
        if found == self._found:
            self.told.emit()
            return
        self._found = found
        self._body.clear()
        total = found.facts.get(_ALL)
        if total is None or total.value is None:
            self._say(tr("No figures here yet"), tr("They come with the library."))
            return
        year = total.provenance.as_of
        if year:
            self._body.put(
                label(
                    tr("Figures of the year to {day}.", day=days.shortly(year)), "muted", wrap=True
                )
            )
        self._body.put(prose(total.text))
        self._body.put(_headline(found))
        self._body.put(_split(found))
        self._body.put(_services(found))
        self._body.put(self._meaning(found))
        self._body.put(SourceLine(total.provenance))
        self._body.put(None)
        self.told.emit()

    def _meaning(self, found: "Found") -> QFrame:
        self.funding_button = button(tr("Look for contracts to bid for"), icon="search")
        self.funding_button.clicked.connect(self.funding_asked)
        told = [
            label(tr("What this means for you"), "heading", wrap=True),
            label(
                tr("Most of the money is in contracts, not in grants. So look at both."), wrap=True
            ),
            label(
                tr("A small group need not bid alone. It can be part of a larger bid."), wrap=True
            ),
        ]
        kinds = found.facts.get(_KINDS)
        if kinds is not None:
            told.append(prose(kinds.text))
        return card(*told, panel(FlowLayout(self.funding_button)), gap=10)

    def _show_problem(self, error: Exception) -> None:
        self._found = None
        self._body.clear()
        self._say(tr("We could not look"), words_for(error), tr("Try again"))

    def _say(self, title: str, text: str, act: str = "") -> None:
        self.problem = EmptyState(title, text, act, icon="hand-coins")
        self.problem.button.clicked.connect(self.look)
        self._body.put(self.problem, 1)
        self.told.emit()


def _headline(found: "Found") -> QWidget:
    facts = []
    for name, title in (
        (_ALL, tr("With voluntary groups, a year")),
        (_CONTRACTS, tr("As contracts")),
        (_GRANTS, tr("As grants")),
    ):
        if name in found.facts:
            facts.append((title, words.amount_of(found.facts[name])))
    share = found.value(_OF_ALL)
    if share is not None:
        said = tr("About {share}%", share=f"{share:g}")
        facts.append((tr("Of all the council's contracts, with groups"), said))
    return FactGrid(facts)


def _split(found: "Found") -> QFrame:
    bars = [
        Bar(title, found.value(name), words.amount_of(found.facts[name]))
        for name, title in ((_CONTRACTS, tr("Contracts")), (_GRANTS, tr("Grants")))
        if name in found.facts
    ]
    chart = BarChart(
        tr("Contracts and grants"),
        bars,
        (tr("How it is paid"), tr("In a year")),
        summary=tr("Contracts are nearly all of it."),
    )
    return card(chart)


def _services(found: "Found") -> QFrame:
    care = found.value(_CARE)
    rest = None if care is None else _WHOLE - care
    bars = [
        Bar(tr("Adult social care"), care, _share(care), marked=True),
        Bar(tr("All other services together"), rest, _share(rest), is_rest=True),
    ]
    chart = BarChart(
        tr("Which service spends the money for groups"),
        bars,
        (tr("Service"), tr("Share")),
        summary=tr(
            "How much each of the other services spends is not given. The strategy has a chart, "
            "but the text we have holds no figures of it."
        ),
        whole=_WHOLE,
    )
    return card(chart)


def _share(value: float | None) -> str:
    return tr("Not given") if value is None else f"{value:g}%"
