"""What changed between the releases of a process."""

from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.tender_changes import changes_between


def release(day, tender=None, **rest):
    return {"date": f"2026-11-{day:02}T09:00:00Z", "tender": tender or {}, **rest}


def told(*releases):
    return [(each.what, each.before, each.after) for each in changes_between(releases)]


def closing(text):
    return {"tenderPeriod": {"endDate": text}}


def test_a_deadline_that_moved_is_told_as_people_say_it():
    assert told(
        release(1, closing("2026-12-04T12:00:00Z")), release(2, closing("2026-12-18T12:00:00Z"))
    ) == [("Closing date", "Friday 4 December 2026 at 12:00", "Friday 18 December 2026 at 12:00")]


def test_the_first_release_changes_nothing():
    assert told(release(1, {"title": "Lunches"})) == []
    assert told() == []


def test_what_a_release_leaves_out_stays_as_it_was():
    assert told(release(1, {"title": "Lunches"}), release(2, {"status": "active"})) == [
        ("Where it stands", "", "open")
    ]
    assert (
        told(release(1, {"title": "Lunches"}), release(2), release(3, {"title": "Lunches"})) == []
    )


def test_what_a_release_sets_to_nothing_is_gone():
    assert told(release(1, {"value": {"amount": 8000}}), release(2, {"value": None})) == [
        ("Value", "£8,000", "")
    ]


def test_the_newest_change_comes_first_whatever_order_they_come_in():
    changes = changes_between(
        [release(3, {"title": "C"}), release(1, {"title": "A"}), release(2, {"title": "B"})]
    )
    assert [(each.before, each.after) for each in changes] == [("B", "C"), ("A", "B")]
    assert changes[0].released_at.day == 3


def test_stages_are_told_in_words():
    assert told(release(1, {"status": "active"}), release(2, {"status": "cancelled"})) == [
        ("Where it stands", "open", "stopped by the buyer")
    ]


def test_a_document_that_was_added_is_told_and_the_notice_itself_is_not():
    papers = [
        {"id": "1", "documentType": "tenderNotice", "description": "The notice"},
        {"id": "2", "title": "Questions and answers"},
    ]
    assert told(release(1), release(2, {"documents": papers})) == [
        ("Document", "", "Questions and answers")
    ]


def test_parts_tell_their_value_and_state():
    before = {"lots": [{"id": "1", "title": "North", "status": "active", "value": {"amount": 5}}]}
    after = {"lots": [{"id": "1", "title": "North", "status": "cancelled", "value": {"amount": 6}}]}
    assert told(release(1, before), release(2, after)) == [
        ("Part “North”", "open", "stopped by the buyer"),
        ("Part “North”: value", "£5", "£6"),
    ]


def test_an_award_tells_who_and_how_much():
    award = {"id": "9", "suppliers": [{"name": "Good Food CIC"}], "value": {"amount": 75000}}
    assert told(release(1), release(2, awards=[award])) == [
        ("Given to", "", "Good Food CIC, for £75,000")
    ]
    assert told(release(1), release(2, awards=[{"id": "9"}])) == [
        ("Given to", "", "a bidder who is not named")
    ]


def test_money_of_another_country_keeps_its_name():
    changes = told(release(1), release(2, {"value": {"amount": 5000, "currency": "EUR"}}))
    assert changes == [("Value", "", "5,000 EUR")]


def test_the_work_its_dates_and_the_buyers_mark_are_compared():
    before = {
        "contractPeriod": {"startDate": "2027-01-01"},
        "classification": {"description": "Catering"},
        "suitability": {"vcse": False},
    }
    after = {
        "contractPeriod": {"startDate": "2027-02-01"},
        "classification": {"description": "School catering"},
        "suitability": {"vcse": True},
    }
    assert told(release(1, before), release(2, after)) == [
        ("Start of the work", "1 January 2027", "1 February 2027"),
        ("Kind of work", "Catering", "School catering"),
        ("“Suitable for voluntary groups”", "not ticked", "ticked"),
    ]


def test_a_long_text_is_cut_between_words():
    after = told(release(1), release(2, {"description": "word " * 100}))[0][2]
    assert len(after) <= 241
    assert after.endswith("word…")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=2)
    | st.dictionaries(
        st.sampled_from(["tender", "date", "value", "amount", "lots", "id", "documents", "title",
                         "awards", "suppliers", "tenderPeriod", "endDate", "status", "buyer"]),
        inner, max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip


@given(st.lists(st.dictionaries(st.sampled_from(["tender", "date", "awards", "buyer"]), JSON)))
def test_any_release_however_odd_gives_changes_and_no_trouble(releases):
    for each in changes_between(releases):
        assert each.what
        assert each.before != each.after
