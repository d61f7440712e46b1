"""The committee sheet, from a library on disk to the files."""

import json
from datetime import date

import pypdfium2 as pdfium
import pytest

from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.domain.group import GroupProfile, LegalForm
from vcs_desktop.services.fit import FitService
from vcs_desktop.services.library import LibraryService
from vcs_desktop.services.sheet import SheetService
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.migrate import make_ready

TODAY = date(2026, 11, 22)
GROUP = GroupProfile(
    name="Riverside Lunch Club",
    legal_form=LegalForm.UNINCORPORATED_WITH_RULES,
    annual_income_pence=1_840_000,
    areas=("E07000178",),
    activities=("lunch club",),
    beneficiaries=("older people",),
    bank_signatories=2,
)


def call(number, **changes):
    told = {
        "id": f"grant/{number}",
        "grantName": f"Grant number {number}",
        "grantShortDescription": "For lunch clubs.",
        "fundingOrganization": {"name": "Hearth Fund"},
        "grantLocation": [{"geoCode": "E10000025", "name": "Oxfordshire"}],
        "legalForms": ["unincorporated_with_rules"],
        "incomeMax": 50_000,
        "grantMinimumAward": 500,
        "grantMaximumAward": 2_000,
        "grantApplicationCloseDate": "2026-12-04T12:00",
        "themes": ["lunch club"],
    }
    return told | changes


@pytest.fixture
def sheets(tmp_path):
    """Return a function that fills a library with some grants and gives its sheet service."""
    databases = []

    def filled(*calls):
        path = tmp_path / "library.db"
        make_ready(path)
        database = Database(path)
        databases.append(database)
        clock = FixedClock.on(TODAY)
        file = tmp_path / "grants.json"
        file.write_text(json.dumps({"fundingCalls": calls}), "utf-8")
        report = LibraryService(database, clock, tmp_path / "none").load([file])
        assert [each.refused for each in report.files] == [()]
        return SheetService(database, clock, FitService(database, clock), tmp_path / "pages")

    yield filled
    for database in databases:
        database.close()


def words_of(path):
    document = pdfium.PdfDocument(path)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


def test_chosen_grants_stand_in_the_order_in_which_they_were_chosen(sheets, tmp_path):
    out = tmp_path / "committee.pdf"
    report = sheets(call(1), call(2), call(3)).make(["grant/3", "grant/1"], GROUP, out)
    assert report.ids == ("grant/3", "grant/1")
    assert report.left_out == ()
    text = words_of(out)
    assert text.index("Grant number 3") < text.index("Grant number 1")
    assert "Grant number 2" not in text
    assert "Riverside Lunch Club" in text


def test_the_same_lies_beside_it_as_a_web_page(sheets, tmp_path):
    report = sheets(call(1)).make(["grant/1"], GROUP, tmp_path / "committee.pdf")
    assert report.html == tmp_path / "committee.html"
    assert "Grant number 1" in report.html.read_text("utf-8")


def test_each_is_judged_for_the_group_on_the_day(sheets, tmp_path):
    out = tmp_path / "committee.pdf"
    service = sheets(call(1), call(2, incomeMax=1_000))
    service.make(["grant/1", "grant/2"], GROUP, out)
    assert "1 you can apply for, 1 you cannot apply for." in words_of(out)
    service.make(["grant/1"], GROUP, out, on=date(2026, 12, 5))
    text = words_of(out)
    assert "It has closed" in text
    assert "Made on Saturday 5 December 2026" in text


def test_without_a_choice_the_first_ten_that_are_not_ruled_out_are_taken(sheets, tmp_path):
    calls = [call(n) for n in range(1, 12)] + [call(99, incomeMax=1_000)]
    report = sheets(*calls).make([], GROUP, tmp_path / "committee.pdf")
    assert len(report.ids) == 10
    few = sheets(call(99, incomeMax=1_000)).make([], GROUP, tmp_path / "few.pdf")
    assert "grant/99" not in few.ids


def test_what_is_not_in_the_library_is_left_out_and_told(sheets, tmp_path):
    report = sheets(call(1)).make(["grant/1", "gone"], GROUP, tmp_path / "committee.pdf")
    assert report.ids == ("grant/1",)
    assert report.left_out == ("gone",)


def test_what_is_chosen_twice_stands_once(sheets, tmp_path):
    report = sheets(call(1)).make(["grant/1", "grant/1"], GROUP, tmp_path / "committee.pdf")
    assert report.ids == ("grant/1",)


def test_nothing_to_decide_on_is_said_in_words_and_writes_nothing(sheets, tmp_path):
    service = sheets(call(1, incomeMax=1_000))
    for ids in ([], ["gone"]):
        with pytest.raises(CannotUseInput) as caught:
            service.make(ids, GROUP, tmp_path / "committee.pdf")
        assert caught.value.message == "There is nothing to put on the committee sheet."
    assert not (tmp_path / "committee.pdf").exists()


def test_source_and_practice_come_from_the_library(sheets, tmp_path):
    out = tmp_path / "committee.pdf"
    given = call(1, practice=True, source="Hearth Fund", licence="Facts only", asOf="2026-11-02")
    sheets(given).make(["grant/1"], GROUP, out)
    text = words_of(out)
    assert "Source: Hearth Fund. Licence: Facts only. Checked on 2 November 2026." in text
    assert "This is not real money" in text
