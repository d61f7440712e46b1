"""What groups shared in a year, in numbers that name nobody."""

from hypothesis import given, settings
from hypothesis import strategies as some

from tests.support.council_year import CHERWELL, OXFORD, VALE, Inbox, a_full_inbox
from vcs_desktop.domain.attendance_sums import FEW
from vcs_desktop.domain.council_year.shared import shared_in
from vcs_desktop.wire.service import State


def by_title(shared):
    return {each.title: each.table for each in shared.tables}


def counts(shared):
    return {each.name: each.count for each in shared.sorts}


def test_what_groups_shared_is_counted_by_its_sort():
    assert counts(shared_in(2027, a_full_inbox().items)) == {
        "What we are hearing": 45,
        "How the Compact was kept": 15,
        "Answers to a consultation": 0,
        "We sign the Compact": 11,
        "About our group": 6,
        "Interest in a contract": 0,
        "A request for help": None,
    }


def test_needs_stand_by_topic_and_district_and_a_few_take_others_with_them():
    needs = by_title(shared_in(2027, a_full_inbox().items))["What people need, by district"]
    assert needs.columns == ("Cherwell", "Oxford", "Vale of White Horse")
    assert needs.rows == ("Getting about", "Being alone", "Food")
    assert needs.cells == (
        (None, None, 0, 21),
        (None, None, 0, 11),
        (0, 6, 7, 13),
        (12, 26, 7, 45),
    )


def test_a_promise_that_few_spoke_of_is_not_named():
    themes = by_title(shared_in(2027, a_full_inbox().items))["How the Compact was kept"]
    assert themes.rows == ("Say Why", "Others, or not known")
    assert themes.columns == ("Kept", "Not kept")
    assert "Pay In Time" not in str(themes)
    assert themes.cells[1][1] is None
    assert themes.whole == 15


def test_only_the_chosen_year_counts_and_not_what_was_taken_back():
    inbox = Inbox()
    inbox.need("food", OXFORD, 5)
    inbox.need("food", OXFORD, 6, year=2026)
    inbox.need("food", OXFORD, 9, state=State.WITHDRAWN)
    assert counts(shared_in(2027, inbox.items))["What we are hearing"] == 5
    assert counts(shared_in(2026, inbox.items))["What we are hearing"] == 6


def test_what_cannot_be_read_is_counted_without_what_it_says():
    inbox = Inbox()
    inbox.need("food", OXFORD, 6)
    inbox.need("food", CHERWELL, 5, sealed=True)
    inbox.need("food", VALE, 5, state=State.KEPT_UNTIL_OVER)
    inbox.need("Aunt Example", "her house", 5)
    needs = by_title(shared_in(2027, inbox.items))["What people need, by district"]
    assert needs.rows == ("Food", "Others, or not known")
    assert needs.columns == ("Oxford", "Others, or not known")
    assert needs.cells == ((6, 0, 6), (0, 15, 15), (6, 15, 21))


def test_too_little_to_tell_makes_no_table():
    inbox = Inbox()
    inbox.need("food", OXFORD, 4)
    shared = shared_in(2027, inbox.items)
    assert by_title(shared)["What people need, by district"] is None
    assert counts(shared)["What we are hearing"] is None


def test_a_consultation_is_named_once_five_have_answered_it():
    inbox = Inbox()
    inbox.put("consultation_answer", 6, consultation="c/1", title="Buses")
    inbox.put("consultation_answer", 5, consultation="c/2", title="Aunt Example")
    inbox.put("consultation_answer", 2, consultation="c/2", title="Libraries")
    table = by_title(shared_in(2027, inbox.items))["Answers to consultations"]
    assert table.rows == ("Aunt Example", "Buses")
    assert table.cells == ((7,), (6,), (13,))


def test_something_of_a_newer_sort_is_counted_apart():
    inbox = Inbox()
    inbox.put("training_attendance", 7)
    assert counts(shared_in(2027, inbox.items))["Something else"] == 7


@settings(max_examples=60, deadline=None)
@given(
    some.lists(
        some.tuples(
            some.sampled_from(["transport", "food", "work", "odd"]),
            some.sampled_from([OXFORD, CHERWELL, VALE, ""]),
            some.integers(0, 9),
            some.booleans(),
        ),
        max_size=12,
    )
)
def test_no_number_under_five_is_in_anything_that_is_told(needs):
    inbox = Inbox()
    for topic, area, count, kept in needs:
        inbox.need(topic, area, count)
        inbox.theme(topic, kept, count // 2)
    shared = shared_in(2027, inbox.items)
    told = [each.count for each in shared.sorts]
    for each in shared.tables:
        if each.table is not None:
            told += [cell for row in each.table.cells for cell in row]
    assert not any(number is not None and 0 < number < FEW for number in told)
    for each, sort in zip(shared.tables, shared.sorts, strict=False):
        if each.table is not None:  # one total in both places, or in neither
            assert each.table.whole == sort.count
