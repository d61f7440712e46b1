"""A guide as one text to read: what it is for, the guide, its words, figures and sources."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import quote

from vcs_desktop.core.addresses import is_link
from vcs_desktop.core.language import tr
from vcs_desktop.core.text import beginning, with_breaks, without_hidden
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.learning import RECORD
from vcs_desktop.domain.library import Kind, Provenance
from vcs_desktop.domain.reading import Block, Heading, Item, Items, Paragraph, Span, Text
from vcs_desktop.domain.reference import (
    CommunityFact,
    Rule,
    SourceNote,
    Term,
    TrainingResource,
)

_MOST_LETTERS = 5_000
"""The longest piece of another record that stands in a guide; the record has all of it."""


def whole_text(
    guide: TrainingResource,
    own_text: Text,
    terms: Sequence[Term],
    related: Sequence[CommunityFact | Rule],
) -> Text:
    """Return everything there is to read of a guide, each part under a heading of its own."""
    return (
        *_goals(guide.goals),
        *own_text,
        *_terms(terms),
        *_related(related),
        *_sources(guide),
    )


def _goals(goals: Sequence[str]) -> Iterator[Block]:
    if goals:
        yield _heading(tr("After this guide you can"))
        yield Items(tuple(Item("•", (_span(goal),)) for goal in goals))


def _terms(terms: Sequence[Term]) -> Iterator[Block]:
    if terms:
        yield _heading(tr("Words in this guide"))
        for term in terms:
            yield Paragraph((_span(term.title, strong=True), _span(f": {term.text}")))


def _related(related: Sequence[CommunityFact | Rule]) -> Iterator[Block]:
    if related:
        yield _heading(tr("Figures and rules behind it"))
        for thing in related:
            title = replace(_span(thing.title, strong=True), link=_link_to(thing))
            yield Paragraph((title, _span(f": {thing.text}")) if thing.text else (title,))


def _sources(guide: TrainingResource) -> Iterator[Block]:
    origin = guide.provenance
    if not (guide.sources or origin.source):
        return
    yield _heading(tr("Where this comes from"))
    if guide.sources:
        items = (
            Item(f"{number}.", _source(note)) for number, note in enumerate(guide.sources, start=1)
        )
        yield Items(tuple(items), ordered=True)
    if origin.source:
        yield Paragraph((_span(origin.source, link=origin.source_url),))
    if said := origin_line(origin):
        yield Paragraph((_span(said),))


def origin_line(origin: Provenance) -> str:
    """Return when a record was checked and on what terms it may be used, or an empty text."""
    said = []
    if origin.as_of is not None:
        said.append(tr("Last checked on {day}.", day=shortly(origin.as_of)))
    if origin.licence:
        said.append(tr("Licence: {licence}.", licence=origin.licence))
    return " ".join(said)


def _source(note: SourceNote) -> tuple[Span, ...]:
    title = _span(note.title, link=note.url)
    if note.checked_on is None:
        return (title,)
    return (title, Span(" · "), Span(tr("Checked on {day}", day=shortly(note.checked_on))))


def _link_to(thing: CommunityFact | Rule) -> str:
    kind = Kind.FACT if isinstance(thing, CommunityFact) else Kind.RULE
    return f"{RECORD}{kind}/{quote(thing.id, safe='/')}"


def _heading(words: str) -> Heading:
    return Heading(2, (Span(words),))


def _span(text: str, *, strong: bool = False, link: str = "") -> Span:
    """Return words of a record, fit to be shown; what is no address leads nowhere."""
    shown = with_breaks(without_hidden(beginning(text, _MOST_LETTERS)[0]))
    return Span(shown, strong, link if is_link(link) else "")
