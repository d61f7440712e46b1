"""The exact preview: what would be sent, to be agreed to or not."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.domain.sharing.words import keep_in_words
from vcs_desktop.ui.sharing.told_lines import told_card, very_text
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel, picture, row
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from vcs_desktop.services.sharing import ToAgree


class AgreeCard(QWidget):
    """``agreed`` says that these very bytes may go; ``back_asked`` goes back to the form."""

    agreed = Signal()
    back_asked = Signal()

    def __init__(self, record_id: str, found: "ToAgree") -> None:
        super().__init__()
        self.record_id = record_id
        self.found = found
        self.text = very_text(found.body)
        self.agree_button = button(tr("Agree: this may be sent"), "primary", icon="check")
        self.back_button = button(tr("No, go back to the form"), icon="arrow-left")
        said = column(
            label(tr("Before it goes"), "title", wrap=True),
            label(
                sentences(
                    tr("This is all that the council would get."),
                    tr("Nothing has left yet. You can take it back at any time."),
                ),
                "muted",
                wrap=True,
            ),
            gap=12,
        )
        if found.warning:
            said.put(_note(found.warning, "triangle-alert", "warn"))
        said.put(told_card(tr("What would be sent"), found.lines))
        said.put(self.text)
        said.put(_note(closed_words(is_personal=found.is_personal), "lock", "info"))
        said.put(_note(keep_in_words(found.keep_until), "clock", "info"))
        said.put(panel(FlowLayout(self.agree_button, self.back_button)))
        self.setLayout(said)
        self.agree_button.clicked.connect(self.agreed)
        self.back_button.clicked.connect(self.back_asked)


def closed_words(*, is_personal: bool) -> str:
    """Return who can read it on its way."""
    if is_personal:
        return tr("Somebody may be known by it. So it is closed, and only the council can open it.")
    return tr("It names nobody, so it is not closed. Whoever runs the service could read it.")


def _note(words: str, icon: str, kind: str) -> QWidget:
    line = row(picture(icon, kind), gap=8)
    line.put(label(words, wrap=True), 1)
    return card(panel(line), kind=kind)
