"""What the page of a year says, the same on paper and as a web page."""

from collections.abc import Iterator
from dataclasses import dataclass

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.documents.printable import shortened
from vcs_desktop.domain import days
from vcs_desktop.domain.attendance_sums import FEW
from vcs_desktop.domain.durations import MINUTES_IN_HOUR
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.domain.reading import Block, Heading, Line, Paragraph, Span, Table
from vcs_desktop.domain.reference import SourceNote
from vcs_desktop.domain.small_numbers import round_limit, untold
from vcs_desktop.domain.volunteer_value import Valued
from vcs_desktop.domain.year_summary import YearSummary, hours_in_words, people_in_words

MOST_ACTIVITIES = 6
_NAME_WORDS = 8
_UNTOLD = "…"
"""Above the bar of a number that stays untold because another would be given away."""
_FEW_HIGH = FEW // 2
"""How high the bar is of a number that is not told."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars over the months of the year.

    Each of ``bars`` has its name, how high it is, and its figure in words, empty for none.
    ``said`` is a sentence for those who do not see it; the table below has every figure.
    """

    title: str
    bars: tuple[tuple[str, int, str], ...]
    said: str


def title(summary: YearSummary) -> str:
    """Return what the page is called."""
    last = days.shortly(summary.year.last)
    if summary.year.is_ours:
        return tr("{group}: our year to {day}", group=summary.group, day=last)
    return tr("{group}: {year}", group=summary.group, year=summary.year.last.year)


def figures(summary: YearSummary) -> tuple[tuple[str, str], ...]:
    """Return the figures that matter most, each with what it counts."""
    whole = summary.whole
    found = [
        (people_in_words(whole.people), tr("different people came, of those we know by name")),
        (_all_visits(summary), tr("visits in all")),
        (f"{whole.sessions:,}", tr("days or sessions")),
        (people_in_words(whole.first_timers), tr("came for the first time")),
        (f"{_hours(whole.minutes):,}", tr("hours given by volunteers")),
    ]
    if summary.value.pence:
        found.append((in_pounds(summary.value.pence), tr("is what those hours are worth")))
    return tuple(found)


def charts(summary: YearSummary) -> tuple[Chart, Chart]:
    """Return the visits and the hours of volunteers of each month."""
    visits = [(month, each.visits) for month, each in summary.months.items()]
    low = _untold_months(summary)
    hours = [(month, _hours(each.minutes)) for month, each in summary.months.items()]
    return (
        Chart(
            tr("Visits in each month"),
            tuple(
                (days.short_month(month), _FEW_HIGH, _UNTOLD)
                if place in low
                else (
                    days.short_month(month),
                    _FEW_HIGH if 0 < count < FEW else count,
                    _briefly(count),
                )
                for place, (month, count) in enumerate(visits)
            ),
            tr("Visits by month; the figures are in the table."),
        ),
        Chart(
            tr("Volunteer hours in each month"),
            tuple(
                (days.short_month(month), count, f"{count:,}" if count else "")
                for month, count in hours
            ),
            tr("Volunteer hours by month; the figures are in the table."),
        ),
    )


def by_month() -> str:
    """Return what stands above the table of the months."""
    return tr("Month by month")


def months(summary: YearSummary) -> Table:
    """Return every figure of the charts."""
    heads = (tr("Month"), tr("Sessions"), tr("Visits"), tr("Volunteer hours"))
    low = _untold_months(summary)
    rows = [
        (
            days.month_in_words(month),
            f"{each.sessions:,}",
            tr("not told") if place in low else people_in_words(each.visits),
            f"{_hours(each.minutes):,}",
        )
        for place, (month, each) in enumerate(summary.months.items())
    ]
    return Table(tuple(map(_line, heads)), tuple(tuple(map(_line, row)) for row in rows))


def activities(summary: YearSummary) -> Iterator[Block]:
    """Yield what each activity came to; those visited least are counted together."""
    if not summary.activities:
        return
    low, parts = _untold_activities(summary), _parts(summary)
    heads = (tr("Activity"), tr("Sessions"), tr("Visits"), tr("Different people by name"))
    rows = [
        (
            shortened(name, _NAME_WORDS) or tr("Without a name"),
            f"{each.sessions:,}",
            tr("not told") if place in low else people_in_words(each.visits),
            tr("not told") if place in low else people_in_words(each.people),
        )
        for place, (name, each) in enumerate(summary.activities[:MOST_ACTIVITIES])
    ]
    yield Heading(2, _line(tr("What we did")))
    yield Table(tuple(map(_line, heads)), tuple(tuple(map(_line, row)) for row in rows))
    more = summary.activities[MOST_ACTIVITIES:]
    if more and MOST_ACTIVITIES in low:
        yield Paragraph(
            _line(tr_count("And {count} more activity.", "And {count} more activities.", len(more)))
        )
    elif more:
        words = tr_count(
            "And {count} more activity, with {visits} visits.",
            "And {count} more activities, with {visits} visits.",
            len(more),
            visits=people_in_words(parts[MOST_ACTIVITIES]),
        )
        yield Paragraph(_line(words))


