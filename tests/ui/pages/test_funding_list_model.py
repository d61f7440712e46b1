"""The rows of the list, and the awards, without a service."""

from dataclasses import replace
from datetime import UTC, date, datetime
from types import MappingProxyType

import pytest
from PySide6.QtCore import Qt

from vcs_desktop.domain.awards import Award
from vcs_desktop.domain.fit.result import Fit, Verdict
from vcs_desktop.domain.opportunities import OpportunityLine, OpportunityList, RecordLine
from vcs_desktop.services.choices import Choices, Hidden
from vcs_desktop.ui.pages.funding.award_table import AwardTableModel
from vcs_desktop.ui.pages.funding.list_model import OpportunityListModel, RowKind, RowRole

ON = date(2026, 11, 23)
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def line(name, verdict=None, **record):
    fit = None if verdict is None else Fit(verdict, 50, ())
    return OpportunityLine(RecordLine(name, "funding_call", name, **record), fit)


def answer(open_to_you=(), not_for_you=()):
    return OpportunityList(tuple(open_to_you), tuple(not_for_you), on=ON)


@pytest.fixture
def model():
    made = OpportunityListModel()
    made.show_answer(
        answer(
            [line("a", Verdict.CAN), line("b", Verdict.CHECK)],
            [line("x", Verdict.CANNOT), line("y", Verdict.CANNOT)],
        )
    )
    return made


def titles(model):
    return [model.index(row).data() for row in range(model.rowCount())]


def test_the_model_obeys_qt_open_and_folded(qtmodeltester, model):
    qtmodeltester.check(model)
    model.toggle_fold()
    qtmodeltester.check(model)


def test_what_cannot_be_applied_for_is_folded_at_the_end(model):
    assert titles(model) == ["a", "b", "2 you cannot apply for"]
    model.toggle_fold()
    assert titles(model) == ["a", "b", "2 you cannot apply for", "x", "y"]
    model.toggle_fold()
    assert titles(model) == ["a", "b", "2 you cannot apply for"]


def test_without_any_there_is_no_fold(model):
    model.show_answer(answer([line("a")]))
    model.toggle_fold()
    assert titles(model) == ["a"]


def test_a_screen_reader_hears_the_whole_card(model):
    model.show_answer(
        answer(
            [
                replace(
                    line(
                        "Community kitchens",
                        Verdict.CAN,
                        who="Ridgeway Fund",
                        amount_min_pence=500_00,
                        amount_max_pence=5_000_00,
                        closes_on=date(2026, 12, 5),
                        practice=True,
                    ),
                    kept=True,
                    on_sheet=True,
                )
            ]
        )
    )
    assert model.index(0).data(SPOKEN) == (
        "Community kitchens. Grant. Practice: not real money. Ridgeway Fund. £500 to £5,000. "
        "You can apply. Closes in 12 days. Kept. On the committee sheet."
    )


def test_a_screen_reader_hears_what_the_fold_does(model):
    assert model.index(2).data(SPOKEN) == "2 you cannot apply for. Press Enter to show them."
    model.toggle_fold()
    assert model.index(2).data(SPOKEN) == "2 you cannot apply for. Shown below."


def test_a_card_that_is_not_judged_says_so(model):
    model.show_answer(answer([line("a", rolling=True)]))
    assert "Checking if it fits. Open all year." in model.index(0).data(SPOKEN)


def test_verdicts_are_written_where_the_cards_lie(model):
    model.show_answer(answer([line("a"), line("b")]))
    model.judge({"b": Fit(Verdict.CANNOT, 0, ())})
    assert titles(model) == ["a", "b"]
    assert model.line_at(1).fit.verdict is Verdict.CANNOT
    assert model.line_at(0).fit is None


def test_what_was_hidden_goes_away_and_the_rest_stays(model):
    model.toggle_fold()
    hidden = Hidden("Not for us", datetime(2026, 11, 23, tzinfo=UTC))
    model.choose(Choices(kept=("b",), hidden=MappingProxyType({"a": hidden, "x": hidden})))
    assert titles(model) == ["b", "1 you cannot apply for", "y"]
    assert model.line_at(0).kept


def test_the_fold_goes_with_the_last_that_it_held(model):
    model.toggle_fold()
    hidden = Hidden("", datetime(2026, 11, 23, tzinfo=UTC))
    model.choose(Choices(hidden=MappingProxyType({"x": hidden, "y": hidden})))
    assert titles(model) == ["a", "b"]


def test_what_is_folded_away_can_be_hidden_too_without_a_word_of_it(model):
    hidden = Hidden("", datetime(2026, 11, 23, tzinfo=UTC))
    model.choose(Choices(hidden=MappingProxyType({"x": hidden})))
    assert titles(model) == ["a", "b", "1 you cannot apply for"]
    model.toggle_fold()
    assert titles(model) == ["a", "b", "1 you cannot apply for", "y"]


def test_rows_are_found_by_id_only_where_they_are_shown(model):
    assert model.row_of("b") == 1
    assert model.row_of("x") == -1
    model.toggle_fold()
    assert model.row_of("x") == 3


def test_outside_the_rows_there_is_nothing(model):
    assert model.line_at(-1) is None
    assert model.line_at(99) is None
    assert model.index(99).data() is None
    assert model.rowCount(model.index(0)) == 0
    assert model.index(2).data(RowRole).kind is RowKind.FOLD
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is None


@pytest.fixture
def table():
    made = AwardTableModel()
    made.show_awards(
        (
            Award("1", "New oven", "grant", funder="Fund", recipient="Lunch club",
                  amount_pence=500_00, awarded_on=date(2025, 3, 1), area_text="Oxford 018B"),
            Award("2", "Choir", "grant"),
            Award("3", "Trip", "grant", amount_pence=1_250_50, currency="EUR"),
        )
    )  # fmt: skip
    return made


def test_the_table_of_awards_obeys_qt(qtmodeltester, table):
    qtmodeltester.check(table)


def test_an_award_says_when_who_by_whom_how_much_for_what_and_where(table):
    def cells(row):
        return [table.index(row, column).data() for column in range(table.columnCount())]

    assert cells(0) == ["1 March 2025", "Lunch club", "Fund", "£500", "New oven", "Oxford 018B"]
    assert cells(1) == ["Not stated", "Not named", "Not named", "Not stated", "Choir", "Not stated"]
    assert cells(2)[3] == "1,250.50 EUR"


def test_columns_have_heads_and_rows_have_none(table):
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert table.headerData(1, across) == "Who was funded"
    assert table.headerData(0, down) is None
    right = table.headerData(3, across, Qt.ItemDataRole.TextAlignmentRole)
    assert right & Qt.AlignmentFlag.AlignRight
    assert table.rowCount(table.index(0, 0)) == table.columnCount(table.index(0, 0)) == 0
