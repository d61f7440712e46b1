"""Bars that begin at nothing, and the table that says the same."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication

from tests.support.accessibility import every_complaint, spoken
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.bar_chart import Bar, BarChart
from vcs_desktop.ui.widgets.basics import column, panel, scroll
from vcs_desktop.ui.widgets.whole_table import WholeTable

BARS = (
    Bar("Oxford", 46.5, "46.5%", marked=True),
    Bar("Vale of White Horse", 16.8, "16.8%"),
    Bar("The other services together", 22, "22%", is_rest=True),
    Bar("A place that nobody counted", None, "Not given"),
)


@pytest.fixture
def chart():
    return BarChart(
        "People who moved",
        BARS,
        ("Place", "Share"),
        summary="Oxford has the most.",
        whole=100,
    )


def colours_of(widget):
    """Return how many points of each colour a widget shows."""
    image = widget.grab().toImage()
    found = {}
    for x in range(0, image.width(), 2):
        for y in range(0, image.height(), 2):
            name = image.pixelColor(x, y).name()
            found[name] = found.get(name, 0) + 1
    return found


def test_the_table_says_every_figure_of_the_bars_in_their_order(chart):
    model = chart.table.model()
    said = [[model.index(row, place).data() for place in (0, 1)] for row in range(4)]
    assert said == [[bar.name, bar.said] for bar in BARS]


def test_the_table_has_heads_and_a_screen_reader_hears_them_with_each_cell(chart):
    model = chart.table.model()
    heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in (0, 1)]
    assert heads == ["Place", "Share"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Share: 46.5%"


def test_the_table_is_called_what_the_chart_is_called(chart, show):
    show(chart)
    assert spoken(chart.table).text(QAccessible.Text.Name) == "People who moved"


def test_a_bar_is_as_long_as_its_part_of_the_whole(chart):
    assert chart.drawing.share(BARS[0]) == pytest.approx(0.465)
    assert chart.drawing.share(BARS[3]) == 0


def test_without_a_whole_the_largest_fills_its_line(show):
    chart = BarChart("Money", (Bar("A", 20, "20"), Bar("B", 5, "5")), ("Who", "How much"))
    assert [chart.drawing.share(Bar("x", value, "")) for value in (20, 5)] == [1.0, 0.25]
    assert not chart.summary.isVisibleTo(chart)


def test_bars_of_nothing_take_no_room():
    chart = BarChart("None", (Bar("A", 0, "0"), Bar("B", None, "Not given")), ("Who", "How much"))
    assert [chart.drawing.share(bar) for bar in (Bar("A", 0, "0"), Bar("B", None, ""))] == [0, 0]


def test_what_is_not_given_has_no_bar(show):
    chart = BarChart("Money", (Bar("A", None, "Not given"),), ("Who", "How much"), whole=100)
    show(chart)
    assert look.token("brand").lower() not in colours_of(chart.drawing)


def test_the_marked_bar_is_the_strong_one_and_its_name_is_bold(chart, show):
    show(chart)
    colours = colours_of(chart.drawing)
    assert colours[look.token("brand").lower()] > colours[look.token("brandSoft").lower()] / 2
    assert look.token("brandSoft").lower() in colours


def test_every_word_fits_at_every_width_and_size(chart, show, qtbot):
    pane = show(scroll(panel(column(chart, None))), 900, 700)
    for width, percent in ((900, 100), (620, 100), (320, 100), (660, 200)):
        look.set_text_size(percent)
        pane.resize(width, 700)
        qtbot.waitUntil(lambda: every_complaint(pane) == [])
        qtbot.waitUntil(lambda: chart.drawing.height() >= chart.drawing.heightForWidth(
            chart.drawing.width()))  # fmt: skip


def test_the_table_stands_beside_the_bars_where_there_is_room_and_else_under_them(
    chart, show, qtbot
):
    show(chart, 900, 500)
    qtbot.waitUntil(lambda: chart.table.x() > chart.drawing.geometry().right())
    chart.resize(400, 800)
    qtbot.waitUntil(lambda: chart.table.y() >= chart.drawing.geometry().bottom())


def test_where_reading_goes_from_right_to_left_the_heads_stand_over_their_cells(chart):
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        side = chart.table.model().headerData(
            0, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
        )
        assert side & Qt.AlignmentFlag.AlignRight
    finally:
        QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_model_of_the_table_keeps_qts_rules(chart, qtmodeltester):
    qtmodeltester.check(chart.table.model(), force_py=True)


def test_a_table_never_scrolls_by_itself_but_is_as_tall_as_its_rows(show, qtbot):
    table = WholeTable("Years", ("What", "When"))
    table.show_rows([(f"A rather long line of words, number {n}", "2026") for n in range(12)])
    pane = show(scroll(panel(column(table, None))), 400, 300)
    qtbot.waitUntil(lambda: table.verticalScrollBar().maximum() == 0)
    assert table.height() > pane.height()


def test_the_arrows_bring_a_row_of_the_table_into_sight(show, qtbot):
    table = WholeTable("Years", ("What", "When"))
    table.show_rows([(f"Line {n}", "2026") for n in range(30)])
    pane = show(scroll(panel(column(table, None))), 400, 300)
    table.setFocus()
    for _ in range(29):
        qtbot.keyClick(table, Qt.Key.Key_Down)
    bar = pane.verticalScrollBar()
    assert table.currentIndex().row() in (28, 29)
    qtbot.waitUntil(lambda: bar.value() > bar.maximum() / 2)
