"""The budget as a spreadsheet: its formulas give, to the penny, what the app says."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.worked_out import WorkedOut
from vcs_desktop.documents.application import ApplicationSheet, content_of
from vcs_desktop.domain.application_whole import Whole
from vcs_desktop.domain.applications import Application
from vcs_desktop.domain.budget_sums import sums_of
from vcs_desktop.domain.budgets import (
    Basis,
    Budget,
    BudgetLine,
    CostType,
    LineKind,
    OtherFunder,
    PaidBy,
    RunningCost,
)

BUDGET = Budget(
    lines=(
        BudgetLine("a", 1, "Oven", unit_pence=1_400_00),
        BudgetLine("b", 2, "Training", quantity_hundredths=4_50, unit_pence=30_01,
                   paid=(PaidBy("x", 20_00),)),
        BudgetLine("c", 3, "Minibus", kind=LineKind.SHARED, unit_pence=999_99, year=2),
        BudgetLine("d", 4, "Cooks", kind=LineKind.IN_KIND, quantity_hundredths=120_00,
                   is_time_given=True),
    ),
    running_costs=(RunningCost("r", 1, "Rent", 2_400_00), RunningCost("i", 2, "Insurance", 187_35)),
    basis=Basis.PEOPLE,
    share_ours=20,
    share_whole=60,
    months=18,
    overheads_paid=(PaidBy("x", 5_00),),
    funders=(OtherFunder("x", 1, "Parish council", 25_00),),
    rate_pence=12_60,
    inflation_hundredths=250,
)  # fmt: skip


def sheet_of(budget, name="Warm welcome"):
    whole = Whole(Application(name=name), budget=budget)
    content = content_of(ApplicationSheet(whole, "Tea & Talk", date(2026, 11, 28)), ".xlsx")
    return openpyxl.load_workbook(BytesIO(content)).worksheets[0]


def agrees(budget):
    found, sums = WorkedOut(sheet_of(budget)), sums_of(budget)
    assert found.beside("Only for this work") == sums.direct
    assert found.beside("This work's part of shared costs") == sums.shared
    assert found.beside("This work's part of the running costs") == sums.overheads
    assert found.beside("Full cost") == sums.full_cost
    assert found.beside("Others pay") == sums.others
    assert found.beside("What we ask for") == sums.asked
    assert found.beside("Worth of what is given beside that") == sums.in_kind


def test_a_budget_with_everything_gives_the_same_sums():
    agrees(BUDGET)
    sums = sums_of(BUDGET)
    assert sums.overheads > 0
    assert sums.shared > 0


def test_an_empty_budget_gives_nothing():
    agrees(Budget())


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(LineKind),
            st.integers(0, 5_000),
            st.integers(0, 300_000),
            st.integers(1, 3),
        ),
        max_size=4,
    ),
    st.lists(st.integers(0, 500_000), max_size=3),
    st.integers(0, 40),
    st.integers(1, 40),
    st.none() | st.integers(1, 36),
    st.sampled_from([None, 0, 200, 375]),
)
def test_any_budget_gives_the_same_sums(lines, running, ours, whole, months, more):
    costs = tuple(
        BudgetLine(str(at), at, "x", CostType.OTHER, kind, many, unit_pence=pence, year=year)
        for at, (kind, many, pence, year) in enumerate(lines)
    )
    budget = Budget(
        lines=costs,
        running_costs=tuple(RunningCost(str(at), at, "y", each) for at, each in enumerate(running)),
        basis=Basis.TIME,
        share_ours=ours,
        share_whole=whole,
        months=months,
        inflation_hundredths=more,
    )
    agrees(budget)


def test_a_price_that_is_changed_there_changes_the_sums():
    sheet = sheet_of(BUDGET)
    found = WorkedOut(sheet)
    before = found.beside("What we ask for")
    sheet[f"F{found.row_of('Oven')}"].value = 1_500.0
    assert found.beside("What we ask for") == before + 100_00


def test_words_never_become_formulas():
    lines = (
        replace(
            BUDGET.lines[0], what="=HYPERLINK(1)", unit="+1", cost_type=BUDGET.lines[0].cost_type
        ),
    )
    sheet = sheet_of(replace(BUDGET, lines=lines, notes="@SUM(1)"), name="=1+1")
    told = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    worked = [cell.value for cell in told if cell.data_type == "f"]
    assert all("HYPERLINK" not in each and "@" not in each and each != "=1+1" for each in worked)
    assert {"=1+1", "=HYPERLINK(1)", "+1", "@SUM(1)"} <= {cell.value for cell in told}
