"""Figures about places: in words that keep their direction, and which may stand together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from vcs_desktop.core.language import tr
from vcs_desktop.domain import days
from vcs_desktop.domain.money import in_pounds, pence_of
from vcs_desktop.domain.reference import CommunityFact

PER_CENT, POUNDS = "per cent", "pounds"
_TEENS = (11, 12, 13)
_FEWEST_BARS, MOST_BARS = 2, 60
"""With more bars nobody sees one beside another, and they no longer fit on a page."""
_ALL_PER_CENT = 100


class Along(StrEnum):
    """What differs between the bars of a chart."""

    PLACES = "places"
    YEARS = "years"
    PARTS = "parts"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Figures that may stand in one chart, in the order to draw them.

    ``whole`` is the value that they are parts of when they add up to it, else None.
    """

    along: Along
    facts: tuple[CommunityFact, ...]
    whole: float | None = None


def in_words(fact: CommunityFact) -> str:
    """Return the figure as people say it: "8th least deprived of 153 large council areas".

    The end of the list from which a rank is counted is said as it was published, and
    never worked out: being 8th from one end is not being 8th from the other.
    """
    if fact.value is None:
        return tr("No figure is given")
    if fact.ranked_from:
        return _rank(fact, int(fact.value))
    if fact.among is not None:
        return tr(
            "{count} of {many} {what}",
            count=_plain(fact.value),
            many=f"{fact.among:,}",
            what=fact.among_what,
        )
    of_what, _, how = fact.unit.partition(", ")
    for name in (PER_CENT, POUNDS):
        of_what = of_what.removeprefix(name).strip()
    said = tr("{figure} {of_what}", figure=shortly(fact), of_what=of_what).strip()
    if how == "about":
        return tr("About {figure}", figure=said)
    if how == "at least":
        return tr("At least {figure}", figure=said)
    return tr("{figure}, {how}", figure=said, how=how) if how else said


def shortly(fact: CommunityFact) -> str:
    """Return the figure without what it is of: "23.2%", "£500,000", "161,000"."""
    if fact.value is None:
        return tr("Not given")
    if fact.unit.startswith(PER_CENT):
        return tr("{number}%", number=_plain(fact.value))
    if fact.unit.startswith(POUNDS):
        return in_pounds(pence_of(fact.value))
    return _plain(fact.value)


def citation(fact: CommunityFact) -> str:
    """Return the figure with everything that a reader needs to check it, for use in a text."""
    told = fact.provenance
    parts = [
        tr("{title}. {text}", title=fact.title, text=fact.text)
        if fact.value is None
        else tr("{title}: {figure}.", title=fact.title, figure=in_words(fact)),
        tr("Place: {place}.", place=fact.place) if fact.place else "",
        tr("Figure of {day}.", day=days.shortly(told.as_of)) if told.as_of else "",
        tr("Source: {source}.", source=told.source) if told.source else "",
        told.source_url,
        tr("Licence: {licence}.", licence=told.licence) if told.licence else "",
    ]
    return " ".join(filter(None, parts))


def may_compare(one: CommunityFact, other: CommunityFact) -> bool:
    """Say whether two figures may be drawn together.

    They measure the same in the same unit, counted from the same base. Ranks are
    never drawn: a longer bar would look like more.
    """
    if not one.measure or not one.base or one.ranked_from or other.ranked_from:
        return False
    if (one.measure, one.base, one.unit, one.among) != (
        other.measure,
        other.base,
        other.unit,
        other.among,
    ):
        return False
    values = (one.value, other.value)
    return all(value is not None and value >= 0 for value in values)


def comparisons(fact: CommunityFact, facts: Iterable[CommunityFact]) -> tuple[Comparison, ...]:
    """Return the charts in which a figure may stand: of places, of years, of parts.

    What would have more than 60 bars is none.
    """
    alike = [other for other in facts if may_compare(fact, other)]
    when = fact.provenance.as_of
    same_day = [other for other in alike if other.provenance.as_of == when]
    places = [other for other in same_day if other.part == fact.part]
    parts = [other for other in same_day if other.place == fact.place]
    years = [other for other in alike if (other.place, other.part) == (fact.place, fact.part)]
    found = (
        Comparison(Along.PLACES, _largest_first(places)),
        Comparison(Along.YEARS, tuple(sorted(years, key=_age))),
        Comparison(Along.PARTS, _largest_first(parts), _whole_of(parts)),
    )
    return tuple(each for each in found if _FEWEST_BARS <= len(each.facts) <= MOST_BARS)


def editions(fact: CommunityFact, facts: Mapping[str, CommunityFact]) -> tuple[CommunityFact, ...]:
    """Return the figure with all its older and newer editions, oldest first."""
    found = {fact.id: fact}
    for link in ("older", "newer"):
        one: CommunityFact | None = fact
        while one is not None:
            one = facts.get(getattr(one, link))
            one = None if one is None or one.id in found else one
            if one is not None:
                found[one.id] = one
    return tuple(sorted(found.values(), key=_age))


def why_not_compared(chain: Sequence[CommunityFact]) -> str:
    """Return why editions may not be compared, in the words of the newest that says it, or ""."""
    if all(may_compare(chain[0], other) for other in chain):
        return ""
    return next((fact.not_comparable for fact in reversed(chain) if fact.not_comparable), "")


def ordinal(number: int) -> str:
    """Return "1st", "8th" or "3,138th"."""
    text = f"{number:,}"
    last = 0 if number % 100 in _TEENS else number % 10
    match last:
        case 1:
            return tr("{number}st", number=text)
        case 2:
            return tr("{number}nd", number=text)
        case 3:
            return tr("{number}rd", number=text)
    return tr("{number}th", number=text)


def _rank(fact: CommunityFact, place: int) -> str:
    if fact.among is None:
        if place == 1:
            return tr("The {end} of the {what}", end=fact.ranked_from, what=fact.among_what)
        return tr(
            "{place} {end} of the {what}",
            place=ordinal(place),
            end=fact.ranked_from,
            what=fact.among_what,
        )
    return tr(
        "{place} {end} of {many} {what}",
        place=ordinal(place),
        end=fact.ranked_from,
        many=f"{fact.among:,}",
        what=fact.among_what,
    )


def _plain(value: float) -> str:
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def _largest_first(facts: Iterable[CommunityFact]) -> tuple[CommunityFact, ...]:
    return tuple(sorted(facts, key=lambda fact: (-(fact.value or 0), fact.place, fact.part)))


def _whole_of(parts: Sequence[CommunityFact]) -> float | None:
    if any(not part.unit.startswith(PER_CENT) or not part.part for part in parts):
        return None
    total = sum(part.value or 0 for part in parts)
    return _ALL_PER_CENT if round(total, 1) == _ALL_PER_CENT else None


def _age(fact: CommunityFact) -> tuple[str, str]:
    return (str(fact.provenance.as_of or ""), fact.id)
