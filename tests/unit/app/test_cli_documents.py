"""A folder of files comes in on the command line, each as a paper."""

import io
import json
import sys

import pytest

from tests.support.paper_files import a_pdf, a_picture, put
from tests.support.vault_examples import ASHA, QUICK
from vcs_desktop.app.entry import main
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.disks import SystemDisks
from vcs_desktop.domain.papers import newest
from vcs_desktop.services.groups import GroupsService, NewGroup
from vcs_desktop.services.in_group import in_group


@pytest.fixture
def groups(tmp_path):
    """The groups of the data folder; their keys cost nothing."""
    made = GroupsService(tmp_path / "data" / "groups", SystemClock(), SystemDisks(), effort=QUICK)
    made.create(NewGroup("Tea & Talk", ASHA, "Asha")).close()
    return made


@pytest.fixture
def bring(groups, tmp_path, capsys, monkeypatch):
    def run(folder, *more):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ASHA.encode())))
        where = [
            "--group",
            "Tea & Talk",
            "--passphrase-stdin",
            "--data-dir",
            str(tmp_path / "data"),
        ]
        code = main(["group", "import", "documents", str(folder), *more, *where])
        out, err = capsys.readouterr()
        return out + err, code

    return run


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "papers"
    made.mkdir()
    return made


def test_each_file_of_a_folder_becomes_a_paper_that_is_found_by_its_words(bring, folder, groups):
    put(folder, "Safeguarding policy.pdf", a_pdf("Ring Carol at once"))
    put(folder, "Hall.png", a_picture())
    put(folder, ".hidden", b"x")
    (folder / "older").mkdir()
    out, code = bring(folder, "--json")
    told = json.loads(out)
    assert code == 0
    assert [(each["name"], each["kind"]) for each in told["papers"]] == [
        ("Hall", "other"),
        ("Safeguarding policy", "safeguarding"),
    ]
    assert (told["added"], told["texts_read"], told["left_out"]) == (2, 1, [])
    opened = groups.open(groups.groups()[0].id, ASHA)
    try:
        inside = in_group(opened, SystemClock())
        (found,) = inside.search.found("carol")
        assert found.title == "Safeguarding policy"
        stored = newest(inside.papers.paper(found.id).thing).file
        assert inside.blobs.read(stored) == (folder / "Safeguarding policy.pdf").read_bytes()
    finally:
        opened.close()


def test_what_cannot_come_in_is_told_for_a_person(bring, folder):
    put(folder, "Lease.pdf", a_pdf())
    put(folder, "Empty.pdf", b"")
    said, code = bring(folder)
    assert code == 3
    assert "1 paper added" in said
    assert "Empty.pdf stayed out: There is nothing in this file." in said


def test_an_empty_folder_and_one_of_nothing_usable_are_told_apart(bring, folder):
    said, code = bring(folder)
    assert code == 2
    assert "There is no file in this folder." in said
    put(folder, "Empty.pdf", b"")
    said, code = bring(folder)
    assert code == 2
    assert "0 papers added" in said
