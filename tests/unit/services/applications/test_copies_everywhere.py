"""A kept copy says the same wherever the group goes, and whoever is erased."""

import hashlib
from dataclasses import replace

import pytest

from tests.crash.backup_kills import CONTENT
from tests.support.application_examples import SIGNER, with_all_in_it
from tests.support.vault_examples import ASHA, service
from vcs_desktop.services.groups.restoring import by_words
from vcs_desktop.services.in_group import in_group


@pytest.fixture
def begun(inside, tmp_path):
    file = tmp_path / "paper.pdf"
    file.write_bytes(CONTENT)
    id_ = with_all_in_it(inside, file)
    jean = inside.people.people()[0]
    inside.application_papers.mark_checked(id_, jean.name)
    return id_


@pytest.fixture
def copy(inside, begun):
    return inside.application_papers.keep(begun, by=SIGNER, note=f"Sent by {SIGNER}")


def read_in(groups, group, clock, copy):
    with groups.open(group, ASHA) as opened:
        there = in_group(opened, clock)
        (line,) = there.applications.lines()
        assert there.applications.application(line.id).thing.copies == (copy,)
        return there.application_papers.read(copy)


def test_in_a_backup_and_what_is_brought_back_from_it(inside, begun, copy, clock, tmp_path):
    said = inside.application_papers.read(copy)
    backup = inside.backups.back_up_if_changed()
    group = inside.group.id
    inside.group.close()
    groups = service(tmp_path / "groups", clock)
    groups.restoring.restore(backup, by_words(ASHA), replace=True)
    assert read_in(groups, group, clock, copy) == said


def test_in_a_copy_on_a_stick_and_on_the_computer_that_takes_it(
    inside, begun, copy, clock, tmp_path
):
    said = inside.application_papers.read(copy)
    inside.backups.copy_to(tmp_path / "stick.vcsgroup")
    there = service(tmp_path / "there", clock)
    there.restoring.restore(tmp_path / "stick.vcsgroup", by_words(ASHA))
    assert read_in(there, inside.group.id, clock, copy) == said


def test_in_the_export_of_the_whole_group(inside, begun, copy, tmp_path):
    done = inside.export.write(tmp_path / "out")
    assert done.not_whole == 0
    hashes = {
        hashlib.sha256(each.read_bytes()).hexdigest()
        for each in (tmp_path / "out").rglob("*")
        if each.is_file()
    }
    assert copy.file.sha256 in hashes
    for name in ("records.json", "history.json"):
        assert copy.file.key not in (tmp_path / "out" / name).read_text("utf-8")


def test_after_somebody_was_taken_out_of_the_group(inside, begun, copy, clock, tmp_path):
    said = inside.application_papers.read(copy)
    ben = inside.group.add_opener("Ben", "harbour violin pebble mango")
    inside.group.remove_opener(ben.id)
    assert inside.application_papers.read(copy) == said


def test_who_signed_is_erased_from_the_draft_and_stays_in_what_was_sent(
    inside, begun, copy, tmp_path
):
    said = inside.application_papers.read(copy)
    jean = inside.people.people()[0]
    gone = inside.about_person.erase(jean.id)
    assert inside.application_papers.read(copy) == said
    assert jean.name in said.names.values()
    sheet = inside.application_papers.sheet(begun)
    assert jean.name not in {each.name for each in sheet.signers}
    # Where the name still stands is told, and left to a person.
    assert begun in {each.record_id for each in gone.still_named}
    assert "Kept copies of applications stay as they were sent, with their name." in gone.said
    assert "minutes" not in gone.said
    inside.application_papers.make(begun, tmp_path / "all.zip")
    assert inside.application_papers.keep(begun).number == 2


def test_what_is_kept_after_an_erasure_says_who_signed_no_more(inside, begun, copy):
    jean = inside.people.people()[0]
    held = inside.applications.application(begun)
    inside.applications.save(held, replace(held.thing, checked_by=""))
    inside.about_person.erase(jean.id)
    after = inside.application_papers.read(inside.application_papers.keep(begun))
    assert jean.name not in after.names.values()
