"""The files of a record are told with what they are, looked at apart, and saved as they came."""

import hashlib

import pytest

from tests.support.library_examples import call
from tests.support.paper_files import a_pdf, a_picture
from tests.support.signed_trees import DIGITS
from vcs_desktop.core.errors import NotFound
from vcs_desktop.core.file_errors import FileNotSaved, NameTaken
from vcs_desktop.domain.attachments import is_pointer, name_for
from vcs_desktop.feeds.preview import OtherKind
from vcs_desktop.services.arrivals.along import NotHereYet
from vcs_desktop.services.arrivals.files import can_be_looked_at, can_be_opened

FORM, PAGE, PROGRAM = a_pdf("Fill this in"), b"<script>alert(1)</script>", b"MZ a program"


def pointing(*contents):
    documents = [
        {"title": title, "url": f"attachments/{hashlib.sha256(each).hexdigest()}"}
        for title, each in contents
    ]
    return call("halls", documents=documents)


@pytest.fixture
def here(laptop, office):
    """Return the files of a record: a form, a web page that is text, and a program."""
    named = (("Form", FORM), ("Page.html", PAGE), ("Fill/in.exe", PROGRAM))
    office.publish(pointing(*named), attachments=(FORM, PAGE, PROGRAM))
    laptop.arrivals.take_in(office.folder, trust=DIGITS)
    return laptop.arrivals.files.of_record("call/halls").files


def test_each_is_told_with_its_title_its_size_and_what_it_is(here):
    assert [(each.title, each.size, each.is_here) for each in here] == [
        ("Form", len(FORM), True),
        ("Page.html", len(PAGE), True),
        ("Fill/in.exe", len(PROGRAM), True),
    ]
    assert [each.name for each in here] == ["Form.pdf", "Page.html.txt", "Fill in.exe"]
    assert [can_be_looked_at(each) for each in here] == [True, False, False]
    assert [can_be_opened(each) for each in here] == [True, True, False]


def test_what_a_document_is_called_says_what_is_in_it():
    assert name_for("Map.JPEG", "image/jpeg") == "Map.JPEG"
    assert name_for("", "application/pdf") == "file.pdf"
    assert name_for("../../con", "application/pdf") == "_con.pdf"
    assert name_for("Hall rules.pdf.exe", "application/pdf") == "Hall rules.pdf.exe.pdf"
    assert is_pointer(f"attachments/{'0' * 64}")
    assert not is_pointer("https://example.org/attachments/1")


def test_a_page_is_looked_at_and_what_is_no_document_is_not(laptop, here):
    page = laptop.arrivals.files.page(here[0], width=200)
    assert (page.pages, page.text.strip()) == (1, "Fill this in")
    with pytest.raises(OtherKind):
        laptop.arrivals.files.page(here[1], width=200)


def test_a_copy_is_saved_as_it_came_and_over_another_file_only_when_that_was_said(
    laptop, here, tmp_path
):
    files, out = laptop.arrivals.files, tmp_path / "Form.pdf"
    assert files.save(here[0], out).read_bytes() == FORM
    out.write_bytes(b"mine")
    with pytest.raises(NameTaken):
        files.save(here[0], out)
    assert out.read_bytes() == b"mine"
    files.save(here[0], out, replace=True)
    assert out.read_bytes() == FORM
    with pytest.raises(FileNotSaved):
        files.save(here[0], out / "in a file" / "Form.pdf")


def test_one_that_the_disk_hurt_is_neither_shown_nor_saved_and_is_missing_then(
    laptop, here, tmp_path
):
    kept = laptop.folder / "attachments" / here[0].sha256
    kept.write_bytes(a_picture().ljust(len(FORM), b" ")[: len(FORM)])
    with pytest.raises(NotHereYet):
        laptop.arrivals.files.save(here[0], tmp_path / "Form.pdf")
    assert not (tmp_path / "Form.pdf").exists()
    now = laptop.arrivals.files.of_record("call/halls")
    assert [each.is_here for each in now.files] == [False, True, True]
    assert now.missing_bytes == len(FORM)


def test_a_record_that_is_gone_has_no_files(laptop, here):
    assert laptop.arrivals.files.of_record("call/nothing").files == ()
    with pytest.raises(NotFound):
        laptop.arrivals.file("0" * 64)
