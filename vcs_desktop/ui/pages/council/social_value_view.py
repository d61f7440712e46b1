"""The council's social value policy in plain words, with the figures that hold today."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLabel

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.ui.pages.council import words
from vcs_desktop.ui.pages.council.answer_view import AnswerView
from vcs_desktop.ui.pages.council.view_model import CouncilViewModel
from vcs_desktop.ui.widgets.basics import card, column, label, panel
from vcs_desktop.ui.widgets.prose import prose
from vcs_desktop.ui.widgets.source_line import SourceLine
from vcs_desktop.ui.widgets.whole_table import WholeTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vcs_desktop.domain.reference import CommunityFact, Rule
    from vcs_desktop.services.council import SocialValueView as Found

# Cards, and rules in the table; whatever else there is, is found by the search.
MOST = 20


class SocialValueView(AnswerView):
    """What it is, when it counts and for how much, and what nobody could tell us."""

    def __init__(self, view_model: CouncilViewModel) -> None:
        super().__init__(view_model.social_value, view_model.look_at_social_value, "scale")

    def fill(self, found: "Found") -> None:
        """Show the policy, the oldest part first; where there are too many, the newest."""
        if not found.facts and not found.rules:
            self.say(tr("Nothing here yet"), tr("It comes with the library."))
            return
        self.body.put(_what_it_is())
        facts, rules = found.facts[-MOST:], found.rules[:MOST]
        for fact in facts:
            heading = label(fact.title, "heading", wrap=True)
            kind = "info" if fact.older else "card"
            self.body.put(card(heading, prose(fact.text), kind=kind, gap=8))
        if rules:
            self.body.put(_figures(rules))
        left_out = len(found.facts) - len(facts) + len(found.rules) - len(rules)
        if left_out:
            self.body.put(_where_the_rest_is(left_out))
        self.body.put(_sources(facts, rules))


def _what_it_is() -> QFrame:
    return card(
        label(tr("What social value is"), "heading", wrap=True),
        label(
            tr(
                "Social value is the extra good that a contract does: for people, for local "
                "work, or for the climate. It comes on top of the job itself."
            ),
            wrap=True,
        ),
        label(
            tr("The council gives marks for it, beside the price and how good the work is."),
            wrap=True,
        ),
        gap=8,
    )


def _figures(rules: "Sequence[Rule]") -> QFrame:
    table = WholeTable(
        tr("Figures of the policy as they hold today"),
        (tr("What the rule says"), tr("For"), tr("Holds")),
    )
    table.show_rows([(rule.title, rule.applies_to, words.rule_since(rule)) for rule in rules])
    heading = label(tr("The figures as they hold today"), "heading", wrap=True)
    return card(heading, table, gap=8)


def _where_the_rest_is(count: int) -> QLabel:
    said = tr_count(
        "{count} more is not shown here. The search at the top finds it.",
        "{count} more are not shown here. The search at the top finds them.",
        count,
    )
    return label(said, "muted", wrap=True)


def _sources(facts: "Sequence[CommunityFact]", rules: "Sequence[Rule]") -> QFrame:
    sources = {fact.provenance.source: fact.provenance for fact in facts}
    sources |= {rule.provenance.source: rule.provenance for rule in rules}
    body = column(label(tr("Where we read this"), "heading", wrap=True), gap=10)
    for provenance in sources.values():
        body.put(SourceLine(replace(provenance, as_of=None, licence="")))
    return card(panel(body))
