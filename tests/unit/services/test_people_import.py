"""People come in from spreadsheets as groups really keep them."""

from dataclasses import replace
from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.group_file import computer
from vcs_desktop.core.errors import Stopped
from vcs_desktop.domain.people import Person, Role, Tie
from vcs_desktop.domain.values import values_of
from vcs_desktop.services import records as records_module
from vcs_desktop.services.people_import import (
    Decision,
    LeftOut,
    NoNameColumn,
    PeopleImport,
    PersonField,
)

FIELD = PersonField
ASHA = Person(name="Asha Patel", email="asha@x.org", phone="07700 900001")


@pytest.fixture
def coming(here):
    return PeopleImport(here.records)


def people_in(here):
    return [here.people.person(each.id).thing for each in here.people.people()]


def previewed(coming, text, matching=None):
    return coming.preview(coming.read_text(text), matching)


def taken(coming, text, decisions=None):
    return coming.carry_out(previewed(coming, text), decisions)


def test_five_people_come_in_from_a_spreadsheet_and_undo_takes_all_of_them_back(
    here, coming, tmp_path
):
    path = tmp_path / "people.csv"
    path.write_text(
        "First name,Surname,E-mail,Mobile,Role\n"
        "Asha,Patel,asha@example.org,07700 900001,Treasurer\n"
        "Ben,Osei,,01865 000002,Volunteer\n"
        "Carol,Ńguyen,carol@example.org,,\n"
        "Dev,Rao,,,Driver\n"
        "Eve,Stone,,,Member\n",
        "utf-8",
    )
    preview = coming.preview(coming.read(path))
    assert here.people.people() == []
    done = coming.carry_out(preview)
    assert (done.added, done.merged, done.unchanged, done.left_out) == (5, 0, 0, ())
    asha, ben, carol, dev, eve = people_in(here)
    assert done.added_ids == (asha.id, ben.id, carol.id, dev.id, eve.id)
    assert (asha.name, asha.email, asha.phone) == ("Asha Patel", "asha@example.org", "07700 900001")
    assert [(role.tie, role.title) for role in asha.roles] == [(Tie.COMMITTEE, "Treasurer")]
    assert (carol.name, carol.roles) == ("Carol Ńguyen", ())
    assert here.records.offers().undo == "Undo: add 5 people"
    here.records.undo()
    assert here.people.people() == []
    assert here.records.offers().redo == "Redo: add 5 people"
    here.records.redo()
    assert len(here.people.people()) == 5
    assert here.records.checked().complaints == ()


def test_one_person_who_came_in_is_named_by_undo(here, coming):
    taken(coming, "Name\nAsha Patel\n")
    assert here.records.offers().undo == "Undo: add Asha Patel"


def test_who_is_there_already_is_found_and_what_is_new_goes_into_their_record(here, coming):
    asha = here.people.add(ASHA)
    preview = previewed(coming, "Name,Email,Notes\nPATEL Asha,ASHA@x.org,Likes tea\n")
    (row,) = preview.rows
    assert row.same_as.person_id == asha
    assert row.same_as.why == "They have the same name and email address."
    assert row.advised == Decision.MERGE
    done = coming.carry_out(preview)
    assert (done.added, done.merged) == (0, 1)
    assert here.people.person(asha).thing == replace(ASHA, id=asha, notes="Likes tea")
    assert here.records.offers().undo == "Undo: bring in Asha Patel"
    here.records.undo()
    assert here.people.person(asha).thing == replace(ASHA, id=asha)


def test_bringing_in_and_merging_is_one_act(here, coming):
    here.people.add(ASHA)
    taken(coming, "Name,Email,Notes\nAsha Patel,asha@x.org,Likes tea\nBen Osei,,\n")
    assert here.records.offers().undo == "Undo: bring in 2 people"
    here.records.undo()
    assert [each.name for each in here.people.people()] == ["Asha Patel"]
    assert here.records.offers().undo == "Undo: add Asha Patel"


