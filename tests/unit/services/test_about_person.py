"""Everything about one person: gathered, written down, and taken away."""

import json
from dataclasses import replace
from datetime import date

import pytest

from tests.support.group_file import OpenFile
from vcs_desktop.core.errors import FolderNotWritable
from vcs_desktop.domain.attendance import AttendanceSheet, Came
from vcs_desktop.domain.expenses import ExpenseClaim
from vcs_desktop.domain.kinds import ATTENDANCE, EXPENSES, MEETING, PERSON
from vcs_desktop.domain.meetings import Action, ConflictDeclared, Meeting
from vcs_desktop.domain.people import EmergencyContact, Person, Role, Tie
from vcs_desktop.services.about_person import AboutPersonService
from vcs_desktop.services.duplicates import DuplicatesService
from vcs_desktop.services.records import NoSuchRecord
from vcs_desktop.services.who import who
from vcs_desktop.wire.operation import Change

CAROL = Person(
    name="Carol Ńguyen",
    email="carol@example.org",
    address="1 High Street\nOxford",
    roles=(Role("r1", Tie.COMMITTEE, "Treasurer", date(2025, 1, 1)),),
    notes="Likes <b>mornings</b>.",
)


class Group(OpenFile):
    name = "Tea & Talk"


@pytest.fixture
def service(here):
    return AboutPersonService(Group(here.database), here.records)


@pytest.fixture
def carol(here):
    return here.people.add(CAROL)


def renamed(here, person, name):
    held = here.people.person(person)
    here.people.save(held, replace(held.thing, name=name))


def written(service, person, folder):
    made = service.write(person, folder)
    return made.page.read_text("utf-8"), json.loads(made.data.read_text("utf-8")), made


def test_it_holds_the_record_its_history_and_who_did_it(here, service, carol):
    renamed(here, carol, "Carol Jones")
    about = service.about(carol)
    assert (about.name, about.group) == ("Carol Jones", "Tea & Talk")
    assert about.values["email"] == "carol@example.org"
    assert [(each.who, each.verb) for each in about.history] == [
        ("Asha", "change"),
        ("Asha", "add"),
    ]


def test_it_says_where_else_any_name_they_ever_had_is_found(here, service, carol):
    renamed(here, carol, "Carol Jones")
    ben = here.people.add(Person(name="Ben", emergency=EmergencyContact("CAROL NGUYEN", "07")))
    eve = here.people.add(Person(name="Eve", notes="Tea.\nWrite to carol@example.org, then ring."))
    here.people.add(Person(name="Carol Smith", notes="Jones Street"))
    dev = here.people.add(Person(name="Dev", notes="Friend of Carol Jones."))
    here.people.remove(dev)
    told = {each.record_id: each for each in service.about(carol).named}
    assert set(told) == {ben, eve, dev}
    assert told[ben].passages == ("CAROL NGUYEN",)
    assert told[eve].passages == ("Write to carol@example.org, then ring.",)
    assert told[dev].in_bin


def test_the_page_says_where_else_they_are_named(here, service, carol, tmp_path):
    assert "Nowhere else in the records" in written(service, carol, tmp_path)[0]
    here.people.add(Person(name="Ben", emergency=EmergencyContact("Carol Nguyen", "07")))
    here.people.remove(here.people.add(Person(notes="Ask Carol Ńguyen.", name="Dev")))
    here.records.add(PERSON, Person(notes="Ask Carol Ńguyen."))
    page, data, _ = written(service, carol, tmp_path)
    assert "Another person: Ben" in page
    assert "Another person: Dev" in page
    assert "This record is in the bin." in page
    assert len(data["named_in"]) == 3


def test_who_can_open_the_group_is_among_those_who_are_named(here, service):
    asha = here.people.add(Person(name="Asha"))
    (opener,) = service.about(asha).named
    assert (opener.kind, opener.title) == ("opener", "Asha")
    assert "take them out there as well" in service.erase(asha).said


