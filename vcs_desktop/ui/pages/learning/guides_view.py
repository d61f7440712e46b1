"""Guides: the list, one to read, its check. One of the three is in front."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from vcs_desktop.domain.learning import GuideMarks, GuideState, GuideView
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.along.along import Along
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.pages.learning import words
from vcs_desktop.ui.pages.learning.browse_view import BrowseView
from vcs_desktop.ui.pages.learning.guide_view_model import GuideViewModel
from vcs_desktop.ui.pages.learning.guides_view_model import GuidesViewModel
from vcs_desktop.ui.pages.learning.outside_bar import OutsideBar
from vcs_desktop.ui.widgets.basics import column
from vcs_desktop.ui.widgets.undo_bar import UndoBar

if TYPE_CHECKING:
    from vcs_desktop.ui.pages.learning.check_view import CheckView
    from vcs_desktop.ui.pages.learning.guide_reader import GuideReader

    Front = BrowseView | GuideReader | CheckView


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

    def __init__(self, services: Services, tasks: Tasks, along: Along) -> None:
        super().__init__()
        self._guide = GuideViewModel(services, tasks, self)
        self._then_read = self._is_started = False
        self._is_behind = False  # the list, while it is not in front
        self._told_state = GuideState.NEW  # what the list was told of the open guide
        self._headline = ""
        self.browse = BrowseView(GuidesViewModel(services, tasks, self), along)
        self.undo_bar = UndoBar()
        self.message = OutsideBar(self._guide)
        self.undo_bar.take_turns_with(self.message)
        self._fronts = QStackedWidget()
        self._front: Front = self.browse
        self._fronts.addWidget(self.browse)
        body = column(gap=8)
        body.put(self._fronts, 1)
        body.put(self.undo_bar)
        body.put(self.message)
        self.setLayout(body)
        self._connect()

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

    def front(self) -> "Front":
        """Return what is in front: the list, the reader or the check."""
        return self._front

    @cached_property
    def reader(self) -> "GuideReader":
        """Where a guide is read; made for the first one."""
        from vcs_desktop.ui.pages.learning.guide_reader import GuideReader

        reader = GuideReader()
        self._fronts.addWidget(reader)
        reader.back_asked.connect(self.leave)
        reader.check_asked.connect(self._do_check)
        reader.done_asked.connect(self._guide.set_done)
        reader.print_asked.connect(self._guide.make_sheet)
        reader.browser_asked.connect(self._guide.make_web_page)
        reader.place_rested.connect(self._guide.note_place)
        reader.word_asked.connect(self._guide.explain)
        reader.record_asked.connect(self.record_asked)
        reader.address_asked.connect(self.address_asked)
        self._guide.explained.connect(reader.explain)
        return reader

    @cached_property
    def check(self) -> "CheckView":
        """Where the check of a guide is done; made for the first one."""
        from vcs_desktop.ui.pages.learning.check_view import CheckView

        check = CheckView()
        self._fronts.addWidget(check)
        check.left.connect(self._read)
        check.done_asked.connect(self._guide.set_done)
        check.answered.connect(self._guide.note_answers)
        return check

    def _connect(self) -> None:
        browse, about = self.browse, self.browse.about
        browse.chosen.connect(self._choose)
        browse.headline_changed.connect(self._keep_headline)
        browse.filled.connect(self.filled)
        browse.came_forward.connect(self.came_forward)
        about.read_asked.connect(self._read)
        about.check_asked.connect(self._do_check)
        about.done_asked.connect(self._guide.set_done)
        about.problem.button.clicked.connect(self._guide.open_again)
        self._guide.opened.connect(self._show)
        self._guide.failed.connect(self._show_problem)
        self._guide.marked.connect(self._show_marks)
        self._guide.done.connect(self.undo_bar.offer)
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

    def _show(self, view: GuideView) -> None:
        self._told_state = view.line.marks.state
        self.browse.about.show_guide(view)
        if self._then_read:
            self._then_read = False
            self._read()
        else:
            QTimer.singleShot(0, self, self._make_ready)

    def _make_ready(self) -> None:
        """Make the reader while nobody waits, so that a guide opens at once."""
        if self.reader is not self._front:  # somebody may have been quicker
            self.reader.hide()

    def _show_problem(self, error: Exception) -> None:
        self._then_read = False
        self.browse.about.show_problem(error)
        if self._front is not self.browse:
            self._bring(self.browse)
        self.browse.go_into_about()

    def _read(self) -> None:
        view = self._guide.view
        if view is None:
            self._then_read = True
            return
        if self.reader.view is None or self.reader.view.line.id != view.line.id:
            self.reader.show_guide(view)
        self._guide.note_opened()
        self._bring(self.reader)

    def _do_check(self) -> None:
        if self._guide.view is not None:
            self.reader.note_place()
            self.check.show_guide(self._guide.view)
            self._bring(self.check)

    def leave(self) -> None:
        """Go back to the list, with the guide chosen in it."""
        if self._front is not self.browse:
            self.reader.note_place()
            self.message.hide()  # it told of the guide that is left
            self._bring(self.browse)

    def _show_marks(self, guide_id: str, marks: GuideMarks) -> None:
        """Say what was done; the list behind need not follow every line that is read."""
        view = self._guide.view
        if view is None or view.line.id != guide_id:
            self.browse.look_again()
            return
        self.reader.show_marks(marks)
        self.check.show_marks(marks)
        self._tell_head()
        self._is_behind = True
        if self._front is self.browse or marks.state is not self._told_state:
            self._catch_up(view)

    def _catch_up(self, view: GuideView) -> None:
        """Say in the list and beside it what was done with the open guide."""
        self._is_behind = False
        self._told_state = view.line.marks.state
        self.browse.look_again()
        self.browse.about.show_guide(view)

    def _bring(self, part: "Front") -> None:
        """Bring a part to the front, with the focus where work begins there."""
        self._front = part
        self._fronts.setCurrentWidget(part)
        if part is self.browse and self._is_behind and self._guide.view is not None:
            self._catch_up(self._guide.view)
        self._tell_head()
        self._focus_in_front()
        self.came_forward.emit()

    def _focus_in_front(self) -> None:
        self._front.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_headline(self, said: str) -> None:
        self._headline = said
        self._tell_head()

    def _tell_head(self) -> None:
        """Say what the page is called: the guide that is read, or its own name."""
        view = self._guide.view
        if self._front is self.browse or view is None:
            self.headed.emit("", self._headline)
            return
        state = words.state_of(view.line)
        self.headed.emit(
            words.sentence(view.line.title),
            " · ".join(filter(None, (words.about(view.line), state))),
        )
