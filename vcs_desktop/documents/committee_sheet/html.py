"""The same sheet as one web page, for screen readers and for telephones."""

from collections.abc import Iterable, Iterator
from html import escape

from vcs_desktop.documents.committee_sheet import data as say
from vcs_desktop.documents.committee_sheet.data import SheetData, SheetItem
from vcs_desktop.documents.printable import clean, one_line, pieces
from vcs_desktop.documents.web import is_web_address
from vcs_desktop.domain.days import in_words
from vcs_desktop.domain.fit.result import Answer, Reason, verdict_words

STYLE = """
:root { color-scheme: light; }
body { font: 1.05rem/1.55 Inter, system-ui, "Segoe UI", sans-serif; color: #1b2328;
  background: #fff; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.8rem; line-height: 1.25; } h2 { font-size: 1.4rem; line-height: 1.3; }
h3 { font-size: 1.1rem; margin-bottom: .3rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0;
  border-bottom: 1px solid #767f86; overflow-wrap: break-word; font-weight: normal; }
thead th { font-weight: 600; border-bottom: 2px solid #1b2328; }
.money { text-align: right; font-variant-numeric: tabular-nums; }
article { border-top: 3px solid #0a5a5e; margin-top: 2.5rem; }
dl { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: .3rem .8rem; }
dt { font-weight: 600; } dd { margin: 0; }
.why { list-style: none; padding: 0; } .why li { margin: .5rem 0; }
.verdict { font-size: 1.15rem; } .verdict strong { font-weight: 700; }
.practice { border: 2px dashed #1b2328; background: #f1f1f0; padding: .3rem .8rem;
  font-weight: 600; }
.source { color: #4a565d; }
.decision { border: 2px solid #1b2328; border-radius: 8px; padding: .8rem 1rem;
  break-inside: avoid; }
.decision ul { padding: 0; margin: .2rem 0 1rem; }
.decision li { display: inline-block; list-style: none; margin-right: 2rem; }
.decision li::before { content: ""; display: inline-block; width: 1em; height: 1em;
  margin-right: .5em; border: 1.5px solid; vertical-align: -.15em; }
.sign { display: inline-block; width: 46%; border-bottom: 1px solid; margin: .8rem 2% .4rem 0; }
a { color: #0a5a5e; }
@media screen and (max-width: 36rem) {
  table, caption, tbody, tr, th, td { display: block; }
  thead { position: absolute; clip-path: inset(50%); height: 1px; overflow: hidden; }
  tr { border-bottom: 1px solid #767f86; padding: .5rem 0; }
  th, td, .money { border: 0; padding: .1rem 0; text-align: left; }
  td::before { content: attr(data-head) " "; font-weight: 600; }
  dl { display: block; } dd { margin-bottom: .5rem; }
  .sign { display: block; width: auto; }
}
@page { size: A4; margin: 17mm 16mm; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; line-height: 1.35; }
  h1 { font-size: 20pt; } h2 { font-size: 15pt; } h3 { font-size: 12pt; }
  h1, h2, h3 { margin: .5em 0 .2em; break-after: avoid; }
  p, ul, dl, .why li, .decision ul { margin: .25em 0; }
  th, td { padding: .15rem .6rem .2rem 0; line-height: 1.25; }
  li, dd, tr { break-inside: avoid; } dl { gap: .1rem .8rem; }
  .practice { padding: 1pt 8pt; } .decision { padding: 4pt 10pt; }
  .source { font-size: 9.5pt; }
  article { break-before: page; border: 0; margin: 0; }
  a { color: inherit; text-decoration: none; }
}
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
MONEY = ' class="money"'
COLUMNS = ("Number", *say.COLUMNS[1:])
IN_A_WORD = {Answer.MEETS: "Good", Answer.UNKNOWN: "Check", Answer.FAILS: "No"}


def html_of(data: SheetData) -> str:
    """Return the sheet as one HTML file that needs nothing else."""
    return "\n".join(_lines(data)) + "\n"


def _lines(data: SheetData) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="en-GB"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield f"<title>{_said(data.title)}</title><style>{STYLE}</style></head><body><main>"
    yield f"<h1>{_said(say.HEADING)}</h1>"
    if data.group:
        yield f'<p dir="auto">{_said(data.group)}</p>'
    yield f"<p>Made on {_said(in_words(data.made_on))}. {_said(say.counted(data))}</p>"
    if data.items:
        yield from _list(data.items)
        yield "<ul>"
        for verdict, words in say.LEGEND.items():
            yield f"<li><strong>{_said(verdict_words(verdict))}.</strong> {_said(words)}</li>"
        yield "</ul>"
    yield f"<p>{_said(say.ADVICE)}</p>"
    for number, item in enumerate(data.items, 1):
        yield from _article(number, item)
    yield "</main></body></html>"


def _list(items: Iterable[SheetItem]) -> Iterator[str]:
    """Yield the table of everything.

    On a telephone its rows are blocks, and browsers then forget that it is a table:
    the roles say so again.
    """
    heads = "".join(
        f'<th scope="col" role="columnheader"{MONEY if words == say.MONEY_COLUMN else ""}>'
        f"{_said(words)}</th>"
        for words in COLUMNS
    )
    yield '<table role="table"><caption>Everything to decide on</caption>'
    yield f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead><tbody role="rowgroup">'
    for number, item in enumerate(items, 1):
        practice = f"<br>{_said(say.PRACTICE)}" if item.practice else ""
        title = f'<a href="#item-{number}">{_said(item.title)}</a><br>{_said(item.who)}{practice}'
        verdict, amount, closes = verdict_words(item.verdict), item.amount, item.closes
        yield f'<tr role="row">{_cell(COLUMNS[0], str(number))}'
        yield f'<th scope="row" role="rowheader" dir="auto">{title}</th>'
        yield _cell(COLUMNS[2], verdict) + _cell(COLUMNS[3], amount, MONEY)
        yield f"{_cell(COLUMNS[4], closes)}</tr>"
    yield "</tbody></table>"


def _cell(column: str, words: str, more: str = "") -> str:
    """Return one cell, which knows its column's name for where there are no columns."""
    head = column if column.endswith("?") else f"{column}:"
    return f'<td role="cell" data-head="{_said(head)}"{more}>{_said(words)}</td>'


