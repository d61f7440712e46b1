"""The workbook of a council: kind in what it takes, strict in what it gives."""

import zipfile
from datetime import date, datetime

import pytest

from tests.support.feed_files import grant, write_xlsx
from tests.support.publisher_book import (
    A_FACT,
    A_GRANT,
    AN_ACTION,
    AN_EVENT,
    book_of,
    read,
    template_filled,
)
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.domain.from_record import thing_of
from vcs_desktop.domain.library import Kind
from vcs_desktop.feeds.publisher_workbook import sheets
from vcs_desktop.feeds.reading import open_feed


def one(path):
    records, refused = read(path)
    assert refused == []
    (record,) = records
    return record


def why(path):
    """Return the one refusal of a file that holds nothing else."""
    records, refused = read(path)
    assert records == []
    (refusal,) = refused
    return refusal


def grants(tmp_path, *rows):
    return template_filled(tmp_path / "book.xlsx", Grants=[A_GRANT | row for row in rows])


def test_a_grant_with_everything_is_a_funding_call(tmp_path):
    record = one(
        grants(
            tmp_path,
            {
                "Programme": "Winter",
                "Smallest amount": 250.5,
                "Largest amount": "£2,500",
                "Opening day": date(2026, 12, 1),
                "Closing day": datetime.fromisoformat("2027-01-31T12:00"),
                "State": "Opens later",
                "Areas": "Oxford; Blackbird Leys",
                "Kinds of group": "registered charity\nCIO",
                "Own money, in per cent": "10%",
                "Papers to send": "accounts; bank statement",
                "Questions on the form": "What will you do? (150 words)\nWho is it for?",
                "Page to apply on": "www.example.org/warm",
                "Day you checked it": "2 November 2026",
            },
        )
    )
    assert record.kind == Kind.FUNDING_CALL
    assert record.data == {
        "id": record.id,
        "grantName": "Warm rooms",
        "fundingOrganization": {"name": "The Council"},
        "grantProgramme": [{"title": "Winter"}],
        "grantMinimumAward": 250.5,
        "grantMaximumAward": 2500,
        "grantApplicationOpenDate": "2026-12-01",
        "grantApplicationCloseDate": "2027-01-31T12:00+00:00",
        "status": "forthcoming",
        "grantLocation": [{"name": "Oxford", "geoCode": "E07000178"}, {"name": "Blackbird Leys"}],
        "legalForms": ["charity", "cio"],
        "matchFundingPercent": 10,
        "requiredDocuments": [{"name": "accounts"}, {"name": "bank statement"}],
        "questions": [
            {"ref": "1", "text": "What will you do?", "limit": 150, "unit": "words"},
            {"ref": "2", "text": "Who is it for?"},
        ],
        "url": "https://www.example.org/warm",
        "asOf": "2026-11-02",
    }
    call = thing_of(record)
    assert (call.award_min_pence, call.award_max_pence) == (25_050, 250_000)


def test_an_event_is_one_with_its_time_in_london(tmp_path):
    row = AN_EVENT | {
        "Start": "9 July 2027, 10am",
        "End": datetime.fromisoformat("2027-07-09T12:00"),
        "Area": "Oxford",
    }
    record = one(template_filled(tmp_path / "book.xlsx", Events=[row]))
    assert record.data["startsAt"] == "2027-07-09T10:00+01:00"
    assert record.data["area"] == "E07000178"
    assert thing_of(record).ends_at.hour == 11


def test_an_action_belongs_to_the_row_whose_title_it_names(tmp_path):
    rows = [
        AN_ACTION | {"Belongs to": "capacity AND skills"},
        {"Title": "Capacity and skills", "Level": "Priority"},
    ]
    action, priority = read(template_filled(tmp_path / "book.xlsx", Action_plan=rows))[0]
    assert action.data["under"] == priority.id


def test_an_action_can_belong_to_what_was_published_before(tmp_path):
    row = AN_ACTION | {"Belongs to": "strategy/priority/capacity"}
    record = one(template_filled(tmp_path / "book.xlsx", Action_plan=[row]))
    assert thing_of(record).under == "strategy/priority/capacity"


