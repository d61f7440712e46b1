"""Sources of every sort become records: each once, in order, or refused in words."""

import csv
import os
from pathlib import Path

import pytest

from tests.support.library_examples import call, notice, write_package
from vcs_desktop.core.errors import CannotUseInput, DiskFull, Stopped
from vcs_desktop.publishing import checking
from vcs_desktop.publishing.checking import CannotPublish, checked_line
from vcs_desktop.publishing.gathering import gather
from vcs_desktop.wire.record import record_of

TERM = (
    "id: term/{0}\ntitle: {0}\ntext: What it means.\nsource: Us\nlicence: MIT\nasOf: '2026-11-20'\n"
)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def grants(path, *rows):
    head = [
        "Identifier", "Title", "Description", "Currency", "Amount Awarded", "Award Date",
        "Recipient Org:Identifier", "Recipient Org:Name", "Funding Org:Identifier",
        "Funding Org:Name", "Last modified",
    ]  # fmt: skip
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        for name, title, modified in rows:
            writer.writerow(
                [name, title, "Words", "GBP", "500", "2025-03-01", "r1", "A Club", "f1", "A Fund",
                 modified]
            )  # fmt: skip
    return path


def gathered(*paths):
    with gather(paths) as found:
        records = [record_of(line) for _, line in found.lines()]
        keys = [key for key, _ in found.lines()]
        assert keys == sorted(keys) == [(each.kind, each.id) for each in records]
        assert len(found) == len(records)
        return records, found


def nested(depth):
    value = []
    for _ in range(depth):
        value = [value]
    return value


def ids(records):
    return [each.id for each in records]


def test_a_folder_of_texts_and_files_of_other_formats_come_together(tmp_path):
    write(tmp_path / "lib" / "term" / "a.yaml", TERM.format("a"))
    write(tmp_path / "lib" / "README.txt", "words")
    write(tmp_path / "lib" / ".git" / "x.json", "{")
    write_package(tmp_path / "lib" / "page.json", notice("bus"))
    grants(tmp_path / "awards.csv", ("360G-1", "Roof", "2026-01-01"))
    records, found = gathered(tmp_path / "lib", tmp_path / "awards.csv")
    assert ids(records) == ["360G-1", "ocds-bus", "term/a"]
    assert found.refused == []
    assert found.passed_over == ["README.txt"]
    assert [(each.name, each.read) for each in found.sources] == [
        ("lib", 1), ("page.json", 1), ("awards.csv", 1),
    ]  # fmt: skip


def test_a_folder_of_pages_needs_no_folders_by_kind(tmp_path):
    for number in range(3):
        path = tmp_path / "pages" / "2026" / f"{number}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_package(path, notice(f"n{number}"))
    assert ids(gathered(tmp_path / "pages")[0]) == ["ocds-n0", "ocds-n1", "ocds-n2"]


def test_one_folder_of_a_kind_is_read_too(tmp_path):
    write(tmp_path / "term" / "a.yaml", TERM.format("a"))
    assert ids(gathered(tmp_path / "term")[0]) == ["term/a"]


def test_messages_about_one_contract_are_merged_whatever_file_they_are_in(tmp_path):
    write_package(tmp_path / "2.json", notice("bus", release="2", on="2026-11-09", title="Later"))
    write_package(tmp_path / "1.json", notice("bus", release="1", on="2026-11-02", title="First"))
    write_package(tmp_path / "3.json", notice("bus", release="1", on="2026-11-02", title="First"))
    for order in (("1", "2", "3"), ("3", "2", "1"), ("2", "1", "3")):
        records, found = gathered(*(tmp_path / f"{name}.json" for name in order))
        assert found.refused == []
        (record,) = records
        assert record.data["tender"]["title"] == "Later"
        assert record.data["tag"] == ["compiled"]
        assert record.modified == "2026-11-09T09:00:00Z"


