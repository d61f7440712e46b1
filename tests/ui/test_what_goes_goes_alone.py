"""A card that goes takes nothing with it, however the keyboard has travelled through the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea
from shiboken6 import isValid

from vcs_desktop.ui.widgets.basics import button, column, panel


def test_menus_live_on_when_a_card_is_replaced_after_travelling(window, qtbot):
    area = QScrollArea()
    window.page().body.put(area)
    area.setWidget(panel(column(button("Old"))))
    for _ in range(4):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    window.open_place("funding")
    window.open_place("home")
    menus = (window.menu_bar.places, window.menu_bar.text_size, window.menu_bar.colours)
    entries = [action for menu in menus for action in menu.actions()]
    area.setWidget(panel(column(button("New"))))
    assert all(map(isValid, entries))
    assert all(map(isValid, (window.navigation, window.top_bar, window.status_bar)))
    window.open_place("funding")
