"""What the list of rules and the card of one say."""

from vcs_desktop.core.language import Marked, marked, tr, tr_marked
from vcs_desktop.domain.rule_words import RuleInTime, RuleRow, State
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.title_list import TitleRow

_SUBJECTS: dict[str, Marked] = {
    "charity accounts": marked("Charity accounts"),
    "contracts and social value": marked("Contracts and social value"),
    "Gift Aid and raffles": marked("Gift Aid and raffles"),
    "companies and societies": marked("Companies and societies"),
    "pay and travel": marked("Pay and travel"),
    "people and buildings": marked("People and buildings"),
}
_STATES: dict[State, Marked] = {
    State.BEFORE: marked("Held before"),
    State.NOW: marked("Holds now"),
    State.TO_COME: marked("Not yet in force"),
}
_STATES_OF_YEARS: dict[State, Marked] = {
    State.BEFORE: marked("For earlier years"),
    State.NOW: marked("For years that end now"),
    State.TO_COME: marked("For later years"),
}
STATE_ICONS = {State.BEFORE: "history", State.NOW: "circle-check", State.TO_COME: "clock"}
STATE_COLOURS = {State.BEFORE: "muted", State.NOW: "ok", State.TO_COME: "info"}


def subject_words(subject: str, most: int = 300) -> str:
    """Return what a subject is called; one that we do not know is called what it calls itself."""
    return tr_marked(_SUBJECTS[subject]) if subject in _SUBJECTS else short_prose(subject, most)


def state_words(row: RuleRow) -> str:
    """Return where a row stands. Of accounts an older row still counts for an older year."""
    told = row.rule.provenance
    by_year = row.rule.applies_by == "period_end" and bool(told.valid_from or told.valid_to)
    return tr_marked((_STATES_OF_YEARS if by_year else _STATES)[row.state])


def limit_words(row: RuleRow) -> str:
    """Return how much, or what the row is called where only that says it."""
    return row.limit or short_prose(row.rule.title)


def row_of(rule: RuleInTime) -> TitleRow:
    """Return a rule as a row of the list; whether it holds now stands under it."""
    shown = rule.shown
    changed = tr("It has changed") if len(rule.rows) > 1 else ""
    return TitleRow(
        rule.name,
        short_prose(shown.rule.title),
        line=shown.period,
        mark=changed if shown.state is State.NOW else state_words(shown),
        mark_icon="history" if shown.state is State.NOW and changed else STATE_ICONS[shown.state],
        mark_colour="muted" if shown.state is State.NOW else STATE_COLOURS[shown.state],
        under=subject_words(rule.subject),
    )
