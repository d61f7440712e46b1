"""A budget as a spreadsheet whose sums are formulas: who changes a price sees what it does."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time
from fractions import Fraction
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet.properties import PageSetupProperties

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.documents.application.budget_text import rate_in_words, share_in_words
from vcs_desktop.documents.application.data import ApplicationSheet
from vcs_desktop.documents.spreadsheet_text import text_cell
from vcs_desktop.documents.workbook_bytes import MemoryBook
from vcs_desktop.documents.zip_files import without_moment
from vcs_desktop.domain.application_words import COST_TYPES, LINE_KINDS, VAT
from vcs_desktop.domain.budget_sums import MONTHS, BudgetSums, LineSum, sums_of
from vcs_desktop.domain.budgets import Basis, Budget, LineKind

_POUNDS = '"£"#,##0.00'
_PERCENT = "0.00%"
_WIDTHS = (44, 22, 30, 12, 12, 14, 8, 14, 16, 14, 14)
_A4 = 9
"""Source: ECMA-376, ST_PaperSize: 9 is A4."""

_OURS, _WHOLE, _SHARE, _DEARER, _RATE = "$B$4", "$B$5", "$B$6", "$B$7", "$B$8"
"""Where the numbers stand that the formulas use."""


def workbook_of(sheet: ApplicationSheet) -> bytes:
    """Return the budget of an application as a spreadsheet; one without a budget has no lines."""
    budget = sheet.whole.budget or Budget()
    book = MemoryBook()
    book.properties.creator = "VCS Desktop"
    book.properties.created = datetime.combine(sheet.made_on, time(12))
    made = _Rows(book.create_sheet(tr("Budget")))
    made.write(made.bold(sheet.whole.application.name))
    made.write(made.text(sheet.group), made.text(sheet.whole.application.funder))
    made.write()
    sums = sums_of(budget)
    _numbers(made, budget, sums)
    made.write()
    spans = {"lines": _lines(made, sums)}
    made.write()
    spans["running"] = _running(made, budget, sums)
    made.write()
    _totals(made, spans, budget)
    made.write()
    made.write(made.text(tr("VAT:")), made.text(tr_marked(VAT[budget.vat])))
    for words in (share_in_words(budget, sums), rate_in_words(budget) if budget.rate_pence else ""):
        made.write(made.text(words))
    made.write(made.text(budget.vat_note))
    made.write(made.text(budget.notes))
    return without_moment(book.content())


class _Rows:
    """A sheet that is written row by row, and knows which row comes next."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self.next = 1
        for letter, width in zip("ABCDEFGHIJK", _WIDTHS, strict=True):
            sheet.column_dimensions[letter].width = width
        sheet.page_setup.paperSize, sheet.page_setup.orientation = _A4, "landscape"
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)

    def write(self, *cells: Any) -> int:
        """Write a row, and return its number."""
        self._sheet.append(list(cells))
        self.next += 1
        return self.next - 1

    def text(self, words: str) -> Any:
        """Return a cell that is a text."""
        return text_cell(self._sheet, words) if words else None

    def bold(self, words: str) -> Any:
        """Return a cell whose text stands out."""
        return text_cell(self._sheet, words, is_bold=True)

    def number(
        self, value: int | float | str, shown: str = _POUNDS, *, strong: bool = False
    ) -> Any:
        """Return a cell with a number, or with a formula of our own."""
        made = WriteOnlyCell(self._sheet, value=value)
        made.number_format = shown
        if strong:
            made.font = Font(bold=True)
        return made

    def pounds(self, pence: int) -> Any:
        """Return a cell with an amount."""
        return self.number(pence / 100)


def _numbers(made: _Rows, budget: Budget, sums: BudgetSums) -> None:
    """Write what the formulas are worked out with: rows 4 to 8."""
    ours, whole = budget.share_ours or 0, budget.share_whole or 0
    shown = "#,##0"
    if budget.basis == Basis.DIRECT_COST:
        shown = _POUNDS
        ours = sum(each.ours for each in sums.lines if each.line.kind == LineKind.DIRECT)
    elif budget.basis == Basis.NONE:
        ours, whole = 0, 1
    scale = 100 if budget.basis == Basis.DIRECT_COST else 1
    made.write(made.text(tr("This work's part")), made.number(ours / scale, shown))
    made.write(made.text(tr("The whole group")), made.number(whole / scale, shown))
    formula = f"=IF({_WHOLE}>0,{_OURS}/{_WHOLE},0)"
    made.write(made.text(tr("Share of running costs")), made.number(formula, _PERCENT))
    more = (budget.inflation_hundredths or 0) / 10_000
    made.write(made.text(tr("More each later year")), made.number(more, _PERCENT))
    made.write(made.text(tr("Worth of an hour given")), made.pounds(budget.rate_pence or 0))


