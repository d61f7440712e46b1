"""Guides: the list, one to read, its check. One of the three is in front."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from vcs_desktop.domain.learning import GuideMarks, GuideView
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.pages.learning import words
from vcs_desktop.ui.pages.learning.browse_view import BrowseView
from vcs_desktop.ui.pages.learning.check_view import CheckView
from vcs_desktop.ui.pages.learning.guide_reader import GuideReader
from vcs_desktop.ui.pages.learning.guide_view_model import Done, GuideViewModel
from vcs_desktop.ui.pages.learning.guides_view_model import GuidesViewModel
from vcs_desktop.ui.pages.learning.outside_bar import OutsideBar
from vcs_desktop.ui.widgets.basics import column, panel
from vcs_desktop.ui.widgets.undo_bar import UndoBar


class GuidesView(QWidget):
    """Joins the list, the reader and the check.

    ``headed`` carries the title that the page should have, empty for its own, and the
    line under it. ``record_asked`` wants another record: its kind and its id.
    ``address_asked`` wants out of the app. ``filled`` says that the list shows an answer.
    """

    headed = Signal(str, str)
    record_asked = Signal(str, str)
    address_asked = Signal(str)
    filled = Signal()
    came_forward = Signal()

    def __init__(self, services: Services, tasks: Tasks) -> None:
        super().__init__()
        self._guide = GuideViewModel(services, tasks, self)
        self._then_read = self._is_started = False
        self._headline = ""
        self.browse = BrowseView(GuidesViewModel(services, tasks, self))
        self.reader = GuideReader()
        self.check = CheckView()
        self.undo_bar = UndoBar()
        self.message = OutsideBar(self._guide)
        self._fronts = QStackedLayout()
        for part in (self.browse, self.reader, self.check):
            self._fronts.addWidget(part)
        body = column(gap=8)
        body.put(panel(self._fronts), 1)
        body.put(self.undo_bar)
        body.put(self.message)
        self.setLayout(body)
        self._connect()
        self._connect_guide()

    def shown(self) -> None:
        """Look for guides; later, only for what has changed."""
        if self._is_started:
            self.browse.look_again()
        else:
            self._is_started = True
            self.browse.begin()
        self._tell_head()

    def read(self, guide_id: str) -> None:
        """Open a guide to be read, whether or not the list shows it."""
        self._then_read = True
        self._guide.open(guide_id)
        self.browse.list.choose(guide_id)

    def front(self) -> BrowseView | GuideReader | CheckView:
        """Return what is in front: the list, the reader or the check."""
        parts = (self.browse, self.reader, self.check)
        return next(part for part in parts if part is self._fronts.currentWidget())

    def _connect(self) -> None:
        browse, reader, check = self.browse, self.reader, self.check
        browse.chosen.connect(self._choose)
        browse.headline_changed.connect(self._keep_headline)
        browse.filled.connect(self.filled)
        browse.came_forward.connect(self.came_forward)
        for read_asked in (browse.about.read_asked, check.left):
            read_asked.connect(self._read)
        for check_asked in (browse.about.check_asked, reader.check_asked):
            check_asked.connect(self._do_check)
        for done_asked in (browse.about.done_asked, reader.done_asked, check.done_asked):
            done_asked.connect(self._guide.set_done)
        browse.about.problem.button.clicked.connect(self._open_again)
        reader.back_asked.connect(self.leave)
        reader.print_asked.connect(self._guide.make_sheet)
        reader.browser_asked.connect(self._guide.make_web_page)
        reader.place_rested.connect(self._guide.note_place)
        reader.word_asked.connect(self._guide.explain)
        reader.record_asked.connect(self.record_asked)
        reader.address_asked.connect(self.address_asked)
        check.answered.connect(self._guide.note_answers)

    def _connect_guide(self) -> None:
        self._guide.opened.connect(self._show)
        self._guide.failed.connect(self._show_problem)
        self._guide.marked.connect(self._show_marks)
        self._guide.explained.connect(self.reader.explain)
        self._guide.done.connect(self._offer_undo)
        for leaving in (
            self.undo_bar.undo_button,
            self.undo_bar.close_button,
            self.message.close_button,
        ):
            leaving.clicked.connect(self._focus_in_front)

    def _choose(self, guide_id: str) -> None:
        if not guide_id:
            self._guide.close()
            self.browse.about.show_nothing(can_choose=bool(self.browse.lines()))
        elif guide_id != self._guide.guide_id:
            self._guide.open(guide_id)

    def _open_again(self) -> None:
        self._guide.open(self._guide.guide_id)

    def _show(self, view: GuideView) -> None:
        self.browse.about.show_guide(view)
        if self._then_read:
            self._then_read = False
            self._read()

    def _show_problem(self, error: Exception) -> None:
        self._then_read = False
        self.browse.about.show_problem(error)
        if self.front() is not self.browse:
            self._bring(self.browse)
        self.browse.go_into_about()

    def _read(self) -> None:
        view = self._guide.view
        if view is None:
            self._then_read = True
            return
        if self.reader.view is None or self.reader.view.line.id != view.line.id:
            self.reader.show_guide(view)
        self._bring(self.reader)

    def _do_check(self) -> None:
        if self._guide.view is not None:
            self.reader.note_place()
            self.check.show_guide(self._guide.view)
            self._bring(self.check)

    def leave(self) -> None:
        """Go back to the list, with the guide chosen in it."""
        self.reader.note_place()
        self._bring(self.browse)

    def _show_marks(self, guide_id: str, marks: GuideMarks) -> None:
        self.browse.look_again()
        view = self._guide.view
        if view is not None and view.line.id == guide_id:
            self.browse.about.show_guide(view)
            self.reader.show_marks(marks)
            self.check.show_marks(marks)
            self._tell_head()

    def _bring(self, part: QWidget) -> None:
        """Bring a part to the front, with the focus where work begins there."""
        self._fronts.setCurrentWidget(part)
        self._tell_head()
        self._focus_in_front()
        self.came_forward.emit()

    def _focus_in_front(self) -> None:
        self.front().first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_headline(self, said: str) -> None:
        self._headline = said
        self._tell_head()

    def _tell_head(self) -> None:
        """Say what the page is called: the guide that is read, or its own name."""
        view = self._guide.view
        if self.front() is self.browse or view is None:
            self.headed.emit("", self._headline)
            return
        state = words.state_of(view.line)
        self.headed.emit(view.line.title, " · ".join(filter(None, (words.about(view.line), state))))

    def _offer_undo(self, done: Done) -> None:
        self.undo_bar.offer(done.words, done.undo)
