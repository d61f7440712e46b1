"""What the page of local facts says about a figure."""

from vcs_desktop.core.language import Marked, marked, sentences, tr, tr_marked
from vcs_desktop.domain import days, figures
from vcs_desktop.domain.figures import Along, Comparison
from vcs_desktop.domain.reference import CommunityFact
from vcs_desktop.services.facts import FactLine
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.title_list import TitleRow

_THEMES: dict[str, Marked] = {
    "ageing": marked("Older people"),
    "council money": marked("The council's money"),
    "deprivation": marked("Deprivation"),
    "ethnicity": marked("Ethnic background"),
    "health": marked("Health"),
    "place": marked("Town and country"),
    "population": marked("Population"),
    "poverty": marked("Poverty"),
    "social value": marked("Social value"),
}


def theme_words(theme: str, most: int = 300) -> str:
    """Return what a theme is called; one that we do not know is called what it calls itself."""
    return tr_marked(_THEMES[theme]) if theme in _THEMES else short_prose(theme, most)


def row_of(line: FactLine) -> TitleRow:
    """Return a figure as a row of the list."""
    fact = line.fact
    newer = tr("Older: there is a newer figure") if line.has_newer else ""
    return TitleRow(
        fact.id,
        short_prose(fact.title),
        line=tr("{figure} · {place}", figure=short_prose(line.said), place=short_prose(fact.place))
        if fact.place
        else short_prose(line.said),
        mark=newer,
        mark_icon="history" if newer else "",
        mark_colour="warn",
        under=theme_words(fact.theme),
    )


def when(fact: CommunityFact) -> str:
    """Return the day of a figure in words."""
    day = fact.provenance.as_of
    return days.shortly(day) if day else tr("The day is not given")


def year(fact: CommunityFact) -> str:
    """Return the year of a figure, as the name of a bar."""
    day = fact.provenance.as_of
    return str(day.year) if day else tr("The year is not given")


def bar_name(fact: CommunityFact, along: Along) -> str:
    """Return what a bar is called: by what differs from bar to bar."""
    match along:
        case Along.PLACES:
            return short_prose(fact.place)
        case Along.YEARS:
            return year(fact)
        case Along.PARTS:
            return short_prose(fact.part)


def chart_title(comparison: Comparison) -> str:
    """Return the heading of a chart: what is measured, and what the bars are."""
    fact = comparison.facts[0]
    measure = short_prose(fact.measure)
    measure = measure[:1].upper() + measure[1:]
    match comparison.along:
        case Along.PLACES:
            return tr("{measure}, by place, {year}", measure=measure, year=year(fact))
        case Along.YEARS:
            return tr(
                "{measure}, {place}, year by year", measure=measure, place=short_prose(fact.place)
            )
        case Along.PARTS:
            return tr(
                "{measure}, {place}, {year}",
                measure=measure,
                place=short_prose(fact.place),
                year=year(fact),
            )


def chart_heads(along: Along) -> tuple[str, str]:
    """Return the heads of the two columns of a chart's table."""
    match along:
        case Along.PLACES:
            return tr("Place"), tr("Figure")
        case Along.YEARS:
            return tr("Year"), tr("Figure")
        case Along.PARTS:
            return tr("Part"), tr("Figure")


def chart_summary(comparison: Comparison) -> str:
    """Return in a sentence what the bars show."""
    along, facts = comparison.along, comparison.facts
    if along is Along.YEARS:
        return tr(
            "{first_year}: {first}. {last_year}: {last}.",
            first_year=year(facts[0]),
            first=figures.in_words(facts[0]),
            last_year=year(facts[-1]),
            last=figures.in_words(facts[-1]),
        )
    said = tr(
        "The most: {most}, {most_figure}. The least: {least}, {least_figure}.",
        most=bar_name(facts[0], along),
        most_figure=figures.shortly(facts[0]),
        least=bar_name(facts[-1], along),
        least_figure=figures.shortly(facts[-1]),
    )
    return sentences(said, tr("Together they are 100%.")) if comparison.whole else said


def there_is_newer(newest: FactLine) -> str:
    """Return the warning on an older figure."""
    return tr(
        "There is a newer figure, of {day}: {figure}. Use that one in an application.",
        day=when(newest.fact),
        figure=short_prose(newest.said),
    )


def copied(newest: FactLine | None) -> str:
    """Return what to say when a figure was copied; an older one is copied with a warning."""
    if newest is None:
        return tr("Copied with its source. You can paste it into your application now.")
    return tr(
        "Copied with its source. But there is a newer figure, of {day}: {figure}.",
        day=when(newest.fact),
        figure=short_prose(newest.said),
    )