def _lines(made: _Rows, sums: BudgetSums) -> tuple[int, int]:
    """Write the costs; return the first and the last row of them."""
    heads = (
        tr("What it is"), tr("What sort"), tr("For this work or shared"), tr("How many"),
        tr("Counted in"), tr("Cost of one"), tr("Year"), tr("Cost"), tr("This work's part"),
        tr("Others pay"), tr("We ask for"),
    )  # fmt: skip
    made.write(*map(made.bold, heads))
    first = made.next
    for each in sums.lines:
        _line(made, each)
    if not sums.lines:
        made.write()
    return first, made.next - 1


def _line(made: _Rows, each: LineSum) -> None:
    line, row = each.line, made.next
    is_given = line.kind == LineKind.IN_KIND
    price = _RATE if line.is_time_given else f"F{row}"
    dearer = "" if is_given else f"*(1+{_DEARER})^(G{row}-1)"
    part = f"*{_SHARE}" if line.kind == LineKind.SHARED else ""
    made.write(
        made.text(line.what),
        made.text(tr_marked(COST_TYPES[line.cost_type])),
        made.text(tr_marked(LINE_KINDS[line.kind])),
        made.number(line.quantity_hundredths / 100, "#,##0.##"),
        made.text(tr("hours") if line.is_time_given else line.unit),
        made.number(f"={_RATE}") if line.is_time_given else made.pounds(line.unit_pence),
        made.number(max(1, line.year), "0"),
        made.number(f"=ROUND(D{row}*{price}{dearer},2)"),
        made.number(f"=ROUND(D{row}*{price}{dearer}{part},2)"),
        made.pounds(each.others),
        None if is_given else made.number(f"=I{row}-J{row}"),
    )


def _running(made: _Rows, budget: Budget, sums: BudgetSums) -> tuple[int, int]:
    heads = (
        tr("Running cost of the group"),
        tr("A year"),
        tr("In the time of the work"),
        tr("Our share"),
    )
    made.write(*map(made.bold, heads))
    first = made.next
    years = len(sums.by_year)
    for each in sums.running:
        row = made.next
        made.write(
            made.text(each.cost.what),
            made.pounds(each.cost.pence),
            made.number(f"=B{row}*({_time(budget, years)})"),
            made.number(f"=C{row}*{_SHARE}"),
        )
    if not sums.running:
        made.write()
    return first, made.next - 1


def _time(budget: Budget, years: int) -> str:
    """Return how many years' costs the work takes, each year with its own prices."""
    parts = []
    for year in range(years):
        months = MONTHS if budget.months is None else budget.months - MONTHS * year
        part = Fraction(min(MONTHS, max(0, months)), MONTHS)
        if part:
            parts.append(f"{part.numerator}/{part.denominator}*(1+{_DEARER})^{year}")
    return "+".join(parts) or "0"


def _totals(made: _Rows, spans: Mapping[str, tuple[int, int]], budget: Budget) -> None:
    first, last = spans["lines"]
    kinds, ours, others = (f"{letter}{first}:{letter}{last}" for letter in "CIJ")

    def of_kind(kind: LineKind, of: str) -> str:
        return f'SUMIF({kinds},"{tr_marked(LINE_KINDS[kind])}",{of})'

    run_first, run_last = spans["running"]
    paid = sum(each.pence for each in budget.overheads_paid) / 100
    start = made.next
    rows: Iterable[tuple[str, str, bool]] = (
        (tr("Only for this work"), of_kind(LineKind.DIRECT, ours), False),
        (tr("This work's part of shared costs"), of_kind(LineKind.SHARED, ours), False),
        (
            tr("This work's part of the running costs"),
            f"ROUND(SUM(D{run_first}:D{run_last}),2)",
            False,
        ),
        (tr("Full cost"), f"SUM(B{start}:B{start + 2})", True),
        (
            tr("Others pay"),
            f"{of_kind(LineKind.DIRECT, others)}+{of_kind(LineKind.SHARED, others)}+{paid}",
            False,
        ),
        (tr("What we ask for"), f"B{start + 3}-B{start + 4}", True),
        (tr("Worth of what is given beside that"), of_kind(LineKind.IN_KIND, ours), False),
    )
    for words, formula, strong in rows:
        name = made.bold(words) if strong else made.text(words)
        made.write(name, made.number(f"={formula}", strong=strong))