def test_a_row_that_belongs_to_nothing_that_is_there_is_refused(tmp_path):
    row = AN_ACTION | {"Belongs to": "Capacty"}
    assert why(template_filled(tmp_path / "book.xlsx", Action_plan=[row])) == (
        "Action plan, row 3",
        "“Belongs to” says “Capacty”, which is the title of no row of this sheet.",
    )


def test_what_has_happened_since_is_told_with_its_days_the_oldest_first(tmp_path):
    said = "9 March 2027: Second: in Banbury\n2/2/2027: First\nNote: more is planned"
    row = AN_ACTION | {"What has happened": said}
    record = one(template_filled(tmp_path / "book.xlsx", Action_plan=[row]))
    assert record.data["since"] == [
        {"text": "Note: more is planned"},
        {"happenedOn": "2027-02-02", "text": "First"},
        {"happenedOn": "2027-03-09", "text": "Second: in Banbury"},
    ]


@pytest.mark.parametrize("said", ["31/02/2027: First", "30 Febuary 2027: First", "9 March 2027:"])
def test_news_with_a_day_that_is_none_or_with_nothing_to_tell_is_refused(tmp_path, said):
    row = AN_ACTION | {"What has happened": said}
    where, _ = why(template_filled(tmp_path / "book.xlsx", Action_plan=[row]))
    assert where == "Action plan, row 3"


def test_a_fact_keeps_its_figure(tmp_path):
    row = A_FACT | {"Place": "Oxford", "Figure": "18,450", "Unit": "people", "Out of": 150_000}
    record = one(template_filled(tmp_path / "book.xlsx", Facts=[row]))
    fact = thing_of(record)
    assert (fact.value, fact.among, fact.place) == (18_450, 150_000, "Oxford")


@pytest.mark.parametrize(
    ("heading", "said", "told"),
    [
        (
            "Closing day",
            "31/02/2026",
            "The closing day “31/02/2026” is no day. Write it like 31 January 2027.",
        ),
        ("Closing day", 46_000, "The closing day “46000” is no day. Write it like"),
        ("Opening day", "4 December 0206", "The opening day “4 December 0206” is no day."),
        ("Largest amount", "lots", "“Largest amount” says “lots”, which is no amount of money."),
        ("Largest amount", "1,000.505", "“Largest amount” says “1,000.505”, which is no amount"),
        ("Largest amount", -5, "“Largest amount” says “-5”, which is no amount of money."),
        ("Largest amount", True, "“Largest amount” says “True”, which is no amount of money."),
        ("Weeks to decide", 1e300, "915491585…”, which is no number."),
        ("Weeks to decide", 6.5, "“Weeks to decide” says “6.5”. It should be a whole number"),
        ("Open all year", "maybe", "“Open all year” says “maybe”. Write yes or no."),
        ("State", "opn", "“State” says “opn”. It should be one of: open; opens later; paused;"),
        ("Kinds of group", "club", "“Kinds of group” says “club”. It should be one of: a group"),
        ("Page to apply on", "our page", "“Page to apply on” says “our page”, which is no address"),
        ("Page to apply on", "javascript:alert(1)", "which is no address of a page."),
        ("Page to apply on", "https://[", "which is no address of a page."),
        ("Programme", True, "“Programme” says “TRUE”. It should be words."),
        ("Programme", "#REF!", "“Programme” has a formula that went wrong: it says #REF!."),
        ("What it is for", "x" * 20_001, "“What it is for” is longer than 20,000 letters."),
        ("Themes", ";".join("abc" * 100), "“Themes” has 300 things in its list."),
        ("Own money, in per cent", 200, "“Own money, in per cent” is 200; it should be between"),
        ("Id", "my id", "The Id “my id” cannot be used. Write letters, numbers and -"),
        ("Last day it holds", "3rd of May", "The last day it holds “3rd of May” is no day."),
    ],
)
def test_what_cannot_be_read_is_told_with_its_sheet_its_row_and_its_heading(
    tmp_path, heading, said, told
):
    where, words = why(grants(tmp_path, {heading: said}))
    assert where == "Grants, row 3"
    assert told in words
    assert words.endswith(".")


