"""Budgets to work out: one line, and any budget at all."""

from hypothesis import strategies as st

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

PENCE = st.integers(0, 10_000_000)


def line(id_="a", pence=100_00, **more):
    """Return a cost of so many pence."""
    return BudgetLine(id_, what="Cook", unit_pence=pence, **more)


lines = st.lists(
    st.builds(
        BudgetLine,
        id=st.uuids().map(str),
        cost_type=st.sampled_from(CostType),
        kind=st.sampled_from(LineKind),
        quantity_hundredths=st.integers(0, 100_000),
        unit_pence=PENCE,
        year=st.integers(-3, 14),
        paid=st.lists(st.builds(PaidBy, st.sampled_from("xyz"), PENCE), max_size=3).map(tuple),
        is_time_given=st.booleans(),
    ),
    max_size=8,
).map(tuple)
budgets = st.builds(
    Budget,
    lines=lines,
    running_costs=st.lists(
        st.builds(RunningCost, id=st.uuids().map(str), pence=PENCE), max_size=5
    ).map(tuple),
    basis=st.sampled_from(Basis),
    share_ours=st.none() | st.integers(0, 500),
    share_whole=st.none() | st.integers(0, 500),
    months=st.none() | st.integers(0, 60),
    overheads_paid=st.lists(st.builds(PaidBy, st.sampled_from("xyz"), PENCE), max_size=2).map(
        tuple
    ),
    funders=st.just(tuple(OtherFunder(each, name=each, pence=500) for each in "xyz")),
    rate_pence=st.none() | st.integers(0, 3_000),
    inflation_hundredths=st.none() | st.integers(0, 2_000),
)
