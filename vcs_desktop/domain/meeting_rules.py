"""Rules of meetings: are enough people there, do the votes add up, what is still to be done.

What notice a meeting takes, and how many people, stands in the group's own rules. Nothing
here knows those: only what somebody wrote down is counted.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.domain.meetings import (
    Action,
    Decision,
    LookedBack,
    Meeting,
    MeetingKind,
    Outcome,
    Presence,
)
from vcs_desktop.domain.people import Tie


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many of those who can vote are there.

    ``of`` is how many can vote, None where everybody who comes can. ``needed`` is how many
    the group's rules ask for, None where nobody has said.
    """

    there: int
    of: int | None = None
    needed: int | None = None

    @property
    def is_met(self) -> bool | None:
        """Whether enough are there; None where nobody has said how many it takes."""
        return None if self.needed is None else self.there >= self.needed


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """An action of an earlier meeting as a later one sees it.

    ``agreed_at`` is the earlier meeting. ``looked`` is what the later one said of it, None
    as long as it said nothing. ``is_done`` says whether it was done by then.
    """

    action: Action
    agreed_at: Meeting
    looked: LookedBack | None
    is_done: bool


def who_can_vote(kind: MeetingKind) -> tuple[Tie, ...]:
    """Return who is counted at a meeting of a kind; nobody in particular is everybody.

    Source: model constitutions of the Charity Commission for England and Wales: trustees
    decide at their own meetings, members at general ones.
    """
    match kind:
        case MeetingKind.COMMITTEE:
            return (Tie.COMMITTEE,)
        case MeetingKind.GENERAL | MeetingKind.YEARLY:
            return (Tie.MEMBER, Tie.COMMITTEE)
    return ()


def those_there(meeting: Meeting, now: Callable[[str], str] = str) -> set[str]:
    """Return the ids of those who were there, in the room or online.

    ``now`` tells the id of the record that somebody's was made one with.
    """
    there = (Presence.THERE, Presence.ONLINE)
    return {now(each.id) for each in meeting.present if each.how in there}


def quorum_of(
    meeting: Meeting, voters: Collection[str] | None, now: Callable[[str], str] = str
) -> Quorum:
    """Return how many of the ``voters`` (ids; None: everybody) are there. Nobody counts twice."""
    there = those_there(meeting, now)
    if voters is None:
        return Quorum(len(there), None, meeting.quorum)
    can_vote = {now(each) for each in voters}
    return Quorum(len(there & can_vote), len(can_vote), meeting.quorum)


def quorum_words(quorum: Quorum) -> str:
    """Return whether enough are there, such as "4 of 6 are there; you need 3."."""
    if quorum.needed is None:
        return sentences(_there(quorum), tr("Nobody has said yet how many you need."))
    if quorum.of is None:
        counted = tr_count(
            "{count} person is there; you need {needed}.",
            "{count} people are there; you need {needed}.",
            quorum.there,
            needed=quorum.needed,
        )
    else:
        counted = tr(
            "{there} of {all} are there; you need {needed}.",
            there=quorum.there,
            all=quorum.of,
            needed=quorum.needed,
        )
    enough = tr("That is enough.") if quorum.is_met else tr("That is not enough to decide.")
    return sentences(counted, enough)


def _there(quorum: Quorum) -> str:
    if quorum.of is None:
        return tr_count("{count} person is there.", "{count} people are there.", quorum.there)
    return tr("{there} of {all} are there.", there=quorum.there, all=quorum.of)


def quorum_then(quorum: Quorum) -> str:
    """Return how many were there, as minutes say it."""
    if quorum.of is None:
        there = tr_count("{count} person was there.", "{count} people were there.", quorum.there)
    else:
        there = tr("{there} of {all} who can vote were there.", there=quorum.there, all=quorum.of)
    if quorum.needed is None:
        return there
    needed = tr("{needed} are needed to decide.", needed=quorum.needed)
    enough = tr("That was enough.") if quorum.is_met else tr("That was not enough.")
    return sentences(there, needed, enough)


def votes_words(decision: Decision) -> str:
    """Return "4 for, 1 against, 1 did not vote."; nothing where nobody counted."""
    told = (
        (decision.votes_for, tr("{count} for", count=decision.votes_for)),
        (decision.votes_against, tr("{count} against", count=decision.votes_against)),
        (decision.abstained, tr("{count} did not vote", count=decision.abstained)),
    )
    said = ", ".join(words for count, words in told if count is not None)
    return f"{said}." if said else ""


def votes_warning(decision: Decision, there: int) -> str:
    """Return what does not add up about the votes, where ``there`` people can vote; else nothing.

    It warns and no more: whoever was there knows best.
    """
    told = (decision.votes_for, decision.votes_against, decision.abstained)
    counted = sum(each or 0 for each in told)
    if counted > there:
        votes = tr_count("These are {count} vote.", "These are {count} votes.", counted)
        voters = tr_count(
            "Only {count} person who can vote is ticked as there.",
            "Only {count} people who can vote are ticked as there.",
            there,
        )
        return sentences(votes, voters, tr("Count again, or look at who was there."))
    if decision.votes_for and decision.votes_for == decision.votes_against:
        return tr("As many are for it as against it. Your rules may say what happens then.")
    if None not in told and counted < there:
        return tr_count(
            "{count} person who was there is not counted.",
            "{count} people who were there are not counted.",
            there - counted,
        )
    return ""


def in_time(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Return meetings in the order of their days; those without a day come last."""
    return sorted(meetings, key=_when)


def before(meetings: Iterable[Meeting], meeting: Meeting) -> list[Meeting]:
    """Return the meetings that were before one, the newest last."""
    return [each for each in in_time(meetings) if _when(each) < _when(meeting)]


def brought_back(meetings: Iterable[Meeting], meeting: Meeting) -> list[BroughtBack]:
    """Return the actions that a meeting has to look at again, the oldest first.

    These are all of the last meeting's, done or not, and of older ones what was not done
    before that. What is done after the meeting leaves what its minutes say as it was.
    """
    earlier = before(meetings, meeting)
    last = earlier[-1] if earlier else None
    looked = {each.id: each for each in meeting.looked_back}
    return [
        BroughtBack(action, each, looked.get(action.id), _is_done(action, looked, meeting.on))
        for each in earlier
        for action in each.actions
        if each is last or action.id in looked or _was_open_after(action, last)
    ]


def open_actions(meetings: Iterable[Meeting]) -> Iterator[tuple[Meeting, Action]]:
    """Yield what is still to be done, with the meeting that agreed it, the oldest first."""
    for meeting in in_time(meetings):
        for action in meeting.actions:
            if action.done_on is None:
                yield meeting, action


def is_draft(meeting: Meeting) -> bool:
    """Say whether the minutes have not been agreed yet."""
    return meeting.agreed_on is None


def _when(meeting: Meeting) -> tuple[date, str]:
    return meeting.on or date.max, meeting.id


def _was_open_after(action: Action, last: Meeting | None) -> bool:
    """Say whether an action was still open when the last meeting was over."""
    if action.done_on is None:
        return True
    return last is not None and last.on is not None and action.done_on > last.on


def _is_done(action: Action, looked: dict[str, LookedBack], on: date | None) -> bool:
    """Say whether an action was done by the day of a meeting, or was said to be at it."""
    if action.id in looked:
        return looked[action.id].outcome is Outcome.DONE
    return action.done_on is not None and (on is None or action.done_on <= on)
