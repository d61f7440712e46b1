"""Facts for an application: on paper and as a web page, each figure with its numbered source."""

import re
from datetime import date

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vcs_desktop.core.errors import CannotUseInput, FolderNotWritable
from vcs_desktop.documents.fact_sheet import FactSheet, SheetFact, write_fact_sheet
from vcs_desktop.documents.fact_sheet.content import MOST_ROWS, text_of
from vcs_desktop.documents.fact_sheet.files import page_of
from vcs_desktop.documents.fact_sheet.pdf import pdf_of
from vcs_desktop.domain.library import Provenance
from vcs_desktop.domain.reference import CommunityFact

DAY = date(2026, 11, 23)
OGL = "Open Government Licence v3.0"


def fact(name="People", value=725314.0, *, place="Oxfordshire", year=2021, source="Census", **more):
    told = Provenance(source, "https://example.org/census", OGL, as_of=date(year, 3, 21))
    return CommunityFact(
        f"fact/{name}/{place}/{year}", name, value, more.pop("unit", "people"),
        place=place, provenance=told, **more,
    )  # fmt: skip


def sheet(*facts):
    return FactSheet(DAY, facts)


def words_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    pages = [each.get_textpage().get_text_bounded() for each in document]
    document.close()
    return [" ".join(page.split()) for page in pages]


OXFORD = fact(place="Oxford", value=162040.0)
OLD = fact(year=2011, value=653798.0, source="Census of 2011")
WHOLE = SheetFact(
    fact(text="That is 71,516 more than ten years before."),
    editions=(OLD,),
    not_comparable="The borders moved.",
    places=(OXFORD,),
)


def test_a_figure_says_its_unit_its_place_its_day_and_its_source():
    (page,) = words_of(pdf_of(sheet(WHOLE)))
    assert page.startswith("Facts for an application People 725,314 people [1] Oxfordshire")
    assert "Figure of 21 March 2021" in page
    assert "That is 71,516 more" in page
    assert f"1. Census. Licence: {OGL}. https://example.org/census" in page
    assert "Put together on Monday 23 November 2026" in page


def test_other_places_and_other_editions_stand_beside_it_with_their_sources():
    (page,) = words_of(pdf_of(sheet(WHOLE)))
    assert "The same in other places Place Figure Oxford 162,040 people [1]" in page
    assert "Do not compare them. The borders moved." in page
    assert "21 March 2011 653,798 people [2]" in page
    assert "2. Census of 2011." in page


def test_what_stands_on_the_sheet_by_itself_is_not_listed_again():
    page = page_of(sheet(WHOLE, SheetFact(OXFORD)))
    assert page.count("162,040") == 1
    assert "The same in other places" not in page


def test_an_older_figure_leads_to_the_newer_one():
    page = page_of(sheet(SheetFact(OLD, newest=fact())))
    assert "There is a newer figure, of 21 March 2021: 725,314 people." in page


def test_a_figure_that_is_not_given_stays_so_and_without_a_source_has_no_number():
    bare = CommunityFact("fact/bare", "How many", None, "people")
    page = page_of(sheet(SheetFact(bare)))
    assert "No figure is given" in page
    assert "The day is not given" in page
    assert "[1]" not in page
    assert "Sources" not in page


def test_in_the_web_page_a_number_leads_to_its_source():
    page = page_of(sheet(WHOLE))
    assert page.count('<a href="#source-1">[1]</a>') == 2
    assert '<li id="source-1"' in page
    assert re.findall(r"<h(\d)", page) == ["1", "2", "3", "3", "2"]


def test_every_word_of_the_paper_is_on_the_web_page_too():
    page = page_of(sheet(WHOLE))
    for said in ("725,314 people", "162,040 people", "653,798 people", "The borders moved", OGL):
        assert said in page


def test_more_than_fits_goes_on_over_the_page():
    many = [SheetFact(fact(f"Number {n}", text="Some words. " * 40)) for n in range(12)]
    pages = words_of(pdf_of(sheet(*many)))
    assert len(pages) > 1
    assert pages[1].endswith("Page 2")
    assert "Page" not in pages[0].rsplit("newer figure.", 1)[-1]
    assert all(any(f"Number {n}" in page for page in pages) for n in range(12))


def test_letters_get_a_little_smaller_before_a_second_page_is_begun():
    some = [SheetFact(fact(f"Number {n}", text="Some words.")) for n in range(8)]
    assert len(words_of(pdf_of(sheet(*some)))) == 1


def test_a_very_long_list_of_places_ends():
    places = tuple(fact(place=f"Place {n}", value=float(n)) for n in range(50))
    text, _ = text_of(sheet(SheetFact(fact(), places=places)))
    assert len(text[-1].rows) == MOST_ROWS


@given(st.text(max_size=200), st.text(max_size=60))
@settings(max_examples=25, deadline=None)
def test_whatever_a_source_writes_is_words_and_never_markup(words, place):
    hostile = fact(words + "<b>&", place=place, text=words * 5, source=words)
    made = sheet(SheetFact(hostile, places=(hostile,)))
    assert "<b>&" not in page_of(made)
    assert pdf_of(made).startswith(b"%PDF")


def test_both_files_are_written_side_by_side(tmp_path):
    out = tmp_path / "new folder" / "facts.pdf"
    write_fact_sheet(out, sheet(WHOLE))
    assert out.read_bytes().startswith(b"%PDF")
    assert out.with_suffix(".html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_the_same_facts_make_the_same_file():
    assert pdf_of(sheet(WHOLE)) == pdf_of(sheet(WHOLE))


def test_another_name_than_that_of_a_pdf_is_refused(tmp_path):
    with pytest.raises(CannotUseInput):
        write_fact_sheet(tmp_path / "facts.doc", sheet(WHOLE))


def test_a_folder_that_cannot_be_written_says_so(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(FolderNotWritable):
        write_fact_sheet(tmp_path / "file" / "facts.pdf", sheet(WHOLE))
