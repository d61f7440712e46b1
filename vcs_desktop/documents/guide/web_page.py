"""A guide, and its sheet, as web pages: what a text widget of a window cannot say aloud."""

from collections.abc import Iterator

from vcs_desktop.core.language import tr
from vcs_desktop.documents.guide.data import GuideDocument
from vcs_desktop.documents.web import page, said
from vcs_desktop.documents.web_text import STYLE as TEXT_STYLE
from vcs_desktop.documents.web_text import heading_name, html_of_sources, html_of_text
from vcs_desktop.domain.reading import Heading, Text, headings, plain
from vcs_desktop.domain.reference import Question

STYLE = (
    TEXT_STYLE
    + """
.about { color: #4a565d; margin-top: -.6rem; } .lead { font-size: 1.15rem; }
nav, .goals { border: 1px solid #767f86; border-radius: 8px; padding: .2rem 1.2rem .6rem;
  margin: 1rem 0; break-inside: avoid; }
nav h2, .goals h2 { font-size: 1.1rem; }
details { border: 1px solid #767f86; border-radius: 8px;
  padding: .4rem .8rem; margin: .4rem 0 1.4rem; }
summary { font-weight: 600; color: #0a5a5e; cursor: pointer; }
.answers { list-style: upper-latin; }
dt { font-weight: 600; margin-top: .5rem; } dd { margin: 0; }
@media print { nav { display: none; } .question { break-inside: avoid; } }
"""
)
# Headings in the text, from this many on, have a list of their own.
_WORTH_A_LIST = 3


def guide_page(document: GuideDocument) -> str:
    """Return the whole guide as one web page."""
    return page(document.title, STYLE, _guide(document), document.language)


def sheet_page(document: GuideDocument) -> str:
    """Return the sheet as one web page, with boxes that can be ticked on the screen."""
    title, text = titled_sheet(document)
    return page(title, STYLE, _sheet(document, title, text), document.language)


def titled_sheet(document: GuideDocument) -> tuple[str, Text]:
    """Return what the sheet is called, by its first heading or by the guide, and the rest of it."""
    first = document.sheet[0] if document.sheet else None
    if isinstance(first, Heading):
        return plain(first.line), document.sheet[1:]
    return document.title, document.sheet


def _guide(document: GuideDocument) -> Iterator[str]:
    yield f'<h1 dir="auto">{said(document.title)}</h1>'
    if document.about:
        yield f'<p class="about">{said(document.about)}</p>'
    if document.summary:
        yield f'<p class="lead" dir="auto">{said(document.summary)}</p>'
    if document.goals:
        goals = "".join(f'<li dir="auto">{said(goal)}</li>' for goal in document.goals)
        told = said(tr("After this you can"))
        yield f'<section class="goals"><h2>{told}</h2><ul>{goals}</ul></section>'
    yield from _contents(document.text)
    yield from html_of_text(document.text, notes=len(document.sources))
    yield from _check(document.check)
    yield from _terms(document.terms)
    yield from html_of_sources(document.sources)
    yield from _end(document.source_line)


def _sheet(document: GuideDocument, title: str, text: Text) -> Iterator[str]:
    yield f'<h1 dir="auto">{said(title)}</h1>'
    yield from html_of_text(text)
    from_guide = tr("From the guide “{title}”.", title=document.title)
    yield from _end(f"{from_guide} {document.source_line}")


def _contents(text: Text) -> Iterator[str]:
    parts = headings(text)
    if len(parts) < _WORTH_A_LIST:
        return
    told = said(tr("Contents"))
    yield f'<nav aria-labelledby="contents"><h2 id="contents">{told}</h2><ul>'
    for number, part in enumerate(parts):
        words = said(plain(part.line))
        yield f'<li dir="auto"><a href="#{heading_name(number)}">{words}</a></li>'
    yield "</ul></nav>"


def _check(check: tuple[Question, ...]) -> Iterator[str]:
    if not check:
        return
    title, see = tr("Check what you know"), tr("See the answer")
    yield f"<section><h2>{said(title)}</h2>"
    for number, question in enumerate(check, 1):
        yield f'<div class="question"><h3 dir="auto">{number}. {said(question.text)}</h3>'
        answers = "".join(f'<li dir="auto">{said(one.text)}</li>' for one in question.answers)
        yield f'<ol class="answers">{answers}</ol></div>'
        yield f"<details><summary>{said(see)}</summary>"
        for one in sorted(question.answers, key=lambda answer: not answer.right):
            verdict = tr("Right") if one.right else tr("Not quite")
            words = f"<strong>{said(verdict)}: {said(one.text)}</strong> {said(one.feedback)}"
            yield f'<p dir="auto">{words}</p>'
        yield "</details>"
    yield "</section>"


def _terms(terms: tuple[tuple[str, str], ...]) -> Iterator[str]:
    if not terms:
        return
    title = tr("Words in this guide")
    yield f"<section><h2>{said(title)}</h2><dl>"
    for word, meaning in terms:
        yield f'<dt dir="auto">{said(word)}</dt><dd dir="auto">{said(meaning)}</dd>'
    yield "</dl></section>"


def _end(words: str) -> Iterator[str]:
    if words.strip():
        yield f'<p class="source end" dir="auto">{said(words)}</p>'
