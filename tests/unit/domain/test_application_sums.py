"""What a group asked for and won, and what falls due of it."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.application_sums import FunderResult, results_of, success_percent
from vcs_desktop.domain.applications import Application, Choice, Status, Terms
from vcs_desktop.domain.due_of_applications import closings_of, dues_of_grant
from vcs_desktop.domain.grants import Condition, Grant, Payment, ReportDue

applications = st.builds(
    Application,
    id=st.uuids().map(str),
    funder=st.sampled_from(["Trust", " trust ", "Shop", ""]),
    status=st.sampled_from(Status),
    ask_pence=st.none() | st.integers(0, 10**9),
    awarded_pence=st.none() | st.integers(0, 10**9),
    minutes_spent=st.none() | st.integers(0, 10_000),
)


@given(st.lists(applications, max_size=12))
def test_the_funders_add_up_to_all(some):
    results = results_of(some)
    for name in ("sent", "answered", "won", "asked_pence", "won_pence", "minutes"):
        assert sum(getattr(each, name) for each in results.funders) == getattr(results.all, name)
    assert results.all.won <= results.all.answered <= results.all.sent <= len(some)


def test_names_of_funders_are_the_same_whatever_their_letters_and_spaces():
    some = [
        Application("1", funder="The Trust", status=Status.AWARDED, ask_pence=5, awarded_pence=4),
        Application("2", funder="the  trust", status=Status.REFUSED, ask_pence=7),
        Application("3", funder="Shop", status=Status.DRAFT, ask_pence=9),
    ]
    assert results_of(some).funders == (
        FunderResult("The Trust", sent=2, answered=2, won=1, asked_pence=12, won_pence=4),
    )


def test_half_a_per_cent_rounds_up_and_nothing_answered_has_no_rate():
    assert success_percent(FunderResult("", answered=8, won=1)) == 13
    assert success_percent(FunderResult("", answered=3, won=2)) == 67
    assert success_percent(FunderResult("")) is None


def days(dues):
    return [(each.on, each.what) for each in dues]


CLOSES = Terms(closes_on=date(2026, 12, 4), closes_time="12:00")


def test_an_application_that_is_written_closes_and_one_that_is_sent_does_not():
    written = Application("a", name="Warm room", terms=CLOSES)
    assert days(closings_of(written, ())) == [(date(2026, 12, 4), "Closes: Warm room")]
    for over in (
        Application("a", terms=CLOSES, status=Status.SENT),
        Application("a", terms=CLOSES, choice=Choice.NOT_NOW),
        Application("a", terms=CLOSES, is_from_before=True),
        Application("a"),
    ):
        assert days(closings_of(over, ())) == []


def test_what_was_kept_of_the_library_closes_once():
    written = Application("a", call="grant/1", terms=CLOSES)
    assert days(closings_of(written, {"closing/grant/1"})) == []
    assert len(days(closings_of(written, {"closing/grant/2"}))) == 1


def test_of_a_grant_only_what_is_still_to_come_falls_due():
    on = date(2027, 1, 5)
    grant = Grant(
        "g",
        name="Warm room",
        conditions=(Condition("1", "Thank them", on), Condition("2", "x", on, met_on=on)),
        payments=(Payment("3", pence=50_000, due_on=on), Payment("4", due_on=on, received_on=on)),
        reports=(ReportDue("5", "Report", on), ReportDue("6", "x", on, sent_on=on), ReportDue("7")),
    )
    assert [what for _on, what in days(dues_of_grant(grant))] == [
        "Thank them (Warm room)",
        "Money comes: £500 (Warm room)",
        "Report (Warm room)",
    ]
