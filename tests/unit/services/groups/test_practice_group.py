"""The practice group: one a computer, made up, open to anybody, and never mistaken for another."""

from datetime import date
from types import SimpleNamespace

import pytest

from tests.support.starter import starter_rules
from tests.support.vault_examples import ASHA, TEA
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.group_errors import DamagedSlots, GroupInUse
from vcs_desktop.core.ids import Ids
from vcs_desktop.core.resources import resource
from vcs_desktop.domain.kinds import KINDS, PERSON
from vcs_desktop.domain.papers import newest
from vcs_desktop.domain.stored_file import StoredFile
from vcs_desktop.domain.values import thing_of, values_of
from vcs_desktop.feeds.preview import page_texts
from vcs_desktop.feeds.profiles import read_profile
from vcs_desktop.feeds.yaml_text import read_yaml
from vcs_desktop.services.groups import GroupState, practice_records
from vcs_desktop.services.groups.practice import NotForPractice, mark_for_practice
from vcs_desktop.services.groups.practice_records import SampleRecords
from vcs_desktop.services.in_group import in_group

TODAY = date(2026, 11, 28)


def kept_paper(name, title):
    """Return a file of which only its name and the words above it matter."""
    assert (resource("sample/papers") / f"{name}.md").is_file()
    return StoredFile(f"{name}.pdf", "application/pdf", len(title))


def sample(kind):
    """Return the made-up records of a kind, as they are put in."""
    put = []
    SampleRecords(Ids(SystemClock()).new, TODAY, kept_paper).put_in(
        SimpleNamespace(change=lambda *told, seen: put.append(told))
    )
    shape = KINDS[kind].shape
    return [
        thing_of(shape, {name: each.new for name, each in changes.items()}, record_id)
        for of_kind, record_id, changes in put
        if of_kind == kind
    ]


def names(opened, clock):
    return [each.name for each in in_group(opened, clock).people.people()]


def test_it_is_made_on_first_use_with_people_and_a_profile(groups, clock):
    with groups.practice.open() as opened:
        assert opened.is_practice
        assert len(names(opened, clock)) >= 5
        profile = in_group(opened, clock).our_group.profile()
        assert profile.name == opened.name == "Marston Lunch Club (practice)"
        assert in_group(opened, clock).records.checked().complaints == ()


def test_it_is_judged_as_the_group_that_travels_with_the_library(groups, clock):
    with groups.practice.open() as opened:
        inside = in_group(opened, clock)
        assert inside.our_group.profile() == read_profile(resource("sample/group.yaml"))
        assert {each.kind for each in inside.papers.all()} >= {"insurance", "constitution"}
        assert [line.name for line in inside.papers.lines() if line.needs_a_look] == [
            "Public liability insurance (practice)"
        ]


def test_its_papers_have_files_of_one_page_that_say_that_they_are_practice(groups, clock):
    with groups.practice.open() as opened:
        inside = in_group(opened, clock)
        files = {each.name: newest(each) for each in inside.papers.all()}
        kept = {name: version.file for name, version in files.items() if version}
        assert sorted(each.name for each in kept.values()) == [
            "accounts.pdf",
            "bank-statement.pdf",
            "rules.pdf",
            "safeguarding.pdf",
        ]
        for each in kept.values():
            texts = page_texts(inside.blobs.read(each))
            assert len(texts) == 1
            assert "practice" in texts[0].lower()
    with groups.practice.open() as again:
        assert in_group(again, clock).records.checked().complaints == ()


def test_it_tells_when_its_year_ends_so_that_one_sees_what_is_to_be_filed(groups, clock):
    with groups.practice.open() as opened:
        found = in_group(opened, clock).obligations.look(starter_rules())
    assert [each.period.income_pence for each in found] == [1_840_000, 1_840_000]
    assert all(each.obligations[0].id.startswith("charity-registration/") for each in found)


def test_a_second_press_opens_the_one_that_is_there_with_what_was_done_in_it(groups, clock):
    with groups.practice.open() as opened:
        inside = in_group(opened, clock)
        for line in inside.people.people():
            inside.people.remove(line.id)
    with groups.practice.open() as again:
        assert again.id == opened.id
        assert names(again, clock) == []
    assert [line.is_practice for line in groups.groups()] == [True]


def test_one_that_was_cut_off_before_it_was_filled_is_filled_at_the_next_opening(groups, clock):
    groups.practice._make().close()
    with groups.practice.open() as opened:
        assert len(names(opened, clock)) >= 5


def test_what_fails_while_it_is_filled_leaves_nothing_open(groups, monkeypatch):
    def fail(self, act):
        raise OSError("no room")

    monkeypatch.setattr(practice_records.SampleRecords, "put_in", fail)
    with pytest.raises(OSError, match="no room"):
        groups.practice.open()
    monkeypatch.undo()
    groups.practice.open().close()
    groups.practice.throw_away()
    assert groups.groups() == ()


def test_all_that_is_in_it_says_that_it_is_practice():
    for person in sample(PERSON):
        assert "(practice)" in person.name
        assert "practice" in person.notes
        assert person.phone.startswith("01632 960")
        assert not person.email or person.email.endswith("@example.org")


def test_every_field_of_the_made_up_people_is_read():
    people = sample(PERSON)
    assert any(person.roles and person.roles[0].since for person in people)
    assert any(person.dbs and person.dbs.recheck_on for person in people)
    assert any(person.consents and person.consents[0].channel for person in people)
    assert any(person.emergency and person.emergency.phone for person in people)
    assert any(person.interests and person.interests[0].declared_on for person in people)


def test_it_is_thrown_away_whole_and_a_real_group_beside_it_stays(groups, tea):
    groups.practice.open().close()
    groups.practice.throw_away()
    groups.practice.throw_away()
    assert [line.id for line in groups.groups()] == [tea]
    groups.open(tea, ASHA).close()


def test_it_is_not_thrown_away_while_it_is_open(groups):
    with groups.practice.open(), pytest.raises(GroupInUse):
        groups.practice.throw_away()
    assert len(groups.groups()) == 1


def test_a_real_group_that_was_marked_by_mistake_is_not_thrown_away(groups, tea):
    mark_for_practice(groups._folder / tea)
    with pytest.raises(NotForPractice):
        groups.practice.throw_away()
    groups.open(tea, ASHA).close()


def test_a_damaged_one_is_shown_as_such_and_can_be_thrown_away(groups):
    made = groups.practice.open()
    made.close()
    for name in ("slots.json", "slots-copy.json"):
        (groups._folder / made.id / name).write_text("{", "utf-8")
    line = groups.groups()[0]
    assert (line.is_practice, line.state) == (True, GroupState.DAMAGED)
    with pytest.raises(DamagedSlots):
        groups.practice.open()
    groups.practice.throw_away()
    assert groups.groups() == ()


def test_an_ordinary_group_is_none(groups, tea):
    assert not groups.groups()[0].is_practice
    with groups.create(TEA) as opened:
        assert not opened.is_practice


def test_every_sample_is_read_whole_and_says_that_it_is_practice():
    for file in sorted(resource("sample").glob("*.yaml")):
        kind = file.stem
        if kind not in KINDS:
            continue
        told = read_yaml(file.read_text("utf-8"))
        made = sample(kind)
        assert told["practice"] is True
        assert len(made) == len(told["records"])
        for each, record in zip(told["records"], made, strict=True):
            kept = values_of(record)
            expected = {name.partition("/")[0] for name in each if name not in ("label", "id")}
            assert expected == {name.partition("/")[0] for name in kept}, record