def _article(number: int, item: SheetItem) -> Iterator[str]:
    """Yield everything about one item."""
    name = f"item-{number}"
    yield f'<article id="{name}" aria-labelledby="{name}-title">'
    yield f'<h2 id="{name}-title" dir="auto">{number}. {_said(item.title)}</h2>'
    if item.practice:
        yield f'<p class="practice">{_said(say.PRACTICE_SENTENCE)}</p>'
    verdict = f"<strong>{_said(verdict_words(item.verdict))}</strong>"
    yield f'<p class="verdict">{verdict} · {_said(item.sort)}</p>'
    yield from (f'<p dir="auto">{_said(words)}</p>' for words in pieces(item.what))
    yield from _facts(item)
    yield from _reasons(item.reasons)
    if item.cost:
        yield f"<h3>{_said(say.COST_HEADING)}</h3>"
        worth = f"{_reason(item.worth)} " if item.worth else ""
        yield f"<p>{worth}{_said(item.cost)}</p>"
    if item.questions:
        questions = "".join(f'<li dir="auto">{_said(words)}</li>' for words in item.questions)
        yield f"<h3>{_said(say.QUESTIONS_HEADING)}</h3><ul>{questions}</ul>"
    yield from _decision()
    yield "</article>"


def _facts(item: SheetItem) -> Iterator[str]:
    """Yield the facts, and where they come from."""
    if item.facts:
        yield "<dl>"
    for fact in item.facts:
        text = "<br>".join(map(_said, pieces(fact.text)))
        yield f'<dt>{_said(fact.label)}</dt><dd dir="auto">{text}</dd>'
    if item.facts:
        yield "</dl>"
    if item.source:
        yield f'<p class="source" dir="auto">{_said(item.source)}</p>'
    if item.address:
        yield f'<p class="source">{_address(item.address)}</p>'


def _reasons(reasons: tuple[Reason, ...]) -> Iterator[str]:
    """Yield each rule's answer, warnings first, each with its answer in a word."""
    if not reasons:
        return
    yield f'<h3>{_said(say.REASONS_HEADING)}</h3><ul class="why">'
    for reason in say.warnings_first(reasons):
        yield f'<li dir="auto">{_reason(reason)}</li>'
    yield "</ul>"


def _reason(reason: Reason) -> str:
    """Return one rule's answer, with its answer in a word before it."""
    heading = f"{IN_A_WORD[say.shown_answer(reason)]}: {say.heading_of(reason)}"
    return f"<strong>{_said(heading)}</strong> {_said(reason.because)}"


def _decision() -> Iterator[str]:
    """Yield what is filled in by hand when the page is printed."""
    choices = "".join(f"<li>{_said(words)}</li>" for words in say.DECISIONS)
    lines = "".join(f'<span class="sign">{_said(words)}</span>' for words in say.SIGNED_LINES)
    yield f"<h3>{_said(say.DECISION_HEADING)}</h3>"
    yield f'<div class="decision"><ul>{choices}</ul>{lines}</div>'


def _address(address: str) -> str:
    shown = _said(address)
    return f'<a href="{escape(address)}">{shown}</a>' if is_web_address(address) else shown


def _said(text: str) -> str:
    """Return text as one line, escaped."""
    return escape(one_line(clean(text)))
