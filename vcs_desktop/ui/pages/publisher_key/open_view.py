"""Opening a publisher's key file: which file, and its secret words."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.core.publish_errors import WrongKeyWords
from vcs_desktop.ui.publisher_session import PublisherSession
from vcs_desktop.ui.way_back.bounded import Bounded
from vcs_desktop.ui.way_back.secret_field import SecretField
from vcs_desktop.ui.widgets.basics import Button, button, card, column, label, panel
from vcs_desktop.ui.widgets.drop_zone import DropZone
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.progress_bar import ProgressLine
from vcs_desktop.ui.widgets.prose import prose, short_prose


class OpenView(QWidget):
    """``make_asked`` wants keys to be made for the first time."""

    make_asked = Signal()

    def __init__(self, publisher: PublisherSession) -> None:
        super().__init__()
        self._publisher = publisher
        self.path: Path | None = None
        self.zone = DropZone(
            tr("Drop your key file here. It ends in .key."),
            tr("Choose a file"),
            tr("Key files (*.key)"),
        )
        self.chosen = prose("", "strong")
        self.words_field = SecretField(tr("The secret words of this key"))
        self.open_button: Button = button(tr("Open the key"), "primary")
        self.make_button = button(tr("Make the keys"), icon="key-round")
        self.message, self.progress = MessageBar(), ProgressLine()
        self._form = panel(
            column(self.chosen, self.words_field, panel(FlowLayout(self.open_button)), gap=10)
        )
        self.setLayout(
            column(
                Bounded(
                    label(
                        tr(
                            "This is for whoever publishes grants, events and facts for all "
                            "groups: a council, or a support organisation."
                        ),
                        wrap=True,
                    ),
                    self.zone,
                    self._form,
                    self.progress,
                    self.message,
                    card(
                        label(tr("No keys yet?"), "heading"),
                        label(
                            tr(
                                "Make them once, with two people in the room. It takes ten minutes."
                            ),
                            wrap=True,
                        ),
                        panel(FlowLayout(self.make_button)),
                    ),
                ),
                None,
            )
        )
        self._form.hide()
        self.zone.files_chosen.connect(lambda paths: self.choose(paths[0]))
        self.words_field.entered.connect(self._open)
        self.open_button.clicked.connect(self._open)
        self.make_button.clicked.connect(self.make_asked)

    def choose(self, path: Path) -> None:
        """Ask for the words of a key file."""
        self.path = path
        self.message.hide()
        self.words_field.forget()
        self.chosen.setText(short_prose(path.name))
        self._form.show()
        self.words_field.take_focus()

    def forget(self) -> None:
        """Take the words out of the field."""
        self.words_field.forget()

    def first_focus(self) -> QWidget:
        """Start at the words, or at the file."""
        return self.words_field.box if self.path is not None else self.zone.button

    def _open(self) -> None:
        if self.path is None or not self.open_button.isEnabled():
            return
        if not self.words_field.secret().strip():
            self.words_field.tell(tr("Type your secret words first."))
            return
        self._work(at_work=True)
        self._publisher.open_with(
            self.path, self.words_field.secret(), then=self._rest, otherwise=self._tell
        )

    def _rest(self) -> None:
        self._work(at_work=False)
        self.forget()

    def _tell(self, error: Exception) -> None:
        self._work(at_work=False)
        if isinstance(error, WrongKeyWords):
            self.words_field.tell(words_for(error))
        else:
            self.message.tell(words_for(error), "bad")

    def _work(self, *, at_work: bool) -> None:
        self.open_button.setEnabled(not at_work)
        self.message.hide()
        if at_work:
            self.progress.start(tr("Opening. This takes a moment."), can_cancel=False)
        else:
            self.progress.finish()
