"""The bar at the top: where to go (when narrow), the search, help, and how the window looks."""

from collections.abc import Container

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu

from vcs_desktop.core.language import tr
from vcs_desktop.ui.search_bar import SearchBar
from vcs_desktop.ui.widgets.basics import button, row

SETTINGS = "settings"


class TopBar(QFrame):
    """Menu, search, text size, colours, help and settings, in the order they are read.

    ``place_entered`` says the id of the page that the person wants.
    """

    place_entered = Signal(str)

    def __init__(self, places: QMenu, text_size: QMenu, colours: QMenu) -> None:
        super().__init__()
        self.setObjectName("top")
        self.menu_button = button(tr("Menu"), icon="menu")
        self.menu_button.setMenu(places)
        self.search = SearchBar()
        self.text_size_button = button(tr("Text size"), "quiet", icon="type")
        self.text_size_button.setMenu(text_size)
        self.colours_button = button(tr("Colours"), "quiet", icon="contrast")
        self.colours_button.setMenu(colours)
        self.help_button = button(tr("Help"), "quiet", icon="circle-help")
        self.settings_button = button(tr("Settings"), "quiet", icon="settings")
        self._others = [self.text_size_button, self.colours_button]
        line = row(self.menu_button, margins=(20, 7, 12, 7), gap=8)
        line.put(self.search, 50)  # up to its greatest width, before anything is left over
        line.put(None)
        for each in (*self._others, self.help_button, self.settings_button):
            line.put(each)
        self.setLayout(line)
        self.settings_button.clicked.connect(self._ask_for_settings)
        self.help_button.hide()
        self.settings_button.hide()

    def offer(self, place_ids: Container[str]) -> None:
        """Lead to help and to the settings, where there are such pages."""
        for place_id, each in (("help", self.help_button), (SETTINGS, self.settings_button)):
            if place_id in place_ids:
                self._others.append(each)

    def make_room(self, *, menu: bool, others: bool) -> None:
        """Show the Menu button or not, and all the buttons after the search or not.

        The menu bar leads to all that they do, at any width.
        """
        self.menu_button.setVisible(menu)
        for each in self._others:
            each.setVisible(others)

    def _ask_for_settings(self) -> None:
        self.place_entered.emit(SETTINGS)
