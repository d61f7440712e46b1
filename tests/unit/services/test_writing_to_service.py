"""Whom a list holds, and what is printed of it, on a real encrypted file."""

from dataclasses import replace
from datetime import date, timedelta

import pypdfium2
import pytest

from tests.support.group_file import OpenFile
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.domain.attendance import Activity, AttendanceSheet, Came, Helped
from vcs_desktop.domain.group import LegalForm
from vcs_desktop.domain.kinds import ACTIVITY, ATTENDANCE, OUR_GROUP, PROFILE, SHIFT
from vcs_desktop.domain.our_group import OurGroup
from vcs_desktop.domain.people import Basis, Consent, Person, Purpose, Role, Tie, Way
from vcs_desktop.domain.volunteering import OnShift, Shift
from vcs_desktop.domain.writing_to import week_list
from vcs_desktop.services.duplicates import DuplicatesService
from vcs_desktop.services.writing_to import EVERYBODY, SHOWN, Asked, WritingToService

TODAY = date(2026, 11, 23)  # a Monday
VOLUNTEER = (Role("r", Tie.VOLUNTEER, "Driver"),)
BOARD = Person(name="Ann", email="ann@example.org", roles=(Role("r", Tie.COMMITTEE, "Chair"),))
DRIVER = Person(name="dev", email="dev@example.org", phone="07700 900001", roles=VOLUNTEER)
CONTACT = Person(name="Zed", email="zed@example.org", address="1 Row\nOxford")


class Group(OpenFile):
    name = "Tea & Talk"


@pytest.fixture
def service(here):
    return WritingToService(Group(here.database), here.records)


@pytest.fixture
def ids(here):
    return {each.name: here.people.add(each) for each in (BOARD, DRIVER, CONTACT)}


def asked(whom=EVERYBODY, purpose=Purpose.TAKING_PART, **more):
    return Asked(whom, purpose, **more)


def names(answer, way=Way.EMAIL):
    return [each.name for each in answer.ways[way].people]


def test_lists_are_offered_only_with_somebody_in_them(service, ids):
    assert [each.words for each in service.lists()] == [
        "Everybody", "The committee", "Volunteers", "Contacts", "Role: Chair", "Role: Driver",
    ]  # fmt: skip


def test_a_new_group_has_one_list_and_nobody_in_it(service):
    (only,) = service.lists()
    assert service.answer(asked(only.id)).people == ()


def test_everybody_is_in_the_list_by_name_and_told_why_not(service, ids):
    answer = service.answer(asked())
    assert [each.name for each in answer.people] == ["Ann", "dev", "Zed"]
    assert names(answer) == ["Ann", "dev"]
    assert [each.name for each in answer.ways[Way.EMAIL].left_out] == ["Zed"]


@pytest.mark.parametrize(
    ("whom", "expected"),
    [("tie:volunteer", ["dev"]), ("tie:contact", ["Zed"]), ("title:chair", ["Ann"])],
)
def test_a_tie_or_a_role_is_a_list(service, ids, whom, expected):
    assert [each.name for each in service.answer(asked(whom)).people] == expected


def test_who_was_shown_or_ticked_is_a_list(service, ids):
    some = (ids["Ann"], ids["dev"])
    answer = service.answer(asked(SHOWN, ids=some, without=frozenset({ids["Ann"]})))
    assert [each.name for each in answer.people] == ["Ann", "dev"]
    assert names(answer) == ["dev"]


def test_the_rota_of_a_week_is_a_list_and_whoever_is_on_it_takes_part(here, service, ids):
    zed, ann, dev = ids["Zed"], ids["Ann"], ids["dev"]
    shift = Shift(
        name="Lunch", on=TODAY + timedelta(days=9), people=(OnShift(zed, has_agreed=True),)
    )
    here.records.add(SHIFT, shift)
    here.records.add(SHIFT, replace(shift, people=(OnShift(ann, has_agreed=False), OnShift(dev))))
    here.records.add(SHIFT, replace(shift, on=TODAY - timedelta(days=1)))
    (week,) = [each for each in service.lists() if each.id.startswith("week:")]
    assert (week.id, week.words) == ("week:2026-11-30", "The rota of the week of 30 November 2026")
    assert names(service.answer(asked(week.id))) == ["dev", "Zed"]  # who said no is not on it
    assert names(service.answer(asked(week.id, Purpose.NEWS))) == []


