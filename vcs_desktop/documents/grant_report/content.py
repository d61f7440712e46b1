"""What a report on a grant says, as a text that paper, web page and Word file share."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.documents.printable import shortened
from vcs_desktop.documents.text_sheet.data import TextSheet, line, paragraphs, strong
from vcs_desktop.domain.applications import Application, PlannedChange
from vcs_desktop.domain.budget_sums import BudgetSums
from vcs_desktop.domain.days import in_words, shortly
from vcs_desktop.domain.grant_sums import money_of, so_far_in_words
from vcs_desktop.domain.grants import Grant, SoFar
from vcs_desktop.domain.meeting_words import ended
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.domain.ordered import in_order
from vcs_desktop.domain.reading import Block, Heading, Item, Items, Paragraph, Table

_DOT = "•"
_WORDS_IN_FOOT = 12


@dataclass(frozen=True, slots=True)
class GrantReport:
    """A grant with its application and what was planned, as of ``day``."""

    group: str
    application: Application
    grant: Grant
    planned: BudgetSums | None
    day: date


def report_sheet(report: GrantReport) -> TextSheet:
    """Return the first version of a report; what is not kept yet is left to be written."""
    name = report.grant.name or report.application.name or tr("Grant")
    foot = tr(
        "{group}. Written with VCS Desktop on {day}.",
        group=shortened(report.group, _WORDS_IN_FOOT),
        day=in_words(report.day),
    )
    title = tr("Report: {name}", name=name)
    return TextSheet(title, tuple(_blocks(report)), foot, report.day)


def _blocks(report: GrantReport) -> Iterator[Block]:
    yield _summary(report)
    yield _heading(tr("What changed"))
    yield from _changes(report)
    yield _heading(tr("Money"))
    yield _money(report)
    yield from _spending(report)
    if report.grant.conditions:
        yield _heading(tr("What you asked of us"))
        yield Items(
            tuple(
                Item(_DOT, line(strong(ended(each.what)), f" {_done(each.due_on, each.met_on)}"))
                for each in report.grant.conditions
            )
        )
    yield _heading(tr("In our own words"))
    if report.grant.notes:
        yield from paragraphs(report.grant.notes)
    for asked in (
        tr("What went well?"),
        tr("What was harder than you thought, and what did you do?"),
        tr("What will go on when the grant is over?"),
    ):
        yield Heading(3, line(asked))
        yield Paragraph(line(tr("Write here.")), quoted=True)


def _summary(report: GrantReport) -> Table:
    grant, application = report.grant, report.application
    awarded = grant.awarded_pence if grant.awarded_pence is not None else application.awarded_pence
    first, last = grant.starts_on or application.starts_on, grant.ends_on or application.ends_on
    days = (
        tr("{first} to {last}", first=in_words(first), last=in_words(last))
        if first and last
        else ""
    )
    told = (
        (tr("From"), report.group),
        (tr("To"), grant.funder or application.funder),
        (tr("Their reference"), grant.reference or application.reference),
        (tr("What they gave"), in_pounds(awarded) if awarded is not None else ""),
        (tr("When the work is"), days),
        (tr("As of"), in_words(report.day)),
    )
    rows = tuple((line(strong(name)), line(words)) for name, words in told if words)
    return Table((line(tr("About this grant")), line(tr("In short"))), rows)


def _changes(report: GrantReport) -> Iterator[Block]:
    told = {each.id: each for each in report.grant.so_far}
    rows = in_order(report.application.changes)
    if rows:
        heads = (tr("What we planned"), tr("How we know"), tr("So far"))
        yield Table(
            tuple(map(line, heads)),
            tuple(tuple(map(line, _change(each, told.pop(each.id, None)))) for each in rows),
        )
    more = [each for each in told.values() if each.said or each.count is not None]
    if more:
        yield Items(tuple(Item(_DOT, line(_so_far(each, None))) for each in more))
    if not rows and not more:
        yield Paragraph(line(tr("Nothing is written down yet.")), quoted=True)


def _change(change: PlannedChange, told: SoFar | None) -> tuple[str, str, str]:
    planned = sentences(
        ended(change.activity) if change.activity else "",
        ended(change.change) if change.change else "",
    )
    so_far = _so_far(told, change.target) if told else tr("Nothing is written down yet.")
    return planned, change.measure, so_far


def _so_far(told: SoFar, target: int | None) -> str:
    as_of = tr("As of {day}.", day=shortly(told.on)) if told.on else ""
    return sentences(so_far_in_words(told, target), as_of)


def _money(report: GrantReport) -> Table:
    money = money_of(report.grant, report.application)
    rows = [
        (tr("Given"), money.given),
        (tr("Came so far"), money.came),
        (tr("Spent so far"), money.spent),
        (tr("Not spent yet"), money.left),
    ]
    if report.planned is not None:
        rows.append((tr("Planned to ask for"), report.planned.asked))
    return _table(
        (tr("Money of this grant"), tr("Amount")),
        [(name, in_pounds(each)) for name, each in rows],
        (1,),
    )


def _spending(report: GrantReport) -> Iterator[Block]:
    spending = sorted(report.grant.spending, key=lambda each: (each.on or date.min, each.id))
    if spending:
        rows = [
            (shortly(each.on) if each.on else "", each.what, in_pounds(each.pence))
            for each in spending
        ]
        yield _table((tr("Day"), tr("What for"), tr("Amount")), rows, (2,))


def _done(due: date | None, done: date | None) -> str:
    if done:
        return tr("Done on {day}.", day=shortly(done))
    return tr("Due on {day}.", day=shortly(due)) if due else tr("Not done yet.")


def _heading(words: str) -> Heading:
    return Heading(2, line(words))


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], figures: tuple[int, ...]) -> Table:
    return Table(
        tuple(line(head) for head in heads),
        tuple(tuple(line(cell) for cell in row) for row in rows),
        figures,
    )
