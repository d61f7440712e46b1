"""What is erased takes its files along; what can still come back keeps them."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.vault_examples import ASHA, BEN
from vcs_desktop.core.file_errors import FileMissing
from vcs_desktop.domain.kinds import DOCUMENT
from vcs_desktop.domain.papers import Paper, PaperVersion
from vcs_desktop.services.groups.restoring import by_words
from vcs_desktop.services.in_group import in_group
from vcs_desktop.storage.queries.blob_names import all_named


@pytest.fixture
def inside(groups, tea, clock):
    with groups.open(tea, ASHA) as opened:
        yield in_group(opened, clock)


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "policy.pdf"
    path.write_bytes(b"%PDF-1.7 policy")
    return path


def kept(inside, path, *, stored=None):
    """Keep a file as a paper's only version, and return the paper's id and the file."""
    stored = stored or inside.blobs.add(path)
    version = PaperVersion(id=inside.records.ids.new(), file=stored)
    return inside.records.add(DOCUMENT, Paper(name="Policy", versions=(version,))), stored


def lying(inside):
    folder = inside.group.files().folder.path / "blobs"
    return {each.name for each in folder.iterdir()}


def named(inside):
    with inside.group.database.reading() as session:
        return all_named(session)


def test_what_is_erased_takes_its_files_along_at_once(inside, paper):
    paper_id, stored = kept(inside, paper)
    _, other = kept(inside, paper)
    inside.records.erase([paper_id])
    assert lying(inside) == {other.blob} == named(inside)
    with pytest.raises(FileMissing):
        inside.blobs.read(stored)


def test_what_is_deleted_for_good_takes_every_version_along_that_it_ever_had(inside, paper):
    paper_id, _ = kept(inside, paper)
    held = inside.records.held(Paper, paper_id)
    newer = PaperVersion(id=inside.records.ids.new(), file=inside.blobs.add(paper))
    inside.records.save(held, replace(held.thing, versions=(newer,)))
    assert len(lying(inside)) == 2
    inside.records.put_in_bin(paper_id)
    assert len(lying(inside)) == 2
    inside.records.delete_for_good([paper_id])
    assert lying(inside) == named(inside) == set()


def test_a_version_that_was_taken_away_can_come_back_with_its_file(inside, paper):
    paper_id, stored = kept(inside, paper)
    held = inside.records.held(Paper, paper_id)
    inside.records.save(held, replace(held.thing, versions=()))
    assert stored.blob in named(inside)
    inside.records.undo()
    back = inside.records.held(Paper, paper_id).thing.versions[0].file
    assert inside.blobs.read(back) == paper.read_bytes()


def test_a_file_of_which_another_record_tells_too_stays(inside, paper):
    paper_id, stored = kept(inside, paper)
    other_id, _ = kept(inside, paper, stored=stored)
    inside.records.erase([paper_id])
    assert inside.blobs.read(stored) == paper.read_bytes()
    inside.records.erase([other_id])
    assert lying(inside) == set()


def test_words_that_look_like_a_file_keep_none(inside, paper):
    paper_id, stored = kept(inside, paper)
    inside.records.add(DOCUMENT, Paper(name=f'"blob":"{stored.blob}"'))
    inside.records.erase([paper_id])
    assert lying(inside) == set()


def test_a_file_that_could_not_go_goes_when_the_group_is_opened_next(
    groups, tea, clock, paper, monkeypatch
):
    with groups.open(tea, ASHA) as opened:
        inside = in_group(opened, clock)
        paper_id, stored = kept(inside, paper)
        with monkeypatch.context() as patched:
            patched.setattr(Path, "unlink", _refused)
            inside.records.erase([paper_id])
        assert lying(inside) == {stored.blob}
    with groups.open(tea, ASHA) as opened:
        assert lying(in_group(opened, clock)) == set()


def _refused(*_args, **_more):
    raise PermissionError(13, "another program reads it")


def test_a_program_that_ends_right_after_an_erasure_forgets_no_file(groups, tea, clock, paper):
    with groups.open(tea, ASHA) as opened:
        inside = in_group(opened, clock)
        paper_id, stored = kept(inside, paper)
        with inside.records.acting("erase", undoable=False) as act:
            act.erase([paper_id])  # and here the computer goes off
        assert lying(inside) == {stored.blob}
    with groups.open(tea, ASHA) as opened:
        assert lying(in_group(opened, clock)) == set()


def test_a_copy_from_before_an_erasure_does_not_bring_the_file_back(
    groups, tea, clock, paper, tmp_path
):
    copy = tmp_path / "copy.vcsgroup"
    with groups.open(tea, ASHA) as opened:
        inside = in_group(opened, clock)
        paper_id, _ = kept(inside, paper)
        _, other = kept(inside, paper)
        inside.backups.copy_to(copy)
        inside.records.erase([paper_id])
    restored = groups.restoring.restore(copy, by_words(ASHA), replace=True)
    assert restored.erased_again == 1
    with groups.open(tea, ASHA) as opened:
        inside = in_group(opened, clock)
        assert lying(inside) == {other.blob}
        assert inside.blobs.read(other) == paper.read_bytes()


def test_who_is_left_when_somebody_is_taken_out_reads_every_file(groups, tea, clock, paper):
    with groups.open(tea, ASHA) as opened:
        ben = opened.add_opener("Ben", BEN)
        inside = in_group(opened, clock)
        _, stored = kept(inside, paper)
        opened.remove_opener(ben.id)
        assert inside.blobs.read(stored) == paper.read_bytes()
        _, after = kept(inside, paper)
    with groups.open(tea, ASHA) as opened:
        inside = in_group(opened, clock)
        assert inside.blobs.read(after) == inside.blobs.read(stored) == paper.read_bytes()
