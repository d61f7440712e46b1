"""Walks through the main job in the real window, without a screen, and pictures each step."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from vcs_desktop.app.main import build_window, end
from vcs_desktop.app.parts import Parts
from vcs_desktop.app.tour_files import write_files
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.errors import AppError
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.domain.fit.result import Answer, Fit
from vcs_desktop.domain.library import Kind
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.main_window import MainWindow
from vcs_desktop.ui.pages.funding.page import FundingPage
from vcs_desktop.ui.pages.funding.summary_card import SummaryCard
from vcs_desktop.ui.pages.home.page import HomePage
from vcs_desktop.ui.theme import look

DAY = date(2026, 11, 23)
LAPTOP = (1366, 671)
MAGNIFIED = (683, 364)
SHEET = "committee-sheet.pdf"
ON_THE_SHEET = 3

_LONGEST_WAIT_MS = 30_000
_LOOK_EVERY_MS = 20
# What a widget does after an answer (laying out, painting) is over well within this.
_SETTLING_MS = 80


class TourStuck(AppError):
    """The window did not come as far as it should have."""

    message = "The tour could not go on."
    advice = "Run the self-test to see what is wrong: vcs-desktop check."


def run_tour(out: Path) -> int:
    """Leave numbered pictures, the committee sheet and its web page in a folder; return 0.

    The day is fixed and the data are the tour's own, so that every run shows the
    same. Nothing on this computer is changed and no network is used.

    Raises:
        TourStuck: a step did not come to its end.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out.mkdir(parents=True, exist_ok=True)
    # Kept until the pictures are made: Qt needs it all the while.
    application = QApplication.instance() or QApplication(["vcs-desktop"])
    with (
        tempfile.TemporaryDirectory(prefix="vcs-desktop-tour-") as data,
        _window_on(DataFolder(Path(data))) as window,
    ):
        _Tour(window, out.resolve(), write_files(Path(data))).walk()
    del application
    return 0


@contextmanager
def _window_on(folder: DataFolder) -> Iterator[MainWindow]:
    """Open the window on a folder of its own, and close it in good order."""
    folder.make()
    before = look.theme, look.text_size
    settings = SettingsFile(folder.settings_file)
    settings.change(theme="light", text_size=100)
    parts, tasks = Parts(folder, FixedClock.on(DAY)), Tasks()
    window = build_window(parts, tasks, settings)
    look.set_theme("light")
    look.set_text_size(100)
    try:
        window.resize(*LAPTOP)
        window.show()
        yield window
    finally:
        window.close()
        end(window, tasks, parts)
        look.set_theme(before[0])
        look.set_text_size(before[1])


