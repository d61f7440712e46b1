"""The menu bar. Screen-reader users look here first, so everything the frame does is in it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QAction, QActionGroup, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from vcs_desktop.core.settings import TEXT_SIZES, SettingsFile
from vcs_desktop.ui.help_dialog import KEYS, WHAT_IT_DOES, HelpDialog
from vcs_desktop.ui.navigation import PageSpec, PlacesMenu
from vcs_desktop.ui.theme import look

COLOUR_WORDS = {
    "system": "Same as this computer",
    "light": "Light",
    "dark": "Dark",
    "contrast": "High contrast",
}


class TextSizeMenu(QMenu):
    """Larger, smaller, normal, and every size by its number."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget, percent: int) -> None:
        super().__init__("&Text size", parent)
        self.percent = percent
        self.larger = add(self, "&Larger", "Ctrl+=", "Ctrl++")
        self.smaller = add(self, "&Smaller", "Ctrl+-")
        self.normal = add(self, "&Normal", "Ctrl+0")
        self.larger.triggered.connect(self._make_larger)
        self.smaller.triggered.connect(self._make_smaller)
        self.normal.triggered.connect(self._make_normal)
        self.addSeparator()
        self._sizes = QActionGroup(self)
        for size in TEXT_SIZES:
            action = self._sizes.addAction(self.addAction(f"{size} %"))
            action.setCheckable(True)
            action.setData(size)
        self._sizes.triggered.connect(self._choose)
        self.set_size(percent)

    def set_size(self, percent: int) -> None:
        """Tick a size; does not say ``chosen``."""
        self.percent = percent
        for action in self._sizes.actions():
            action.setChecked(action.data() == percent)
        self.larger.setEnabled(percent < TEXT_SIZES[-1])
        self.smaller.setEnabled(percent > TEXT_SIZES[0])

    def _make_larger(self) -> None:
        self.chosen.emit(min(size for size in TEXT_SIZES if size > self.percent))

    def _make_smaller(self) -> None:
        self.chosen.emit(max(size for size in TEXT_SIZES if size < self.percent))

    def _make_normal(self) -> None:
        self.chosen.emit(TEXT_SIZES[0])

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.data())


class ColoursMenu(QMenu):
    """The four ways to colour the window."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, theme: str) -> None:
        super().__init__("&Colours", parent)
        self._themes = QActionGroup(self)
        for name, words in COLOUR_WORDS.items():
            action = self._themes.addAction(self.addAction(words))
            action.setCheckable(True)
            action.setData(name)
            action.setChecked(name == theme)
        self._themes.triggered.connect(self._choose)

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.data())


class MenuBar(QMenuBar):
    """File, Go, View and Help. Holds only what works now."""

    def __init__(
        self, places: Sequence[PageSpec], settings: SettingsFile, log_folder: Path | None
    ) -> None:
        super().__init__()
        self._settings = settings
        self._log_folder = log_folder
        file_menu = self.addMenu("&File")
        self.quit = add(file_menu, "&Quit", "Ctrl+Q")
        self.places = PlacesMenu("&Go", places, self, keys=True)
        self.addMenu(self.places)
        self.places.addSeparator()
        self.search = add(self.places, "&Search", "Ctrl+K")
        self.find_on_page = add(self.places, "&Find on this page", "Ctrl+F")
        self.next_part = add(self.places, "&Next part of the window", "F6")
        self.previous_part = add(self.places, "&Part of the window before", "Shift+F6")
        view = self.addMenu("&View")
        self.text_size = TextSizeMenu(self, settings.current.text_size)
        self.colours = ColoursMenu(self, settings.current.theme)
        self.text_size.chosen.connect(self._set_text_size)
        self.colours.chosen.connect(self._set_theme)
        view.addMenu(self.text_size)
        view.addMenu(self.colours)
        help_menu = self.addMenu("&Help")
        add(help_menu, "&What this app does", "F1").triggered.connect(self._show_what_it_does)
        add(help_menu, "&Keys you can use").triggered.connect(self._show_keys)
        if log_folder is not None:
            add(help_menu, "Show &log").triggered.connect(self._show_log)
        self.about = add(help_menu, "&About VCS Desktop")

    def _set_text_size(self, percent: int) -> None:
        self.text_size.set_size(percent)
        look.set_text_size(percent)
        self._settings.change(text_size=percent)

    def _set_theme(self, name: str) -> None:
        look.set_theme(name)
        self._settings.change(theme=name)

    def _show_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_folder)))

    def _show_what_it_does(self) -> None:
        HelpDialog(self.window(), "What this app does", WHAT_IT_DOES).open()

    def _show_keys(self) -> None:
        HelpDialog(self.window(), "Keys you can use", KEYS).open()


def add(menu: QMenu, words: str, *keys: str) -> QAction:
    """Add an entry with its shortcuts to a menu and return it."""
    action = menu.addAction(words)
    action.setShortcuts([QKeySequence(key) for key in keys])
    return action