def test_the_same_message_twice_is_one(tmp_path):
    write_package(tmp_path / "1.json", notice("bus"))
    write_package(tmp_path / "2.json", notice("bus"))
    (record,), _ = gathered(tmp_path / "1.json", tmp_path / "2.json")
    assert record.data == notice("bus").data


def with_award(name, release, on, *awards):
    made = notice(name, release=release, on=on)
    made.data["awards"] = [{"id": each, "title": f"Award {each}"} for each in awards]
    return made


def test_awards_inside_contracts_become_records_and_follow_the_merge(tmp_path):
    write_package(tmp_path / "1.json", with_award("bus", "1", "2026-11-02", "a"))
    assert ids(gathered(tmp_path / "1.json")[0]) == ["ocds-bus/award/a", "ocds-bus"]
    write_package(tmp_path / "2.json", with_award("bus", "2", "2026-11-09", "a", "b"))
    records, _ = gathered(tmp_path / "1.json", tmp_path / "2.json")
    assert ids(records) == ["ocds-bus/award/a", "ocds-bus/award/b", "ocds-bus"]
    assert {each.modified for each in records} == {"2026-11-09T09:00:00Z"}


def test_of_the_same_grant_the_newest_counts(tmp_path):
    old = grants(tmp_path / "old.csv", ("360G-1", "Old", "2026-01-01"))
    new = grants(tmp_path / "new.csv", ("360G-1", "New", "2026-02-01"))
    same = grants(tmp_path / "same.csv", ("360G-1", "Old", "2026-01-01"))
    for order in ((old, new, same), (new, old, same), (same, new, old)):
        (record,), found = gathered(*order)
        assert record.data["title"] == "New"
        assert found.refused == []


def test_two_that_say_different_things_under_one_id_are_told(tmp_path):
    one = grants(tmp_path / "one.csv", ("360G-1", "One", "2026-01-01"))
    two = grants(tmp_path / "two.csv", ("360G-1", "Two", "2026-01-01"))
    (record,), found = gathered(one, two)
    assert record.data["title"] == "One"
    (refused,) = found.refused
    assert refused.file == "two.csv"
    assert "one.csv" in refused.why


def test_what_is_wrong_is_told_with_its_file_and_its_row(tmp_path):
    write(tmp_path / "lib" / "term" / "a.yaml", TERM.format("a") + "more: 1.0e+999\n")
    write(tmp_path / "lib" / "term" / "b.yaml", "- id: x\n")
    write(tmp_path / "lib" / "other" / "c.yaml", "id: x")
    write(tmp_path / "lib" / "term" / "d.yaml", TERM.format("d"))
    bad = notice("bus")
    del bad.data["date"]
    write_package(tmp_path / "page.json", notice("hall"), bad)
    records, found = gathered(tmp_path / "lib", tmp_path / "page.json")
    assert ids(records) == ["ocds-hall", "term/d"]
    told = {(each.file, each.where): each.why for each in found.refused}
    assert set(told) == {
        ("term/a.yaml", "item 1 (term/a)"), ("term/b.yaml", "item 1 (x)"), ("other/c.yaml", ""),
        ("page.json", "releases[1]"),
    }  # fmt: skip
    assert "not a kind" in told["other/c.yaml", ""]
    assert "date" in told["page.json", "releases[1]"]


def test_of_a_file_that_is_cut_off_nothing_is_taken(tmp_path):
    path = write_package(tmp_path / "page.json", *(notice(f"n{number}") for number in range(50)))
    path.write_bytes(path.read_bytes()[:-900])
    write_package(tmp_path / "good.json", notice("good"))
    records, found = gathered(path, tmp_path / "good.json")
    assert ids(records) == ["ocds-good"]
    assert [(each.file, each.where) for each in found.refused] == [("page.json", "")]
    assert found.sources[0].format == ""


def test_a_file_that_is_no_data_is_told(tmp_path):
    write(tmp_path / "page.json", "<html>")
    write(tmp_path / "words.pdf", "%PDF-1.4")
    records, found = gathered(tmp_path / "page.json", tmp_path / "words.pdf")
    assert records == []
    assert [each.file for each in found.refused] == ["page.json", "words.pdf"]
    assert "PDF" in found.refused[1].why
    assert "Files that go along" in found.refused[1].why


