"""Where the card of one answer stands; another takes its place when another question is chosen."""

from functools import partial

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

    ``kept`` carries an answer that was kept (a Held). ``settled`` says that somebody chose
    between two versions. ``next_asked`` wants the next question. ``move_asked`` carries by how
    many places to move the question, ``remove_asked`` wants it in the bin. ``failed`` carries
    why something could not be kept whose card is out of sight.

    A card goes only when all that was typed in it is kept: until then it waits unseen, and is
    there again with its words when somebody comes back to its question.
    """

    turned = Signal()
    kept = Signal(object)
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
        self._waiting: dict[str, AnswerCard] = {}
        self._column = column()
        self.setLayout(self._column)

    def shown_id(self) -> str:
        """Return the id of the answer whose card is there, or nothing."""
        return self.card.answer.id if self.card is not None else ""

    def show_answer(self, held: Held[Answer]) -> None:
        """Show another answer; what is in the card before is kept."""
        self.let_go()
        waiting = self._waiting.pop(held.thing.id) if held.thing.id in self._waiting else None
        self._put(waiting or self._made(held))

    def refresh(self, held: Held[Answer]) -> None:
        """Make the card anew where something else is kept than it shows, and nobody types."""
        card = self.card
        if card is None or not card.is_settled() or card.shows(held.thing):
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and card.isAncestorOf(focus)
        caret = card.text_field.box.textCursor()
        made = self._made(held)
        made.versions.go_on_from(card.versions)
        self._put(made)
        if had_focus:
            # Whoever stood at the end goes on from the end, as after an earlier answer was put in.
            end = made.text_field.box.document().characterCount()
            made.go_to(end if caret.atEnd() else caret.position())

    def let_go(self) -> None:
        """Keep what is in the card, and let it go as soon as that is done."""
        card, self.card = self.card, None
        if card is None:
            return
        card.put_away()
        if not card.is_settled():
            self._column.removeWidget(card)
            card.hide()
            self._waiting[card.answer.id] = card
        self.turned.emit()

    def put_away(self) -> None:
        """Keep what is half written, also in cards whose words could not be kept before."""
        for card in (*self._waiting.values(), *((self.card,) if self.card is not None else ())):
            card.put_away()

    def put_fact(self, used: UsedFact, instead: UsedFact | None) -> None:
        """Put a figure into the answer."""
        if self.card is not None:
            self.card.put_fact(used, instead)

    def take_focus(self) -> None:
        """Go to where the answer is typed."""
        if self.card is not None:
            self.card.take_focus()

    def _made(self, held: Held[Answer]) -> AnswerCard:
        made = AnswerCard(self._asked, held, self._left)
        made.kept.connect(self.kept)
        made.kept.connect(self._let_those_go)
        made.failed.connect(partial(self._hear_failed, made))
        made.settled.connect(self.settled)
        made.next_asked.connect(self.next_asked)
        made.fold.move_asked.connect(self.move_asked)
        made.fold.remove_asked.connect(self.remove_asked)
        return made

    def _put(self, made: AnswerCard) -> AnswerCard:
        self._column.clear()
        self._column.put(made, 1)
        self.card = made
        made.show()
        self.turned.emit()
        return made

    def _let_those_go(self, _held: Held[Answer]) -> None:
        """Let the cards go that waited for their words to be kept."""
        for answer_id, card in list(self._waiting.items()):
            if card.is_settled():
                del self._waiting[answer_id]
                card.deleteLater()

    def _hear_failed(self, card: AnswerCard, error: Exception) -> None:
        """Say why; in sight, a card says so itself."""
        if card is not self.card:
            self.failed.emit(error)