def test_the_same_file_again_changes_nothing(here, coming):
    text = "Name,Email,Role,Joined\nAsha Patel,asha@x.org,Treasurer,1/2/2024\nBen,,Driver,\n"
    taken(coming, text)
    before = here.rows("operation")
    done = taken(coming, text)
    assert (done.added, done.merged, done.unchanged, done.left_out) == (0, 0, 2, ())
    assert here.rows("operation") == before


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Asha Patel,other@x.org,", "the same name."),
        ("Ben Osei,asha@x.org,", "the same email address."),
        ("Ben Osei,,+44 7700 900001", "the same phone number."),
    ],
)
def test_who_is_alike_in_one_thing_is_added_unless_a_person_says_otherwise(here, coming, row, why):
    here.people.add(ASHA)
    preview = previewed(coming, f"Name,Email,Phone\n{row}\n")
    assert preview.rows[0].same_as.why.endswith(why)
    assert preview.rows[0].advised == Decision.ADD
    assert coming.carry_out(preview).added == 1


def test_what_the_group_says_stays_and_what_does_not_fit_is_said_before_and_after(here, coming):
    asha = here.people.add(ASHA)
    preview = previewed(coming, "Name,Email,Phone\nAsha Patel,asha@x.org,01865 000009\n")
    said = "Row 2: Asha Patel has another phone already, so this one stays out."
    assert preview.rows[0].same_as.left_behind == (said,)
    assert coming.carry_out(preview).left_out == (LeftOut(2, said),)
    assert here.people.person(asha).thing.phone == ASHA.phone


def test_a_row_that_is_in_the_file_twice_makes_one_person(here, coming):
    text = "Name,Email,Role\nAsha Patel,asha@x.org,Treasurer\nasha patel,ASHA@x.org,Driver\n"
    preview = previewed(coming, text)
    assert (preview.rows[1].same_as.row, preview.rows[1].same_as.person_id) == (2, "")
    done = coming.carry_out(preview)
    assert (done.added, done.merged) == (1, 1)
    (asha,) = people_in(here)
    assert {role.title for role in asha.roles} == {"Treasurer", "Driver"}


def test_a_row_like_an_earlier_one_goes_where_that_one_went(here, coming):
    asha = here.people.add(ASHA)
    text = "Name,Email,Notes\nAsha Patel,asha@x.org,One\nBen,b@x.org,\nBen,b@x.org,Two\n"
    assert (taken(coming, text).added, len(here.people.people())) == (1, 2)
    assert here.people.person(asha).thing.notes == "One"
    text = "Name,Email,Notes\nEve,e@x.org,One\nEve,e@x.org,Two\n"
    done = taken(coming, text, {2: Decision.LEAVE_OUT})
    assert (done.added, done.left_out) == (1, (LeftOut(2, "Row 2 was left out, as you asked."),))


def test_a_person_decides_row_by_row(here, coming):
    asha = here.people.add(ASHA)
    text = "Name,Email,Phone,Notes\nAsha Patel,asha@x.org,,A\nBen,,07700900001,B\nEve,,,\n"
    decisions = {2: Decision.ADD, 3: Decision.MERGE, 4: Decision.LEAVE_OUT}
    done = taken(coming, text, decisions)
    assert (done.added, done.merged) == (1, 1)
    assert here.people.person(asha).thing.notes == "B"
    assert [each.name for each in here.people.people()] == ["Asha Patel", "Asha Patel"]
    assert [each.why for each in done.left_out] == [
        "Row 3: Asha Patel has another name already, so this one stays out.",
        "Row 4 was left out, as you asked.",
    ]


def test_a_couple_with_one_phone_and_address_stays_two_people(here, coming):
    text = "Name,Email,Phone\nAsha,us@x.org,07700900001\nBen,us@x.org,07700900001\nBen,,\n"
    rows = previewed(coming, text).rows
    assert rows[1].same_as.why == "They have the same email address and phone number."
    assert [row.advised for row in rows] == [Decision.ADD, Decision.ADD, Decision.LEAVE_OUT]
    done = taken(coming, text)
    assert (done.added, done.unchanged) == (2, 1)


