"""One rule: what holds today, what held before and what comes, by which law and from whom."""

from PySide6.QtWidgets import QFrame, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain import days
from vcs_desktop.domain.rule_words import RuleInTime, RuleRow
from vcs_desktop.ui.pages.learning import rule_words as words
from vcs_desktop.ui.widgets.address_line import AddressLine
from vcs_desktop.ui.widgets.basics import card, column, label, panel, picture, row
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.prose import prose, short_prose
from vcs_desktop.ui.widgets.whole_table import WholeTable


class RuleCard(QWidget):
    """Everything about one rule. ``history`` is None where it has one row only."""

    def __init__(self, rule: RuleInTime) -> None:
        super().__init__()
        self.rule = rule
        self.source = AddressLine(
            rule.shown.rule.provenance.source_url,
            tr("Open the source on the web"),
            tip=tr("We show you the address first. It opens in your browser."),
        )
        self.history = _history(rule) if len(rule.rows) > 1 else None
        inner = column(_summary(rule, self.history), gap=12)
        for earlier in rule.rows:
            if earlier is not rule.shown and earlier.rule.text:
                inner.put(_other(earlier))
        inner.put(self.source)
        if not rule.shown.rule.provenance.source_url:
            self.source.hide()
        self.setLayout(inner)


def _summary(rule: RuleInTime, history: WholeTable | None) -> QFrame:
    """Return what holds; the other rows stand close by, since older accounts go by older rows."""
    shown = rule.shown
    state = words.STATE_ICONS[shown.state], words.STATE_COLOURS[shown.state]
    mark = row(picture(*state, 18), gap=6)
    mark.put(label(words.state_words(shown), state[1], wrap=True), 1)
    parts: list[QWidget] = [
        label(words.subject_words(rule.subject), "small", wrap=True),
        label(short_prose(shown.rule.title), "heading", wrap=True),
    ]
    if shown.limit:
        parts.append(label(shown.limit, "display", wrap=True))
    parts.append(panel(mark))
    if shown.rule.text:
        parts.append(prose(shown.rule.text))
    if history is not None:
        parts += [label(tr("Before, now and later"), "strong", wrap=True), history]
    parts.append(_facts_about(shown))
    return card(*parts, gap=10)


def _facts_about(shown: RuleRow) -> FactGrid:
    told = shown.rule.provenance
    return FactGrid(
        (
            (tr("When"), shown.period),
            (tr("For"), short_prose(shown.rule.applies_to)),
            (tr("Law"), short_prose(shown.rule.law)),
            (tr("Source"), short_prose(told.source)),
            (tr("Checked on"), days.shortly(told.as_of) if told.as_of else ""),
            (tr("Licence"), short_prose(told.licence)),
        )
    )


def _history(rule: RuleInTime) -> WholeTable:
    table = WholeTable(tr("Before, now and later"), (tr("Limit"), tr("When"), tr("State")))
    table.show_rows(
        [(words.limit_words(each), each.period, words.state_words(each)) for each in rule.rows]
    )
    return table


def _other(other: RuleRow) -> QFrame:
    return card(
        label(words.state_words(other), "small", wrap=True),
        label(short_prose(other.rule.title), "strong", wrap=True),
        prose(other.rule.text),
    )
