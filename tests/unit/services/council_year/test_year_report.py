"""The yearly report to OSCA, out of a plan and an export of the inbox, as files."""

import csv
import io
import json
from datetime import UTC, datetime

import docx
import pytest

from tests.support.council_year import COMPACT, OXFORD, Inbox, a_full_inbox, written_plan
from tests.support.publisher_book import template_filled
from tests.support.vault_examples import MovableClock
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.documents.osca_report import report_sheet
from vcs_desktop.domain.action_plan import Action, Progress
from vcs_desktop.domain.reading import Items, plain
from vcs_desktop.services.council_year import Promise, YearReportService
from vcs_desktop.services.council_year.reports import read_export
from vcs_desktop.wire.service_inbox_json import export_as_json


@pytest.fixture
def reports():
    clock = MovableClock()
    clock.moment = datetime(2027, 12, 1, 9, tzinfo=UTC)
    return YearReportService(clock, lambda: [Promise(COMPACT, "See how the Compact can be used")])


@pytest.fixture
def written(reports, tmp_path):
    report = reports.report(
        written_plan(tmp_path), read_export(a_full_inbox().export(tmp_path)), 2027, "The Council"
    )
    files = reports.write(report, tmp_path / "out")
    return {path.name: path for path in files}


def rows(path):
    return [*csv.reader(io.StringIO(path.read_text("utf-8-sig")))]


def said_in(report):
    said = []
    for block in report_sheet(report).text:
        lines = [item.line for item in block.items] if isinstance(block, Items) else ()
        said += map(plain, lines or [getattr(block, "line", ())])
    return "\n".join(said)


def words_of(path):
    document = docx.Document(path)
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


def test_the_report_is_a_web_page_a_word_file_and_two_tables(written):
    assert list(written) == [
        "osca-report-2027.html", "osca-report-2027.docx", "osca-report-2027-plan.csv",
        "osca-report-2027-shared.csv",
    ]  # fmt: skip
    for words in (
        written["osca-report-2027.html"].read_text("utf-8"),
        words_of(written["osca-report-2027.docx"]),
    ):
        for said in (
            "The council and local groups in 2027: report to OSCA",
            "From: The Council.",
            "For: See how the Compact can be used",
            "Stronger communities team",
            "The board was chosen anew.",
            "The first morning was held in Oxford.",
            "Vale of White Horse",
            "Its day is over.",
        ):
            assert said in words
        assert "A trainer was found" not in words  # that was the year before
        assert "Aunt Example" not in words


def test_a_report_of_a_year_that_goes_on_says_that_it_is_not_to_be_handed_on(reports, tmp_path):
    shared = read_export(a_full_inbox().export(tmp_path))
    first_look = "This is a first look, for the council only."
    assert first_look in said_in(reports.report(None, shared, 2027))
    assert "That year is not over." in said_in(reports.report(None, shared, 2027))
    assert first_look not in said_in(reports.report(None, None, 2027))  # no numbers, no danger
    assert first_look not in said_in(reports.report(None, shared, 2026))


def test_two_reports_of_one_year_give_away_what_one_group_took_back_so_each_says_so(reports):
    inbox = Inbox()
    inbox.need("food", OXFORD, 9)
    first = reports.report(None, inbox.items, 2027)
    second = reports.report(None, inbox.items[1:], 2027)
    assert first.shared.sorts[0].count - second.shared.sorts[0].count == 1
    for each in (first, second):
        assert "A report of a year is handed on once." in said_in(each)


def test_the_tables_say_what_the_page_says(written):
    head, *plan = rows(written["osca-report-2027-plan.csv"])
    assert head[0] == "What is done"
    by_title = {row[0]: row for row in plan}
    assert by_title["Train 40 treasurers"][2:5] == [
        "Stronger communities team", "2027-09-30", "On the way. Its day is over.",
    ]  # fmt: skip
    told = rows(written["osca-report-2027-shared.csv"])[1:]
    shared = {tuple(row[:3]): row[3:5] for row in told}
    assert all(row[5].startswith("This is a first look, for the council only.") for row in told)
    needs = "What people need, by district"
    assert shared[needs, "Food", "Oxford"] == ["6", ""]
    assert shared[needs, "Being alone", "Cherwell"] == ["", "not told"]
    assert shared[needs, "All", "All"] == ["45", ""]
    assert shared["What was shared", "A request for help", ""] == ["", "not told"]


def test_a_workbook_is_a_plan_too_and_a_report_can_do_without_what_was_shared(reports, tmp_path):
    rows_of_plan = (
        {"Title": "Capacity", "Level": "priority"},
        {"Title": "Train treasurers", "Level": "commitment", "Belongs to": "Capacity"},
        {"Title": "Two mornings", "Level": "action", "Belongs to": "Train treasurers",
         "How far it is": "Done"},
    )  # fmt: skip
    book = template_filled(tmp_path / "book.xlsx", Action_plan=rows_of_plan)
    report = reports.report(book, None, 2027)
    assert [(each.title, each.serves) for each in report.actions] == [
        ("Two mornings", "Train treasurers")
    ]
    assert report.how_many(Progress.DONE) == 1
    names = [each.name for each in reports.write(report, tmp_path)]
    assert names == ["osca-report-2027.html", "osca-report-2027.docx", "osca-report-2027-plan.csv"]
    assert "was not put in" in (tmp_path / names[0]).read_text("utf-8")


def test_an_action_that_cannot_be_published_is_not_reported_either(reports, tmp_path):
    plan = written_plan(tmp_path, [Action("a", "Meet", progress=Progress.LATE)])
    with pytest.raises(CannotUseInput) as told:
        reports.report(plan, None, 2027)
    assert "Action 1: Meet" in told.value.message


def test_several_pages_of_an_export_are_one_and_what_is_there_twice_counts_once(tmp_path):
    inbox = Inbox()
    inbox.need("food", "E07000178", 7)
    pages = [export_as_json(inbox.items[:5]), export_as_json(inbox.items[3:])]
    path = tmp_path / "pages.json"
    path.write_text(json.dumps(pages), "utf-8")
    assert len(read_export(path)) == 7


def test_what_was_sealed_counts_by_what_it_says_where_the_export_has_it_opened(reports, tmp_path):
    inbox = Inbox()
    inbox.need("food", "E07000178", 7, sealed=True)
    closed = export_as_json(inbox.items)
    for item in closed["items"]:
        item["says"] = {
            "format": 1, "kind": "need", "uuid": item["uuid"], "made_on": "2027-05-04",
            "fields": {"topic": "food", "area": "E07000178"},
        }  # fmt: skip
    path = tmp_path / "opened.json"
    path.write_text(json.dumps(closed), "utf-8")
    (needs, *_) = reports.report(None, reports.exported(path), 2027).shared.tables
    assert needs.table.rows == ("Food",)
    assert needs.table.cells == ((7,), (7,))


@pytest.mark.parametrize("text", ["", "{}", "[7]", '{"items": [7]}', '{"items": [{}]}', "[" * 9999])
def test_what_is_no_export_is_told(reports, tmp_path, text):
    path = tmp_path / "odd.json"
    path.write_text(text, "utf-8")
    with pytest.raises(CannotUseInput) as told:
        reports.exported(path)
    assert "exports" in told.value.message


@pytest.mark.parametrize("year", [2021, 2101])
def test_a_year_of_no_strategy_has_no_report(reports, year):
    with pytest.raises(CannotUseInput):
        reports.report(None, None, year)


def test_a_report_can_be_about_each_year_since_the_strategy_began(reports):
    assert reports.years() == (2027, 2026, 2025, 2024, 2023, 2022)
