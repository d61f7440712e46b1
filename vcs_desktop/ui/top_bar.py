"""The bar at the top: where to go (when narrow), the search, and how the window looks."""

from PySide6.QtWidgets import QFrame, QMenu

from vcs_desktop.ui.search_bar import SearchBar
from vcs_desktop.ui.widgets.basics import button, row


class TopBar(QFrame):
    """Menu, search, text size and colours, in the order they are read."""

    def __init__(self, places: QMenu, text_size: QMenu, colours: QMenu) -> None:
        super().__init__()
        self.setObjectName("top")
        self.menu_button = button("Menu", icon="menu")
        self.menu_button.setMenu(places)
        self.search = SearchBar()
        self.text_size_button = button("Text size", "quiet", icon="type")
        self.text_size_button.setMenu(text_size)
        self.colours_button = button("Colours", "quiet", icon="contrast")
        self.colours_button.setMenu(colours)
        line = row(self.menu_button, margins=(20, 7, 12, 7), gap=8)
        line.put(self.search, 50)  # up to its greatest width, before anything is left over
        line.put(None)
        line.put(self.text_size_button)
        line.put(self.colours_button)
        self.setLayout(line)

    def make_room(self, *, menu: bool, looks: bool) -> None:
        """Show the Menu button or not, and the buttons for text size and colours or not.

        The menu bar has all of them at any width.
        """
        self.menu_button.setVisible(menu)
        self.text_size_button.setVisible(looks)
        self.colours_button.setVisible(looks)