def test_the_page_can_be_read_and_the_other_file_has_the_same(here, service, carol, tmp_path):
    renamed(here, carol, "Carol Jones")
    page, data, made = written(service, carol, tmp_path)
    assert (made.page.name, made.data.name) == ("about-carol-jones.html", "about-carol-jones.json")
    assert page.startswith("<!DOCTYPE html>")
    for said in ("Everything about Carol Jones", "Tea &amp; Talk", "1 High Street<br>Oxford",
                 "title: Treasurer", "Likes &lt;b&gt;mornings&lt;/b&gt;.", "Carol Ńguyen",
                 "Asha changed this", "Monday 23 November 2026", made.data.name):  # fmt: skip
        assert said in page
    assert data["person"]["id"] == carol
    assert data["person"]["roles/r1"]["title"] == "Treasurer"
    assert data["history"][0]["changes"]["name"] == {"old": "Carol Ńguyen", "new": "Carol Jones"}


def test_nothing_is_written_over_and_any_name_makes_a_file(here, service, carol, tmp_path):
    first, second = service.write(carol, tmp_path), service.write(carol, tmp_path)
    assert second.page.name == "about-carol-nguyen-2.html"
    assert first.page.read_bytes() != b""
    for name in ("../../etc/passwd", "CON", "...", "\u674e\u96f7", "a" * 400):
        made = service.write(here.people.add(Person(name=name)), tmp_path)
        assert made.page.parent == tmp_path
        assert made.page.exists()
    assert made.page.stat().st_mode & 0o077 == 0