def test_a_row_like_one_that_was_merged_into_somebody_else_is_not_lost_without_a_word(here, coming):
    text = "Name,Email,Phone\nAsha,us@x.org,07700900001\nBen,us@x.org,07700900001\nBen,,\n"
    done = taken(coming, text, {3: Decision.MERGE})
    assert [each.row for each in done.left_out] == [3, 4]
    done = taken(
        coming, text.replace("Asha", "Eve"), {2: Decision.LEAVE_OUT, 3: Decision.LEAVE_OUT}
    )
    assert [each.row for each in done.left_out] == [2, 3]
    assert [each.name for each in here.people.people()] == ["Asha", "Ben"]


def test_a_number_that_many_share_makes_nobody_alike(coming):
    text = "Name,Phone\n" + "".join(f"Person{n},01865 000111\n" for n in range(20))
    rows = previewed(coming, text).rows
    assert all(row.same_as is None for row in rows[14:])


def test_bad_rows_never_stop_good_ones(here, coming):
    done = taken(
        coming,
        "Name,Email,Joined\nAsha,not an address,\n,nobody@x.org,\nBen,,31 June 2024\nEve,,\n",
    )
    assert done.added == 3
    assert [each.why for each in done.left_out] == [
        "Row 2: “not an address” is not an email address, so it stays out.",
        "Row 3 has no name, so it stays out.",
        "Row 4: “31 June 2024” is not a day, so it stays out.",
    ]


def test_a_text_that_is_too_long_stays_out_alone(here, coming, monkeypatch):
    monkeypatch.setattr("vcs_desktop.services.people_import.taking.MOST_LETTERS", 50)
    long = "x" * 51
    done = taken(coming, f"Name,Notes\nAsha,{long}\nBen,short\n")
    assert (done.added, [each.name for each in here.people.people()]) == (1, ["Ben"])
    assert "too long" in done.left_out[0].why
    more = "y" * 48
    done = taken(coming, f"Name,Email,Notes\nBen,,{more}\n", {2: Decision.MERGE})
    assert (done.merged, here.people.people()[0].name) == (0, "Ben")
    assert "too long" in done.left_out[0].why
    done = taken(coming, f"Name,Email,Notes\nEve,e@x.org,{more}\nEve,e@x.org,other\n")
    assert (done.added, done.merged) == (1, 0)
    assert records_module.MOST_LETTERS > 50


def test_without_a_column_for_names_nothing_can_be_shown(coming):
    table = coming.read_text("Name,Email\nAsha,asha@x.org\n")
    with pytest.raises(NoNameColumn):
        coming.preview(table, (FIELD.LEFT_OUT, FIELD.EMAIL))
    assert coming.preview(table, (FIELD.LAST_NAME, FIELD.LEFT_OUT)).rows[0].person.email == ""


def test_a_refused_column_cannot_have_the_names(coming):
    table = coming.read_text("DBS number,Name\n123456789012,Asha\n")
    with pytest.raises(NoNameColumn):
        coming.preview(table, (FIELD.NAME, FIELD.LEFT_OUT))


def test_every_field_is_offered_with_words(coming):
    offered = coming.fields()
    assert [each for each, _ in offered][:2] == [FIELD.LEFT_OUT, FIELD.NAME]
    assert all(words for _, words in offered)


def test_who_went_to_the_bin_since_the_preview_is_added_anew(here, coming):
    asha = here.people.add(ASHA)
    text = "Name,Email,Notes\nAsha Patel,asha@x.org,One\nAsha Patel,asha@x.org,Two\n"
    preview = previewed(coming, text)
    here.people.remove(asha)
    assert coming.carry_out(preview).added == 1
    (again,) = people_in(here)
    assert (again.id != asha, again.notes) == (True, "One\n\nTwo")
    assert here.records.checked().complaints == ()


