"""What operations add up to: the same whatever their order, and nobody's words are dropped."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.operation_sets import INNER, SETTLED_STEPS, START, STEPS, operations_of
from vcs_desktop.domain.fold import MOST_ROUNDS, fold, fold_record
from vcs_desktop.wire.operation import Change, Deed, Operation

TEXT = "Bring\nthe keys\nand the tea.\nLock up."


def op(id_, *based_on, deed=Deed.CHANGE, record="p1", **values):
    """Return an operation that sets some fields, made on top of others."""
    return Operation(
        id=id_,
        device="d1",
        kind="person",
        record=record,
        deed=deed,
        act="a",
        verb="change",
        who="asha",
        at=START,
        changes={name.replace("__", "/"): Change(None, value) for name, value in values.items()},
        based_on=based_on,
    )


def erase(*records):
    return replace(op("z", record="", deed=Deed.ERASE), records=records)


def blanked(operation):
    return replace(operation, changes=MappingProxyType({}), based_on=())


@given(STEPS, st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(steps, rng):
    operations = operations_of(steps)
    again = [*operations, *(each for each in operations if rng.random() < 0.5)]
    rng.shuffle(again)
    assert fold(again) == fold(operations) == fold(reversed(operations))


@given(SETTLED_STEPS, st.randoms(use_true_random=False))
def test_what_nobody_is_asked_about_comes_to_the_same_in_any_order(steps, rng):
    operations = operations_of(steps, "application")
    again = [*operations, *(each for each in operations if rng.random() < 0.5)]
    rng.shuffle(again)
    assert fold(again) == fold(operations) == fold(reversed(operations))


@given(SETTLED_STEPS)
def test_what_nobody_is_asked_about_is_made_of_what_somebody_wrote(steps):
    operations = operations_of(steps, "application")
    written = {}
    for each in operations:
        for name, change in each.changes.items():
            for inner, value in (change.new or {}).items():
                written.setdefault((each.record, name, inner), set()).add(value)
    for record in fold(operations).values():
        for name, whole in record.values.items():
            for inner, value in (whole or {}).items():
                assert value in written[record.id, name, inner]


@given(INNER, INNER, INNER)
def test_whoever_writes_on_top_of_what_was_settled_has_the_last_word(first, one, other):
    base = replace(op("1", terms=first), kind="application")
    apart = [replace(op(id_, "1", terms=said), kind="application") for id_, said in
             (("2", one), ("3", other))]  # fmt: skip
    heads = fold_record([base, *apart]).heads
    last = replace(op("4", *heads, terms={"name": 9}), kind="application")
    found = fold_record([base, *apart, last])
    assert (found.values["terms"], found.choices) == ({"name": 9}, {})


@given(STEPS)
def test_an_operation_made_on_top_of_all_others_is_what_its_fields_say(steps):
    operations = operations_of(steps)
    for record in fold(operations).values():
        newest = op("9", *record.heads, record=record.id, name="last word")
        after = fold([*operations, newest])[record.id]
        assert after.heads == ("9",)
        assert after.values == {**record.values, "name": "last word"}
        kept = {name: found for name, found in record.choices.items() if name != "name"}
        assert (after.choices, after.returned, after.binned_at) == (kept, False, None)


@given(STEPS)
def test_every_last_word_is_shown_or_offered_or_was_merged(steps):
    operations = operations_of(steps)
    for record in fold(operations).values():
        past = [each for each in operations if each.record == record.id]
        known = {based for each in past for based in each.based_on}
        for each in past:
            if each.id in known:
                continue
            for name, change in each.changes.items():
                offered = [version.value for version in record.choices.get(name, ())]
                shown = record.values.get(name)
                assert (
                    change.new == shown
                    or change.new in offered
                    or (name == "notes" and not offered and isinstance(shown, str))
                ), (name, change)


@given(STEPS)
def test_what_was_erased_is_gone_whether_its_operations_are_blank_or_not(steps):
    operations = operations_of(steps)
    erased = {record for each in operations for record in each.records}
    blank = [blanked(each) if each.record in erased else each for each in operations]
    assert fold(blank) == fold(operations)
    assert not erased & fold(operations).keys()


def test_different_fields_are_both_kept():
    record = fold_record(
        [op("1", name="Asha"), op("2", "1", phone="07"), op("3", "1", email="a@b")]
    )
    assert record.values == {"name": "Asha", "phone": "07", "email": "a@b"}
    assert (record.heads, record.choices) == (("2", "3"), {})


def test_parts_of_one_field_are_fields_of_their_own():
    added = [op("1", name="Asha"), op("2", "1", roles__r1={"tie": "member"})]
    record = fold_record([*added, op("3", "1", roles__r2={"tie": "volunteer"})])
    assert set(record.values) == {"name", "roles/r1", "roles/r2"}
    assert record.choices == {}


def test_the_same_field_made_the_same_is_one():
    record = fold_record(
        [op("1", name="Asha"), op("2", "1", name="Asha K"), op("3", "1", name="Asha K")]
    )
    assert (record.values, record.choices) == ({"name": "Asha K"}, {})


def test_one_is_not_true():
    record = fold_record([op("1"), op("2", "1", x=1), op("3", "1", x=True)])
    assert [each.value for each in record.choices["x"]] == [1, True]


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("phone", "07 1", "07 2"),
        ("annual_income_pence", 100_00, 200_00),
        (
            "consents__c1",
            {"wording": "Photos"},
            {"wording": "Photos", "withdrawn_on": "2026-01-01"},
        ),
        ("dbs", {"seen_on": "2026-01-01"}, {"seen_on": "2026-02-01"}),
        ("address", "1 High St\nOxford", "2 High St\nOxford"),
    ],
)
def test_contradictions_stay_as_a_choice(name, one, other):
    record = fold_record([op("1"), op("2", "1", **{name: one}), op("3", "1", **{name: other})])
    found = name.replace("__", "/")
    assert [(v.operation, v.value) for v in record.choices[found]] == [("2", one), ("3", other)]
    assert record.values[found] == other


def test_a_choice_that_was_made_is_no_choice_any_more():
    apart = [op("1"), op("2", "1", phone="07 1"), op("3", "1", phone="07 2")]
    record = fold_record([*apart, op("4", "2", "3", phone="07 1")])
    assert (record.values, record.choices) == ({"phone": "07 1"}, {})


def test_three_that_say_two_things_offer_two_versions():
    apart = [op("2", "1", phone="1"), op("3", "1", phone="2"), op("4", "1", phone="1")]
    assert [v.value for v in fold_record([op("1"), *apart]).choices["phone"]] == ["1", "2"]


def test_a_part_that_was_taken_away_and_changed_is_shown_changed_and_offered():
    start = op("1", roles__r1={"title": "Chair"})
    changed = op("2", "1", roles__r1={"title": "Treasurer"})
    record = fold_record([start, changed, op("3", "1", roles__r1=None)])
    assert record.values == {"roles/r1": {"title": "Treasurer"}}
    assert len(record.choices["roles/r1"]) == 2


def test_longer_texts_are_merged_when_their_changes_are_apart():
    start = op("1", notes=TEXT)
    one = op("2", "1", notes=TEXT.replace("keys", "cups"))
    other = op("3", "1", notes=TEXT + "\nThanks!")
    record = fold_record([start, one, other])
    assert record.values["notes"] == TEXT.replace("keys", "cups") + "\nThanks!"
    assert record.choices == {}


def test_longer_texts_that_contradict_each_other_stay_as_a_choice():
    apart = [
        op("2", "1", notes=TEXT.replace("tea", "cups")),
        op("3", "1", notes=TEXT.replace("tea", "jam")),
    ]
    record = fold_record([op("1", notes=TEXT), *apart])
    assert len(record.choices["notes"]) == 2


def test_a_longer_text_that_was_emptied_is_not_merged_away():
    apart = [op("2", "1", notes=None), op("3", "1", notes=TEXT + "\nThanks!")]
    record = fold_record([op("1", notes=TEXT), *apart])
    assert record.values["notes"] == TEXT + "\nThanks!"
    assert [each.value for each in record.choices["notes"]] == [None, TEXT + "\nThanks!"]


def test_a_merge_stands_on_the_merge_before_it():
    first = [
        op("1", notes="a\nb\nc\nd\ne"),
        op("2", "1", notes="A\nb\nc\nd\ne"),
        op("3", "1", notes="a\nb\nc\nd\nE"),
    ]
    second = [op("4", "2", "3", notes="A\nb\nC\nd\nE"), op("5", "2", "3", notes="A\nb\nc\nd\nE\nf")]
    assert fold_record([*first, *second]).values["notes"] == "A\nb\nC\nd\nE\nf"


def test_a_merge_on_a_choice_that_nobody_made_is_a_choice():
    first = [op("1", notes="a"), op("2", "1", notes="b"), op("3", "1", notes="c")]
    second = [op("4", "2", "3", notes="c\nx"), op("5", "2", "3", notes="y\nc")]
    assert len(fold_record([*first, *second]).choices["notes"]) == 2


def merges(rounds):
    """Return operations of two computers that change the first and the last line in turn."""
    made, below = [op("000", notes="0\nb\nc\nd\n0")], ("000",)
    for n in range(1, rounds + 1):
        one = op(f"{n:03}a", *below, notes=f"{n}\nb\nc\nd\n{n - 1}")
        other = op(f"{n:03}b", *below, notes=f"{n - 1}\nb\nc\nd\n{n}")
        made, below = [*made, one, other], (one.id, other.id)
    return made


def test_merges_go_on_from_merges_for_a_while_and_then_a_person_chooses():
    assert (
        fold_record(merges(MOST_ROUNDS)).values["notes"] == f"{MOST_ROUNDS}\nb\nc\nd\n{MOST_ROUNDS}"
    )
    assert len(fold_record(merges(MOST_ROUNDS + 2)).choices["notes"]) == 2


def test_what_was_deleted_is_in_the_bin():
    record = fold_record([op("1", name="Asha"), op("2", "1", deed=Deed.DELETE)])
    assert (record.binned_at, record.returned, record.values) == (START, False, {"name": "Asha"})


def test_deleted_in_two_places_is_deleted_once():
    apart = [op("2", "1", deed=Deed.DELETE), op("3", "1", deed=Deed.DELETE)]
    assert fold_record([op("1"), *apart]).binned_at == START


def test_a_change_wins_over_a_deletion_that_did_not_know_of_it_and_says_so():
    apart = [op("2", "1", phone="07"), op("3", "1", deed=Deed.DELETE)]
    record = fold_record([op("1"), *apart])
    assert (record.binned_at, record.returned) == (None, True)
    settled = fold_record([op("1"), *apart, op("4", "2", "3", deed=Deed.RESTORE)])
    assert (settled.binned_at, settled.returned) == (None, False)
    gone = fold_record([op("1"), *apart, op("4", "2", "3", deed=Deed.DELETE)])
    assert gone.binned_at == START


def test_what_was_erased_does_not_come_back_by_a_later_change():
    assert fold([op("1", name="Asha"), erase("p1"), op("2", "1", name="Asha again")]) == {}


def test_what_only_a_newer_app_can_do_is_kept_and_does_nothing():
    record = fold_record([op("1", name="Asha"), op("2", "1", deed="celebrate")])
    assert (record.values, record.heads) == ({"name": "Asha"}, ("2",))


def test_operations_that_are_still_on_their_way_are_not_needed():
    record = fold_record([op("1", name="Asha"), op("3", "2", phone="07")])
    assert record.values == {"name": "Asha", "phone": "07"}


@given(st.permutations(["1", "2", "3"]))
def test_a_ring_that_no_honest_computer_makes_ends_all_the_same(order):
    ring = {
        "1": op("1", "3", name="a"),
        "2": op("2", "1", name="b"),
        "3": op("3", "2", "3", name="c"),
    }
    assert fold_record(ring[each] for each in order) == fold_record(ring.values())
    assert fold_record(ring.values()).heads
