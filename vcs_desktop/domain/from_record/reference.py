"""The rest of the library out of its records. Field names are those of ``domain.reference``."""

from collections.abc import Callable
from typing import Any

from vcs_desktop.core.language import tr
from vcs_desktop.domain.action_plan import Progress
from vcs_desktop.domain.from_record.fields import (
    Data,
    Unusable,
    choice,
    day,
    flag,
    moment,
    needed,
    number,
    parts,
    several,
    whole,
    words,
)
from vcs_desktop.domain.from_record.provenance import checked_provenance
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.money import pence_of
from vcs_desktop.domain.reference import (
    Answer,
    AskedQuestion,
    CommunityFact,
    CompactPrinciple,
    Consultation,
    Development,
    Event,
    Place,
    Question,
    Rule,
    SourceNote,
    StrategyItem,
    Term,
    TrainingResource,
)
from vcs_desktop.wire.record import Record

LEVELS = ("priority", "commitment", "action")
STATES = ("in_force", "replaced", "to_be_developed")
SEEN_IN = ("text", "report", "draft")
UNITS = ("pounds", "per_cent", "weeks", "months", "percent_of_value", "count")
COMPARISONS = ("over", "from", "up_to", "under")
APPLIES_BY = ("period_end", "day", "tax_year")
_BELOW_NOTHING = -1e12
_FEWEST_ANSWERS = 2


def strategy_of(record: Record) -> StrategyItem:
    """Return an item of the strategy."""
    data = record.data
    level = choice(data, "level", LEVELS)
    if not level:
        raise Unusable(
            tr("“level” is missing; it should be one of: {allowed}", allowed=", ".join(LEVELS))
        )
    progress, why_late = choice(data, "progress", tuple(Progress)), words(data, "whyLate")
    if progress == Progress.LATE and not why_late:
        raise Unusable(tr("“whyLate” is missing: what is late says why"))
    return StrategyItem(
        id=record.id,
        title=needed(data, "title"),
        level=level,
        text=words(data, "text"),
        under=words(data, "under"),
        page=whole(data, "page", least=1, most=10_000),
        number=whole(data, "number", least=1, most=10_000),
        edition=words(data, "edition"),
        replaces=words(data, "replaces"),
        since=tuple(map(_development_of, parts(data, "since"))),
        owner=words(data, "owner"),
        due_on=day(data, "dueOn"),
        progress=progress,
        why_late=why_late,
        provenance=checked_provenance(data),
    )


def _development_of(data: Data) -> Development:
    return Development(
        needed(data, "text"),
        day(data, "happenedOn"),
        words(data, "source"),
        words(data, "sourceUrl"),
    )


def principle_of(record: Record) -> CompactPrinciple:
    """Return a principle of an agreement."""
    data = record.data
    is_summary = flag(data, "isSummary")
    return CompactPrinciple(
        id=record.id,
        title=needed(data, "title"),
        edition=needed(data, "edition"),
        state=choice(data, "state", STATES, "in_force"),
        text=words(data, "text"),
        by_whom=words(data, "byWhom"),
        is_summary=True if is_summary is None else is_summary,
        topics=several(data, "topics"),
        seen_in=choice(data, "seenIn", SEEN_IN),
        provenance=checked_provenance(data),
    )


def fact_of(record: Record) -> CommunityFact:
    """Return a figure about a place."""
    data = record.data
    return CommunityFact(
        id=record.id,
        title=needed(data, "title"),
        value=number(data, "value", least=_BELOW_NOTHING),
        unit=words(data, "unit"),
        text=words(data, "text"),
        place=words(data, "place"),
        area=words(data, "area"),
        theme=words(data, "theme"),
        newer=words(data, "newer"),
        older=words(data, "older"),
        not_comparable=words(data, "notComparable"),
        measure=words(data, "measure"),
        base=words(data, "base"),
        part=words(data, "part"),
        among=whole(data, "among", least=1),
        among_what=words(data, "amongWhat"),
        ranked_from=words(data, "rankedFrom"),
        provenance=checked_provenance(data),
    )


def rule_of(record: Record) -> Rule:
    """Return a rule; pounds in its record are pence in the thing."""
    data = record.data
    value, unit = number(data, "value"), choice(data, "unit", UNITS)
    if unit == "pounds":
        unit = "pence"
        value = None if value is None else pence_of(value)
    return Rule(
        id=record.id,
        rule=needed(data, "rule"),
        title=needed(data, "title"),
        value=value,
        unit=unit,
        comparison=choice(data, "comparison", COMPARISONS),
        applies_by=choice(data, "appliesBy", APPLIES_BY, "day"),
        text=words(data, "text"),
        law=words(data, "law"),
        applies_to=words(data, "appliesTo"),
        subject=words(data, "subject"),
        not_yet=flag(data, "notYet") is True,
        provenance=checked_provenance(data),
    )


