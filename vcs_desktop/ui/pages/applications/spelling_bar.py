"""From one word that is not known to the next: what may be meant, and what to do with it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame

from vcs_desktop.core.language import tr
from vcs_desktop.ui.pages.applications.spelling_marks import SpellingMarks
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.basics import Button, button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.offer import Services
    from vcs_desktop.ui.background import Tasks
    from vcs_desktop.ui.pages.applications.answer_box import AnswerBox

_MOST_OFFERED = 5


class SpellingBar(QFrame):
    """Shows at ``begin``, and goes with Esc. ``left`` says that it went."""

    left = Signal()

    def __init__(
        self, services: "Services", tasks: "Tasks", box: "AnswerBox", marks: SpellingMarks
    ) -> None:
        super().__init__()
        self.setProperty("kind", "undo")
        self._services = services
        self._box = box
        self._marks = marks
        self._word: QTextCursor | None = None
        self._is_begun = False
        self._offered = Question(tasks, self, lane="work")
        self.words = label("", "strong", wrap=True)
        self.offers = [self._offer_button() for _ in range(_MOST_OFFERED)]
        self.add_button = button(tr("Add to our words"))
        self.leave_button = button(tr("Leave it"))
        self.close_button = button(tr("Close"), "quiet", name=tr("Close the check of spelling"))
        acts = (self.add_button, self.leave_button, self.close_button)
        buttons = panel(FlowLayout(*self.offers, *acts, gap=8))
        self.setLayout(column(self.words, buttons, margins=(10, 6, 6, 6), gap=6))
        self._offered.answered.connect(self._show_offers)
        self.add_button.clicked.connect(self._add)
        self.leave_button.clicked.connect(self._leave_word)
        self.close_button.clicked.connect(self.leave)
        marks.changed.connect(self._hear_marks)
        self.hide()

    def begin(self) -> None:
        """Look at every word, and go to the first from the caret on that is not known."""
        self._is_begun = True
        self._word = None
        self._tell(tr("Looking"))
        self.show()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._marks.look_at_all()

    def leave(self) -> None:
        """Go away; the word that was looked at stays selected."""
        self._offered.forget()
        self._is_begun = False
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _hear_marks(self) -> None:
        """Go to the first word, once the marks are up to date."""
        if self._is_begun:
            self._is_begun = False
            self._go_from(self._box.textCursor().selectionStart())

    def _go_from(self, place: int) -> None:
        """Go to the next word from a place on; after the last comes the first."""
        every = [each for each in self._marks.unknown() if each.hasSelection()]
        later = [each for each in every if each.selectionStart() >= place]
        if not every:
            self._word = None
            self._tell(tr("There is no word left to look at."))
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        word = self._word = QTextCursor((later or every)[0])
        self._box.setTextCursor(word)
        self._box.ensureCursorVisible()
        said = word.selectedText()
        self._tell(tr("Is “{word}” right?", word=short_prose(said, 60)), is_word=True)
        self._offered.ask(lambda: self._services.spelling.offered(said))

    def _tell(self, words: str, *, is_word: bool = False) -> None:
        self.words.setText(words)
        say(self, words)
        for each in (self.add_button, self.leave_button):
            each.setVisible(is_word)
        if is_word and self.close_button.hasFocus():
            self.leave_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_offers([])

    def _show_offers(self, offers: list[str]) -> None:
        lost = any(each.hasFocus() for each in self.offers[len(offers) :])
        for number, each in enumerate(self.offers):
            words = offers[number] if number < len(offers) else ""
            each.setText(words)
            each.setAccessibleName(tr("Put {word} there", word=words) if words else "")
            each.setVisible(bool(words))
        if lost and self.leave_button.isVisible():
            self.leave_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_button(self) -> Button:
        made = button("")
        made.hide()
        made.clicked.connect(lambda: self._replace(made.text()))
        return made

    def _replace(self, words: str) -> None:
        word = self._word
        if word is not None:
            word.insertText(words)
            self._marks.forget(word.position())
            self._go_from(word.position())

    def _add(self) -> None:
        if self._word is not None:
            self._marks.add(self._word.selectedText())
            self._go_from(self._word.selectionStart())

    def _leave_word(self) -> None:
        if self._word is not None:
            self._marks.leave(self._word.selectedText())
            self._go_from(self._word.selectionStart())