def test_what_does_not_go_together_is_told_in_the_words_of_the_sheet(tmp_path):
    assert why(grants(tmp_path, {"Smallest amount": 500, "Largest amount": 100}))[1] == (
        "“Smallest amount” is more than “Largest amount”."
    )


def test_everything_that_is_wrong_with_a_row_is_told_at_once(tmp_path):
    _, words = why(grants(tmp_path, {"Funder": None, "State": "opn", "Closing day": "soon"}))
    assert "“Funder” is empty." in words
    assert "“State” says" in words
    assert "“soon” is no day" in words


def test_a_wrong_row_takes_no_other_with_it(tmp_path):
    records, refused = read(
        grants(tmp_path, {}, {"Name of the grant": "B", "State": "x"}, {"Name of the grant": "C"})
    )
    assert [record.data["grantName"] for record in records] == ["Warm rooms", "C"]
    assert [where for where, _ in refused] == ["Grants, row 4"]


def test_headings_and_sheets_are_known_in_any_case_and_with_any_spaces(tmp_path):
    rows = [
        ["Our grants, 2027"],
        [],
        ["  name OF the  Grant", "FUNDER ", "closing-day"],
        ["A", "B", "1/2/27"],
    ]
    rows[-1][-1] = "1/2/2027"
    record = one(book_of(tmp_path / "b.xlsx", **{" GRANTS ": rows}))
    assert record.data["grantApplicationCloseDate"] == "2027-02-01"


def test_a_heading_that_we_do_not_know_is_told_and_the_like_of_it(tmp_path):
    rows = [["Name of the grant", "Funder", "Closng day", "Colour"], ["A", "B", "1/2/2027", "red"]]
    records, refused = read(book_of(tmp_path / "b.xlsx", Grants=rows))
    assert len(records) == 1
    ((where, words),) = refused
    assert where == "Grants, row 1"
    assert "“Closng day”" in words
    assert "Did you mean “Closing day”?" in words
    assert "There is no heading “Colour”" in words


def test_an_own_column_with_nothing_under_it_is_nobodys_business(tmp_path):
    rows = [["Name of the grant", "Funder", "Colour"], ["A", "B", " "]]
    assert read(book_of(tmp_path / "b.xlsx", Grants=rows))[1] == []


def test_a_heading_that_is_there_twice_is_told(tmp_path):
    rows = [["Name of the grant", "Funder", "funder"], ["A", "B", "C"]]
    records, refused = read(book_of(tmp_path / "b.xlsx", Grants=rows))
    assert records[0].data["fundingOrganization"] == {"name": "B"}
    assert refused == [
        ("Grants, row 1", "The heading “Funder” is there twice. Only the first was read.")
    ]


def test_a_sheet_without_a_needed_heading_is_refused_once(tmp_path):
    rows = {
        "Grants": [["Name of the grant"], ["A"], ["B"]],
        "Events": [["Name of the event"], ["C"]],
    }
    records, refused = read(book_of(tmp_path / "b.xlsx", **rows))
    assert [record.kind for record in records] == [Kind.EVENT]
    assert refused == [
        (
            "Grants",
            (
                "The heading “Funder” is missing, so nothing on this sheet was read. Write "
                "it above its column."
            ),
        )
    ]


def test_a_sheet_of_another_name_with_our_headings_is_told_and_notes_are_not(tmp_path):
    rows = {
        "Grants": [list(A_GRANT), list(A_GRANT.values())],
        "Grants 2026": [list(A_GRANT), ["Old", "Funder"]],
        "Notes": [["Call the printer"]],
    }
    records, refused = read(book_of(tmp_path / "b.xlsx", **rows))
    assert len(records) == 1
    assert [where for where, _ in refused] == ["Grants 2026"]
    assert "call it “Grants”" in refused[0][1]


def test_blank_rows_are_passed_over_and_rows_keep_their_numbers(tmp_path):
    rows = [list(A_GRANT), [None, " "], list(A_GRANT.values()), [], ["Another", ""]]
    records, refused = read(book_of(tmp_path / "b.xlsx", Grants=rows))
    assert len(records) == 1
    assert refused == [("Grants, row 5", "“Funder” is empty.")]


