"""The first version of a report on a grant: filled from what is kept, and the rest left open."""

from datetime import date

import pytest

from tests.documents.test_application_files import READ
from vcs_desktop.documents.grant_report import GrantReport, report_sheet
from vcs_desktop.documents.text_sheet.pdf import pdf_of
from vcs_desktop.documents.text_sheet.web_page import page_of
from vcs_desktop.documents.text_sheet.word import docx_of
from vcs_desktop.domain.applications import Application, PlannedChange
from vcs_desktop.domain.budget_sums import sums_of
from vcs_desktop.domain.budgets import Budget, BudgetLine
from vcs_desktop.domain.grants import Condition, Grant, Payment, SoFar, Spending

APPLICATION = Application(
    "a",
    name="Warm room",
    funder="Warm Rooms",
    awarded_pence=1_500_00,
    starts_on=date(2027, 1, 4),
    ends_on=date(2027, 3, 31),
    changes=(
        PlannedChange(
            "1", 1, "Lunch on Thursdays", "People feel less alone", "We ask in March", 30
        ),
        PlannedChange("2", 2, "Help with forms"),
    ),
)
GRANT = Grant(
    "g",
    name="Warm room",
    conditions=(
        Condition("c", "Name the fund", date(2027, 2, 1), date(2027, 1, 20)),
        Condition("d", "Say thank you"),
    ),
    payments=(
        Payment("p", "First half", 750_00, received_on=date(2027, 1, 5)),
        Payment("q", pence=750_00),
    ),
    spending=(
        Spending("s", date(2027, 1, 8), "Oven", 200_50),
        Spending("t", date(2027, 1, 6), "Cups", 12_00),
    ),
    so_far=(SoFar("1", 24, "They stay to talk", date(2027, 2, 1)), SoFar("x", 3, "New volunteers")),
    notes="It began well.",
)
REPORT = GrantReport(
    "Marston Lunch Club",
    APPLICATION,
    GRANT,
    sums_of(Budget(lines=(BudgetLine("b", unit_pence=1_480_00),))),
    date(2027, 2, 3),
)
MAKE = {".pdf": pdf_of, ".html": lambda sheet: page_of(sheet).encode(), ".docx": docx_of}


@pytest.mark.parametrize("suffix", MAKE)
def test_every_file_says_what_is_kept_and_leaves_the_rest_to_be_written(suffix):
    told = READ[suffix](MAKE[suffix](report_sheet(REPORT)))
    for said in (
        "Report: Warm room",
        "Monday 4 January 2027 to Wednesday 31 March 2027",
        "Lunch on Thursdays. People feel less alone.",
        "24 of 30. They stay to talk.",
        "3 so far. New volunteers.",
        "Nothing is written down yet.",
        "£1,287.50",
        "£1,480",
        "Name the fund. Done on 20 January 2027.",
        "Say thank you. Not done yet.",
        "It began well.",
        "What will go on when the grant is over?",
    ):
        assert said in told, said
    assert told.index("Cups") < told.index("Oven")


def test_a_grant_of_which_nothing_is_kept_makes_a_report_to_fill_in():
    bare = GrantReport("Tea", Application("a"), Grant("g"), None, date(2027, 2, 3))
    told = READ[".pdf"](pdf_of(report_sheet(bare)))
    assert "Nothing is written down yet." in told
    assert "Write here." in told
