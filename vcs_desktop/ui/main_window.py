"""The window: its frame for good, and one page at a time inside it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from vcs_desktop.core.language import tr
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.ui import window_place
from vcs_desktop.ui.about_dialog import AboutDialog
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.first_tour.tour import FirstTour
from vcs_desktop.ui.focus_ring import FocusRing
from vcs_desktop.ui.menus import MenuBar
from vcs_desktop.ui.navigation import GROUP, KEY, Navigation, PageSpec, PlacesMenu
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.page_stack import PageStack
from vcs_desktop.ui.printing import Printing
from vcs_desktop.ui.regions import Travel
from vcs_desktop.ui.status_bar import StatusBar
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.top_bar import TopBar
from vcs_desktop.ui.widgets.basics import column, panel, row
from vcs_desktop.ui.widgets.message_bar import MessageBar

__all__ = ["MainWindow", "PageSpec"]

APP_NAME = "VCS Desktop"
HELP, GROUPS, PUBLISHER_KEY = "help", "groups", "publisher-key"
_OPENED_AT = {GROUP: GROUPS, KEY: PUBLISHER_KEY}
# In logical pixels at 100 % text: below these the frame takes less room for itself.
_SIDEBAR_FROM = 1100
_ALL_BUTTONS_FROM = 760
_STATUS_FROM_HEIGHT = 300
_MAXIMISED = Qt.WindowState.WindowMaximized


class MainWindow(QMainWindow):
    """Holds the places, the search, the menus and the status line.

    Only the frame and the first page are built at once; any other page when it
    is first visited. ``painted`` is said once, after the first picture is on the
    screen; ``ready`` once, when the first page shows what it has. ``closing`` is said
    while there is still time to keep something.
    """

    painted = Signal()
    ready = Signal()
    closing = Signal()

    def __init__(
        self,
        pages: Sequence[PageSpec],
        tasks: Tasks,
        settings: SettingsFile,
        head: tuple[str, str],
        log_folder: Path | None = None,
        begin_at: str = "",
    ) -> None:
        """Build the frame and the first page.

        ``head`` is whom all is shown for while no group is open, and a note under it.
        ``log_folder`` is what Help, Show log opens; None leaves the entry out.
        ``begin_at`` is the id of the first page; empty is the one that was chosen in the
        settings.
        """
        super().__init__()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            look.begin(application, settings.current.theme, settings.current.text_size)
        look.dress(self)
        self._tasks = tasks
        self._settings = settings
        self.may_close: Callable[[], bool] = lambda: True
        self._was_painted = self._was_ready = False
        self._build(pages, head, log_folder)
        self._connect()
        window_place.restore(self, settings.current.window)
        start_page = begin_at or settings.current.start_page
        first = start_page if start_page in self.stack.specs else pages[0].id
        self.open_place(first, move_focus=False)
        self._reflow()

    def open_place(self, place_id: str, *, move_focus: bool = True) -> Page:
        """Bring a page to the front, building it if this is the first visit.

        Without an open group a page of the group leads to where one is opened, and so do others
        without what they need.
        """
        if not self.stack.can_open(spec := self.stack.specs[place_id]):
            place_id = _OPENED_AT[spec.needs]
        came = self.stack.bring(place_id)
        page = self.stack.page
        _say_title(self)
        self.navigation.set_current(place_id)
        for menu in (self.menu_bar.places, self._narrow_places):
            menu.set_current(place_id)
        if came and self._was_painted:
            page.shown()
        if move_focus:
            self._travel.enter(page)
        return page

    def offer(self, need: str, *, is_open: bool) -> None:
        """Offer the places and acts that need something, such as an open group, or hide them."""
        open_now = self.stack.open_now
        open_now.add(need) if is_open else open_now.discard(need)
        self.menu_bar.group.show_group(is_open=GROUP in open_now)
        for places in (self.menu_bar.places, self._narrow_places, self.navigation):
            places.offer(open_now)

    def open_thing(self, place_id: str, thing_id: str) -> None:
        """Bring a page to the front and have it show one record; "" shows the page alone."""
        page = self.open_place(place_id)
        if thing_id:
            page.show_thing(thing_id)

    def go_back(self) -> None:
        """Bring the page to the front that was there before this one."""
        if place_id := self.stack.step_back():
            self.open_place(place_id)
            self.stack.step_back()  # this step itself is none to go back to

    def open_record(self, kind: str, record_id: str) -> bool:
        """Show a record on the page that shows its kind; return False where none does."""
        place_id = self.stack.showing(kind)
        if place_id:
            self.open_place(place_id).show_record(kind, record_id)
        return bool(place_id)

    def open_help(self) -> None:
        """Open the help for the page in front, where Help is one of the pages."""
        if HELP in self.stack.specs:
            self.open_thing(HELP, self.stack.specs[self.stack.place_id].help_topic)

    def page(self) -> Page:
        """Return the page in front."""
        return self.stack.page

    def appear(self) -> None:
        """Show the window as it was left, or on a small screen all over it."""
        kept = self._settings.current
        if window_place.fills_screen(kept.window, maximised=kept.maximised):
            self.setWindowState(_MAXIMISED)
        self.show()

    def come_forward(self) -> None:
        """Show the window over the others, even if it was made small."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def event(self, event: QEvent) -> bool:
        """Notice the first painting."""
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._was_painted:
            self._was_painted = True
            # From the event loop, so that the picture is on the screen and not only begun.
            QTimer.singleShot(0, self, self._after_painting)
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the frame the room that there is."""
        super().resizeEvent(event)
        self._reflow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's place, lock the group, and end what runs.

        Where ``may_close`` says no, the window stays: something is asked first.
        """
        if not self.may_close():
            event.ignore()
            return
        self._settings.change(
            window=window_place.place_of(self), maximised=bool(self.windowState() & _MAXIMISED)
        )
        super().closeEvent(event)
        self.closing.emit()
        self.hide()
        self._tasks.stop()

    def _build(
        self, pages: Sequence[PageSpec], head: tuple[str, str], log_folder: Path | None
    ) -> None:
        self.stack = PageStack(pages)
        self.menu_bar = MenuBar(pages, self._settings, log_folder)
        self.setMenuBar(self.menu_bar)
        self._narrow_places = PlacesMenu(tr("Menu"), pages, self, keys=False)
        self._narrow_places.addSeparator()
        self._narrow_places.addAction(self.menu_bar.group.lock)  # there is no sidebar with it
        self.top_bar = TopBar(self._narrow_places, self.menu_bar.text_size, self.menu_bar.colours)
        self.top_bar.offer(self.stack.specs)
        self.navigation = Navigation(pages, head)
        self.status_bar = StatusBar()
        self.setStatusBar(self.status_bar)
        self.notice = MessageBar()
        right = column(self.top_bar, self.notice, gap=0)
        right.put(self.stack, 1)
        middle = row(self.navigation, gap=0)
        middle.put(right, 1)
        self.setCentralWidget(panel(middle))
        self.focus_ring = FocusRing(self)
        self.first_tour = FirstTour(self, self.stack, self._settings)
        self.printing = Printing(self.menu_bar, self.status_bar, self.page, self)
        self._travel = Travel(self.navigation, self.top_bar, self.status_bar, self.page)

    def _connect(self) -> None:
        self.stack.made.connect(self._join)
        self.stack.currentChanged.connect(self.status_bar.clearMessage)
        menus, search = self.menu_bar, self.top_bar.search
        menus.quit.triggered.connect(self.close)
        menus.search.triggered.connect(self._travel.go_to_search)
        menus.find_on_page.triggered.connect(self._travel.find_here)
        menus.next_part.triggered.connect(self._travel.next_part)
        menus.previous_part.triggered.connect(self._travel.previous_part)
        menus.about.triggered.connect(partial(_show_about, self))
        menus.place_asked.connect(self.open_thing)
        menus.help_here.triggered.connect(self.open_help)
        menus.back.triggered.connect(self.go_back)
        menus.show_round.triggered.connect(self.first_tour.begin)
        for places in (menus.places, self._narrow_places, self.navigation, self.top_bar):
            places.place_entered.connect(self.open_place)
        self.navigation.place_chosen.connect(self._open_quietly)
        self.top_bar.help_button.clicked.connect(self.open_help)
        search.left.connect(self._travel.leave_search)
        look.changed.connect(self._reflow)

    def _join(self, page: Page) -> None:
        """Let a page that was just made ask the window for others."""
        page.place_asked.connect(self.open_thing)
        page.record_asked.connect(self.open_record)
        page.tour_asked.connect(self.first_tour.begin)
        page.back_asked.connect(self.go_back)
        page.ready.connect(self._pass_ready)
        page.retitled.connect(partial(_say_title, self))

    def _after_painting(self) -> None:
        self.painted.emit()
        if not self.isVisible():
            return
        page = self.page()
        self._travel.enter(page)
        page.shown()

    def _pass_ready(self) -> None:
        if not self._was_ready:
            self._was_ready = True
            self.ready.emit()

    def _open_quietly(self, place_id: str) -> None:
        """Follow the arrow keys in the list of places; the focus stays there."""
        if place_id != self.stack.place_id:
            self.open_place(place_id, move_focus=False)

    def _reflow(self) -> None:
        """Share out the room: a small screen, large text and a magnifier are all the same."""
        width = self.width() * 100 / look.text_size
        height = self.height() * 100 / look.text_size
        self.navigation.setVisible(width >= _SIDEBAR_FROM)
        self.top_bar.make_room(menu=width < _SIDEBAR_FROM, others=width >= _ALL_BUTTONS_FROM)
        self.status_bar.make_room(narrow=width < _ALL_BUTTONS_FROM)
        self.status_bar.setVisible(height >= _STATUS_FROM_HEIGHT)


def _say_title(window: MainWindow) -> None:
    """Call the window what its page is: a page that is not in front has no say."""
    spec = window.stack.specs[window.stack.place_id]
    window.setWindowTitle(f"{window.page().window_title or spec.title} - {APP_NAME}")


def _show_about(window: MainWindow) -> None:
    AboutDialog(window, window.status_bar.library.text()).open()