def place_of(record: Record) -> Place:
    """Return a district, body, network or hub."""
    data = record.data
    return Place(
        id=record.id,
        title=needed(data, "title"),
        place_type=needed(data, "placeType"),
        text=words(data, "text"),
        code=words(data, "code"),
        within=words(data, "within"),
        also_known_as=several(data, "alsoKnownAs"),
        url=words(data, "url"),
        area=words(data, "area") or words(data, "code"),
        offers=several(data, "offers"),
        provenance=checked_provenance(data),
    )


def event_of(record: Record) -> Event:
    """Return something one can go to."""
    data = record.data
    starts_at, ends_at = moment(data, "startsAt"), moment(data, "endsAt")
    if starts_at and ends_at and ends_at < starts_at:
        raise Unusable(tr("“endsAt” is before “startsAt”"))
    return Event(
        id=record.id,
        title=needed(data, "title"),
        text=words(data, "text"),
        starts_at=starts_at,
        ends_at=ends_at,
        place=words(data, "place"),
        organiser=words(data, "organiser"),
        url=words(data, "url"),
        area=words(data, "area"),
        when=words(data, "when"),
        practice=flag(data, "practice") is True,
        provenance=checked_provenance(data),
    )


def term_of(record: Record) -> Term:
    """Return a word and its meaning."""
    data = record.data
    return Term(
        id=record.id,
        title=needed(data, "title"),
        text=needed(data, "text"),
        also_known_as=several(data, "alsoKnownAs"),
        found_by=several(data, "foundBy"),
        provenance=checked_provenance(data),
    )


def consultation_of(record: Record) -> Consultation:
    """Return questions that everybody is asked."""
    data = record.data
    opens_on, closes_on = day(data, "opensOn"), day(data, "closesOn")
    if opens_on and closes_on and closes_on < opens_on:
        raise Unusable(tr("“closesOn” is before “opensOn”"))
    questions = tuple(
        AskedQuestion(needed(one, "id"), needed(one, "text"), words(one, "hint"))
        for one in parts(data, "questions")
    )
    if not questions or len({each.id for each in questions}) != len(questions):
        raise Unusable(tr("“questions” should be at least one, each with an id of its own"))
    return Consultation(
        id=record.id,
        title=needed(data, "title"),
        questions=questions,
        text=words(data, "text"),
        by_whom=words(data, "byWhom"),
        opens_on=opens_on,
        closes_on=closes_on,
        url=words(data, "url"),
        area=words(data, "area"),
        outcome=words(data, "outcome"),
        practice=flag(data, "practice") is True,
        provenance=checked_provenance(data),
    )


def training_of(record: Record) -> TrainingResource:
    """Return a guide or a session."""
    data = record.data
    return TrainingResource(
        id=record.id,
        title=needed(data, "title"),
        summary=words(data, "summary"),
        body=words(data, "body"),
        topic=words(data, "topic"),
        level=words(data, "level"),
        minutes=whole(data, "minutes", most=100_000),
        language=words(data, "language") or "en-GB",
        url=words(data, "url"),
        goals=several(data, "goals"),
        check=tuple(map(_question_of, parts(data, "check"))),
        sheet=words(data, "sheet"),
        terms=several(data, "terms"),
        facts=several(data, "facts"),
        sources=tuple(map(_source_of, parts(data, "sources"))),
        provenance=checked_provenance(data),
    )


def _question_of(data: Data) -> Question:
    question = Question(
        needed(data, "question"),
        tuple(
            Answer(needed(one, "text"), needed(one, "feedback"), right=flag(one, "right") is True)
            for one in parts(data, "answers")
        ),
    )
    if len(question.answers) < _FEWEST_ANSWERS:
        raise Unusable(
            tr("the question “{question}” has fewer than two answers", question=question.text)
        )
    if sum(answer.right for answer in question.answers) != 1:
        raise Unusable(
            tr(
                "the question “{question}” should have exactly one right answer",
                question=question.text,
            )
        )
    return question


def _source_of(data: Data) -> SourceNote:
    return SourceNote(needed(data, "title"), words(data, "url"), day(data, "checkedOn"))


READERS: dict[str, Callable[[Record], Any]] = {
    Kind.STRATEGY: strategy_of,
    Kind.COMPACT: principle_of,
    Kind.FACT: fact_of,
    Kind.RULE: rule_of,
    Kind.PLACE: place_of,
    Kind.EVENT: event_of,
    Kind.TERM: term_of,
    Kind.TRAINING: training_of,
    Kind.CONSULTATION: consultation_of,
}
