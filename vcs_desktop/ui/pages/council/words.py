"""What the Council page says of the strategy and the agreements. No widgets."""

from datetime import date
from typing import TYPE_CHECKING

from vcs_desktop.core.language import marked, tr, tr_count, tr_marked
from vcs_desktop.domain import days
from vcs_desktop.domain.action_plan import PROGRESS, Progress
from vcs_desktop.domain.edition_changes import Change

if TYPE_CHECKING:
    from vcs_desktop.domain.reference import (
        CommunityFact,
        CompactPrinciple,
        Rule,
        StrategyItem,
    )

_LEVELS = {
    "priority": marked("Priority"),
    "commitment": marked("Commitment"),
    "action": marked("How it is carried out"),
}
_STATES = {
    "in_force": (marked("In force, as far as we know"), "circle-check", "ok"),
    "replaced": (marked("Replaced by a newer one"), "history", "muted"),
    "to_be_developed": (marked("Not written yet"), "clock", "warn"),
}
_SEEN_IN = {
    "text": marked("We read this in the agreement itself."),
    "report": marked("We know this from what others wrote about it, not from its own text."),
    "draft": marked("We know this only from a draft. Check it before you rely on it."),
}
_TOPICS = {
    "consultation": marked("Consultation"),
    "money": marked("Money"),
    "independence": marked("Speaking freely"),
    "information": marked("Information"),
    "equality": marked("Equality"),
    "volunteers": marked("Volunteers"),
    "working together": marked("Working together"),
}
"""Topics in the order in which they are offered: what groups ask for most comes first."""
_CHANGES = {
    Change.NEW: (marked("New"), "circle-check", "ok"),
    Change.REWORDED: (marked("Reworded"), "history", "info"),
    Change.GONE: (marked("Gone"), "circle-x", "warn"),
    Change.SAME: (marked("The same"), "check", "muted"),
}
PRIORITY_ICONS = ("handshake", "users", "graduation-cap", "hand-coins", "scale")


def level_of(item: "StrategyItem") -> str:
    """Return what an item of the strategy is."""
    return tr_marked(_LEVELS[item.level])


def progress_of(item: "StrategyItem") -> tuple[str, str, str]:
    """Return how far an action is, its icon and its colour; no words where nobody has said."""
    if item.progress not in set(Progress):
        return "", "", "muted"
    said, icon, colour = PROGRESS[Progress(item.progress)]
    return tr_marked(said), icon, colour


def due_of(item: "StrategyItem") -> str:
    """Return by when an action is to be done; empty where nobody has said."""
    return tr("By {day}", day=days.shortly(item.due_on)) if item.due_on else ""


def is_done_for(item: "StrategyItem", promise_id: str) -> bool:
    """Say whether something is an action that serves a promise."""
    return item.level == "action" and item.under == promise_id


def page_of(item: "StrategyItem") -> str:
    """Return where an item stands in the document, empty when not told."""
    return tr("Page {page}", page=item.page) if item.page else ""


def holds(valid_from: date | None, valid_to: date | None) -> str:
    """Return from when to when something holds; empty when neither is told."""
    if valid_from and valid_to:
        return tr("{start} to {end}", start=days.shortly(valid_from), end=days.shortly(valid_to))
    if valid_from:
        return tr("Since {start}", start=days.shortly(valid_from))
    return tr("Until {end}", end=days.shortly(valid_to)) if valid_to else ""


def state_of(state: str) -> tuple[str, str, str]:
    """Return a state in words, its icon and its colour."""
    said, icon, colour = _STATES[state]
    return tr_marked(said), icon, colour


def seen_in(principle: "CompactPrinciple") -> str:
    """Return how we know of a principle; empty when that is not told."""
    said = _SEEN_IN.get(principle.seen_in)
    return tr_marked(said) if said else ""


def topic(name: str) -> str:
    """Return a topic as people call it; one of a newer library stays as it is."""
    said = _TOPICS.get(name)
    return tr_marked(said) if said else name


def topics_in_order(names: "tuple[str, ...]") -> list[str]:
    """Return the topics as they are offered: those we know first."""
    known = list(_TOPICS)
    return sorted(names, key=lambda name: (known.index(name) if name in known else 99, name))


def change_of(change: Change) -> tuple[str, str, str]:
    """Return a change in words, its icon and its colour."""
    said, icon, colour = _CHANGES[change]
    return tr_marked(said), icon, colour


def promises(count: int) -> str:
    """Return how many commitments there are."""
    return tr_count("{count} commitment", "{count} commitments", count)


def in_millions(pounds: float) -> str:
    """Return a large amount as people say it: "£79.5 million", or in full below a million."""
    million = 1_000_000
    if pounds >= million:
        return tr("£{amount} million", amount=f"{pounds / million:.4g}")
    return tr("£{amount}", amount=f"{pounds:,.0f}")


def amount_of(fact: "CommunityFact") -> str:
    """Return a large amount with "about" or "more than", as its source gives it."""
    if fact.value is None:
        return tr("Not given")
    amount = in_millions(fact.value)
    if fact.unit.endswith("at least"):
        return tr("More than {amount}", amount=amount)
    return tr("About {amount}", amount=amount) if fact.unit.endswith("about") else amount


def begun_large(said: str) -> str:
    """Return words of a record that stand alone, with a capital first."""
    return said[:1].upper() + said[1:]


def rule_since(rule: "Rule") -> str:
    """Return since when, or from when to when, a rule holds."""
    return holds(rule.provenance.valid_from, rule.provenance.valid_to)
