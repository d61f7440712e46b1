"""What other records tell of one person: all that is theirs, and nothing of anybody else."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.applications import Application, Signature
from vcs_desktop.domain.attendance import AttendanceSheet, Came, Helped
from vcs_desktop.domain.expenses import ExpenseClaim, ExpenseLine
from vcs_desktop.domain.kinds import (
    APPLICATION,
    ATTENDANCE,
    EXPENSES,
    KINDS,
    MEETING,
    SHIFT,
    THANKS,
)
from vcs_desktop.domain.meetings import (
    Action,
    ConflictDeclared,
    Decision,
    Meeting,
    Presence,
    Present,
)
from vcs_desktop.domain.thanks import Thanks
from vcs_desktop.domain.took_part import last_active, needed_until, own_fields, took_part
from vcs_desktop.domain.values import values_of
from vcs_desktop.domain.volunteering import OnShift, Shift

TODAY = date(2026, 11, 23)
ANN, BEN, OLD_ANN = "ann-id", "ben-id", "old-ann-id"
SHEET = AttendanceSheet(
    name="Lunch", on=TODAY, came=(Came(BEN), Came(ANN, is_first_time=True)),
    helped=(Helped(ANN, 150, "Firm & Co"), Helped(BEN, 60)), notes="Ben dropped a plate.",
)  # fmt: skip
SHIFT_ = Shift(name="Kitchen", on=TODAY, people=(OnShift(ANN, has_agreed=False), OnShift(BEN)))
CLAIM = ExpenseClaim(
    name="Van", person=ANN, agreed_by=BEN, paid_on=date(2026, 3, 2), notes="Cash.",
    lines=(ExpenseLine("l1", date(2026, 2, 1), "To the bank", 35), ExpenseLine("l2", pence=450)),
)  # fmt: skip
MET = Meeting(
    name="November", on=TODAY, present=(Present(ANN, Presence.APOLOGIES), Present(BEN)),
    conflicts=(ConflictDeclared("c", ANN, "Her brother owns the hall.", "She left the room."),
               ConflictDeclared("c2", BEN, "Secret of Ben")),
    decisions=(Decision("d", "Thank her.", tied_kind="person", tied_to=ANN),),
    actions=(Action("a", "Ring the hall", ANN, date(2026, 12, 1)), Action("a2", "Bens job", BEN)),
)  # fmt: skip


SIGNED = Application(
    name="Warm room", checked_by="Cy",
    signatures=(Signature(ANN, "Chair", date(2026, 11, 2)), Signature(BEN, "Secretary of Ben")),
)  # fmt: skip


def told(kind, thing, ids=(ANN,)):
    return took_part("r", kind, values_of(thing), ids, TODAY)


@pytest.mark.parametrize(
    ("kind", "thing", "lines"),
    [
        (
            ATTENDANCE, SHEET,
            ("They came, for the first time.", "They helped for 2 hours 30 minutes.",
             "Sent by Firm & Co."),
        ),
        (SHIFT, SHIFT_, ("They were down for it.", "They said no.")),
        (APPLICATION, SIGNED, ("They signed it on 2 November 2026 as Chair.",)),
        (APPLICATION, replace(SIGNED, signatures=(Signature(ANN),)), ("They are to sign it.",)),
        (
            APPLICATION,
            Application(
                decided_by=ANN, decided_on=date(2026, 10, 12), checked_by=ANN, checked_on=TODAY
            ),
            ("They decided about it on 12 October 2026.",
             "They read all of it on 23 November 2026."),
        ),
        (APPLICATION, Application(decided_by=ANN), ("They decided about it.",)),
        (
            MEETING, MET,
            ("They sent apologies.",
             ("They declared an interest: Her brother owns the hall. "
              "What was done about it: She left the room."),
             "They were to do: Ring the hall. By 1 December 2026.",
             "A decision about them: Thank her."),
        ),
        (
            EXPENSES, CLAIM,
            ("1 February 2026 · To the bank · 3.5 miles", "£4.50", "Paid on 2 March 2026.",
             "Cash."),
        ),
        (THANKS, Thanks(name="Thanks for 50 hours", person=ANN, on=TODAY), ("They were thanked.",)),
        ("from_a_newer_app", Thanks(person=ANN), ("It names them.",)),
    ],
)  # fmt: skip
def test_each_record_tells_what_is_of_this_person_alone(kind, thing, lines):
    found = told(kind, thing)
    assert found.lines == lines
    everything = " ".join(found.lines)
    assert "Ben" not in everything
    assert "plate" not in everything


def test_only_words_that_somebody_typed_about_them_are_said_to_stay():
    assert told(MEETING, MET).has_words
    assert not told(MEETING, replace(MET, conflicts=(), decisions=(), actions=())).has_words
    assert not told(ATTENDANCE, SHEET).has_words


def test_a_claim_is_theirs_and_who_agreed_to_it_is_somebody_else():
    assert told(EXPENSES, CLAIM).is_claim
    of_ben = told(EXPENSES, CLAIM, (BEN,))
    assert not of_ben.is_claim
    assert of_ben.lines == ("They agreed to a claim of somebody else.",)
    assert set(own_fields(EXPENSES, values_of(CLAIM), (BEN,))) == {"agreed_by"}
    assert "agreed_by" not in own_fields(EXPENSES, values_of(CLAIM), (ANN,))


def test_fields_of_others_are_not_among_their_own():
    assert set(own_fields(ATTENDANCE, values_of(SHEET), (ANN,))) == {
        f"came/{ANN}", f"helped/{ANN}",
    }  # fmt: skip
    assert set(own_fields(MEETING, values_of(MET), (ANN,))) == {
        f"present/{ANN}", "conflicts/c", "decisions/d", "actions/a",
    }  # fmt: skip


def test_what_was_kept_under_a_record_made_one_with_theirs_is_told_too():
    sheet = AttendanceSheet(name="Lunch", on=TODAY, came=(Came(OLD_ANN),))
    assert told(ATTENDANCE, sheet, (ANN, OLD_ANN)).lines == ("They came.",)


@pytest.mark.parametrize(
    ("paid_on", "expected"),
    [
        (None, None),
        (date(2026, 3, 2), date(2033, 12, 31)),
        (date(2019, 12, 31), date(2026, 12, 31)),
        (date(2018, 12, 31), None),
    ],
)
def test_a_claim_that_was_paid_is_needed_for_six_years_after_its_year(paid_on, expected):
    assert needed_until(replace(CLAIM, paid_on=paid_on), TODAY) == expected


def test_the_last_time_somebody_came_helped_or_met_is_their_last_activity():
    earlier = replace(SHEET, on=date(2026, 5, 1))
    meeting = replace(MET, on=date(2026, 6, 1))
    assert last_active([earlier], [SHIFT_], [meeting]) == {
        ANN: date(2026, 5, 1), BEN: TODAY,
    }  # fmt: skip
    assert last_active([replace(SHEET, on=None)], [], []) == {}


@given(
    st.sampled_from(sorted(KINDS)),
    st.dictionaries(
        st.sampled_from(["came/ann-id", "people/ann-id", "person", "on", "lines/x", "actions/a"]),
        st.none() | st.text(max_size=9) | st.integers()
        | st.dictionaries(st.text(max_size=3), st.just(ANN)),
    ),
)  # fmt: skip
def test_whatever_a_record_holds_it_can_be_told(kind, values):
    found = took_part("r", kind, values, (ANN,), TODAY)
    assert all(isinstance(line, str) for line in found.lines)
    own_fields(kind, values, (ANN,))
