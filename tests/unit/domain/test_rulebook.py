"""Rules as dated rows."""

from datetime import date

from tests.support.starter import records
from vcs_desktop.domain import rulebook
from vcs_desktop.domain.library import Provenance
from vcs_desktop.domain.reference import Rule
from vcs_desktop.domain.rulebook import RuleBook


def row(value, valid_from=None, valid_to=None, name="wage"):
    dates = Provenance(valid_from=valid_from, valid_to=valid_to)
    return Rule(f"{name}/{value}", name, "Wage", value, "pence", provenance=dates)


OLD = row(12_21, date(2025, 4, 1), date(2026, 3, 31))
NEW = row(12_71, date(2026, 4, 1))
BOOK = RuleBook([NEW, OLD])


def test_each_day_has_its_row():
    assert BOOK.on("wage", date(2026, 3, 31)) is OLD
    assert BOOK.on("wage", date(2026, 4, 1)) is NEW
    assert BOOK.on("wage", date(2099, 1, 1)) is NEW
    assert BOOK.on("wage", date(2025, 3, 31)) is None


def test_a_rule_without_dates_holds_always():
    assert RuleBook([row(1)]).on("wage", date.min).value == 1


def test_of_rows_that_overlap_the_newer_holds():
    assert RuleBook([row(1), NEW]).on("wage", date(2027, 1, 1)) is NEW
    assert RuleBook([row(1), NEW]).on("wage", date(2026, 1, 1)).value == 1


def test_an_unknown_rule_has_no_row():
    assert BOOK.on("speed limit", date(2026, 4, 1)) is None


def test_another_row_makes_another_digest():
    assert BOOK.digest == RuleBook([OLD, NEW]).digest
    assert BOOK.digest != RuleBook([NEW]).digest


def test_the_library_that_travels_with_the_program_has_every_rule_that_fit_asks_for():
    there = {record.data["rule"] for record in records() if record.kind == "rule"}
    asked = {
        rulebook.LIVING_WAGE,
        rulebook.SOCIAL_VALUE_LINE,
        rulebook.BELOW_THRESHOLD_NOTICE,
        rulebook.RESERVED_CONTRACTS,
    }
    assert asked <= there
