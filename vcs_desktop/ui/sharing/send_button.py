"""The button that sends what waits, and what came of it in words."""

from typing import TYPE_CHECKING

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.ui.sharing.report_words import report_words
from vcs_desktop.ui.sharing.view_model import SharingViewModel
from vcs_desktop.ui.widgets.basics import Button
from vcs_desktop.ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from vcs_desktop.services.sharing.outbox import Report


class SendButton(Button):
    """Cannot be pressed while the outbox is at work; the message has a button that stops it."""

    def __init__(self, view_model: SharingViewModel, message: MessageBar) -> None:
        super().__init__(tr("Send now"), icon="upload")
        self._view_model = view_model
        self._message = message
        self.clicked.connect(view_model.send)
        view_model.sending.connect(self._tell_sending)
        view_model.sent.connect(self._tell_sent)
        view_model.not_sent.connect(self._tell_not_sent)

    def _tell_sending(self) -> None:
        self.setEnabled(False)
        self._message.tell(tr("Sending what waits."), "info", tr("Stop"), self._view_model.stop)

    def _tell_sent(self, report: "Report") -> None:
        self._end(*report_words(report))

    def _tell_not_sent(self, error: Exception) -> None:
        self._end(words_for(error), "bad")

    def _end(self, words: str, kind: str) -> None:
        self.setEnabled(True)
        self._message.tell(words, kind)
        self._view_model.look()
