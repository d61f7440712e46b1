"""The same sheet as one web page, for screen readers and for telephones."""

from collections.abc import Iterable, Iterator
from html import escape

from vcs_desktop.core.addresses import is_web_address
from vcs_desktop.core.language import Marked, marked, tr, tr_marked
from vcs_desktop.documents.committee_sheet import data as say
from vcs_desktop.documents.committee_sheet.data import SheetData, SheetItem
from vcs_desktop.documents.printable import pieces
from vcs_desktop.documents.web import page, said
from vcs_desktop.domain.days import in_words
from vcs_desktop.domain.fit.result import Answer, Reason, verdict_words

STYLE = """
.money { text-align: right; font-variant-numeric: tabular-nums; }
article { border-top: 3px solid #0a5a5e; margin-top: 2.5rem; }
dl { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: .3rem .8rem; }
dt { font-weight: 600; } dd { margin: 0; }
.why { list-style: none; padding: 0; } .why li { margin: .5rem 0; }
.verdict { font-size: 1.15rem; } .verdict strong { font-weight: 700; }
.practice { border: 2px dashed #1b2328; background: #f1f1f0; padding: .3rem .8rem;
  font-weight: 600; }
.decision { border: 2px solid #1b2328; border-radius: 8px; padding: .8rem 1rem;
  break-inside: avoid; }
.decision ul { padding: 0; margin: .2rem 0 1rem; }
.decision li { display: inline-block; list-style: none; margin-right: 2rem; }
.decision li::before { content: ""; display: inline-block; width: 1em; height: 1em;
  margin-right: .5em; border: 1.5px solid; vertical-align: -.15em; }
.sign { display: inline-block; width: 46%; border-bottom: 1px solid; margin: .8rem 2% .4rem 0; }
@media screen and (max-width: 36rem) {
  table, caption, tbody, tr, th, td { display: block; }
  thead { position: absolute; clip-path: inset(50%); height: 1px; overflow: hidden; }
  tr { border-bottom: 1px solid #767f86; padding: .5rem 0; }
  th, td, .money { border: 0; padding: .1rem 0; text-align: left; }
  td::before { content: attr(data-head) " "; font-weight: 600; }
  dl { display: block; } dd { margin-bottom: .5rem; }
  .sign { display: block; width: auto; }
}
@media print {
  .why li, .decision ul { margin: .25em 0; } dl { gap: .1rem .8rem; }
  .practice { padding: 1pt 8pt; } .decision { padding: 4pt 10pt; }
  article { break-before: page; border: 0; margin: 0; }
}
"""
MONEY = ' class="money"'
COLUMNS = (marked("Number"), *say.COLUMNS[1:])
IN_A_WORD = {
    Answer.MEETS: marked("Good"),
    Answer.UNKNOWN: marked("Check"),
    Answer.FAILS: marked("No"),
}


def html_of(data: SheetData) -> str:
    """Return the sheet as one HTML file that needs nothing else."""
    return page(data.title, STYLE, _lines(data))


def _lines(data: SheetData) -> Iterator[str]:
    yield f"<h1>{_say(say.HEADING)}</h1>"
    if data.group:
        yield f'<p dir="auto">{said(data.group)}</p>'
    made_on = tr("Made on {day}.", day=in_words(data.made_on))
    yield f"<p>{said(made_on)} {said(say.counted(data))}</p>"
    if data.items:
        yield from _list(data.items)
        yield "<ul>"
        for verdict, words in say.LEGEND.items():
            yield f"<li><strong>{said(verdict_words(verdict))}.</strong> {_say(words)}</li>"
        yield "</ul>"
    yield f"<p>{_say(say.ADVICE)}</p>"
    for number, item in enumerate(data.items, 1):
        yield from _article(number, item)


