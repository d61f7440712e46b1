"""The group's own files in an export: all of them, named for people, and what is not whole told."""

import csv
import io
import json
from dataclasses import dataclass, replace

import pytest

from tests.support.group_file import OpenFile, computer
from vcs_desktop.core.errors import DiskFull
from vcs_desktop.documents import new_folder
from vcs_desktop.domain.kinds import DOCUMENT
from vcs_desktop.domain.papers import Paper, PaperVersion
from vcs_desktop.services.blobs import BlobsService
from vcs_desktop.services.group_export import GroupExport

CONTENT = bytes(range(256)) * 600


@dataclass
class Group(OpenFile):
    id: str = "g1"
    name: str = "Tea & Talk"


@pytest.fixture
def here(tmp_path):
    (tmp_path / "group").mkdir()
    made = computer(tmp_path / "group" / "here.db", name="Asha")
    yield made
    made.database.close()


@pytest.fixture
def group(here):
    return Group(here.database)


@pytest.fixture
def add(here, group, tmp_path):
    """Return what keeps a file of a name as a paper, and gives the paper's id and the file."""
    (tmp_path / "in").mkdir()

    def add_it(name, content=CONTENT, title="Policy"):
        path = tmp_path / "in" / "as it came"
        path.write_bytes(content)
        stored = replace(BlobsService(group).add(path), name=name)
        version = PaperVersion(id=here.records.ids.new(), file=stored)
        return here.records.add(DOCUMENT, Paper(name=title, versions=(version,))), stored

    return add_it


@pytest.fixture
def export(group, here):
    return GroupExport(group, here.records)


def table(out):
    text = (out / "files.csv").read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_file_lies_there_as_it_came_and_the_table_says_whose_it_is(export, add, tmp_path):
    paper_id, stored = add("Fire policy.pdf", title="Fire")
    out = tmp_path / "out"
    made = export.write(out)
    assert (out / "files" / "Fire policy.pdf").read_bytes() == CONTENT
    assert (made.kept_files, made.not_whole) == (1, 0)
    assert {"files.csv", "files/Fire policy.pdf"} <= set(made.files)
    (row,) = table(out)
    assert row == {
        "file": "files/Fire policy.pdf",
        "name": "Fire policy.pdf",
        "media_type": stored.media_type,
        "size_bytes": str(len(CONTENT)),
        "sha256": stored.sha256,
        "kind": "document",
        "record": paper_id,
        "title": "Fire",
        "in_record_now": "yes",
        "problem": "",
    }


def test_no_key_goes_out_and_each_record_says_where_its_file_lies(export, add, tmp_path):
    _, stored = add("a.pdf")
    out = tmp_path / "out"
    export.write(out)
    for path in out.glob("*.*"):
        content = path.read_text("utf-8-sig", errors="replace")
        assert stored.key not in content
        assert stored.blob not in content
    for name in ("records.json", "history.json"):
        assert '"file": "files/a.pdf"' in (out / name).read_text("utf-8")


def test_two_files_of_one_name_get_two_in_whatever_letters(export, add, tmp_path):
    for number, name in enumerate(
        ("A.pdf", "a.PDF", "a (2).pdf", "cafe\u0301", "caf\u00e9", "", "")
    ):
        add(name, bytes([number + 1]))
    export.write(tmp_path / "out")
    there = {path.name: path.read_bytes()[0] for path in (tmp_path / "out" / "files").iterdir()}
    assert sorted(there.values()) == list(range(1, 8))
    assert len({name.casefold() for name in there}) == 7
    assert {"A.pdf", "café", "café (2)", "file", "file (2)"} <= set(there)


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/passwd", "C:\\x\\..\\y", "..", "con.txt"])
def test_no_name_leads_out_of_the_folder(export, add, tmp_path, name):
    add(name)
    before = {path for path in tmp_path.rglob("*") if "out" not in path.parts[-2:]}
    export.write(tmp_path / "out")
    (path,) = (tmp_path / "out" / "files").iterdir()
    assert path.read_bytes() == CONTENT
    assert {
        each for each in tmp_path.rglob("*") if tmp_path / "out" not in (each, *each.parents)
    } == before


def test_a_cell_of_the_table_is_never_a_formula(export, add, tmp_path):
    add("=1+1.pdf", title="=HYPERLINK(1)")
    export.write(tmp_path / "out")
    (row,) = table(tmp_path / "out")
    assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def test_what_is_missing_or_damaged_is_told_and_the_rest_is_there(export, add, group, tmp_path):
    folder = group.database.path.parent / "blobs"
    _, damaged = add("damaged.pdf", CONTENT + bytes(100_000))
    _, missing = add("missing.pdf")
    add("whole.pdf")
    sealed = bytearray((folder / damaged.blob).read_bytes())
    sealed[-5] ^= 1
    (folder / damaged.blob).write_bytes(sealed)
    (folder / missing.blob).unlink()
    out = tmp_path / "out"
    made = export.write(out)
    assert [path.name for path in (out / "files").iterdir()] == ["whole.pdf"]
    assert (made.kept_files, made.not_whole) == (1, 2)
    told = {row["name"]: (row["file"], row["problem"]) for row in table(out)}
    assert told == {
        "damaged.pdf": ("", "damaged"),
        "missing.pdf": ("", "missing"),
        "whole.pdf": ("files/whole.pdf", ""),
    }
    assert "2 files are missing or damaged" in (out / "read-me.txt").read_text("utf-8")


def test_a_file_that_only_the_history_has_goes_out_too(here, export, add, tmp_path):
    paper_id, _ = add("old.pdf")
    held = here.records.held(Paper, paper_id)
    here.records.save(held, replace(held.thing, versions=()))
    export.write(tmp_path / "out")
    (row,) = table(tmp_path / "out")
    assert (row["file"], row["in_record_now"]) == ("files/old.pdf", "no")


def test_one_file_of_two_records_goes_out_once(here, export, add, tmp_path):
    _, stored = add("shared.pdf", title="One")
    version = PaperVersion(id=here.records.ids.new(), file=stored)
    here.records.add(DOCUMENT, Paper(name="Other", versions=(version,)))
    export.write(tmp_path / "out")
    assert len(list((tmp_path / "out" / "files").iterdir())) == 1
    assert {row["title"] for row in table(tmp_path / "out")} == {"One", "Other"}


def test_a_group_without_files_gets_no_folder_for_them(export, tmp_path):
    export.write(tmp_path / "out")
    assert not (tmp_path / "out" / "files").exists()
    assert not (tmp_path / "out" / "files.csv").exists()


def test_a_disk_that_fills_up_among_the_files_leaves_nothing(export, add, tmp_path, monkeypatch):
    add("a.pdf")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(new_folder.os, "fsync", full)
    with pytest.raises(DiskFull):
        export.write(tmp_path / "out")
    assert {each.name for each in tmp_path.iterdir()} == {"group", "in"}


def test_files_are_written_piece_by_piece(export, add, tmp_path, monkeypatch):
    add("large.bin", bytes(3_000_000))
    pieces = []

    def noted(self, stored):
        for piece in real(self, stored):
            pieces.append(len(piece))
            yield piece

    real = BlobsService.pieces
    monkeypatch.setattr(BlobsService, "pieces", noted)
    export.write(tmp_path / "out")
    assert sum(pieces) == 3_000_000
    assert max(pieces) <= 1 << 16
    assert json.loads((tmp_path / "out" / "records.json").read_text("utf-8"))["records"]
