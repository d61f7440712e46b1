"""Whom to thank: the wording, the certificate, and that it was done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.long_text_field import LongTextField
from vcs_desktop.ui.widgets.prose import short_prose

if TYPE_CHECKING:
    from vcs_desktop.ui.paper_out import PaperOut


class ThanksCard(QWidget):
    """The certificate of one person, or of several with the usual words for each."""

    thanked = Signal()

    def __init__(self, title: str, said: str, wording: str, paper: "PaperOut") -> None:
        """``wording`` empty is that each has the usual words, and none are asked for."""
        super().__init__()
        self.wording = LongTextField(tr("What the certificate says"))
        self.wording.set_words(wording)
        self.signed_by = TextField(
            tr("Who signs it"), tr("For example, Asha Patel, chair"), optional=True
        )
        self.thank_button = button(tr("They were thanked"), "primary", icon="check")
        self.thank_button.setObjectName("thanked")
        fields = (self.wording, self.signed_by) if wording else (self.signed_by,)
        once = tr("Then it is not offered again.")
        self._keep = None if wording else self.wording
        self.setLayout(
            column(
                card(
                    label(short_prose(title), "title", wrap=True),
                    label(said, wrap=True),
                    *fields,
                    panel(FlowLayout(paper.save_button, paper.print_button)),
                    panel(FlowLayout(self.thank_button)),
                    label(once, "muted", wrap=True),
                    gap=12,
                )
            )
        )
        self.thank_button.clicked.connect(self.thanked)
