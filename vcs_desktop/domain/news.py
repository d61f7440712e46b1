"""What is new in the library since somebody last looked: by what it is about, and in words."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from vcs_desktop.core.language import marked, tr, tr_marked
from vcs_desktop.domain.call_change_words import change_name, now_in_words, was_in_words
from vcs_desktop.domain.call_changes import terms_changed
from vcs_desktop.domain.days import shortly, with_time
from vcs_desktop.domain.figures import in_words
from vcs_desktop.domain.from_record import usable
from vcs_desktop.domain.funding import FundingCall
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.opportunities import OpportunityLine, RecordLine
from vcs_desktop.domain.reference import (
    CommunityFact,
    CompactPrinciple,
    Event,
    Rule,
    StrategyItem,
)
from vcs_desktop.domain.rule_words import limit
from vcs_desktop.domain.tender_changes import changes_between
from vcs_desktop.wire.record import Record

MOST_SAID = 3
"""Changes of one record that are said where there is little room."""


class Subject(StrEnum):
    """What news are about, in the order in which they stand."""

    GRANTS = "grants"
    CONTRACTS = "contracts"
    EVENTS = "events"
    GUIDES = "guides"
    FACTS = "facts"
    COUNCIL = "council"


KINDS: Mapping[Subject, tuple[Kind, ...]] = MappingProxyType(
    {
        Subject.GRANTS: (Kind.FUNDING_CALL,),
        Subject.CONTRACTS: (Kind.TENDER,),
        Subject.EVENTS: (Kind.EVENT,),
        Subject.GUIDES: (Kind.TRAINING,),
        Subject.FACTS: (Kind.RULE, Kind.FACT),
        Subject.COUNCIL: (Kind.COMPACT, Kind.STRATEGY),
    }
)


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """A record that changed, and each change in words."""

    line: RecordLine
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoneLine:
    """A record that was taken out: what it was called, and whose it was where that is known."""

    title: str
    who: str


@dataclass(frozen=True, slots=True)
class NewsPart:
    """News about one subject.

    ``added`` counts what was not there before, of which ``lines`` are the first; ``changed``
    counts what was there and says something else now, of which ``changes`` are the first;
    ``removed`` counts what was taken out, of which ``gone`` are the last to go.
    """

    subject: Subject
    added: int
    lines: tuple[OpportunityLine | RecordLine, ...]
    changed: int
    changes: tuple[ChangedLine, ...]
    removed: int
    gone: tuple[GoneLine, ...]

    @property
    def more(self) -> int:
        """How many there are beside those that are shown."""
        told = len(self.lines) + len(self.changes) + len(self.gone)
        return self.added + self.changed + self.removed - told


def subject_of(kind: str) -> Subject | None:
    """Return what news of a kind are about, None for a kind of which no news are told."""
    return next((each for each, kinds in KINDS.items() if kind in kinds), None)


def changed_words(was: Record, now: Record) -> tuple[str, ...]:
    """Return what a record says otherwise than before, in sentences; empty where nobody sees it."""
    if now.kind == Kind.TENDER:
        return tuple(_of_contract(was.data, now.data))
    before, after = usable(was), usable(now)
    told = _TOLD.get(type(after))
    return tuple(told(before, after)) if told and type(before) is type(after) else ()


def _of_contract(was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    # Their order is known, whatever days they say they are of.
    releases = ({**was, "date": "0001-01-01"}, {**now, "date": "0001-01-02"})
    for change in reversed(changes_between(releases)):
        yield _moved(change.what, change.before, change.after)


def _of_call(was: FundingCall, now: FundingCall) -> Iterator[str]:
    for change in terms_changed(was, now):
        yield _moved(change_name(change), was_in_words(change), now_in_words(change))
    if was.title != now.title:
        yield _moved(tr("Title"), was.title, now.title)


def _of_strategy(was: StrategyItem, now: StrategyItem) -> Iterator[str]:
    known = {each.text for each in was.since}
    for each in now.since:
        if each.text not in known:
            yield (
                tr("{day}: {what}", day=shortly(each.on), what=each.text) if each.on else each.text
            )
    yield from _reworded(was, now)


def _of_compact(was: CompactPrinciple, now: CompactPrinciple) -> Iterator[str]:
    if was.state != now.state:
        before, after = (
            tr_marked(_STATES[each]) if each in _STATES else each for each in (was.state, now.state)
        )
        yield _moved(tr("Where it stands"), before, after)
    yield from _reworded(was, now)


def _of_event(was: Event, now: Event) -> Iterator[str]:
    before, after = (with_time(each.starts_at) if each.starts_at else "" for each in (was, now))
    if before != after:
        yield _moved(tr("Day"), before, after)
    if was.place != now.place:
        yield _moved(tr("Place"), was.place, now.place)


def _of_rule(was: Rule, now: Rule) -> Iterator[str]:
    if limit(was) != limit(now):
        yield _moved(tr("How much"), limit(was), limit(now))
    yield from _reworded(was, now)


def _of_fact(was: CommunityFact, now: CommunityFact) -> Iterator[str]:
    before, after = in_words(was), in_words(now)
    if before != after:
        yield _moved(tr("The figure"), before, after)
    yield from _reworded(was, now)


def _reworded(was: Any, now: Any) -> Iterator[str]:
    if (was.title, was.text) != (now.title, now.text):
        yield tr("Its words were changed.")


def _moved(what: str, was: str, now: str) -> str:
    if was and now:
        return tr("{what} changed from {was} to {now}", what=what, was=was, now=now)
    if now:
        return tr("{what} is now {now}", what=what, now=now)
    return tr("{what} is no longer said", what=what)


_STATES = MappingProxyType(
    {
        "in_force": marked("in force"),
        "to_be_developed": marked("not written yet"),
        "replaced": marked("replaced by a newer one"),
    }
)
_TOLD: Mapping[type, Callable[[Any, Any], Iterator[str]]] = MappingProxyType(
    {
        FundingCall: _of_call,
        StrategyItem: _of_strategy,
        CompactPrinciple: _of_compact,
        Event: _of_event,
        Rule: _of_rule,
        CommunityFact: _of_fact,
    }
)