def test_a_row_keeps_its_id_when_anything_but_its_name_changes(tmp_path):
    before = one(grants(tmp_path, {}))
    after = one(grants(tmp_path, {"Closing day": "1/2/2027", "Name of the grant": "WARM  rooms"}))
    assert before.id == after.id
    assert before.id.startswith("grant/the-council-warm-rooms-")
    assert one(grants(tmp_path, {"Name of the grant": "Cool rooms"})).id != before.id


def test_names_that_end_alike_in_an_id_have_different_ones(tmp_path):
    rows = [
        {"Name of the grant": "Füße"},
        {"Name of the grant": "F e"},
        {"Name of the grant": "مرحبا"},
    ]
    records, refused = read(grants(tmp_path, *rows))
    assert refused == []
    assert len({record.id for record in records}) == 3


def test_an_id_that_was_written_is_kept_and_a_number_is_one(tmp_path):
    assert one(grants(tmp_path, {"Id": "grant/warm-rooms"})).id == "grant/warm-rooms"
    assert one(grants(tmp_path, {"Id": 7})).id == "7"


def test_two_rows_of_one_name_need_ids(tmp_path):
    records, refused = read(grants(tmp_path, {}, {"State": "closed"}))
    assert len(records) == 1
    assert refused == [
        (
            "Grants, row 4",
            (
                "It has the same name or Id as Grants, row 3. If it is another one, give each "
                "an Id of its own."
            ),
        )
    ]
    assert read(grants(tmp_path, {"Id": "a"}, {"Id": "b"}))[1] == []


def test_the_same_id_on_two_sheets_is_no_quarrel(tmp_path):
    path = template_filled(
        tmp_path / "b.xlsx", Grants=[A_GRANT | {"Id": "a"}], Events=[AN_EVENT | {"Id": "a"}]
    )
    assert len(read(path)[0]) == 2


def test_an_example_that_was_only_half_overwritten_is_never_lost_in_silence(tmp_path):
    assert "still says “Example”" in why(grants(tmp_path, {"Id": "EXAMPLE"}))[1]


def rewritten(path, before, after):
    """Change the XML of a workbook, as another spreadsheet program would have written it."""
    with zipfile.ZipFile(path) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    assert any(before in content for content in held.values())
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in held.items():
            archive.writestr(name, content.replace(before, after))
    return path


def test_the_answer_of_a_formula_is_read(tmp_path):
    path = grants(tmp_path, {"Largest amount": "=1000+500"})
    rewritten(path, b"<v /></c>", b"<v>1500</v></c>")
    assert one(path).data["grantMaximumAward"] == 1500


def test_a_formula_whose_answer_is_nothing_says_nothing(tmp_path):
    path = grants(tmp_path, {"Programme": '=IF(1=1,"","x")'})
    assert "grantProgramme" not in one(rewritten(path, b"><f>", b' t="str"><f>')).data


def test_a_formula_without_an_answer_is_told(tmp_path):
    assert (
        "“Programme” has a formula without an answer."
        in why(grants(tmp_path, {"Programme": "=A1"}))[1]
    )


def test_more_rows_than_we_take_are_refused_as_a_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(sheets, "MOST_ROWS", 3)
    path = book_of(
        tmp_path / "b.xlsx", Events=[["Name of the event"], *([f"{n}"] for n in range(4))]
    )
    with pytest.raises(CannotUseInput, match="too large"):
        read(path)


def test_what_was_known_before_is_known_as_before(tmp_path):
    listed = grant()
    headings = [
        "Identifier",
        "Title",
        "Amount Awarded",
        "Award Date",
        "Recipient Org:Name",
        "Funding Org:Name",
    ]
    row = [listed["id"], "A", 5, "2024-03-01", "Hall", "Fund"]
    assert (
        open_feed(write_xlsx(tmp_path / "g.xlsx", [headings, row], sheet="Grants")).format
        == "360Giving XLSX"
    )
    assert (
        open_feed(write_xlsx(tmp_path / "c.xlsx", [["grantName"], ["A"]], sheet="Grants")).format
        == "funding calls XLSX"
    )
