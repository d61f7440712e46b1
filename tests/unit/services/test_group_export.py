"""Everything that a group keeps, as open files: whole, or not at all."""

import csv
import io
import json
from dataclasses import dataclass, replace

import openpyxl
import pytest

from tests.support.group_file import OpenFile, computer
from tests.unit.services.test_people_service import WHOLE
from vcs_desktop.core.errors import CannotUseInput, DiskFull, FolderNotWritable
from vcs_desktop.documents import new_folder
from vcs_desktop.domain.kinds import KINDS, OUR_GROUP, PROFILE
from vcs_desktop.domain.people import EmergencyContact, Person
from vcs_desktop.services.group_export import GroupExport
from vcs_desktop.services.people_import import PeopleImport

FILES = {
    "people.csv", "people.xlsx", "our-group.json", "records.json", "history.json", "read-me.txt"
}  # fmt: skip
HOSTILE = Person(
    name='=HYPERLINK("http://x")',
    email="+a@x.org",
    phone="+447700900001",
    address="@home",
    skills=("-1+1", "\tx"),
    notes="'=1\n\uff1dSUM(A1)",
)


@dataclass
class Group(OpenFile):
    id: str = "g1"
    name: str = "Tea & Talk"


@pytest.fixture
def there(tmp_path_factory):
    made = computer(tmp_path_factory.mktemp("there") / "there.db", seed=2)
    yield made
    made.database.close()


@pytest.fixture
def export(here):
    return GroupExport(Group(here.database), here.records)


def names(folder):
    return {each.name for each in folder.iterdir()}


def loaded(folder, name):
    return json.loads((folder / name).read_text("utf-8"))


def table(folder):
    text = (folder / "people.csv").read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_everything_is_there_in_open_formats(here, export, tmp_path):
    carol = here.people.add(WHOLE)
    dev = here.people.add(Person(name="Dev"))
    here.people.save(here.people.person(carol), replace(WHOLE, id=carol, notes="New"))
    here.people.remove(dev)
    here.records.add(PROFILE, KINDS[PROFILE].shape(name="Tea & Talk"), record_id=OUR_GROUP)
    out = tmp_path / "new" / "out"
    made = export.write(out)
    assert names(out) == set(made.files) == FILES
    assert (made.people, made.records, made.operations) == (1, 4, 6)
    assert loaded(out, "our-group.json")["our_group"]["name"] == "Tea & Talk"
    records = loaded(out, "records.json")["records"]
    assert {each["id"] for each in records["person"]} == {carol, dev}
    whole = next(each for each in records["person"] if each["id"] == carol)
    assert whole["fields"]["roles/r1"]["title"] == "Treasurer"
    assert whole["fields"]["consents/c1"]["wording"] == "You may ring me."
    assert [bool(each["in_bin_since"]) for each in records["person"]] == [False, True]
    history = loaded(out, "history.json")["history"]
    assert len(history) == 6
    assert {each["who"]["name"] for each in history} == {"Asha"}
    assert {"old": "Likes mornings.", "new": "New"} in [
        each["changes"].get("notes") for each in history
    ]
    assert "not locked" in (out / "read-me.txt").read_text("utf-8")


def test_the_table_has_everybody_who_is_not_in_the_bin_and_all_about_them(here, export, tmp_path):
    here.people.add(WHOLE)
    here.people.remove(here.people.add(Person(name="Dev")))
    export.write(tmp_path / "out")
    (row,) = table(tmp_path / "out")
    assert row["Name"] == "Carol Ńguyen"
    assert row["Roles"] == "Treasurer; Volunteer"
    assert (row["DBS level"], row["DBS recheck"]) == ("Enhanced", "2028-03-01")
    assert row["Emergency contact"] == "Dan"
    assert row["Consents"] == "You may ring me. (2025-01-01)"
    assert row["Address"] == "1 High Street\nOxford"


