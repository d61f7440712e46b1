"""What is on its way into the library and is asked about first: a card, and a line of progress."""

from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

Card = TypeVar("Card", bound=QWidget)


class OnItsWay(QObject, Generic[Card]):
    """The card and the line of progress are hidden until they are needed.

    What came of it is said in the ``message`` of the page. ``offered`` says that there is
    something to answer, ``answered`` that it was answered, and ``ended`` that the library holds
    something else now.
    """

    offered = Signal()
    answered = Signal()
    ended = Signal()

    def __init__(self, card: Card, message: MessageBar, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.card = card
        self.card.hide()
        self.message = message
        self.progress = ProgressLine()

    def begin(self, words: str) -> None:
        """Say that something is done, in place of what was shown before."""
        self.message.hide()
        self.card.hide()
        self.progress.start(words)

    def show_offer(self) -> None:
        """Show the card, which somebody has to answer."""
        self.progress.finish()
        self.card.show()
        self.offered.emit()

    def decline(self) -> None:
        """Hear that a person does not want it."""
        self.card.hide()
        self.answered.emit()
        say(self._page, tr("Nothing was changed."))
