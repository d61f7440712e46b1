"""Applications as files, and copies of what was sent: everything in them, and never changed."""

import json
import zipfile
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.support.application_examples import WARM
from tests.support.paper_files import a_pdf, put
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.file_errors import FileDamaged
from vcs_desktop.documents.zip_files import zip_of
from vcs_desktop.domain.applications import KeptCopy, Signature
from vcs_desktop.domain.budgets import Budget, BudgetLine, budget_id
from vcs_desktop.domain.group_documents import DocumentKind
from vcs_desktop.domain.kinds import BUDGET
from vcs_desktop.domain.papers import Paper
from vcs_desktop.domain.people import Person
from vcs_desktop.services.applications import kept_copy
from vcs_desktop.services.applications.papers_out import NothingToKeep
from vcs_desktop.wire.record import digest


@pytest.fixture
def written(inside, tmp_path):
    """An application with answers, a budget, a paper with its file and one who signs."""
    id_ = inside.applications.start_from_call(WARM)
    for held in inside.applications.opened(id_).answers:
        text = f"About {held.thing.question}"
        inside.applications.save_answer(held, replace(held.thing, text=text))
    added = inside.papers.add_files([put(tmp_path, "bank.pdf", a_pdf("Balance"))])
    paper = inside.papers.paper(added.papers[0].id)
    inside.papers.save(paper, replace(paper.thing, name="Statement of October"))
    jean = inside.people.add(Person(name="Jean Marsh"))
    held = inside.applications.application(id_)
    needed = [replace(each, paper=paper.thing.id) if each.name == "Bank statement" else each
              for each in held.thing.papers]  # fmt: skip
    inside.applications.save(
        held, replace(held.thing, papers=tuple(needed), signatures=(Signature(jean, "Chair"),))
    )
    with inside.records.acting("add") as act:
        budget = Budget(application=id_, lines=(BudgetLine("a", what="Oven", unit_pence=5_00),))
        inside.records.new_in(act, BUDGET, budget, budget_id(id_))
    return id_


def names_in(path):
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()


@pytest.mark.parametrize("suffix", [".pdf", ".html", ".docx", ".xlsx", ".txt", ".zip"])
def test_it_is_written_as_what_its_name_says(inside, written, tmp_path, suffix):
    out = inside.application_papers.make(written, tmp_path / f"out{suffix}")
    assert out.stat().st_size > 200
    assert out.stat().st_mode & 0o777 == 0o600


def test_another_kind_of_file_is_refused(inside, written, tmp_path):
    with pytest.raises(CannotUseInput):
        inside.application_papers.make(written, tmp_path / "out.odt")


def test_a_zip_has_all_that_people_read_the_papers_and_what_programs_read(
    inside, written, tmp_path
):
    out = inside.application_papers.make(written, tmp_path / "all.zip")
    assert sorted(names_in(out)) == [
        "application.docx",
        "application.html",
        "application.json",
        "application.pdf",
        "application.txt",
        "budget.xlsx",
        "papers/01 bank.pdf",
    ]
    with zipfile.ZipFile(out) as archive:
        told = json.loads(archive.read("application.json"))
    assert told["application"]["name"] == WARM.title
    assert len(told["answers"]) == len(WARM.questions)
    assert "Jean Marsh" in told["names"].values()
    assert "Statement of October" in told["names"].values()


def test_a_kept_copy_says_for_ever_what_was_sent(inside, written):
    copy = inside.application_papers.keep(written, by=" Asha  Patel ", note="By post")
    assert (copy.number, copy.by, copy.note) == (1, "Asha Patel", "By post")
    before = inside.applications.whole(written)
    for held in inside.applications.opened(written).answers:
        inside.applications.save_answer(held, replace(held.thing, text="Something else"))
    inside.records.put_in_bin(before.application.papers[0].paper)
    read = inside.application_papers.read(copy)
    assert read.whole.answers == before.answers
    assert read.whole.budget == before.budget
    assert "papers/01 bank.pdf" in read.files


def test_a_correction_is_the_next_copy_and_the_first_stays(inside, written):
    first = inside.application_papers.keep(written)
    second = inside.application_papers.keep(written)
    assert [first.number, second.number] == [1, 2]
    kept = inside.applications.application(written).thing.copies
    assert [each.sha256 for each in kept] == [first.sha256, second.sha256]


def test_the_same_words_have_the_same_hash_and_others_another(inside, written, clock):
    first = inside.application_papers.keep(written)
    clock.go_on(86_400)
    second = inside.application_papers.keep(written)
    held = inside.applications.opened(written).answers[0]
    inside.applications.save_answer(held, replace(held.thing, text="Other words"))
    third = inside.application_papers.keep(written)
    assert first.sha256 == second.sha256 != third.sha256
    assert second.on == first.on + timedelta(days=1)