@pytest.mark.parametrize("value", ["\ud800", float("nan"), {1, 2}, nested(100_000)], ids=type)
def test_what_cannot_be_written_down_is_refused(value):
    with pytest.raises(CannotPublish, match="cannot be written"):
        checked_line(call("roof", more=value))


def test_a_record_that_is_too_long_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(checking, "LONGEST_LINE", 1_000)
    write_package(tmp_path / "page.json", notice("bus"), notice("hall", description="x" * 900))
    records, found = gathered(tmp_path / "page.json")
    assert ids(records) == ["ocds-bus"]
    assert "too long" in found.refused[0].why


def test_a_merged_contract_that_is_too_long_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(checking, "LONGEST_LINE", 1_000)
    many = [{"id": str(number), "title": "x" * 60} for number in range(6)]
    write_package(tmp_path / "1.json", notice("bus", items=many))
    other = [{"id": f"b{number}", "title": "x" * 60} for number in range(6)]
    write_package(tmp_path / "2.json", notice("bus", release="2", on="2026-11-09", items=other))
    records, found = gathered(tmp_path / "1.json", tmp_path / "2.json")
    assert records == []
    assert "too long" in found.refused[0].why


@pytest.mark.skipif(os.name != "posix", reason="names of this sort are of POSIX")
def test_hostile_names_of_files_are_shown_without_what_is_hidden_in_them(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in (
        "a\nb.json",
        "\u202egpj.json",
        "\x1b[31mred.json",
        "x" * 200 + ".json",
        "-rf.json",
    ):
        write_package(folder / name, notice("bus"))
    raw = os.fsencode(folder) + b"/\xff\xfe.json"
    Path(os.fsdecode(raw)).write_text("{")
    os.mkfifo(folder / "pipe.json")
    (folder / "link.json").symlink_to("/etc/passwd")
    (folder / "round").symlink_to(folder)
    (folder / "folder.json").mkdir()
    records, found = gathered(folder)
    assert ids(records) == ["ocds-bus"]
    for name in [each.name for each in found.sources] + [each.file for each in found.refused]:
        assert name.isprintable()
        name.encode()
    assert {each.file for each in found.refused} == {".json", "link.json"}


@pytest.mark.skipif(os.name != "posix", reason="names of this sort are of POSIX")
def test_hostile_names_among_texts_are_no_trouble(tmp_path):
    write(tmp_path / "lib" / "term" / "a\n\u202e.yaml", TERM.format("a"))
    write(tmp_path / "lib" / "term" / "b\x1b.yaml", "- words")
    (tmp_path / "lib" / "term" / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "lib" / "term" / "pipe.yaml")
    records, found = gathered(tmp_path / "lib")
    assert ids(records) == ["term/a"]
    assert [each.file for each in found.refused] == ["term/b.yaml"]


def test_a_source_that_is_not_there_is_said(tmp_path):
    with pytest.raises(CannotUseInput) as refused:
        gather([tmp_path / "nothing-here.json"])
    assert "nothing-here" in refused.value.message


def test_somebody_can_watch_and_stop(tmp_path):
    write_package(tmp_path / "page.json", notice("bus"))
    seen = []

    def look(words, done):
        seen.append((words, done))
        raise Stopped

    with pytest.raises(Stopped):
        gather([tmp_path / "page.json"], look)
    assert seen == [("Reading page.json", 0)]


@pytest.mark.parametrize(("number", "error"), [(28, DiskFull), (5, CannotUseInput)])
def test_a_disk_that_fails_is_told_in_words(tmp_path, monkeypatch, number, error):
    write_package(tmp_path / "page.json", notice("bus"))

    def failing(spool, line):
        raise OSError(number, "it failed")

    monkeypatch.setattr("vcs_desktop.publishing.spool.Spool.put", failing)
    with pytest.raises(error):
        gather([tmp_path / "page.json"])
