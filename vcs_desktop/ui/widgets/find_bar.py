"""Finding words in a text: a field, how many there are, the next and the one before."""

from bisect import bisect_left

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QTextBrowser, QTextEdit

from vcs_desktop.core.language import tr
from vcs_desktop.ui.say import say
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import button, label, panel, row
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

MOST_FOUND = 1_000
_PAUSE_MS = 150


class FindBar(QFrame):
    """Looks for words in one text widget. It shows at ``begin`` and goes with Esc.

    ``left`` says that it went, so that the focus can go back to the text.
    """

    left = Signal()

    def __init__(self, browser: QTextBrowser | QPlainTextEdit) -> None:
        super().__init__()
        self.setProperty("kind", "undo")
        self._browser = browser
        self._places: list[tuple[int, int]] = []
        self._now = -1
        self._is_old = False
        self.find_box = QLineEdit()
        self.find_box.setMinimumWidth(look.px(120))
        self.count_label = label("", "muted")
        self.previous_button = button(tr("Before"), name=tr("Go to the one before"))
        self.next_button = button(tr("Next"), name=tr("Go to the next one"))
        self.close_button = button(tr("Close"), "quiet", name=tr("Close the search in this text"))
        name = label(tr("Find in this text"), buddy=self.find_box)
        words = panel(FlowLayout(name, self.find_box, self.count_label, gap=8))
        buttons = (self.previous_button, self.next_button, self.close_button)
        line = row(margins=(10, 6, 6, 6))
        line.put(panel(FlowLayout(words, *buttons, gap=8)), 1)
        self.setLayout(line)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.look_for_words)
        self.find_box.textChanged.connect(self._wait)
        self.previous_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.go_on)
        self.close_button.clicked.connect(self.leave)
        self.hide()

    def begin(self) -> QLineEdit:
        """Show the field, with what is marked in the text in it, and return it."""
        marked = self._browser.textCursor().selectedText()
        if marked and "\u2029" not in marked:
            self.find_box.setText(marked)
        self.show()
        self.find_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_box.selectAll()
        return self.find_box

    def leave(self) -> None:
        """Go away; what was found last stays marked in the text, typed as quickly as it may be."""
        if self._pause.isActive():
            self.look_for_words()
        self.hide()
        self._browser.setExtraSelections([])
        self.left.emit()

    def forget(self) -> None:
        """Another text came: what was found is no longer there."""
        self._places, self._now = [], -1
        if self.isVisible():
            self.look_for_words()

    def grow_old(self) -> None:
        """Somebody types in the text: look again before the next step, not while they type."""
        self._is_old = True

    def look_for_words(self) -> None:
        """Find every place, and go to the first one from the caret on."""
        self._pause.stop()
        self._is_old = False
        self._places = _places_of(self._browser.document(), self.find_box.text())
        self._now = -1
        if self._places:
            at = bisect_left(self._places, (self._browser.textCursor().selectionStart(), 0))
            self._go_to(at % len(self._places))
        self.mark()
        self._tell()

    def go_on(self) -> None:
        """Go to the next place; after the last comes the first."""
        self._step(1)

    def go_back(self) -> None:
        """Go to the place before."""
        self._step(-1)

    def mark(self) -> None:
        """Put a ground behind every place; the one we are at is marked as selected words are."""
        marks = []
        for place in self._places if self.isVisible() else ():
            ground = QTextCharFormat()
            ground.setBackground(look.colour("warnSoft"))
            ground.setForeground(look.colour("ink"))
            ground.setFontUnderline(True)
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._cursor_over(place)
            mark.format = ground
            marks.append(mark)
        self._browser.setExtraSelections(marks)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F3 go on, with Shift back; Esc leaves."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self._step(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def _wait(self) -> None:
        self._pause.start()

    def _step(self, step: int) -> None:
        if self._pause.isActive() or self._is_old:
            self.look_for_words()
        elif self._places:
            self._go_to((self._now + step) % len(self._places))
            self._tell()

    def _go_to(self, number: int) -> None:
        self._now = number
        self._browser.setTextCursor(self._cursor_over(self._places[number]))
        self._browser.ensureCursorVisible()

    def _cursor_over(self, place: tuple[int, int]) -> QTextCursor:
        cursor = QTextCursor(self._browser.document())
        cursor.setPosition(place[0])
        cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _tell(self) -> None:
        self.count_label.setText(self._count_words())
        say(self, self._count_words())

    def _count_words(self) -> str:
        if not self.find_box.text():
            return ""
        if not self._places:
            return tr("Not found")
        number, many = self._now + 1, len(self._places)
        if many == MOST_FOUND:
            return tr("{number} of more than {many}", number=number, many=many)
        return tr("{number} of {many}", number=number, many=many)


def _places_of(document: QTextDocument, words: str) -> list[tuple[int, int]]:
    """Return where words begin and end, large letters or small, at most a thousand places."""
    places: list[tuple[int, int]] = []
    found = document.find(words) if words else QTextCursor()
    while not found.isNull() and len(places) < MOST_FOUND:
        places.append((found.selectionStart(), found.selectionEnd()))
        found = document.find(words, found)
    return places