def test_what_has_two_versions_waits_for_a_person(here, coming):
    asha = here.people.add(ASHA)
    held = here.people.person(asha)
    for notes in ("a", "b"):
        here.people.save(held, replace(held.thing, access_needs=notes))
    assert "access_needs" in here.people.person(asha).record.choices
    done = taken(coming, "Name,Email,Access needs,Notes\nAsha Patel,asha@x.org,c,New\n")
    after = here.people.person(asha)
    assert (done.merged, after.thing.notes) == (1, "New")
    assert len(after.record.choices["access_needs"]) == 2


def test_stopping_leaves_nothing_and_progress_is_told(here, coming):
    preview = previewed(coming, "Name\n" + "".join(f"Person{n}\n" for n in range(250)))
    stop, told = Event(), []

    def tell(done, total):
        told.append((done, total))
        if done >= 200:
            stop.set()

    with pytest.raises(Stopped):
        coming.carry_out(preview, stop=stop, tell=tell)
    assert told == [(0, 250), (100, 250), (200, 250)]
    assert here.people.people() == []
    assert here.records.checked().operations == 0
    with pytest.raises(Stopped):
        coming.preview(coming.read_text("Name\nAsha\n"), stop=stop)
    told.clear()
    coming.carry_out(preview, tell=tell)
    assert told[-1] == (250, 250)


def test_nothing_to_take_in_is_no_act(here, coming):
    assert taken(coming, "Name,Email\n,x@y.org\n").added == 0
    assert here.records.offers().undo == ""


NAMES = st.sampled_from(["Asha Patel", "patel asha", "Ben", ""])
EMAILS = st.sampled_from(["", "a@x.org", "A@x.org", "b@x.org", "nonsense"])
ROWS = st.lists(
    st.tuples(NAMES, EMAILS, st.sampled_from(["", "07700900001", "+447700900001"]),
              st.sampled_from(["", "tea", "cake"])), max_size=6,
)  # fmt: skip


@settings(deadline=None, max_examples=40)
@given(ROWS, ROWS, st.dictionaries(st.integers(2, 7), st.sampled_from(Decision)))
def test_every_row_ends_somewhere_and_nothing_it_says_is_lost_without_a_word(
    tmp_path_factory, before, rows, decisions
):
    here = computer(tmp_path_factory.mktemp("import") / "here.db", name="Asha")
    coming = PeopleImport(here.records)
    try:
        heading = "Name\tEmail\tPhone\tNotes\n"
        taken(coming, heading + "".join("\t".join(row) + "\n" for row in before))
        told = previewed(coming, heading + "".join("\t".join(row) + "\n" for row in rows))
        there = {each.id: values_of(each) for each in people_in(here)}
        done = coming.carry_out(told, decisions)
        after = {each.id: values_of(each) for each in people_in(here)}
        said = {each.row for each in done.left_out}
        usable = [row for row in told.rows if row.person is not None]
        assert done.added + done.merged + done.unchanged >= len(usable) - len(said)
        assert len(after) == len(there) + done.added
        for row in usable:
            if row.number not in said:
                assert any(_says(values, row.person) for values in after.values())
        if done.added or done.merged:
            here.records.undo()
        assert {each.id: values_of(each) for each in people_in(here)} == there
        assert here.records.checked().complaints == ()
    finally:
        here.database.close()


def _says(values, person):
    """Whether a record says all that a row says of somebody."""
    told = values_of(person)
    notes = told.pop("notes", "")
    told["name"] = sorted(told["name"].casefold().split())
    there = {**values, "name": sorted(values["name"].casefold().split())}
    alike = all(
        str(there.get(name, "")).casefold() == str(value).casefold()
        or (name == "phone" and there.get(name))
        for name, value in told.items()
    )
    return alike and notes in values.get("notes", "")


def test_a_role_that_is_there_is_not_there_twice(here, coming):
    here.people.add(replace(ASHA, roles=(Role("r1", Tie.COMMITTEE, "Treasurer"),)))
    done = taken(coming, "Name,Email,Role\nAsha Patel,asha@x.org,Treasurer; Driver\n")
    (asha,) = people_in(here)
    assert done.merged == 1
    assert {role.title for role in asha.roles} == {"Treasurer", "Driver"}
    assert len(asha.roles) == 2
