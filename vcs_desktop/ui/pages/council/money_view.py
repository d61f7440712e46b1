"""Where the council's money for groups goes. What is not given stays not given."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain import days
from vcs_desktop.ui.pages.council import words
from vcs_desktop.ui.pages.council.answer_view import AnswerView
from vcs_desktop.ui.pages.council.view_model import CouncilViewModel
from vcs_desktop.ui.widgets.bar_chart import Bar, BarChart
from vcs_desktop.ui.widgets.basics import button, card, label, panel
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import prose
from vcs_desktop.ui.widgets.source_line import SourceLine

if TYPE_CHECKING:
    from vcs_desktop.services.council import MoneyView as Found

_WHOLE = 100
_MOST, _NEARLY_ALL = 0.5, 0.9
_ALL, _CONTRACTS, _GRANTS = "all", "contracts", "grants"
_CARE, _OF_ALL, _KINDS = "adult-social-care", "share-of-all-contracts", "kinds-of-work"


class MoneyView(AnswerView):
    """Four figures, two charts with their tables, and what it means for a small group.

    ``funding_asked`` says that the person wants to look for contracts.
    """

    funding_asked = Signal()

    def __init__(self, view_model: CouncilViewModel) -> None:
        super().__init__(view_model.money, view_model.look_at_money, "hand-coins")

    def fill(self, found: "Found") -> None:
        """Show the figures; without the whole there is nothing to say about its parts."""
        total = found.facts.get(_ALL)
        if total is None or total.value is None:
            self.say(tr("No figures here yet"), tr("They come with the library."))
            return
        year = total.provenance.as_of
        if year:
            said = tr("Figures of the year to {day}.", day=days.shortly(year))
            self.body.put(label(said, "muted", wrap=True))
        self.body.put(prose(total.text))
        self.body.put(_headline(found))
        self.body.put(_split(found))
        self.body.put(_services(found))
        self.body.put(self._meaning(found))
        self.body.put(SourceLine(total.provenance))

    def _meaning(self, found: "Found") -> QFrame:
        self.funding_button = button(tr("Look for contracts to bid for"), icon="search")
        self.funding_button.clicked.connect(self.funding_asked)
        told = [label(tr("What this means for you"), "heading", wrap=True)]
        if _share_of_contracts(found) > _MOST:
            said = tr("Most of the money is in contracts, not in grants. So look at both.")
            told.append(label(said, wrap=True))
        alone = tr("A small group need not bid alone. It can be part of a larger bid.")
        told.append(label(alone, wrap=True))
        kinds = found.facts.get(_KINDS)
        if kinds is not None:
            told.append(prose(kinds.text))
        return card(*told, panel(FlowLayout(self.funding_button)), gap=10)


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
    nearly_all = _share_of_contracts(found) > _NEARLY_ALL
    chart = BarChart(
        tr("Contracts and grants"),
        bars,
        (tr("How it is paid"), tr("In a year")),
        summary=tr("Contracts are nearly all of it.") if nearly_all else "",
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


def _share_of_contracts(found: "Found") -> float:
    """Return how much of the money is in contracts, from 0 to 1; 0 where that is not given."""
    contracts, grants = found.value(_CONTRACTS), found.value(_GRANTS)
    if contracts is None or grants is None or not contracts + grants:
        return 0.0
    return contracts / (contracts + grants)


def _share(value: float | None) -> str:
    return tr("Not given") if value is None else f"{value:g}%"
