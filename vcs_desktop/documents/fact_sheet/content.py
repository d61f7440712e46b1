"""What the sheet of facts says, as a text that paper and web page share."""

from collections.abc import Iterable, Iterator

from vcs_desktop.core.language import tr
from vcs_desktop.documents.fact_sheet.data import FactSheet, SheetFact
from vcs_desktop.documents.printable import shortened
from vcs_desktop.domain import days, figures
from vcs_desktop.domain.reading import Block, Heading, Line, Paragraph, Span, Table, Text
from vcs_desktop.domain.reference import CommunityFact, SourceNote

MOST_ROWS = 12
_TITLE_WORDS, _TEXT_WORDS, _CELL_WORDS = 30, 120, 20


class Sources:
    """Where the figures are from; each source has one number, from 1, however often it is named."""

    def __init__(self) -> None:
        self.notes: list[SourceNote] = []

    def number(self, fact: CommunityFact) -> str:
        """Return the number of a figure's source as it stands in the text, or nothing."""
        told = fact.provenance
        if not told.source and not told.source_url:
            return ""
        name = shortened(told.source or told.source_url, _TITLE_WORDS)
        licence = shortened(told.licence, _CELL_WORDS)
        said = tr("{source}. Licence: {licence}", source=name, licence=licence) if licence else name
        note = SourceNote(said, told.source_url)
        if note not in self.notes:
            self.notes.append(note)
        return f" [{self.notes.index(note) + 1}]"


def title() -> str:
    """Return what the sheet is called."""
    return tr("Facts for an application")


def closing_line(sheet: FactSheet) -> str:
    """Return the line at the end: when it was made, and what to do before it is used."""
    return tr(
        "Put together on {day} with VCS Desktop. "
        "Check each source before you send it: there may be a newer figure.",
        day=days.in_words(sheet.day),
    )


def text_of(sheet: FactSheet) -> tuple[Text, tuple[SourceNote, ...]]:
    """Return the text, and the sources that its numbers stand for."""
    sources = Sources()
    chosen = {each.fact.id for each in sheet.facts}
    text = tuple(block for each in sheet.facts for block in _blocks(each, chosen, sources))
    return text, tuple(sources.notes)


def _blocks(each: SheetFact, chosen: set[str], sources: Sources) -> Iterator[Block]:
    fact = each.fact
    yield Heading(2, _line(shortened(fact.title, _TITLE_WORDS)))
    yield Paragraph((Span(figures.in_words(fact), strong=True), Span(sources.number(fact))))
    yield Paragraph(_line(" · ".join(filter(None, (fact.place, _day(fact))))))
    if fact.text:
        yield Paragraph(_line(shortened(fact.text, _TEXT_WORDS)))
    if each.newest is not None:
        words = tr(
            "There is a newer figure, of {day}: {figure}. Use that one in an application.",
            day=_day_alone(each.newest),
            figure=figures.in_words(each.newest),
        )
        yield Paragraph((Span(words), Span(sources.number(each.newest))), quoted=True)
    yield from _places(each, chosen, sources)
    yield from _editions(each, sources)


def _places(each: SheetFact, chosen: set[str], sources: Sources) -> Iterator[Block]:
    """Yield the same measure elsewhere, but for what stands on the sheet by itself."""
    others = [other for other in each.places if other.id not in chosen]
    if others:
        yield Heading(3, _line(tr("The same in other places")))
        rows = ((other.place, other) for other in others)
        yield _table((tr("Place"), tr("Figure")), rows, sources)


def _editions(each: SheetFact, sources: Sources) -> Iterator[Block]:
    if not each.editions:
        return
    yield Heading(3, _line(tr("Older and newer figures")))
    if each.not_comparable:
        why = shortened(each.not_comparable, _TEXT_WORDS)
        yield Paragraph(_line(tr("Do not compare them. {why}", why=why)), quoted=True)
    rows = ((_day_alone(other), other) for other in each.editions)
    yield _table((tr("Figure of"), tr("Figure")), rows, sources)


def _table(
    heads: tuple[str, str], rows: Iterable[tuple[str, CommunityFact]], sources: Sources
) -> Table:
    lines = [
        (_line(shortened(name, _CELL_WORDS)), _line(figures.in_words(fact) + sources.number(fact)))
        for name, fact in list(rows)[:MOST_ROWS]
    ]
    return Table((_line(heads[0]), _line(heads[1])), tuple(lines))


def _day(fact: CommunityFact) -> str:
    day = fact.provenance.as_of
    return tr("Figure of {day}", day=days.shortly(day)) if day else _day_alone(fact)


def _day_alone(fact: CommunityFact) -> str:
    day = fact.provenance.as_of
    return days.shortly(day) if day else tr("The day is not given")


def _line(words: str) -> Line:
    return (Span(words),)