def test_a_week_goes_from_monday_to_sunday_and_a_later_one_is_offered_when_it_is_wanted(
    here, service, ids
):
    last = TODAY + timedelta(weeks=8)
    for on, name in ((TODAY, "Ann"), (TODAY + timedelta(6), "dev"), (last, "Zed")):
        here.records.add(SHIFT, Shift(name="Lunch", on=on, people=(OnShift(ids[name]),)))
    weeks = [each.id for each in service.lists() if each.id.startswith("week:")]
    assert weeks == [week_list(TODAY)]
    assert names(service.answer(asked(weeks[0]))) == ["Ann", "dev"]
    for wanted, later in ((week_list(last), [week_list(last)]), ("week:soon", []), ("", [])):
        offered = [each.id for each in service.lists(wanted) if each.id.startswith("week:")]
        assert offered == [week_list(TODAY), *later]
    assert names(service.answer(asked(week_list(last)))) == ["Zed"]


def test_who_came_lately_is_a_list_under_the_name_they_have_now(here, service, ids):
    lunch = here.records.add(ACTIVITY, Activity(name="Thursday lunch"))
    twin = here.people.add(Person(name="Zed Too"))
    sheet = AttendanceSheet(
        name="Lunch", activity=lunch, on=TODAY - timedelta(days=4), came=(Came(twin),),
        helped=(Helped(ids["dev"]),),
    )  # fmt: skip
    here.records.add(ATTENDANCE, sheet)
    old = replace(sheet, on=TODAY - timedelta(days=200), came=(Came(ids["Ann"]),))
    here.records.add(ATTENDANCE, old)
    DuplicatesService(here.records).merge(ids["Zed"], twin)
    (came,) = [each for each in service.lists() if each.id.startswith("activity:")]
    assert came.words == "Came to Thursday lunch since 23 August 2026"
    assert names(service.answer(asked(came.id))) == ["dev", "Zed"]


def test_a_charity_may_write_without_a_yes_where_the_library_has_the_rule(here, service):
    soft = Consent("c", given_on=date(2026, 3, 1), basis=Basis.SOFT_OPT_IN)
    here.people.add(replace(CONTACT, consents=(soft,)))
    law = date(2026, 2, 5)
    news = asked(purpose=Purpose.NEWS, soft_rule_from=law)
    assert names(service.answer(news)) == []
    here.records.add(PROFILE, OurGroup(legal_form=LegalForm.CIO), record_id=OUR_GROUP)
    answer = service.answer(news)
    assert names(answer) == ["Zed"]
    assert answer.ways[Way.EMAIL].without_yes == 1
    assert names(service.answer(replace(news, soft_rule_from=None))) == []


def words_of(path):
    document = pypdfium2.PdfDocument(path)
    words = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return words


def test_a_telephone_list_holds_only_who_may_be_rung(service, ids, tmp_path):
    made = service.write_phone_list(asked(), "Everybody", tmp_path / "list.pdf")
    words = words_of(made)
    assert "dev" in words
    assert "07700 900001" in words
    assert "Zed" not in words
    with pytest.raises(CannotUseInput):
        service.write_phone_list(asked("tie:contact"), "Contacts", tmp_path / "none.pdf")


def test_labels_hold_only_who_may_be_written_to(here, service, ids, tmp_path):
    post = Consent("c", purposes=(Purpose.NEWS,), ways=(Way.POST,))
    here.people.add(Person(name="Eve", address="2 Row\nOxford", consents=(post,)))
    made = service.write_labels(asked(purpose=Purpose.NEWS), "3x7", 99, tmp_path / "labels.pdf")
    words = words_of(made)
    assert "Eve" in words
    assert "2 Row" in words
    assert "Zed" not in words
