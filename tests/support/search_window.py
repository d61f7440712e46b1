"""What the search of a window shows, and how a person works it."""

from PySide6.QtWidgets import QApplication


def rows(window):
    return [(row.kind, row.title) for row in window.finder.panel.model.rows]


def titles(window):
    return [row.title for row in window.finder.panel.model.rows]


def told(window):
    return window.finder.panel.told.text()


def press(qtbot, *keys):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def wait_for_best(window, qtbot):
    qtbot.waitUntil(lambda: "found." in told(window) or "Nothing has" in told(window))
