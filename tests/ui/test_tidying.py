"""Rings of objects are thrown away by the window, and only there."""

import gc
import weakref

from PySide6.QtCore import QObject

from vcs_desktop.ui.tidying import Tidying


class Ring:
    def __init__(self):
        self.me = self


def test_what_nobody_holds_goes_once_the_window_looks(qapp, qtbot, monkeypatch):
    monkeypatch.setattr(gc, "get_threshold", lambda: (0, 10_000, 10_000))
    monkeypatch.setattr(gc, "freeze", lambda: None)
    owner = QObject()
    tidying = Tidying(owner)
    gone = weakref.ref(Ring())
    assert not gc.isenabled()
    assert gone() is not None
    tidying.begin()
    tidying.begin()
    qtbot.waitUntil(lambda: gone() is None)


def test_nothing_is_looked_for_before_it_begins(qapp, qtbot):
    tidying = Tidying(QObject(qapp))
    assert not tidying._timer.isActive()