class _Tour:
    """The steps, in the order in which a volunteer would take them."""

    def __init__(self, window: MainWindow, out: Path, files: list[Path]) -> None:
        """Picture the steps into ``out``; ``files`` are what is added on the way."""
        self._window = window
        self._out = out
        self._files = files
        self._count = 0

    def walk(self) -> None:
        """Take every step."""
        self._until(lambda: not self._window.page().subtitle.startswith("Looking"), "home")
        self._picture("home")
        page = self._window.open_place("funding")
        if not isinstance(page, FundingPage):
            raise TourStuck("no funding page")
        self._until(lambda: _is_anything_open(page), "the first list")
        self._picture("funding")
        self._read_a_grant(page)
        self._read_a_contract(page)
        self._see_what_does_not_fit(page)
        self._hide_one(page)
        self._add_files(page)
        self._see_who_was_funded(page)
        self._make_the_sheet(page)
        self._change_the_look(page)
        home = self._window.open_place("home")
        if not isinstance(home, HomePage):
            raise TourStuck("no home page")
        self._until(home.recent_card.isVisible, "what was left off")
        self._picture("home-again")

    def _read_a_grant(self, page: FundingPage) -> None:
        """Open a grant that fits and asks for care; keep it, and put some on the sheet."""
        grants = [
            line
            for line in page.results.lines()
            if line.record.kind == Kind.FUNDING_CALL and line.fit
        ]
        careful = [line for line in grants if line.fit and _asks_for_care(line.fit)]
        chosen = (careful or grants)[0].record.id
        looked_at: list[str] = []
        page.find_view.looked_at.connect(looked_at.append)
        self._open(page, chosen)
        self._picture("a-grant")
        self._until(lambda: bool(looked_at), "reading it")
        self._scroll_to(page, page.find_view.pane.fit_card)
        self._picture("why-it-fits")
        for line in grants[:ON_THE_SHEET]:
            self._open(page, line.record.id)
            self._card(page).sheet_button.click()
        self._open(page, chosen)
        self._card(page).keep_button.click()
        self._until(lambda: page.undo_bar.words.text().startswith("Kept"), "keeping")
        self._picture("kept-and-on-the-sheet")

    def _read_a_contract(self, page: FundingPage) -> None:
        """Leave only contracts, and have one explained."""
        page.undo_bar.close_bar()
        bar = page.results.filter_bar
        bar.contracts.setChecked(True)
        self._until(lambda: _only_contracts(page), "the contracts")
        self._open(page, page.results.first_id())
        self._picture("contracts")
        self._scroll_to(page, page.find_view.pane.parts[0])
        self._picture("a-contract-explained")
        bar.contracts.setChecked(False)
        bar.grants.setChecked(True)
        bar.small.setChecked(True)
        self._until(lambda: _only_grants(page), "the small grants")
        self._picture("filters")
        bar.clear()
        self._until(lambda: not (_only_grants(page) or _only_contracts(page)), "everything")

    def _see_what_does_not_fit(self, page: FundingPage) -> None:
        """Open the fold, and see why one cannot be applied for."""
        page.results.list.unfold()
        self._open(page, page.results.lines()[-1].record.id)
        self._scroll_to(page, page.find_view.pane.fit_card)
        self._picture("why-it-does-not-fit")

    def _hide_one(self, page: FundingPage) -> None:
        """Hide it for a reason, and see that this can be undone."""
        self._card(page).begin_hiding()
        self._settle()
        self._picture("why-hide-it")
        self._card(page).hide_panel.hide_button.click()
        self._until(page.undo_bar.isVisible, "hiding")
        self._settle()
        self._picture("hidden")
        page.undo_bar.undo_button.click()
        self._settle()

    def _add_files(self, page: FundingPage) -> None:
        """Add a grant and some awards from files, and see what came of it."""
        page.load_panel.load(self._files)
        self._until(page.load_panel.report.isVisible, "adding files")
        page.load_panel.each.set_open(True)
        self._settle()
        self._picture("added-from-files")
        page.load_panel.close_button.click()

    def _see_who_was_funded(self, page: FundingPage) -> None:
        """See who has been funded near the group."""
        page.near_us_button.click()
        self._until(page.near_us.awards.isVisible, "who has been funded")
        self._picture("who-has-been-funded-near-us")
        page.near_us.back_button.click()

    def _make_the_sheet(self, page: FundingPage) -> None:
        """Make the committee sheet of what stands on it."""
        page.results.list.scrollToTop()
        self._open(page, page.results.first_id())
        page.sheet_bar.make_at(str(self._out / SHEET))
        self._until(page.sheet_bar.message.isVisible, "the sheet")
        self._settle()
        self._picture("the-committee-sheet")

    def _change_the_look(self, page: FundingPage) -> None:
        """See the same in other colours, with larger text and on a small screen."""
        for theme, name in (("dark", "dark"), ("contrast", "high-contrast")):
            look.set_theme(theme)
            self._settle()
            self._picture(name)
        look.set_theme("light")
        for percent in (125, 150, 200):
            look.set_text_size(percent)
            self._settle()
            page.find_view.go_back()
            self._settle()
            self._picture(f"text-{percent}")
        look.set_text_size(100)
        self._window.resize(*MAGNIFIED)
        self._settle()
        page.find_view.go_back()
        self._settle()
        self._picture("small-screen-list")
        page.find_view.show_thing(page.results.first_id())
        self._settle()
        self._picture("small-screen-grant")
        page.find_view.go_back()
        self._window.resize(*LAPTOP)
        self._settle()

    def _open(self, page: FundingPage, record_id: str) -> None:
        """Open one and wait until the pane shows it."""
        page.find_view.show_thing(record_id)

        def is_open() -> bool:
            detail = page.find_view.pane.detail
            return detail is not None and detail.line.record.id == record_id

        self._until(is_open, record_id)
        self._settle()

    def _card(self, page: FundingPage) -> SummaryCard:
        card = page.find_view.pane.card
        if card is None:
            raise TourStuck("nothing is open")
        return card

    def _scroll_to(self, page: FundingPage, part: QWidget | None) -> None:
        """Bring a part of the pane to its top."""
        if part is None:
            raise TourStuck("a part of the pane is not there")
        page.find_view.pane.area.verticalScrollBar().setValue(part.y() - look.px(8))
        self._settle()

    def _picture(self, name: str) -> None:
        self._count += 1
        file = self._out / f"{self._count:02}-{name}.png"
        if not self._window.grab().save(str(file)):
            raise TourStuck(f"cannot write {file.name}", message="The picture could not be saved.")
        # The output belongs to the answer of the command; this is only to watch.
        sys.stderr.write(f"{file.name}\n")

    def _settle(self) -> None:
        _wait(lambda: False, _SETTLING_MS)

    def _until(self, is_so: Callable[[], bool], what: str) -> None:
        if not _wait(is_so, _LONGEST_WAIT_MS):
            raise TourStuck(what)
        self._settle()


def _wait(is_so: Callable[[], bool], longest_ms: int) -> bool:
    """Let the window live until something is so; False when that takes too long."""
    loop, looking, ending = QEventLoop(), QTimer(), QTimer()
    ending.setSingleShot(True)
    looking.timeout.connect(lambda: loop.quit() if is_so() else None)
    ending.timeout.connect(loop.quit)
    looking.start(_LOOK_EVERY_MS)
    ending.start(longest_ms)
    if not is_so():
        loop.exec()
    return is_so()


def _asks_for_care(fit: Fit) -> bool:
    return any(reason.answer is not Answer.MEETS for reason in fit.reasons)


def _is_anything_open(page: FundingPage) -> bool:
    return page.find_view.pane.card is not None


def _only_contracts(page: FundingPage) -> bool:
    return _kinds(page) == {Kind.TENDER}


def _only_grants(page: FundingPage) -> bool:
    return _kinds(page) == {Kind.FUNDING_CALL}


def _kinds(page: FundingPage) -> set[str]:
    """Return the kinds in the list, once everything in it has been judged."""
    lines = page.results.lines()
    return {line.record.kind for line in lines} if all(line.fit for line in lines) else set()
