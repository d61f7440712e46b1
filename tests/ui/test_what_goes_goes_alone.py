"""A card that goes takes nothing with it, however the keyboard has travelled through the window."""

from PySide6.QtCore import Qt
from shiboken6 import isValid

from vcs_desktop.ui.widgets.basics import button, column, panel, scroll


def test_menus_live_on_when_a_card_is_replaced_after_travelling(window, qtbot):
    area = scroll(panel(column(button("Old"))))
    window.page().body.put(area)
    for _ in range(4):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    window.open_place("funding")
    window.open_place("home")
    menus = (window.menu_bar.places, window.menu_bar.text_size, window.menu_bar.colours)
    entries = [action for menu in menus for action in menu.actions()]
    area.show_widget(panel(column(button("New"))))
    assert all(map(isValid, entries))
    assert all(map(isValid, (window.navigation, window.top_bar, window.status_bar)))
    window.open_place("funding")


def test_a_card_lives_until_its_own_button_has_done_its_work(show, qtbot):
    pressed = button("Next")
    area = scroll(panel(column(pressed)))
    show(area)
    lives = []

    def go_on():
        area.show_widget(panel(column(button("New"))))
        lives.append(isValid(pressed))

    pressed.clicked.connect(go_on)
    qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)
    assert lives == [True]
    qtbot.waitUntil(lambda: not isValid(pressed))