def test_a_kept_copy_cannot_be_undone(inside, written):
    inside.application_papers.keep(written)
    inside.records.undo()
    assert len(inside.applications.application(written).thing.copies) == 1


def test_a_copy_that_is_not_what_was_kept_is_noticed(inside, written):
    copy = inside.application_papers.keep(written)
    with pytest.raises(FileDamaged):
        inside.application_papers.read(replace(copy, sha256="0" * 64))
    not_ours = inside.blobs.keep("a.zip", b"no zip at all")
    with pytest.raises(FileDamaged):
        inside.application_papers.read(KeptCopy("x", file=not_ours))


def a_zip(content=b"words", **about):
    """Return a zip with one file in it, of which a program was told something else."""
    made = bytearray(zip_of({"application.json": content, "application.pdf": content}))
    for at in (made.index(b"PK\x03\x04"), made.index(b"PK\x01\x02")):
        place = at + (6 if made[at + 2] == 3 else 8)
        if "flags" in about:
            made[place : place + 2] = about["flags"].to_bytes(2, "little")
        if "method" in about:
            made[place + 2 : place + 4] = about["method"].to_bytes(2, "little")
    if "broken" in about:
        made[made.index(b"application.json") + len("application.json")] = 0xFF
    return bytes(made)


@pytest.mark.parametrize(
    "content",
    [
        a_zip(flags=1),
        a_zip(method=99),
        a_zip(broken=True),
        a_zip(b"[" * 100_000),
        a_zip(b"[]"),
        a_zip(b'{"budget": 5}'),
        zip_of({}),
    ],
    ids=["locked", "packed otherwise", "broken inside", "deep", "a list", "no records", "empty"],
)
def test_a_zip_that_somebody_made_to_do_harm_is_told_to_be_damaged(inside, content):
    stored = inside.blobs.keep("a.zip", content)
    told = digest([]) if b"[]" in content else digest({"budget": 5})
    with pytest.raises(FileDamaged):
        inside.application_papers.read(KeptCopy("x", file=stored, sha256=told))


@pytest.mark.parametrize("content", [a_zip(flags=1), a_zip(method=99)])
def test_no_page_is_taken_out_of_such_a_zip(inside, content, tmp_path):
    stored = inside.blobs.keep("a.zip", content.replace(b"application.json", b"application.docx"))
    with pytest.raises(FileDamaged):
        inside.application_papers.make_from_copy(KeptCopy("x", file=stored), tmp_path / "a.docx")


def test_what_would_unpack_to_far_too_much_is_not_unpacked(inside, monkeypatch):
    monkeypatch.setattr(kept_copy, "MOST_BYTES", 100)
    stored = inside.blobs.keep("a.zip", a_zip(b"x" * 500))
    with pytest.raises(FileDamaged):
        inside.application_papers.read(KeptCopy("x", file=stored))


def test_no_plain_file_of_a_copy_is_ever_left(inside, written, tmp_path):
    before = {each for each in tmp_path.rglob("*") if each.is_file()}
    inside.application_papers.keep(written, by="Zebedee")
    new = {each for each in tmp_path.rglob("*") if each.is_file()} - before
    assert new
    assert all(b"About What does" not in each.read_bytes() for each in new)


def test_a_copy_can_be_saved_as_the_zip_that_it_is(inside, written, tmp_path):
    copy = inside.application_papers.keep(written)
    out = inside.application_papers.make_from_copy(copy, tmp_path / "sent.zip")
    assert "application.pdf" in names_in(out)


def test_nothing_is_not_kept(inside):
    id_ = inside.applications.start_from_call(WARM)
    for held in inside.applications.opened(id_).answers:
        inside.records.put_in_bin(held.thing.id)
    with pytest.raises(NothingToKeep):
        inside.application_papers.keep(id_)


def test_a_check_by_a_second_person_is_of_what_stands_there_that_day(inside, written, clock):
    held = inside.application_papers.mark_checked(written, "Sam  Okafor")
    assert (held.thing.checked_by, held.thing.checked_on) == ("Sam Okafor", clock.today())


def test_papers_without_a_file_are_told_and_not_put_in(inside, written, tmp_path):
    rules = inside.papers.add(Paper(kind=DocumentKind.CONSTITUTION, agreed_on=date(2024, 5, 1)))
    held = inside.applications.application(written)
    needed = [
        replace(each, paper=rules) for each in held.thing.papers if each.name == "Group rules"
    ]
    inside.applications.save(held, replace(held.thing, papers=tuple(needed)))
    sheet = inside.application_papers.sheet(written)
    assert [(each.asked, each.file, each.dated) for each in sheet.papers] == [
        ("Group rules", None, date(2024, 5, 1))
    ]
