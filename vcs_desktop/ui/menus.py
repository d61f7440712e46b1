"""The menu bar. Screen-reader users look here first, so everything the frame does is in it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.core.settings import TEXT_SIZES, SettingsFile
from vcs_desktop.domain.kinds import OUR_RETENTION_RULES
from vcs_desktop.ui import preferences
from vcs_desktop.ui.edit_menu import EditMenu
from vcs_desktop.ui.files import open_file
from vcs_desktop.ui.navigation import PageSpec, PlacesMenu
from vcs_desktop.ui.theme import look

LIBRARY = "library"


class TextSizeMenu(QMenu):
    """Larger, smaller, normal, and every size by its number."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("&Text size"), parent)
        self.larger = add(self, tr("&Larger"), "Ctrl+=", "Ctrl++")
        self.smaller = add(self, tr("&Smaller"), "Ctrl+-")
        self.normal = add(self, tr("&Normal"), "Ctrl+0")
        self.larger.triggered.connect(self._make_larger)
        self.smaller.triggered.connect(self._make_smaller)
        self.normal.triggered.connect(self._make_normal)
        self.addSeparator()
        self._sizes = QActionGroup(self)
        for size in TEXT_SIZES:
            action = self._sizes.addAction(self.addAction(tr("{percent} %", percent=size)))
            action.setCheckable(True)
            action.setData(size)
        self._sizes.triggered.connect(self._choose)
        self._follow_look()
        look.changed.connect(self._follow_look)

    def _follow_look(self) -> None:
        """Tick the size that holds, whoever chose it."""
        for action in self._sizes.actions():
            action.setChecked(action.data() == look.text_size)
        self.larger.setEnabled(look.text_size < TEXT_SIZES[-1])
        self.smaller.setEnabled(look.text_size > TEXT_SIZES[0])

    def _make_larger(self) -> None:
        self.chosen.emit(min(size for size in TEXT_SIZES if size > look.text_size))

    def _make_smaller(self) -> None:
        self.chosen.emit(max(size for size in TEXT_SIZES if size < look.text_size))

    def _make_normal(self) -> None:
        self.chosen.emit(TEXT_SIZES[0])

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.data())


