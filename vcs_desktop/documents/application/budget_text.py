"""A budget as tables of a text: each cost, the share of running costs, who pays, the sums."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from vcs_desktop.core.language import sentences, tr, tr_marked
from vcs_desktop.documents.text_sheet.data import line, paragraphs, strong
from vcs_desktop.domain.application_words import COST_TYPES, PROMISES, VAT
from vcs_desktop.domain.budget_sums import BudgetSums, LineSum, sums_of
from vcs_desktop.domain.budgets import Basis, Budget, LineKind
from vcs_desktop.domain.days import in_words
from vcs_desktop.domain.hundredths import typed_hundredths
from vcs_desktop.domain.meeting_words import ended
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.domain.reading import Block, Paragraph, Table


def budget_blocks(budget: Budget) -> Iterator[Block]:
    """Yield what a budget says; every sum is worked out here, to the penny."""
    sums = sums_of(budget)
    money = [each for each in sums.lines if each.line.kind != LineKind.IN_KIND]
    if money:
        yield _costs(money, sums)
    if sums.running:
        yield _running(sums)
        yield Paragraph(line(share_in_words(budget, sums)))
    yield _totals(sums)
    if len(sums.by_year) > 1:
        yield _by_year(sums)
    if budget.funders:
        yield _funders(sums)
    given = [each for each in sums.lines if each.line.kind == LineKind.IN_KIND]
    if given:
        yield _given(given, budget)
        if budget.rate_pence and any(each.line.is_time_given for each in given):
            yield Paragraph(line(rate_in_words(budget)))
    yield from _notes(budget)


def share_in_words(budget: Budget, sums: BudgetSums) -> str:
    """Return how the share of the running costs was worked out."""
    if sums.share is None or budget.basis == Basis.NONE:
        return tr("It is not said yet how the running costs are shared out.")
    percent = _percent(sums.share)
    if budget.basis == Basis.DIRECT_COST:
        return tr(
            "This work's share of the running costs is {percent}, by its part of all direct costs.",
            percent=percent,
        )
    named = {
        Basis.PEOPLE: tr("people"),
        Basis.TIME: tr("hours"),
        Basis.SPACE: tr("space"),
    }[budget.basis]
    return tr(
        "This work's share of the running costs is {percent}: {ours} of {whole} by {what}.",
        percent=percent,
        ours=f"{budget.share_ours or 0:,}",
        whole=f"{budget.share_whole or 0:,}",
        what=named,
    )


def rate_in_words(budget: Budget) -> str:
    """Return what an hour that is given is counted at, with the name and the day of the rate."""
    said = tr("An hour is counted at {rate}.", rate=in_pounds(budget.rate_pence or 0))
    since = tr("From {day}.", day=in_words(budget.rate_from)) if budget.rate_from else ""
    named = ended(budget.rate_name) if budget.rate_name else ""
    return sentences(said, named, since, ended(budget.rate_source) if budget.rate_source else "")


def quantity_in_words(each: LineSum) -> str:
    """Return how many, such as "1.5 days"."""
    number = typed_hundredths(each.line.quantity_hundredths)
    unit = tr("hours") if each.line.is_time_given else each.line.unit
    return f"{number} {unit}".strip()


def _costs(money: Sequence[LineSum], sums: BudgetSums) -> Table:
    has_years, has_others = len(sums.by_year) > 1, any(each.others for each in money)
    heads = [tr("What it is"), tr("What sort"), tr("How many"), tr("Cost of one"), tr("Cost")]
    heads += [tr("Others pay"), tr("We ask for")] if has_others else []
    rows = []
    for each in money:
        what = each.line.what
        if has_years:
            what = tr("{what} (year {number})", what=what, number=each.line.year)
        if each.line.kind == LineKind.SHARED:
            what = tr("{what} (this work's share)", what=what)
        row = [what, tr_marked(COST_TYPES[each.line.cost_type]), quantity_in_words(each),
               in_pounds(each.line.unit_pence), in_pounds(each.ours)]  # fmt: skip
        row += [in_pounds(each.others), in_pounds(each.asked)] if has_others else []
        rows.append(row)
    figures = range(3, len(heads))
    return _table(heads, rows, figures)


def _running(sums: BudgetSums) -> Table:
    heads = [tr("Running cost of the group"), tr("In the time of the work"), tr("Our share")]
    rows = [[each.cost.what, in_pounds(each.whole), in_pounds(each.ours)] for each in sums.running]
    return _table(heads, rows, (1, 2))


def _totals(sums: BudgetSums) -> Table:
    rows = [(line(tr("Only for this work")), line(in_pounds(sums.direct)))]
    if sums.shared:
        rows.append((line(tr("This work's part of shared costs")), line(in_pounds(sums.shared))))
    if sums.overheads:
        rows.append(
            (line(tr("This work's part of the running costs")), line(in_pounds(sums.overheads)))
        )
    rows.append((line(strong(tr("Full cost"))), line(strong(in_pounds(sums.full_cost)))))
    if sums.others:
        rows.append((line(tr("Others pay")), line(in_pounds(sums.others))))
    rows.append((line(strong(tr("What we ask for"))), line(strong(in_pounds(sums.asked)))))
    if sums.in_kind:
        rows.append((line(tr("Worth of what is given beside that")), line(in_pounds(sums.in_kind))))
    return Table((line(tr("Altogether")), line(tr("Amount"))), tuple(rows), (1,))


def _by_year(sums: BudgetSums) -> Table:
    rows = [
        [tr("Year {number}", number=number), in_pounds(pence)]
        for number, pence in enumerate(sums.by_year, 1)
    ]
    return _table([tr("Year"), tr("Full cost")], rows, (1,))


def _funders(sums: BudgetSums) -> Table:
    rows = [
        [
            each.funder.name,
            tr_marked(PROMISES[each.funder.promise]),
            in_pounds(each.on_lines),
        ]
        for each in sums.funders
    ]
    return _table([tr("Who else pays"), tr("How sure it is"), tr("What they pay here")], rows, (2,))


def _given(given: Iterable[LineSum], budget: Budget) -> Table:
    rows = [
        [
            each.line.what,
            quantity_in_words(each),
            in_pounds(
                (budget.rate_pence or 0) if each.line.is_time_given else each.line.unit_pence
            ),
            in_pounds(each.ours),
        ]
        for each in given
    ]
    heads = [tr("What is given"), tr("How many"), tr("Worth of one"), tr("Worth")]
    return _table(heads, rows, (2, 3))


def _notes(budget: Budget) -> Iterator[Block]:
    said = tr_marked(VAT[budget.vat])
    about = sentences(ended(said), ended(budget.vat_note) if budget.vat_note else "")
    yield Paragraph(line(strong(tr("VAT:")), f" {about}"))
    if budget.inflation_hundredths:
        percent = typed_hundredths(budget.inflation_hundredths)
        yield Paragraph(line(tr("Each later year is counted at {percent}% more.", percent=percent)))
    yield from paragraphs(budget.notes)


def _percent(share: Fraction) -> str:
    return f"{float(share * 100):.1f}".removesuffix(".0") + "%"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], figures: Iterable[int]) -> Table:
    return Table(
        tuple(line(head) for head in heads),
        tuple(tuple(line(cell) for cell in row) for row in rows),
        tuple(figures),
    )
