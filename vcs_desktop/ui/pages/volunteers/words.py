"""What the page of volunteers says in several places."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from vcs_desktop.core.language import Marked, marked, tr, tr_marked
from vcs_desktop.domain.days import WEEKDAYS, shortly
from vcs_desktop.domain.reference import Rule
from vcs_desktop.domain.regulated_activity import Regulated
from vcs_desktop.domain.volunteering import Barrier, WorksWith

FEWEST_TOLD = 5
"""A count below this could tell who it was, when it is passed on."""

_BARRIERS: Mapping[Barrier, Marked] = MappingProxyType(
    {
        Barrier.TRANSPORT: marked("Transport"),
        Barrier.COST: marked("Cost"),
        Barrier.DIGITAL: marked("Computers and phones"),
        Barrier.CONFIDENCE: marked("Confidence"),
        Barrier.ACCESS: marked("Access"),
        Barrier.TIME: marked("Time"),
        Barrier.BENEFITS: marked("Worry about benefits"),
    }
)
_WORKS_WITH: Mapping[WorksWith, Marked] = MappingProxyType(
    {
        WorksWith.NOBODY: marked("Nobody who needs extra care"),
        WorksWith.CHILDREN: marked("Children or young people"),
        WorksWith.ADULTS_WITH_NEEDS: marked("Adults who need care or support"),
        WorksWith.BOTH: marked("Children, and adults who need care"),
    }
)
_REGULATED: Mapping[Regulated, Marked] = MappingProxyType(
    {
        Regulated.NO: marked("By these answers, this is not regulated activity."),
        Regulated.LIKELY: marked("By these answers, this is regulated activity."),
        Regulated.UNSURE: marked("Our rules do not settle this. Check with DBS."),
        Regulated.NOT_SAID: marked("We cannot tell yet whether this is regulated activity."),
    }
)
REGULATED_KINDS: Mapping[Regulated, str] = MappingProxyType(
    {
        Regulated.NO: "ok",
        Regulated.LIKELY: "warn",
        Regulated.UNSURE: "warn",
        Regulated.NOT_SAID: "info",
    }
)


def barriers_offered() -> list[tuple[str, str]]:
    """Return what may have stood in the way: (id, words) of each."""
    return [(each.value, tr_marked(words)) for each, words in _BARRIERS.items()]


def barrier_words(barrier: Barrier) -> str:
    """Return what stood in the way."""
    return tr_marked(_BARRIERS[barrier])


def works_with_offered() -> list[tuple[str, str]]:
    """Return whom a role can work with: (id, words) of each."""
    return [(each.value, tr_marked(words)) for each, words in _WORKS_WITH.items()]


def weekdays_offered() -> list[tuple[str, str]]:
    """Return the days of the week: (id, words) of each."""
    return [(str(number), tr_marked(words)) for number, words in enumerate(WEEKDAYS)]


def regulated_words(answer: Regulated) -> str:
    """Return in a sentence what can be said of a role."""
    return tr_marked(_REGULATED[answer])


def rule_words(rules: Sequence[Rule]) -> list[str]:
    """Return where each rule was read and when it was checked, a line each."""
    return [_rule_words(rule) for rule in rules]


def day_words(day: date | None) -> str:
    """Return "4 December 2026", or that nobody has said."""
    return shortly(day) if day else tr("No day yet")


def _rule_words(rule: Rule) -> str:
    provenance = rule.provenance
    if provenance.as_of is None:
        return tr("{rule}. {source}.", rule=rule.title, source=provenance.source)
    return tr(
        "{rule}. {source}. Checked on {day}.",
        rule=rule.title,
        source=provenance.source,
        day=shortly(provenance.as_of),
    )