def test_where_it_cannot_be_written_nothing_is_left(service, carol, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(FolderNotWritable):
        service.write(carol, tmp_path / "file" / "folder")
    assert [each.name for each in tmp_path.iterdir() if each.suffix in (".html", ".json")] == []


def test_two_versions_of_a_field_are_both_told(here, service, carol, tmp_path):
    held = here.people.person(carol)
    for phone in ("07700 900001", "07700 900002"):
        here.people.save(held, replace(held.thing, phone=phone))
    page, data, _ = written(service, carol, tmp_path)
    assert set(data["other_versions"]["phone"]) == {"07700 900001", "07700 900002"}
    assert "Another version:" in page
    assert "07700 900001" in page


def test_what_was_merged_into_them_is_told_whole(here, service, carol, tmp_path):
    other = here.people.add(Person(name="C. Nguyen", phone="07700 900009"))
    DuplicatesService(here.records).merge(carol, other)
    page, data, _ = written(service, carol, tmp_path)
    assert [each["person"]["id"] for each in data["earlier"]] == [other]
    assert "made one with this: C. Nguyen" in page
    here.records.restore(other)
    assert service.about(carol).earlier == ()


def test_somebody_in_the_bin_is_told_to_be(here, service, carol, tmp_path):
    here.people.remove(carol)
    page, data, _ = written(service, carol, tmp_path)
    assert "The record is in the bin." in page
    assert data["in_bin_since"]


def test_what_a_newer_app_wrote_is_told_as_it_is(here, service, carol, tmp_path):
    with here.records.acting("later") as act:
        new = {"van_driver": True, "keys/1": {"number": 2}, "seen_on": "soon"}
        act.change(PERSON, carol, {name: Change(None, each) for name, each in new.items()})
    page, data, _ = written(service, carol, tmp_path)
    assert data["person"]["keys/1"] == {"number": 2}
    assert "Van driver" in page
    assert "Number: 2" in page


def test_erasing_says_that_older_backups_hold_it_still(here, service, carol):
    ben = here.people.add(Person(name="Ben", notes="Friend of Carol Nguyen."))
    gone = service.erase(carol)
    assert "Copies that were made before today still hold them." in gone.said
    assert "new copy" in gone.said
    assert [each.record_id for each in gone.still_named] == [ben]
    assert "still found in other records" in gone.said
    with pytest.raises(NoSuchRecord):
        service.about(carol)


def test_other_records_go_with_them_when_a_person_says_so(here, service, carol):
    double = here.people.add(Person(name="Carol Nguyen"))
    gone = service.erase(carol, also=[double])
    assert gone.still_named == ()
    assert here.people.people() == []
    assert here.records.offers().undo == ""


def test_nobody_is_not_told_about(here, service, tmp_path):
    here.people.add(CAROL)
    for nobody in ("0000", here.records.who):
        with pytest.raises(NoSuchRecord):
            service.write(nobody, tmp_path)
        with pytest.raises(NoSuchRecord):
            service.erase(nobody)


def test_a_file_is_told_by_its_name_and_its_key_is_handed_to_nobody(here, service, carol, tmp_path):
    file = {"name": "photo.jpg", "size": 2_000, "blob": "b10b" * 16, "key": "5ec7e7" * 10}
    with here.records.acting("change") as act:
        act.change(PERSON, carol, {"picture": Change(None, file)})
    page, data, _ = written(service, carol, tmp_path)
    assert "photo.jpg (2 KB)" in page
    for text in (page, json.dumps(data)):
        assert "b10b" not in text
        assert "5ec7e7" not in text


# What other records tell of them

SHEET = AttendanceSheet(name="Lunch (practice)", on=date(2026, 11, 19))


def test_where_they_took_part_is_told_newest_first_without_anybody_else(
    here, service, carol, tmp_path
):
    ben = here.people.add(Person(name="Benedict Other"))
    older = here.people.add(Person(name="C. Nguyen"))
    for day, person in ((19, carol), (12, older), (5, ben)):
        came = (Came(person), Came(ben)) if person != ben else (Came(ben),)
        sheet = replace(SHEET, on=date(2026, 11, day), came=came, notes="Benedict sang.")
        here.records.add(ATTENDANCE, sheet)
    here.records.add(
        MEETING,
        Meeting(name="Committee", on=date(2026, 10, 1), actions=(Action("a", "Ring", carol),)),
    )
    DuplicatesService(here.records).merge(carol, older)
    about = service.about(carol)
    assert [(each.kind, each.on.day) for each in about.took_part] == [
        ("attendance", 19), ("attendance", 12), ("meeting", 1),
    ]  # fmt: skip
    page, data, _ = written(service, carol, tmp_path)
    for said in (
        "Where they took part",
        "Lunch (practice)",
        "They came.",
        "They were to do: Ring.",
    ):
        assert said in page
    assert data["took_part"][0]["told"] == ["They came."]
    assert data["took_part"][0]["fields"] == {f"came/{carol}": {}}
    assert "Benedict" not in page + json.dumps(data)


def test_a_sheet_in_the_bin_is_told_to_be(here, service, carol, tmp_path):
    sheet = here.records.add(ATTENDANCE, replace(SHEET, came=(Came(carol),)))
    here.records.put_in_bin(sheet)
    assert [each.in_bin for each in service.about(carol).took_part] == [True]
    assert "This record is in the bin." in written(service, carol, tmp_path)[0]


def test_after_an_erasure_other_records_keep_an_id_that_says_nobody(here, service, carol):
    sheet = here.records.add(ATTENDANCE, replace(SHEET, came=(Came(carol),)))
    claim = here.records.add(EXPENSES, ExpenseClaim(name="Van", person=carol, notes="For Carol."))
    paid = here.records.add(
        EXPENSES, ExpenseClaim(name="Van too", person=carol, paid_on=date(2026, 3, 2))
    )
    (needed,) = [each for each in service.about(carol).took_part if each.needed_until]
    assert needed.record_id == paid
    gone = service.erase(carol, also=[claim])
    assert "Expense claims of theirs stay, and name nobody." in gone.said
    assert "Words about them stay" not in gone.said
    assert here.records.held(ExpenseClaim, claim) is None
    assert here.records.held(ExpenseClaim, paid).thing.person == carol
    assert [each.id for each in here.records.held(AttendanceSheet, sheet).thing.came] == [carol]
    assert who(here.records).name(carol) == "Somebody who was removed"


def test_words_that_stay_about_somebody_are_told_when_they_are_erased(here, service, carol):
    declared = (ConflictDeclared("c", carol, "Her brother owns the hall."),)
    here.records.add(MEETING, Meeting(name="Committee", conflicts=declared))
    assert service.about(carol).took_part[0].has_words
    gone = service.erase(carol)
    assert "Words about them stay in minutes of meetings." in gone.said
    assert "Expense claims" not in gone.said
