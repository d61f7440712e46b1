"""Asks about the words of an answer while it is written, and marks those that are not known."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor

from vcs_desktop.domain.text_pieces import by_piece, pieces_of, places_in
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.applications.answer_box import AnswerBox, Mark
from vcs_desktop.ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vcs_desktop.domain.spelled import Spelled

WAIT_MS = 400
"""After the last change: who types on is not marked in the middle of a word."""

MOST_MARKS = 400
_MOST_KEPT = 4_000


class SpellingMarks(QObject):
    """Only sentences that changed are asked about, on the work lane.

    ``changed`` says that the marks are up to date. A word that is just being typed is not
    marked. ``left`` are words that somebody left as they are, until the group is locked.
    """

    changed = Signal()

    def __init__(
        self,
        asked: tuple[Services, Tasks, GroupSession],
        box: AnswerBox,
        left: set[str],
    ) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(box)
        self._services, tasks, session = asked
        self._box = box
        self._left = left
        self._known: dict[str, tuple[Spelled, ...]] = {}
        self._ours: frozenset[str] = frozenset()
        self._marks: list[Mark] = []
        self._typed_at = -1
        self._words = Latest(tasks, self)
        self._checks = Latest(tasks, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(WAIT_MS)
        self._pause.timeout.connect(self.look)
        box.textChanged.connect(self._hear_change)
        box.cursorPositionChanged.connect(self._hear_move)
        session.changed.connect(self._look_for_ours)
        look.changed.connect(self._mark)
        self._look_for_ours()

    def unknown(self) -> "Iterator[QTextCursor]":
        """Yield the words that are not known, each selected, from the top."""
        for mark in self._marks:
            yield mark.cursor

    def at(self, place: int) -> QTextCursor | None:
        """Return the word at a place that is not known, selected; None where there is none."""
        around = (
            each for each in self.unknown() if each.selectionStart() <= place <= each.selectionEnd()
        )
        return next(around, None)

    def forget(self, end: int) -> None:
        """Take away the mark of the word that ends at a place: another stands there now."""
        self._keep([each for each in self._marks if each.cursor.selectionEnd() != end])

    def leave(self, word: str) -> None:
        """Leave a word as it is, wherever it stands."""
        self._left.add(word)
        self._keep([each for each in self._marks if each.cursor.selectedText() != word])

    def add(self, word: str) -> None:
        """Keep a word with the group's own."""
        self.leave(word)
        self._words.ask_too(
            lambda: self._services.space.inside().own_words.add(word),
            then=self._look_for_ours_again,
            otherwise=self._leave_be,
        )

    def look_at_all(self) -> None:
        """Ask and mark at once, the word that was typed last too."""
        self._typed_at = -1
        self.look()

    def look(self) -> None:
        """Ask about what changed, and mark what is not known."""
        self._pause.stop()
        new = [each for each in dict.fromkeys(self._pieces()) if each not in self._known]
        if not new:
            self._mark()
            return
        spelling, ours = self._services.spelling, self._ours
        lines = [f"{each}\n" for each in new]
        self._checks.ask(
            lambda: by_piece(lines, spelling.unknown("".join(lines), ours)),
            then=partial(self._hear_checked, ours),
            otherwise=self._leave_be,
            lane="work",
        )

    def _pieces(self) -> list[str]:
        return pieces_of(self._box.toPlainText())

    def _hear_change(self) -> None:
        self._typed_at = self._box.textCursor().position()
        self._pause.start()

    def _hear_move(self) -> None:
        if self._typed_at >= 0 and self._box.textCursor().position() != self._typed_at:
            self._typed_at = -1
            self._pause.start()

    def _look_for_ours(self) -> None:
        self._words.ask(self._read_ours, then=self._hear_ours, otherwise=self._leave_be)

    def _read_ours(self) -> frozenset[str]:
        return self._services.space.inside().own_words.right_words()

    def _look_for_ours_again(self, _outcome: object) -> None:
        self._look_for_ours()

    def _hear_ours(self, ours: frozenset[str]) -> None:
        if ours != self._ours:
            self._ours = ours
            self._known.clear()
        self._pause.start()

    def _hear_checked(self, ours: frozenset[str], found: "dict[str, tuple[Spelled, ...]]") -> None:
        if ours != self._ours:
            return
        if len(self._known) > _MOST_KEPT:
            self._known.clear()
        self._known |= {line.removesuffix("\n"): words for line, words in found.items()}
        self._mark()

    def _mark(self) -> None:
        document, typed_at = self._box.document(), self._typed_at
        wave = QTextCharFormat()
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wave.setUnderlineColor(look.colour("bad"))
        marks: list[Mark] = []
        for place in places_in(self._pieces(), self._known):
            if place.word in self._left or place.end == typed_at:
                continue
            mark = Mark()
            mark.cursor = QTextCursor(document)
            mark.cursor.setPosition(place.start)
            mark.cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
            mark.format = wave
            marks.append(mark)
            if len(marks) == MOST_MARKS:
                break
        self._keep(marks)
        self.changed.emit()

    def _keep(self, marks: list[Mark]) -> None:
        self._marks = marks
        self._box.mark_spelling(marks)

    def _leave_be(self, _outcome: object) -> None:
        """Without a list of words nothing is marked, and nothing else is wrong."""