def test_no_cell_of_the_table_can_be_worked_out_as_a_formula(here, export, tmp_path):
    here.people.add(HOSTILE)
    export.write(tmp_path / "out")
    starts = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
    for row in table(tmp_path / "out"):
        assert not [cell for cell in row.values() if cell.startswith(starts)]
    assert row["Phone"] == "'+447700900001"


def test_in_the_spreadsheet_every_cell_is_text(here, export, tmp_path):
    here.people.add(HOSTILE)
    export.write(tmp_path / "out")
    sheet = openpyxl.load_workbook(tmp_path / "out" / "people.xlsx")["People"]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert HOSTILE.name in [cell.value for cell in cells]


@pytest.mark.parametrize("name", ["people.csv", "people.xlsx"])
def test_what_went_out_comes_in_again(here, there, export, tmp_path, name):
    one_role = replace(
        WHOLE,
        roles=WHOLE.roles[:1],
        consents=(),
        interests=(),
        emergency=EmergencyContact("Dan", "07700900002", "partner"),
    )
    here.people.add(one_role)
    here.people.add(replace(HOSTILE, email="", phone="07700 900001", address="", skills=()))
    export.write(tmp_path / "out")
    coming = PeopleImport(there.records)
    read = coming.read(tmp_path / "out" / name)
    assert read.remarks == ()
    assert coming.carry_out(coming.preview(read)).left_out == ()
    found = {each.name: there.people.person(each.id).thing for each in there.people.people()}
    again = found["Carol Ńguyen"]
    (role,) = again.roles
    same = replace(again, id="", roles=(replace(role, id="r1"),))
    assert same == one_role
    assert found[HOSTILE.name].notes == HOSTILE.notes


def test_what_was_erased_is_told_to_be_and_says_nothing(here, export, tmp_path):
    here.records.erase([here.people.add(WHOLE)])
    export.write(tmp_path / "out")
    everything = "".join(
        (tmp_path / "out" / name).read_text("utf-8") for name in FILES if "xlsx" not in name
    )
    assert "Carol" not in everything
    assert [each["erased"] for each in loaded(tmp_path / "out", "history.json")["history"]] == [
        False, True, False
    ]  # fmt: skip


def test_an_empty_folder_is_taken_and_nobody_else_can_read_it(export, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    export.write(out)
    assert names(out) == FILES
    assert out.stat().st_mode & 0o077 == 0
    assert {each.stat().st_mode & 0o077 for each in out.iterdir()} == {0}
    assert names(tmp_path) == {"out", "here.db", "here.db-wal", "here.db-shm"}


def test_a_folder_with_something_in_it_is_left_alone(export, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine.txt").write_text("mine")
    for taken in (out, out / "mine.txt"):
        with pytest.raises(CannotUseInput):
            export.write(taken)
    assert names(out) == {"mine.txt"}


def test_a_whole_disk_is_not_taken(export, tmp_path):
    with pytest.raises(CannotUseInput):
        export.write(type(tmp_path)(tmp_path.anchor))


@pytest.mark.parametrize("fails_at", range(6))
def test_a_disk_that_is_full_half_way_leaves_nothing(export, tmp_path, monkeypatch, fails_at):
    left = [fails_at]

    def write_whole(path, content, *, private):
        if not left[0]:
            raise OSError(28, "No space left on device")
        left[0] -= 1
        path.write_bytes(content)

    monkeypatch.setattr(new_folder, "write_whole", write_whole)
    with pytest.raises(DiskFull):
        export.write(tmp_path / "out")
    assert names(tmp_path) == {"here.db", "here.db-wal", "here.db-shm"}


def test_a_folder_that_cannot_be_made_is_said(export, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(FolderNotWritable):
        export.write(tmp_path / "file" / "out")


def test_what_was_left_of_an_export_that_was_cut_off_is_in_nobodys_way(export, tmp_path):
    begun = tmp_path / ".out.part"
    begun.mkdir()
    (begun / "people.csv").write_text("half")
    export.write(tmp_path / "out")
    assert names(tmp_path / "out") == FILES
    assert not begun.exists()
