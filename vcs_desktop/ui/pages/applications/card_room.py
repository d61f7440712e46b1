"""Where the card of one answer stands; another takes its place when another question is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from vcs_desktop.domain.answers import Answer, UsedFact
from vcs_desktop.services.offer import Services
from vcs_desktop.services.records import Held
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.pages.applications.answer_card import AnswerCard
from vcs_desktop.ui.widgets.basics import column


class CardRoom(QWidget):
    """``turned`` says that another card is there, or none.

    ``kept`` carries an answer that was kept (a Held), ``late`` says that one was after its card
    had gone. ``settled`` says that somebody chose between two versions. ``next_asked`` wants
    the next question. ``move_asked`` carries by how many places to move the question,
    ``remove_asked`` wants it in the bin. ``failed`` carries an error.
    """

    turned = Signal()
    kept = Signal(object)
    late = Signal()
    settled = Signal()
    next_asked = Signal()
    move_asked = Signal(int)
    remove_asked = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__()
        self.card: AnswerCard | None = None
        self._asked = (services, tasks, session)
        self._left: set[str] = set()
        self._column = column()
        self.setLayout(self._column)

    def shown_id(self) -> str:
        """Return the id of the answer whose card is there, or nothing."""
        return self.card.answer.id if self.card is not None else ""

    def show_answer(self, held: Held[Answer]) -> None:
        """Show another answer; what is in the card before is kept."""
        self.let_go()
        self._make(held)

    def refresh(self, held: Held[Answer]) -> None:
        """Make the card anew where something else is kept than it shows, and nobody types."""
        card = self.card
        if card is None or not card.is_settled() or card.shows(held.thing):
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and card.isAncestorOf(focus)
        caret = card.text_field.box.textCursor()
        made = self._make(held)
        if had_focus:
            # Whoever stood at the end goes on from the end, as after an earlier answer was put in.
            end = made.text_field.box.document().characterCount()
            made.go_to(end if caret.atEnd() else caret.position())

    def let_go(self) -> None:
        """Keep what is in the card before it goes."""
        if self.card is not None:
            self.card.let_go(self, self.late.emit, self.failed.emit)
            self.card = None
            self.turned.emit()

    def put_away(self) -> None:
        """Keep what is half written."""
        if self.card is not None:
            self.card.put_away()

    def put_fact(self, used: UsedFact, instead: UsedFact | None) -> None:
        """Put a figure into the answer."""
        if self.card is not None:
            self.card.put_fact(used, instead)

    def take_focus(self) -> None:
        """Go to where the answer is typed."""
        if self.card is not None:
            self.card.take_focus()

    def _make(self, held: Held[Answer]) -> AnswerCard:
        made = AnswerCard(self._asked, held, self._left)
        made.kept.connect(self.kept)
        made.settled.connect(self.settled)
        made.next_asked.connect(self.next_asked)
        made.fold.move_asked.connect(self.move_asked)
        made.fold.remove_asked.connect(self.remove_asked)
        self._column.clear()
        self._column.put(made, 1)
        self.card = made
        made.show()
        self.turned.emit()
        return made