class ColoursMenu(QMenu):
    """The ways to colour the window."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("&Colours"), parent)
        self._themes = QActionGroup(self)
        for name, words in preferences.themes():
            action = self._themes.addAction(self.addAction(words))
            action.setCheckable(True)
            action.setData(name)
        self._themes.triggered.connect(self._choose)
        self._follow_look()
        look.changed.connect(self._follow_look)

    def _follow_look(self) -> None:
        """Tick the colours that hold, whoever chose them."""
        for action in self._themes.actions():
            action.setChecked(action.data() == look.theme)

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.data())


class GroupMenu(QMenu):
    """To open, to lock, and where the group is looked after; only what can be done now."""

    place_asked = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("G&roup"), parent)
        self.open = add(self, tr("&Open a group…"), "Ctrl+O")
        self.start = add(self, tr("&Start a group…"))
        self.addSeparator()
        self.about = add(self, tr("&About our group"))
        self.access = add(self, tr("&Who can open it"))
        self.copies = add(self, tr("&Copies to fall back on"))
        self.years = add(self, tr("&How long we keep details"))
        self.bin = add(self, tr("&Bin"))
        self.addSeparator()
        self.lock = add(self, tr("&Lock"), "Ctrl+L")
        leads_to = {
            self.open: ("groups", ""),
            self.start: ("groups", "start"),
            self.about: ("our-group", "about"),
            self.access: ("our-group", "access"),
            self.copies: ("our-group", "copies"),
            self.years: ("people", OUR_RETENTION_RULES),
            self.bin: ("our-group", "bin"),
        }
        for action, place in leads_to.items():
            action.setData(place)
        self._inside = (
            self.about, self.access, self.copies, self.years, self.bin, self.lock,
        )  # fmt: skip
        self.triggered.connect(self._lead)
        self.show_group(is_open=False)

    def show_group(self, *, is_open: bool) -> None:
        """Offer what can be done with a group open, or without one."""
        for action in self._inside:
            action.setVisible(is_open)
        self.open.setText(tr("&Change to another group…") if is_open else tr("&Open a group…"))

    def _lead(self, action: QAction) -> None:
        if leads_to := action.data():
            self.place_asked.emit(*leads_to)


class MenuBar(QMenuBar):
    """File, Edit, Group, Go, View and Help. Holds only what works now.

    ``place_asked`` says the id of a page, and of what to show there or "".
    """

    place_asked = Signal(str, str)

    def __init__(
        self, places: Sequence[PageSpec], settings: SettingsFile, log_folder: Path | None
    ) -> None:
        super().__init__()
        self._settings = settings
        self._log_folder = log_folder
        self._add_file()
        self.edit = EditMenu(self)
        self.addMenu(self.edit)
        self.group = GroupMenu(self)
        self.group.place_asked.connect(self.place_asked)
        self.addMenu(self.group)
        self._add_go(places)
        self._add_view()
        self._add_help()

    def _add_file(self) -> None:
        menu = self.file = self.addMenu(tr("&File"))
        menu.triggered.connect(self._lead)
        self.print = add(menu, "", "Ctrl+P")  # `Printing` gives it its words
        self.get_updates = add(menu, tr("&Get updates"), "F5")
        add(menu, tr("P&ublish for the council…")).setData(("publish", ""))
        add(menu, tr("&Settings"), "Ctrl+,").setData(("settings", ""))
        menu.addSeparator()
        self.quit = add(menu, tr("&Quit"), "Ctrl+Q")

    def _add_go(self, places: Sequence[PageSpec]) -> None:
        self.places = PlacesMenu(tr("&Go"), places, self, keys=True)
        self.addMenu(self.places)
        self.places.addSeparator()
        if any(place.id == LIBRARY for place in places):
            add(self.places, tr("&Library")).triggered.connect(self._open_library)
        self.back = add(self.places, tr("&Back to where you were"), "Alt+Left")
        self.search = add(self.places, tr("&Search"), "Ctrl+K")
        self.find_on_page = add(self.places, tr("&Find on this page"), "Ctrl+F")
        self.next_part = add(self.places, tr("&Next part of the window"), "F6")
        self.previous_part = add(self.places, tr("&Part of the window before"), "Shift+F6")

    def _add_view(self) -> None:
        menu = self.addMenu(tr("&View"))
        self.text_size = TextSizeMenu(self)
        self.colours = ColoursMenu(self)
        self.text_size.chosen.connect(self._set_text_size)
        self.colours.chosen.connect(self._set_theme)
        menu.addMenu(self.text_size)
        menu.addMenu(self.colours)

    def _add_help(self) -> None:
        menu = self.addMenu(tr("&Help"))
        self.help_here = add(menu, tr("&Help on this page"), "F1")
        menu.triggered.connect(self._lead)
        add(menu, tr("&All help")).setData(("help", ""))
        add(menu, tr("&Glossary")).setData(("help", "glossary"))
        add(menu, tr("&Keys you can use")).setData(("help", "keys"))
        add(menu, tr("&What this app does and does not protect")).setData(("help", "protection"))
        add(menu, tr("&Licences")).setData(("help", "licences"))
        menu.addSeparator()
        self.show_round = add(menu, tr("&Show me round"))
        if self._log_folder is not None:
            add(menu, tr("Show l&og")).triggered.connect(self._show_log)
        self.about = add(menu, tr("A&bout VCS Desktop"))

    def _lead(self, action: QAction) -> None:
        """Follow an entry that says where it leads."""
        if leads_to := action.data():
            self.place_asked.emit(*leads_to)

    def _open_library(self) -> None:
        self.place_asked.emit(LIBRARY, "")

    def _show_log(self) -> None:
        if self._log_folder is not None:
            open_file(self._log_folder)

    def _set_text_size(self, percent: int) -> None:
        preferences.set_text_size(self._settings, percent)

    def _set_theme(self, theme: str) -> None:
        preferences.set_theme(self._settings, theme)


def add(menu: QMenu, words: str, *keys: str) -> QAction:
    """Add an entry with its shortcuts to a menu and return it."""
    action = menu.addAction(words)
    action.setShortcuts([QKeySequence(key) for key in keys])
    return action
