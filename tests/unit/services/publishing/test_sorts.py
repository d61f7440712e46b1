"""What is put in is named in words that an officer knows."""

import docx
import pytest

from tests.support.council_office import WARM
from tests.support.library_examples import notice, write_package
from tests.support.publisher_book import template_filled
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.feeds.shape import Container, Family, Shape
from vcs_desktop.services.publishing import sorts


def test_a_workbook_contracts_and_a_folder_are_named(tmp_path):
    write_package(tmp_path / "page.json", notice("bus"))
    template_filled(tmp_path / "book.xlsx", Grants=[WARM])
    assert sorts.what_is(tmp_path / "page.json") == "Contracts (OCDS)"
    assert sorts.what_is(tmp_path / "book.xlsx") == "The workbook of a council"
    assert sorts.what_is(tmp_path) == "A folder with 2 files"


@pytest.mark.parametrize("family", Family)
def test_every_family_of_formats_has_words(monkeypatch, tmp_path, family):
    path = tmp_path / "file"
    path.touch()
    name = Shape(family, Container.JSON).name
    monkeypatch.setattr(sorts, "feed_of", lambda _path: type("Feed", (), {"format": name}))
    assert sorts.what_is(path) != name


def test_what_is_nothing_to_publish_is_refused_in_words(tmp_path):
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n")
    for path in (picture, tmp_path / "nowhere"):
        with pytest.raises(CannotUseInput) as refused:
            sorts.what_is(path)
        assert refused.value.advice


@pytest.mark.parametrize("name", ["form.pdf", "MAP.PNG", "form.docx"])
def test_a_form_is_told_where_forms_go(tmp_path, name):
    form = tmp_path / name
    if name.endswith("docx"):
        docx.Document().save(form)
    else:
        form.write_bytes(b"%PDF-1.7 a form" if name.endswith("pdf") else b"\x89PNG\r\n")
    with pytest.raises(CannotUseInput) as refused:
        sorts.what_is(form)
    assert refused.value.message.startswith("This is a ")
    assert "Files that go along" in refused.value.advice
