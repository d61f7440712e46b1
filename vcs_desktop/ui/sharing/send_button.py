"""The button that sends what waits, or asks for answers; and what came of it in words."""

from typing import TYPE_CHECKING

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.domain.sharing.shared import AT_THE_COUNCIL
from vcs_desktop.ui.sharing.report_words import report_words
from vcs_desktop.ui.sharing.view_model import Seen, SharingViewModel
from vcs_desktop.ui.widgets.basics import Button
from vcs_desktop.ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from vcs_desktop.services.sharing.outbox import Report


class SendButton(Button):
    """There where something waits, or may be answered.

    Cannot be pressed while the outbox is at work; the message has a button that stops it.
    """

    def __init__(self, view_model: SharingViewModel, message: MessageBar) -> None:
        super().__init__(tr("Send now"), icon="upload")
        self._view_model = view_model
        self._message = message
        self._waits = True
        self.clicked.connect(view_model.send)
        view_model.sending.connect(self._tell_sending)
        view_model.sent.connect(self._tell_sent)
        view_model.not_sent.connect(self._tell_not_sent)

    def show_for(self, seen: Seen, *, is_practice: bool) -> None:
        """Say what pressing it does now; where nothing can be done, go away."""
        self._waits = bool(seen.waiting)
        self.setText(tr("Send now") if self._waits else tr("Look for answers"))
        may_be_answered = any(line.state in AT_THE_COUNCIL for line in seen.lines)
        self.setVisible(not is_practice and (self._waits or may_be_answered))

    def _tell_sending(self) -> None:
        self.setEnabled(False)
        words = tr("Sending what waits.") if self._waits else tr("Looking for answers.")
        self._message.tell(words, "info", tr("Stop"), self._view_model.stop)

    def _tell_sent(self, report: "Report") -> None:
        self._end(*report_words(report))

    def _tell_not_sent(self, error: Exception) -> None:
        self._end(words_for(error), "bad")

    def _end(self, words: str, kind: str) -> None:
        self.setEnabled(True)
        self._message.tell(words, kind)
        self._view_model.look()
