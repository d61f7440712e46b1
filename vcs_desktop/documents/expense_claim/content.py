"""What stands on the page of a claim: the lines, the sum, the rates, and where to sign."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.documents.text_sheet import TextSheet
from vcs_desktop.documents.text_sheet.data import line, paragraphs, strong
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.mileage import TENTHS
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.domain.reading import Block, Heading, Item, Items, Line, Paragraph, Span, Table
from vcs_desktop.domain.reference import Rule

_BLANK = "______"
"""Is set as a line to write on, as long as there is room."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One line of a claim. ``pence`` None is that it cannot be worked out.

    ``miles_tenths`` None is no journey; ``has_receipt`` None: nobody has said.
    """

    on: date | None
    what: str
    miles_tenths: int | None
    pence: int | None
    has_receipt: bool | None


@dataclass(frozen=True, slots=True)
class ClaimPaper:
    """A claim as it is printed. ``agreed_by`` is a name; empty and None are not yet.

    ``rules`` are the rates that it was worked out by, ``most_for_a_mile_pence`` the most that
    the group pays for a mile; None pays the rate.
    """

    group: str
    name: str
    person: str
    rows: tuple[ClaimRow, ...]
    total_pence: int
    rules: tuple[Rule, ...]
    agreed_by: str
    agreed_on: date | None
    paid_on: date | None
    notes: str
    made_on: date
    most_for_a_mile_pence: int | None = None


def sheet_of(claim: ClaimPaper) -> TextSheet:
    """Return the page of a claim."""
    foot = tr("{group}. Made on {day}.", group=claim.group, day=shortly(claim.made_on))
    return TextSheet(claim.name, tuple(_blocks(claim)), foot, claim.made_on)


def miles_words(tenths: int | None) -> str:
    """Return "12.5", or "12" where there are no tenths; empty for no journey."""
    if not tenths:
        return ""
    whole, rest = divmod(tenths, TENTHS)
    return f"{whole:,}.{rest}" if rest else f"{whole:,}"


def rate_words(rule: Rule) -> str:
    """Return a rate with where it was read and when it was checked."""
    provenance = rule.provenance
    checked = tr("Checked on {day}.", day=shortly(provenance.as_of)) if provenance.as_of else ""
    return sentences(*filter(None, (f"{rule.title}.", f"{provenance.source}.", checked)))


def _blocks(claim: ClaimPaper) -> Iterator[Block]:
    yield Paragraph(line(tr("Claimed by: "), strong(claim.person)))
    yield Paragraph(line(tr("Group: "), strong(claim.group)))
    head = (tr("Day"), tr("What it was"), tr("Miles"), tr("Receipt"), tr("Amount"))
    rows = [_row(each) for each in claim.rows]
    yield Table(tuple(line(each) for each in head), tuple(rows))
    total = tr("In all: {amount}", amount=in_pounds(claim.total_pence))
    yield Paragraph(line(strong(total)))
    if any(each.pence is None for each in claim.rows):
        yield Paragraph(line(tr("Lines without an amount are not in this sum.")))
    yield from paragraphs(claim.notes)
    if claim.rules:
        yield Heading(2, line(tr("What a mile is paid with")))
        yield Items(tuple(Item("•", line(rate_words(rule))) for rule in claim.rules))
        if claim.most_for_a_mile_pence is not None:
            amount = in_pounds(claim.most_for_a_mile_pence)
            yield Paragraph(line(tr("We pay no more than {amount} a mile.", amount=amount)))
    yield from _signing(claim)


def _signing(claim: ClaimPaper) -> Iterator[Block]:
    yield Heading(2, line(tr("Signed")))
    yield Paragraph(line(tr("I spent this for the group, and have it from nobody else.")))
    yield _to_fill(tr("Name: "), claim.person, tr("Day: "))
    yield Paragraph(line(tr("Agreed for the committee, by somebody who did not claim it.")))
    yield _to_fill(tr("Name: "), claim.agreed_by, tr("Day: "), _day(claim.agreed_on))
    yield _to_fill(tr("Paid on: "), _day(claim.paid_on), tr("Signature: "))


def _to_fill(first: str, said: str, then: str, after: str = "") -> Paragraph:
    """Return a line with what is known of it, and room to write the rest."""
    known = f"{said}  " if said else ""
    return Paragraph((Span(f"{first}{known}{_BLANK} "), Span(f"{then}{after or _BLANK}")))


def _row(row: ClaimRow) -> tuple[Line, ...]:
    receipt = {True: tr("Yes"), False: tr("No"), None: tr("Not said")}[row.has_receipt]
    if row.miles_tenths:
        receipt = "-"
    amount = "?" if row.pence is None else in_pounds(row.pence)
    cells = (_day(row.on), row.what, miles_words(row.miles_tenths), receipt, amount)
    return tuple(line(cell or "-") for cell in cells)


def _day(day: date | None) -> str:
    return shortly(day) if day else ""