def _list(items: Iterable[SheetItem]) -> Iterator[str]:
    """Yield the table of everything.

    On a telephone its rows are blocks, and browsers then forget that it is a table:
    the roles say so again.
    """
    heads = "".join(
        f'<th scope="col" role="columnheader"{MONEY if words == say.MONEY_COLUMN else ""}>'
        f"{_say(words)}</th>"
        for words in COLUMNS
    )
    caption = said(tr("Everything to decide on"))
    yield f'<table role="table"><caption>{caption}</caption>'
    yield f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead><tbody role="rowgroup">'
    for number, item in enumerate(items, 1):
        practice = f"<br>{_say(say.PRACTICE)}" if item.practice else ""
        title = f'<a href="#item-{number}">{said(item.title)}</a><br>{said(item.who)}{practice}'
        verdict, amount, closes = verdict_words(item.verdict), item.amount, item.closes
        yield f'<tr role="row">{_cell(COLUMNS[0], str(number))}'
        yield f'<th scope="row" role="rowheader" dir="auto">{title}</th>'
        yield _cell(COLUMNS[2], verdict) + _cell(COLUMNS[3], amount, MONEY)
        yield f"{_cell(COLUMNS[4], closes)}</tr>"
    yield "</tbody></table>"


def _cell(column: Marked, words: str, more: str = "") -> str:
    """Return one cell, which knows its column's name for where there are no columns."""
    name = tr_marked(column)
    head = name if name.endswith("?") else f"{name}:"
    return f'<td role="cell" data-head="{said(head)}"{more}>{said(words)}</td>'


def _article(number: int, item: SheetItem) -> Iterator[str]:
    """Yield everything about one item."""
    name = f"item-{number}"
    yield f'<article id="{name}" aria-labelledby="{name}-title">'
    yield f'<h2 id="{name}-title" dir="auto">{number}. {said(item.title)}</h2>'
    if item.practice:
        yield f'<p class="practice">{_say(say.PRACTICE_SENTENCE)}</p>'
    verdict = f"<strong>{said(verdict_words(item.verdict))}</strong>"
    yield f'<p class="verdict">{verdict} · {said(item.sort)}</p>'
    yield from (f'<p dir="auto">{said(words)}</p>' for words in pieces(item.what))
    yield from _facts(item)
    yield from _reasons(item.reasons)
    if item.cost:
        yield f"<h3>{_say(say.COST_HEADING)}</h3>"
        worth = f"{_reason(item.worth)} " if item.worth else ""
        yield f"<p>{worth}{said(item.cost)}</p>"
    if item.questions:
        questions = "".join(f'<li dir="auto">{said(words)}</li>' for words in item.questions)
        yield f"<h3>{_say(say.QUESTIONS_HEADING)}</h3><ul>{questions}</ul>"
    yield from _decision()
    yield "</article>"


def _facts(item: SheetItem) -> Iterator[str]:
    """Yield the facts, and where they come from."""
    if item.facts:
        yield "<dl>"
    for fact in item.facts:
        text = "<br>".join(map(said, pieces(fact.text)))
        yield f'<dt>{said(fact.label)}</dt><dd dir="auto">{text}</dd>'
    if item.facts:
        yield "</dl>"
    if item.source:
        yield f'<p class="source" dir="auto">{said(item.source)}</p>'
    if item.address:
        yield f'<p class="source">{_address(item.address)}</p>'


def _reasons(reasons: tuple[Reason, ...]) -> Iterator[str]:
    """Yield each rule's answer, warnings first, each with its answer in a word."""
    if not reasons:
        return
    yield f'<h3>{_say(say.REASONS_HEADING)}</h3><ul class="why">'
    for reason in say.warnings_first(reasons):
        yield f'<li dir="auto">{_reason(reason)}</li>'
    yield "</ul>"


def _reason(reason: Reason) -> str:
    """Return one rule's answer, with its answer in a word before it."""
    answer = tr_marked(IN_A_WORD[say.shown_answer(reason)])
    heading = f"{answer}: {say.heading_of(reason)}"
    return f"<strong>{said(heading)}</strong> {said(reason.because)}"


def _decision() -> Iterator[str]:
    """Yield what is filled in by hand when the page is printed."""
    choices = "".join(f"<li>{_say(words)}</li>" for words in say.DECISIONS)
    lines = "".join(f'<span class="sign">{_say(words)}</span>' for words in say.SIGNED_LINES)
    yield f"<h3>{_say(say.DECISION_HEADING)}</h3>"
    yield f'<div class="decision"><ul>{choices}</ul>{lines}</div>'


def _address(address: str) -> str:
    shown = said(address)
    return f'<a href="{escape(address)}">{shown}</a>' if is_web_address(address) else shown


def _say(words: Marked) -> str:
    """Return words of our own, in the language that is spoken, escaped."""
    return said(tr_marked(words))
