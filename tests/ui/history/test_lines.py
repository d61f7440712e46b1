"""What a change did, in words, whatever the values are."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.fold import Folded, Version
from vcs_desktop.domain.history import Done, Entry
from vcs_desktop.domain.kinds import ANSWER, APPLICATION, KINDS, PERSON, PROFILE
from vcs_desktop.domain.people import Channel, DbsLevel, Tie
from vcs_desktop.ui.history import deed_words
from vcs_desktop.ui.history.field_words import CHANNELS, DBS_LEVELS, TIES, fields_of
from vcs_desktop.ui.history.lines import (
    Line,
    can_come_back,
    lines_of,
    title_of_field,
    value_in_words,
)
from vcs_desktop.ui.history.text_changes import MOST_PIECES, added_and_taken
from vcs_desktop.wire.operation import Change

NOW = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=30),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
some_names = st.sampled_from(
    [name for kind in KINDS.values() for name in kind.shape.__dataclass_fields__]
    + ["roles/r1", "years/y1", "from_a_newer_app", "rent_pence", "seen_on", "signatories/d"]
)


def said(changes, kind=PERSON):
    return [line.said for line in lines_of(kind, changes)]


def record(values, *, choices=None, binned_at=None, kind=PERSON):
    return Folded("r", kind, values, ("o",), choices or {}, binned_at, returned=False)


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("phone", "01865 1", "01865 2", "Phone number: changed from “01865 1” to “01865 2”"),
        ("phone", None, "01865 2", "Phone number: “01865 2” was added"),
        ("email", "a@b.org", None, "Email: “a@b.org” was taken away"),
        ("skills", ["Van"], ["Van", "Tea"], "Skills: changed from “Van” to “Van; Tea”"),
        (
            "roles/r1",
            None,
            {"title": "Treasurer", "tie": "committee", "since": "2024-05-01"},
            "Role (Treasurer) was added: what kind: Committee; first day: 1 May 2024",
        ),
        (
            "roles/r1",
            {"title": "Treasurer", "tie": "committee"},
            {"title": "Treasurer", "tie": "committee", "until": "2026-11-01"},
            "Role (Treasurer), last day: “1 November 2026” was added",
        ),
        (
            "emergency",
            {"name": "Dev", "phone": "1"},
            {"name": "Dev", "phone": "2"},
            "Emergency contact, phone number: changed from “1” to “2”",
        ),
        (
            "dbs",
            {"level": "basic"},
            None,
            "DBS check was taken away: level: Basic",
        ),
        ("van_driver", None, True, "Van driver: “Yes” was added"),
        ("rent_pence", 1234, 500_000, "Rent pence: changed from “£12.34” to “£5,000”"),
        ("seen_on", None, "2026-01-04", "Seen on: “4 January 2026” was added"),
    ],
)  # fmt: skip
def test_a_change_is_told_in_words(name, old, new, words):
    assert said({name: Change(old, new)}) == [words]


def test_the_groups_own_fields_are_told_in_words():
    year = {"ended_on": "2026-03-31", "income_pence": 1_840_000}
    assert said(
        {
            "legal_form": Change("faith_group", "company"),
            "years/y1": Change(None, year),
            "year_end": Change({"day": 5, "month": 4}, {"day": 31, "month": 3}),
            "signatories/s1": Change({"name": "Dev"}, {"name": "Dev", "is_related": True}),
            "live_grants": Change(None, []),
        },
        PROFILE,
    ) == [
        "What the group is in law: changed from “a faith group” to “a company”",
        "Last day of the year of accounts: changed from “5 April” to “31 March”",
        "Year of accounts was added: last day: 31 March 2026; what came in: £18,400",
        "Person who can sign (Dev), related to another who signs: “Yes” was added",
        "Grants the group has now: “None” was added",
    ]


def test_a_place_among_others_is_told_only_where_it_changed():
    asked = {"order": Change(None, 100), "question": Change(None, "Who runs it?")}
    assert said(asked, ANSWER) == ["Question: “Who runs it?” was added"]
    assert said({"order": Change(100, 200)}, ANSWER) == ["Place: changed"]
    paper = {"order": 100, "name": "Group rules"}
    assert said({"papers/p": Change(None, paper)}, APPLICATION) == [
        "Paper to send (Group rules) was added: Group rules"
    ]


def test_fields_are_told_in_the_order_of_the_record_and_unknown_ones_last():
    changes = {
        "zebra": Change(None, "1"),
        "phone": Change(None, "1"),
        "name": Change(None, "Cara"),
    }
    assert [line.name for line in lines_of(PERSON, changes)] == ["name", "phone", "zebra"]


def test_every_field_of_every_kind_has_words():
    for kind in KINDS.values():
        told = {name for name in kind.shape.__dataclass_fields__ if name != "id"}
        assert told <= set(fields_of(kind.name)), kind.name


def test_every_choice_has_words():
    assert set(TIES) == set(Tie)
    assert set(CHANNELS) == set(Channel)
    assert set(DBS_LEVELS) == set(DbsLevel)


@given(some_names, json_values, json_values, st.sampled_from([*KINDS, "of a newer app"]))
def test_whatever_stands_in_a_record_is_told_without_failing(name, old, new, kind):
    for line in lines_of(kind, {name: Change(old, new)}):
        assert line.said
        assert line.told
        can_come_back(line, record({name: new}))
    assert isinstance(value_in_words(kind, name, old), str)
    assert title_of_field(kind, name, (old, new)) or not name


def test_a_long_text_is_folded():
    (line,) = lines_of(PERSON, {"notes": Change("Short.", "Short too.")})
    assert line.is_long
    (line,) = lines_of(PERSON, {"address": Change(None, "1 High Street\nOxford")})
    assert line.is_long


def test_what_was_added_and_taken_away_is_told_by_sentence():
    assert added_and_taken("One. Two. Three.", "One. Four.\nThree.") == (["Four."], ["Two."])
    assert added_and_taken("Same  text.", "Same  text.") == ([], [])


def test_texts_without_end_are_not_compared():
    assert added_and_taken("a. " * (MOST_PIECES + 1), "b") is None


@given(st.text(alphabet="ab.! \n", max_size=60), st.text(alphabet="ab.! \n", max_size=60))
def test_what_is_added_stands_in_the_new_text_and_what_is_taken_in_the_old(old, new):
    added, taken = added_and_taken(old, new)
    assert all(each in new for each in added)
    assert all(each in old for each in taken)


def test_what_is_there_already_or_cannot_be_is_not_brought_back():
    line = Line("Phone number", "1", "2", "phone", "", "1")
    assert can_come_back(line, record({"phone": "2"}))
    assert can_come_back(line, record({}))
    assert not can_come_back(line, record({"phone": "1"}))
    assert not can_come_back(line, None)
    assert not can_come_back(line, record({"phone": "2"}, binned_at=NOW))
    choices = {"phone": (Version("a", "2"), Version("b", "3"))}
    assert not can_come_back(line, record({"phone": "2"}, choices=choices))
    part = Line("Role, last day", "", "", "roles/r1", "until", "2026-01-01")
    assert can_come_back(part, record({"roles/r1": {"title": "Chair"}}))
    assert not can_come_back(part, record({}))
    assert not can_come_back(Line("Phone number", "", "2", "phone", "", None), record({}))


def entry(verb, deed="change", who="Asha"):
    return Entry("o", NOW, who, deed, verb, {})


def done(verb, count=1, title="Ben", deed="change", kind=PERSON):
    return Done(NOW, "Asha", deed, verb, kind, "r", title, count)


@pytest.mark.parametrize("verb", [*Verb, "of_a_newer_app", ""])
@pytest.mark.parametrize("deed", ["change", "delete", "restore", "erase", "of_a_newer_app"])
def test_every_deed_has_words(verb, deed):
    assert deed_words.deed_in_words(entry(verb, deed)).startswith("Asha ")
    assert deed_words.done_in_words(done(verb, deed=deed)).startswith("Asha ")
    assert "5" in deed_words.done_in_words(done(verb, 5, "", deed))


@pytest.mark.parametrize("verb", [Verb.BRING_IN_SHEETS, Verb.BRING_IN_LIST])
def test_a_list_that_came_in_is_not_told_as_a_change(verb):
    assert deed_words.done_in_words(done(verb, 5, "")) == "Asha brought in 5 things from a file"


def test_who_is_not_known_is_somebody():
    assert deed_words.deed_in_words(entry(Verb.CHANGE, who="")) == "Somebody changed this"


def test_what_happened_to_the_record_is_told_though_the_verb_is_new():
    assert deed_words.deed_in_words(entry("swept", "delete")) == "Asha put this in the bin"


def test_what_has_no_name_is_told_all_the_same():
    assert deed_words.done_in_words(done(Verb.CHANGE, title="", kind=PROFILE)) == (
        "Asha changed what the group says of itself"
    )
    assert "no name" in deed_words.done_in_words(done(Verb.CHANGE, title=""))


def test_days_are_near_ones_or_dates_by_the_clock_on_the_wall():
    assert deed_words.day_in_words(NOW, date(2026, 11, 23)) == "Today"
    assert deed_words.day_in_words(NOW, date(2026, 11, 24)) == "Yesterday"
    assert deed_words.day_in_words(NOW, date(2026, 11, 30)) == "Monday 23 November 2026"
    in_summer = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert deed_words.moment_in_words(in_summer, date(2026, 7, 2)) == "Today at 00:30"
