"""One mark for where the keyboard is, and nothing left of it elsewhere."""

from PySide6.QtCore import QEvent, QObject, QStringListModel
from PySide6.QtWidgets import QListView, QMainWindow, QPushButton

from vcs_desktop.ui.focus_ring import FocusRing
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import column, panel, scroll

SMALL = (683, 364)


def _apart(one, other):
    """Return how far the middles of two widgets are from each other, in pixels."""
    first, second = (each.mapToGlobal(each.rect().center()) for each in (one, other))
    return (first - second).manhattanLength()


def test_the_ring_shows_where_the_keyboard_is(window, qtbot):
    page, ring = window.page(), window.focus_ring
    page.name_field.setFocus()
    assert ring.marked() is page.name_field
    before = ring.mapToGlobal(ring.rect().center())
    page.sheet.verticalScrollBar().setValue(10)
    window.resize(700, 671)
    qtbot.waitUntil(lambda: ring.mapToGlobal(ring.rect().center()) != before)
    qtbot.waitUntil(lambda: _apart(ring, page.name_field) <= 2)
    page.list.setFocus()
    assert ring.marked() is None


def test_the_ring_goes_with_what_it_marks_and_comes_back(window, qtbot):
    page, ring = window.page(), window.focus_ring
    page.name_field.setFocus()
    page.name_field.hide()
    assert ring.marked() is not page.name_field
    late = QPushButton("Came late")
    page.body.put(late)
    late.show()
    late.setFocus()
    assert ring.marked() is late
    late.deleteLater()
    qtbot.waitUntil(lambda: ring.marked() is not late)
    page.order.box.setFocus()
    assert ring.marked() is page.order.box


def test_the_ring_shows_no_more_than_scrolling_leaves(make_window, qtbot):
    window = make_window(*SMALL)
    page, ring = window.page(), window.focus_ring
    qtbot.waitUntil(lambda: page.sheet.verticalScrollBar().maximum() > 0)
    page.chips[0].setFocus()
    assert ring.marked() is page.chips[0]
    page.sheet.verticalScrollBar().setValue(page.sheet.verticalScrollBar().maximum())
    assert ring.marked() is None


def test_once_a_list_marks_its_row_nothing_of_the_ring_is_left_round_the_list(show, qtbot):
    model = QStringListModel()
    view, window = QListView(), QMainWindow()
    view.setModel(model)
    window.setCentralWidget(panel(column(view, margins=(20, 20, 20, 20))))
    ring = FocusRing(window)
    show(window)
    view.setFocus()
    qtbot.waitUntil(lambda: ring.marked() is view)
    painted = Painted(ring)
    model.setStringList(["one", "two"])
    qtbot.waitUntil(lambda: painted.times > 0)
    assert ring.marked() is view
    painted.whole = False
    view.setCurrentIndex(model.index(0))
    qtbot.waitUntil(lambda: painted.whole)
    assert ring.marked() is None


def test_what_the_marked_thing_stands_in_may_be_taken_away_round_it(show, qtbot):
    window, inside = QMainWindow(), QPushButton("Copy")
    area = scroll(panel(column(inside)))
    window.setCentralWidget(area)
    ring = FocusRing(window)
    show(window)
    inside.setFocus()
    assert ring.marked() is inside
    area.takeWidget().deleteLater()
    area.setWidget(panel(column(QPushButton("Another"))))
    look.set_text_size(150)
    qtbot.waitUntil(lambda: ring.marked() is None)


class Painted(QObject):
    """Notes whether all of a widget was painted anew."""

    def __init__(self, widget):
        super().__init__(widget)
        self.whole, self.times = False, 0
        widget.installEventFilter(self)

    def eventFilter(self, widget, event):  # noqa: N802  Qt's name
        if event.type() == QEvent.Type.Paint:
            self.times += 1
            self.whole |= event.rect() == widget.visibleRegion().boundingRect()
        return False
