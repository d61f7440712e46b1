"""A line that wraps: items like words, as high as it takes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from vcs_desktop.ui.widgets.basics import label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout


def test_in_a_line_what_is_lower_stands_in_the_middle(show):
    words, field = label("98 words"), QPushButton("Find a word")
    field.setFixedHeight(80)
    show(panel(FlowLayout(words, field)), 800, 200)
    assert abs(words.geometry().center().y() - field.geometry().center().y()) <= 1


def test_the_height_of_a_line_that_wraps_follows_what_is_in_it(show):
    flow = FlowLayout(*(QPushButton(word) for word in ("One", "Two", "Three", "Four")))
    show(panel(flow), 800, 200)
    width = flow.sizeHint().width()
    whole = flow.heightForWidth(width)
    flow.itemAt(0).widget().setText("One and much more than that")
    wrapped = flow.heightForWidth(width)
    assert wrapped > whole
    flow.itemAt(0).widget().hide()
    assert flow.heightForWidth(width) == whole
    flow.itemAt(0).widget().show()
    assert flow.heightForWidth(width) == wrapped
    flow.takeAt(0).widget().deleteLater()
    assert flow.heightForWidth(width) == whole


def test_items_wrap_like_words(show):
    flow = FlowLayout(*(QPushButton(word) for word in ("One", "Two", "Three", "Four")))
    holder = show(panel(flow), 800, 200)
    tops = {flow.itemAt(n).geometry().top() for n in range(4)}
    assert len(tops) == 1
    assert flow.heightForWidth(200) > flow.heightForWidth(800)
    holder.resize(150, 400)
    assert len({flow.itemAt(n).geometry().top() for n in range(4)}) > 1
    assert flow.itemAt(9) is None
    assert flow.takeAt(9) is None
    assert flow.expandingDirections() == Qt.Orientation(0)
    assert flow.minimumSize().width() < flow.sizeHint().width()


def test_hidden_items_take_no_room(show):
    words = [QPushButton(word) for word in ("One", "Two")]
    flow = FlowLayout(*words)
    show(panel(flow), 800, 200)
    wide = flow.sizeHint().width()
    words[1].hide()
    assert flow.sizeHint().width() < wide
