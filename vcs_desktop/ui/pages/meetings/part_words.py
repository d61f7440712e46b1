"""Interests, decisions and actions in words, and the lists that hold them."""

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.kinds import PERSON
from vcs_desktop.domain.meeting_rules import votes_words
from vcs_desktop.domain.meeting_words import ended
from vcs_desktop.domain.meetings import Action, ConflictDeclared, Decision
from vcs_desktop.ui.pages.meetings.opened import Opened
from vcs_desktop.ui.pages.meetings.part_editors import (
    ActionEditor,
    ConflictEditor,
    DecisionEditor,
)
from vcs_desktop.ui.pages.meetings.parts_field import PartKind


def conflict_kind() -> PartKind:
    """Return the list of interests that were declared."""
    return PartKind(
        "conflicts",
        tr("Interests declared"),
        tr("Somebody with an interest may not count for that decision. Look in your rules."),
        tr("Add an interest"),
        ConflictDeclared,
        ConflictEditor,
        conflict_words,
    )


def decision_kind() -> PartKind:
    """Return the list of decisions."""
    return PartKind(
        "decisions",
        tr("What was decided"),
        tr("Count votes only where you voted."),
        tr("Add a decision"),
        Decision,
        DecisionEditor,
        decision_words,
    )


def action_kind() -> PartKind:
    """Return the list of actions."""
    return PartKind(
        "actions",
        tr("Who does what"),
        tr("Each action comes back at the next meeting, until it is done."),
        tr("Add an action"),
        Action,
        ActionEditor,
        action_words,
    )


def conflict_words(conflict: ConflictDeclared, opened: Opened) -> str:
    """Return who has which interest, and what was done."""
    who = opened.around.who.name(conflict.person) if conflict.person else tr("Somebody")
    what = conflict.what or tr("An interest")
    said = tr("{who}: {what}", who=who, what=what)
    if not conflict.what_was_done:
        return said
    done = tr("What was done: {what}", what=conflict.what_was_done)
    return sentences(ended(said), ended(done))


def decision_words(decision: Decision, opened: Opened) -> str:
    """Return what was decided, the votes, and what it is about."""
    about = tied_words(decision, opened)
    said = (
        ended(decision.what) or tr("A decision without words."),
        votes_words(decision),
        ended(tr("About: {what}", what=about)) if about else "",
    )
    return sentences(*filter(None, said))


def tied_words(decision: Decision, opened: Opened) -> str:
    """Return the name of what a decision is about; a person's as it is now."""
    if decision.tied_kind == PERSON and decision.tied_to:
        return opened.around.who.name(decision.tied_to)
    return decision.tied_name


def action_words(action: Action, opened: Opened) -> str:
    """Return what is to be done, by whom, and by when."""
    who = opened.around.who.name(action.owner) if action.owner else tr("Nobody yet")
    what = action.what or tr("An action without words")
    said = tr("{what} ({who})", what=what, who=who)
    if action.due_on:
        said = tr("{what} ({who}, by {day})", what=what, who=who, day=shortly(action.due_on))
    if action.done_on:
        return sentences(ended(said), tr("Done on {day}.", day=shortly(action.done_on)))
    return said
