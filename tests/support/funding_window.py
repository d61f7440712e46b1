"""What tests of the Funding page do in it."""

from PySide6.QtWidgets import QLabel


def cards(page):
    return [line.record.title for line in page.results.lines()]


def rows(page):
    model = page.results.list.model()
    return [model.index(row).data() for row in range(model.rowCount())]


def card(page):
    return page.find_view.pane.card


def open_thing(page, qtbot, record_id):
    page.show_thing(record_id)
    qtbot.waitUntil(lambda: is_open(page, record_id))


def is_open(page, record_id):
    detail = page.find_view.pane.detail
    return detail is not None and detail.line.record.id == record_id


def key(page, qtbot, which, times=1):
    for _ in range(times):
        qtbot.keyClick(page.results.list, which)


def words_in(widget):
    return [each.text() for each in widget.findChildren(QLabel)]
