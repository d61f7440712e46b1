"""The menu of an answer: what may be meant by a word that is not known, then the usual acts."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from vcs_desktop.core.language import tr
from vcs_desktop.ui.pages.applications.answer_box import AnswerBox
from vcs_desktop.ui.pages.applications.spelling_marks import SpellingMarks
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.prose import short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.offer import Services
    from vcs_desktop.ui.background import Tasks

_MOST_IN_AN_ENTRY = 40


class AnswerMenu(QObject):
    """Opens at once; what may be meant comes into it when it is known."""

    def __init__(
        self, services: "Services", tasks: "Tasks", box: AnswerBox, marks: SpellingMarks
    ) -> None:
        super().__init__(box)
        self._services = services
        self._box = box
        self._marks = marks
        self._offered = Question(tasks, self, lane="work")
        self._offered.answered.connect(self._show_offers)
        self._word: QTextCursor | None = None
        self.menu: QMenu | None = None
        box.menu_asked.connect(self._open)

    def _open(self, place: int, where: QPoint) -> None:
        menu = self.menu = self._box.createStandardContextMenu()
        menu.setTitle(tr("What you can do"))
        menu.aboutToHide.connect(menu.deleteLater)
        word = self._marks.at(place)
        self._word = QTextCursor(word) if word is not None else None
        if self._word is not None:
            self._begin(menu, self._word.selectedText())
        menu.popup(where)

    def _begin(self, menu: QMenu, word: str) -> None:
        """Put what can be done with a word at the top."""
        first = menu.actions()[0]
        waiting = _entry(menu, tr("Looking for words"))
        waiting.setEnabled(False)
        waiting.setObjectName(_WAITING)
        shown = short_prose(word, _MOST_IN_AN_ENTRY)
        add = _entry(menu, tr("Add “{word}” to our words", word=shown))
        leave = _entry(menu, tr("Leave “{word}” as it is", word=shown))
        add.triggered.connect(lambda: self._marks.add(word))
        leave.triggered.connect(lambda: self._marks.leave(word))
        for entry in (waiting, add, leave, menu.addSeparator()):
            menu.insertAction(first, entry)
        self._offered.ask(lambda: (word, self._services.spelling.offered(word)))

    def _show_offers(self, found: tuple[str, list[str]]) -> None:
        menu, (word, offers) = self.menu, found
        if menu is None or not isValid(menu) or self._word is None:
            return
        if self._word.selectedText() != word:
            return
        waiting = next((each for each in menu.actions() if each.objectName() == _WAITING), None)
        if waiting is None:
            return
        for offer in offers:
            entry = _entry(menu, offer)
            entry.triggered.connect(partial(self._replace, offer))
            menu.insertAction(waiting, entry)
        if offers:
            menu.removeAction(waiting)
        else:
            waiting.setText(tr("We know no word like it"))

    def _replace(self, words: str, _checked: bool = False) -> None:  # by Qt
        if self._word is not None:
            self._word.insertText(words)
            self._marks.forget(self._word.position())


_WAITING = "waiting"


def _entry(menu: QMenu, words: str) -> QAction:
    """Return an entry; no letter of its words is taken for its key."""
    return QAction(words.replace("&", "&&"), menu)
