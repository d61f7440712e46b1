"""A guide to read, and what can be done with it."""

from functools import partial
from urllib.parse import unquote

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.learning import (
    BEGUN_FROM,
    READ_FROM,
    RECORD,
    GuideMarks,
    GuideState,
    GuideView,
)
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.reference import Term
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import Button, button, column, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.reading_view import ReadingView

# A place is written down once the person has rested there this long.
_REST_MS = 700
# In logical pixels at 100 % text: with less width, what can be done folds away.
_NARROW = 760
_MOST = 600


class GuideReader(QWidget):
    """Shows one guide from where it was left.

    ``place_rested`` carries the id of the guide and how far down it one has
    read. ``record_asked`` carries kind and id of another record. The other
    signals say what the person wants; nothing is done about it here.
    """

    place_rested = Signal(str, float)
    back_asked = Signal()
    check_asked = Signal()
    done_asked = Signal(bool)
    print_asked = Signal()
    browser_asked = Signal()
    word_asked = Signal(str)
    address_asked = Signal(str)
    record_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.back_button = button(tr("Back to the guides"), "quiet", icon="arrow-left")
        self.check_button = button(tr("Do the check"), "primary", icon="circle-help")
        self.done_button = button(tr("Mark as done"), icon="check")
        self.print_button = button(tr("Print the sheet"), icon="printer")
        self.browser_button = button(tr("Open in my browser"), icon="external-link")
        self.more_button = button(tr("More"), "quiet")
        self.more_button.setCheckable(True)
        self.more_button.setAccessibleName(tr("More: what you can do with this guide"))
        self.reading = ReadingView()
        self.meaning = MessageBar()
        self.action_bar = panel(FlowLayout(self.back_button, self.more_button, *self._acts()))
        body = column(self.action_bar, gap=8)
        body.put(self.reading, 1)
        body.put(self.meaning)
        self.setLayout(body)
        self.view: GuideView | None = None
        self._is_done = self._said_end = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._connect()

    def show_guide(self, view: GuideView) -> None:
        """Show a guide, from where it was left or else from its top."""
        self.note_place()
        self.view = view
        marks = view.line.marks
        self.meaning.hide()
        self.more_button.setChecked(False)
        self._show_acts()
        self.reading.show_text(view.text, view.line.title)
        if marks.state is GuideState.BEGUN and BEGUN_FROM <= marks.place < READ_FROM:
            self.reading.set_position(marks.place)
        self._said_end = False
        self.show_marks(marks)

    def show_marks(self, marks: GuideMarks) -> None:
        """Say on the buttons what was done with the guide."""
        self._is_done = marks.state is GuideState.DONE
        self.done_button.setText(tr("Not done after all") if self._is_done else tr("Mark as done"))
        self.done_button.set_icon("undo-2" if self._is_done else "check")

    def first_focus(self) -> QWidget:
        """Start in the text."""
        return self.reading.browser

    def find_here(self) -> QWidget:
        """Search the text."""
        return self.reading.open_find()

    def parts(self) -> tuple[QWidget, ...]:
        """Return the parts at which F6 stops."""
        return (self.action_bar, self.reading.outline, self.reading.browser)

    def note_place(self) -> None:
        """Have the place written down now, if the person has moved since the last time."""
        if self._rest.isActive():
            self._tell_place()

    def explain(self, word: str, term: Term | None) -> None:
        """Say what a word means, under the text."""
        if term is None:
            self.meaning.tell(
                tr("The glossary does not explain “{word}”.", word=short_prose(word)), "info"
            )
            return
        said = tr(
            "{word}: {meaning}", word=short_prose(term.title), meaning=short_prose(term.text, _MOST)
        )
        glossary = tr("See it in the glossary")
        self.meaning.tell(said, "info", glossary, partial(self._ask_term, term.id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold away what can be done where there is little room: the text needs it."""
        super().resizeEvent(event)
        self._show_acts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On Esc close what is said under the text, or else leave the guide."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.meaning.isVisible():
            self._close_meaning()
        else:
            self.back_asked.emit()

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back_asked)
        self.more_button.toggled.connect(self._show_acts)
        self.check_button.clicked.connect(self.check_asked)
        self.done_button.clicked.connect(self._ask_done)
        self.print_button.clicked.connect(self.print_asked)
        self.browser_button.clicked.connect(self.browser_asked)
        self.reading.progressed.connect(self._follow)
        self.reading.word_asked.connect(self.word_asked)
        self.reading.link_asked.connect(self._follow_link)
        self.meaning.close_button.clicked.connect(self._close_meaning)
        self._rest.timeout.connect(self._tell_place)

    def _acts(self) -> tuple[Button, ...]:
        return (self.check_button, self.done_button, self.print_button, self.browser_button)

    def _show_acts(self) -> None:
        narrow = self.width() < look.px(_NARROW)
        self.more_button.setVisible(narrow)
        here = self.more_button.isChecked() or not narrow
        for act in self._acts():
            act.setVisible(here)
        if here and self.view is not None:
            self.check_button.setVisible(bool(self.view.resource.check))
            self.print_button.setVisible(bool(self.view.sheet))

    def _follow(self, place: float) -> None:
        self._rest.start()
        if place >= READ_FROM and not self._said_end and not self._is_done:
            self._said_end = True
            self._say_end()

    def _say_end(self) -> None:
        if self.view is not None and self.view.resource.check:
            said, words, act = tr("This is the end."), tr("Do the check"), self.check_asked.emit
            self.meaning.tell(said, "ok", words, act)
        else:
            self.meaning.tell(tr("This is the end."), "ok", tr("Mark as done"), self._ask_done)

    def _tell_place(self) -> None:
        self._rest.stop()
        if self.view is not None:
            self.place_rested.emit(self.view.line.id, self.reading.position())

    def _follow_link(self, link: str) -> None:
        if link.startswith(RECORD):
            kind, _, record_id = link.removeprefix(RECORD).partition("/")
            self.record_asked.emit(kind, unquote(record_id))
        else:
            self.address_asked.emit(link)

    def _ask_term(self, term_id: str) -> None:
        self.record_asked.emit(Kind.TERM.value, term_id)

    def _close_meaning(self) -> None:
        self.meaning.hide()
        self.reading.browser.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_done(self) -> None:
        self.done_asked.emit(not self._is_done)
