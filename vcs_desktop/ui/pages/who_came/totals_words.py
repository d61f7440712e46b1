"""The sums of the page, in words."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from vcs_desktop.core.language import Marked, marked, sentences, tr, tr_count, tr_marked
from vcs_desktop.domain.attendance_periods import PeriodKind
from vcs_desktop.domain.attendance_sums import Sum
from vcs_desktop.domain.days import in_words, month_in_words, shortly
from vcs_desktop.domain.milestones import hours_words
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.domain.volunteer_value import Value, Valued
from vcs_desktop.services.attendance_totals import Totals
from vcs_desktop.ui.pages.who_came.words import first_words, short_name
from vcs_desktop.ui.widgets.bar_chart import Bar

PERIODS: Mapping[PeriodKind, Marked] = MappingProxyType(
    {
        PeriodKind.THIS_YEAR: marked("This year, from January"),
        PeriodKind.LAST_YEAR: marked("Last year, from January"),
        PeriodKind.OUR_YEAR: marked("Our money year now"),
        PeriodKind.OUR_LAST_YEAR: marked("Our last money year"),
        PeriodKind.ANY: marked("From a day to a day"),
    }
)

_MOST_ROWS = 100


def period_words(totals: Totals) -> str:
    """Return from when to when the sums are, or why there are none."""
    if totals.period is not None:
        return tr(
            "From {first} to {last}.",
            first=in_words(totals.period.first),
            last=in_words(totals.period.last),
        )
    if totals.asked.kind is PeriodKind.ANY:
        return tr("Type both days, the first one before the last.")
    return sentences(
        tr("We do not know yet when your money year ends."),
        tr("Tell us on the page Our group, or choose another time here."),
    )


def whole_facts(whole: Sum) -> list[tuple[str, str]]:
    """Return the sums of everything as short facts."""
    people = tr_count("{count} by name", "{count} by name", whole.people)
    if whole.counted:
        people = tr(
            "{people}, and {count} visits that were only counted",
            people=people,
            count=f"{whole.counted:,}",
        )
    return [
        (tr("Different people who came"), people),
        (tr("Times that somebody came"), f"{whole.visits:,}"),
        (tr("Sessions"), f"{whole.sessions:,}"),
        (tr("Came for the first time"), f"{whole.first_timers:,}"),
        (tr("People who helped"), f"{whole.helpers:,}"),
        (tr("Hours helped"), hours_words(whole.minutes)),
    ]


def month_bars(months: Mapping[date, Sum]) -> list[Bar]:
    """Return a bar for each month: how often somebody came."""
    return [
        Bar(month_in_words(month), each.visits, f"{each.visits:,}")
        for month, each in months.items()
    ]


def month_summary(months: Mapping[date, Sum]) -> str:
    """Say in a sentence what one sees."""
    if not any(each.visits for each in months.values()):
        return tr("Nobody was written down in this time.")
    month, most = max(months.items(), key=lambda item: item[1].visits)
    return tr(
        "Most came in {month}: {count} times.",
        month=month_in_words(month),
        count=f"{most.visits:,}",
    )


def activity_rows(totals: Totals) -> list[tuple[str, ...]]:
    """Return a row for each activity."""
    return [
        (
            short_name(totals.activities.get(what, "")),
            f"{each.visits:,}",
            _sessions_words(each),
            hours_words(each.minutes) if each.helpers else "",
        )
        for what, each in totals.by_activity.items()
    ]


def _sessions_words(of_one: Sum) -> str:
    """Return "8 sessions, 9 people by name, 2 for the first time"."""
    said = [
        tr_count("{count} session", "{count} sessions", of_one.sessions),
        tr_count("{count} person by name", "{count} people by name", of_one.people),
    ]
    if of_one.first_timers:
        said.append(first_words(of_one.first_timers))
    return ", ".join(said)


def person_rows(totals: Totals) -> list[tuple[str, ...]]:
    """Return a row for each person, the first hundred."""
    return [
        (
            short_name(totals.names[each.person]),
            f"{each.came:,}",
            shortly(each.last_came) if each.last_came else "",
            hours_words(each.minutes) if each.helped else "",
        )
        for each in totals.people[:_MOST_ROWS]
    ]


def people_shown_words(totals: Totals) -> str:
    """Say how many of the people stand in the table."""
    count = len(totals.people)
    if count > _MOST_ROWS:
        return tr(
            "These are the {shown} who came most, of {count}. The saved list has everybody.",
            shown=_MOST_ROWS,
            count=f"{count:,}",
        )
    return tr_count("{count} person", "{count} people", count)


def missed_rows(totals: Totals) -> list[tuple[str, ...]]:
    """Return a row for each who has not come for a while."""
    return [
        (
            short_name(totals.names[each.person]),
            short_name(totals.activities.get(each.what, "")),
            shortly(each.last_came),
        )
        for each in totals.missed[:_MOST_ROWS]
    ]


def value_words(value: Value) -> str:
    """Return what the hours are worth in all; nothing where none has a rate."""
    if not value.parts:
        return ""
    return tr(
        "{hours} of help are worth {amount}.",
        hours=hours_words(value.minutes),
        amount=in_pounds(value.pence),
    )


def rate_words(part: Valued) -> str:
    """Return how it was worked out for one rate: the hours, the rate, its first day, its source."""
    rule = part.rule
    first = rule.provenance.valid_from
    said = [
        tr(
            "{hours} at {rate} an hour come to {amount}.",
            hours=hours_words(part.minutes),
            rate=in_pounds(int(rule.value or 0)),
            amount=in_pounds(part.pence),
        ),
        tr("{rule}.", rule=rule.title.rstrip(".")),
    ]
    if first is not None:
        said.append(tr("The rate holds from {day}.", day=shortly(first)))
    if part.is_past_its_year:
        said.append(tr("Some of these days are over a year later: look for a newer rate."))
    return sentences(*said)


def without_rate_words(value: Value) -> str:
    """Return that some hours have no value, for we know no rate for their days."""
    if not value.without_rate:
        return ""
    return tr(
        "{hours} have no value here: we know no rate for their days.",
        hours=hours_words(value.without_rate),
    )


def unsaid_words(whole: Sum) -> str:
    """Return that for some help nobody said how long."""
    if not whole.unsaid:
        return ""
    return tr_count(
        "{count} time somebody helped, and nobody said how long.",
        "{count} times somebody helped, and nobody said how long.",
        whole.unsaid,
    )


def period_choices() -> list[tuple[str, str]]:
    """Return what can be chosen, as (id, words)."""
    return [(kind.value, tr_marked(words)) for kind, words in PERIODS.items()]


def employer_rows(totals: Totals) -> list[tuple[str, ...]]:
    """Return a row for each employer who gave the time of their people."""
    return [(short_name(name), hours_words(each)) for name, each in totals.employers.items()]