def notes(summary: YearSummary) -> tuple[tuple[Block, ...], tuple[SourceNote, ...]]:
    """Return how it was counted and what the hours are worth, with the sources named there."""
    return tuple(_notes(summary)), tuple(
        SourceNote(each.rule.provenance.source, each.rule.provenance.source_url)
        for each in summary.value.parts
        if each.rule.provenance.source
    )


def closing_line(summary: YearSummary) -> str:
    """Return the line at the foot."""
    return tr("Made on {day} with VCS Desktop.", day=days.in_words(summary.made_on))


def _notes(summary: YearSummary) -> Iterator[Block]:
    yield Heading(2, _line(tr("How we counted")))
    whole = summary.whole
    counted = tr("A visit is one person on one day.")
    if whole.counted and _is_counted_telling(summary):
        counted = tr("A visit is one person on one day. Some were counted without a name.")
    elif whole.counted:
        counted = tr_count(
            "A visit is one person on one day. {count} visit was counted without a name.",
            "A visit is one person on one day. {count} visits were counted without a name.",
            whole.counted,
        )
    yield Paragraph(_line(counted))
    if _untold_months(summary) or _untold_activities(summary) or _is_vague(summary):
        words = tr("Some numbers are not told, so that nobody can work out a small one.")
        yield Paragraph(_line(words))
    for number, each in enumerate(summary.value.parts, 1):
        yield Paragraph(_line(_rate(each, number)))
    if summary.value.parts:
        yield Paragraph(_line(tr("What time is worth is no money that came in.")))
    if summary.value.without_rate:
        hours = hours_in_words(summary.value.without_rate)
        yield Paragraph(_line(tr("{hours} have no rate that we know of.", hours=hours)))
    if whole.unsaid:
        yield Paragraph(
            _line(
                tr_count(
                    "{count} time somebody helped and nobody wrote down how long.",
                    "{count} times somebody helped and nobody wrote down how long.",
                    whole.unsaid,
                )
            )
        )


def _rate(each: Valued, number: int) -> str:
    since = each.rule.provenance.valid_from
    return tr(
        "{hours} at {rate} an hour, the National Living Wage from {day}: {worth}. [{number}]",
        hours=hours_in_words(each.minutes),
        rate=in_pounds(int(each.rule.value or 0)),
        day=days.shortly(since) if since else "",
        worth=in_pounds(each.pence),
        number=number,
    )


def _all_visits(summary: YearSummary) -> str:
    """Return how many visits there were; vaguely where the exact number tells a small one."""
    if _is_vague(summary):
        return tr("fewer than {few}", few=round_limit(summary.whole.visits))
    return people_in_words(summary.whole.visits)


def _is_vague(summary: YearSummary) -> bool:
    """Say whether the visits in all would tell how many there were of a month or an activity."""
    return untold(_by_month(summary)) is None or untold(_parts(summary)) is None


def _untold_months(summary: YearSummary) -> frozenset[int]:
    """Return the months, by their place, whose visits would tell those of a small one."""
    return _untold(summary, _by_month(summary))


def _untold_activities(summary: YearSummary) -> frozenset[int]:
    """Return the same of activities; those that are counted together stand last."""
    return _untold(summary, _parts(summary))


def _untold(summary: YearSummary, counts: list[int]) -> frozenset[int]:
    # Where the total is vague, no list of parts may come to it.
    places = None if _is_vague(summary) else untold(counts)
    if places is None:
        return frozenset(place for place, count in enumerate(counts) if count >= FEW)
    return places


def _by_month(summary: YearSummary) -> list[int]:
    return [each.visits for each in summary.months.values()]


def _parts(summary: YearSummary) -> list[int]:
    visits = [each.visits for _, each in summary.activities]
    rest = visits[MOST_ACTIVITIES:]
    return [*visits[:MOST_ACTIVITIES], *([sum(rest)] if rest else [])]


def _is_counted_telling(summary: YearSummary) -> bool:
    """Say whether visits without a name are few, or leave few that have one."""
    whole = summary.whole
    few = (whole.counted, whole.visits - whole.counted)
    return _is_vague(summary) or any(0 < each < FEW for each in few)


def _hours(minutes: int) -> int:
    return (minutes + MINUTES_IN_HOUR // 2) // MINUTES_IN_HOUR


def _briefly(count: int) -> str:
    """Return a number of visits for above a bar; one from 1 to 4 is not told."""
    return tr("<{few}", few=FEW) if 0 < count < FEW else f"{count:,}" if count else ""


def _line(words: str) -> Line:
    return (Span(words),)
