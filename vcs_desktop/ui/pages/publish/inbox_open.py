"""Opening the officer's inbox: where the service is, the officer's token, and the council's key."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.core.publish_errors import WrongKeyWords
from vcs_desktop.ui import files
from vcs_desktop.ui.way_back.bounded import Bounded
from vcs_desktop.ui.way_back.secret_field import SecretField
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.progress_bar import ProgressLine
from vcs_desktop.ui.widgets.prose import short_prose


class InboxOpen(QWidget):
    """``wanted`` carries the address, the token, the key file or None, and its secret words."""

    wanted = Signal(str, str, object, str)

    def __init__(self) -> None:
        super().__init__()
        self.key_file: Path | None = None
        self.address = TextField(
            tr("Address of the service"), tr("It begins with https://"), check=_is_address
        )
        self.token = SecretField(
            tr("Your officer's token"),
            tr("Whoever runs the service made it for you. It is forgotten when you are done."),
        )
        self.key_button = button(tr("Choose the council's key file"), icon="key-round")
        self.words_field = SecretField(tr("The secret words of the council's key"))
        self.open_button = button(tr("Open the inbox"), "primary")
        self.message, self.progress = MessageBar(), ProgressLine()
        self.setLayout(
            column(
                Bounded(
                    label(
                        tr(
                            "Here you read what groups chose to share, and answer it. "
                            "Nobody's own records are here."
                        ),
                        wrap=True,
                    ),
                    self.address,
                    self.token,
                    label(
                        tr(
                            "What somebody signed, or what may name somebody, is closed. "
                            "The council's key opens it. Without the key you read the rest."
                        ),
                        "muted",
                        wrap=True,
                    ),
                    panel(FlowLayout(self.key_button)),
                    self.words_field,
                    panel(FlowLayout(self.open_button)),
                    self.progress,
                    self.message,
                ),
                None,
            )
        )
        self.words_field.hide()
        self.address.box.returnPressed.connect(self._open)
        for secret in (self.token, self.words_field):
            secret.entered.connect(self._open)
        self.key_button.clicked.connect(self._ask_for_key)
        self.open_button.clicked.connect(self._open)

    def choose(self, path: str) -> None:
        """Take a key file, and ask for its words."""
        self.key_file = Path(path)
        name = short_prose(self.key_file.name)
        self.key_button.setText(tr("Key file: {name}", name=name))
        self.words_field.forget()
        self.words_field.show()
        self.words_field.take_focus()

    def forget(self) -> None:
        """Take what is secret out of the fields."""
        self.token.forget()
        self.words_field.forget()

    def tell(self, error: Exception) -> None:
        """Say why it was not opened."""
        self.rest()
        if isinstance(error, WrongKeyWords):
            self.words_field.tell(words_for(error))
        else:
            self.message.tell(words_for(error), "bad")

    def rest(self) -> None:
        """Let it be opened again."""
        self.open_button.setEnabled(True)
        self.progress.finish()

    def _ask_for_key(self) -> None:
        files.ask_what_to_open(
            self, tr("Choose the council's key file"), tr("Key files (*.key)"), self.choose
        )

    def _open(self) -> None:
        if not self.open_button.isEnabled():
            return  # it is being opened
        if not self.address.words():
            self.address.set_error(tr("Type the address of the service."))
            self.address.take_focus()
        elif self.address.show_problem():
            self.address.take_focus()
        elif not self.token.secret().strip():
            self.token.tell(tr("Type or paste your token first."))
        else:
            self.open_button.setEnabled(False)
            self.message.hide()
            self.progress.start(tr("Opening. This takes a moment."), can_cancel=False)
            words = self.words_field.secret() if self.key_file is not None else ""
            self.wanted.emit(self.address.words(), self.token.secret(), self.key_file, words)


def _is_address(words: str) -> str:
    if words.startswith(("https://", "http://")):
        return ""
    return tr("An address begins with https://.")
