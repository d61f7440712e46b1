"""What is said of the copies in another place, and of those on this laptop."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.ui.pages.our_group import copies_words as words
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel, set_kind
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from vcs_desktop.ui.pages.our_group.copies_view_model import Copies


class ElsewhereCard(QWidget):
    """Why a copy on a stick is wanted, and how old the last one is."""

    def __init__(self) -> None:
        super().__init__()
        self.age = label("", "strong", wrap=True)
        self.stick_home = label(
            sentences(
                tr("This group lives on a stick. Sticks get lost, and wear out."),
                tr("Make a copy on a computer."),
            ),
            "warn",
            wrap=True,
        )
        why = label(
            sentences(
                tr("Copies on this laptop do not help when it is lost, broken or stolen."),
                tr("Make one on a USB stick, and keep the stick in another house."),
            ),
            wrap=True,
        )
        what = label(
            sentences(
                tr("The whole group is in one file."),
                tr("It opens only with your secret words, or with the printed code."),
            ),
            "muted",
            wrap=True,
        )
        self.copy_button = button(tr("Copy to a USB stick"), "primary", icon="usb")
        self.later_button = button(tr("Remind me in a week"), "quiet")
        self.card = card(
            label(tr("A copy in another place"), "heading", wrap=True),
            self.age,
            self.stick_home,
            why,
            what,
            panel(FlowLayout(self.copy_button, self.later_button)),
        )
        self.setLayout(column(self.card))

    def show_copies(self, copies: "Copies") -> None:
        """Say how old the last one is; when it is too old, in the colour of a warning."""
        self.age.setText(words.elsewhere_in_words(copies.copied_on, copies.today))
        set_kind(self.card, "warn" if copies.is_reminder_due else "card")
        self.later_button.setVisible(copies.is_reminder_due)
        self.stick_home.setVisible(copies.is_on_stick)


class HereCard(QWidget):
    """How many copies are here, when one was tested, and whether there is room for more."""

    def __init__(self) -> None:
        super().__init__()
        self.kept = label("", wrap=True)
        self.tested = label("", wrap=True)
        self.room = label("", "warn", wrap=True)
        self.make_button = button(tr("Make a copy now"), icon="copy")
        self.test_button = button(tr("Test a copy now"), icon="circle-check")
        how = tr("They are made by themselves when something changed, and read back.")
        made = card(
            label(tr("Copies on this laptop"), "heading", wrap=True),
            label(how, "muted", wrap=True),
            self.kept,
            self.tested,
            self.room,
            panel(FlowLayout(self.make_button, self.test_button)),
        )
        self.setLayout(column(made))

    def show_copies(self, copies: "Copies") -> None:
        """Say what is here."""
        self.kept.setText(words.kept_in_words(copies.backups, copies.today))
        self.tested.setText(words.tested_in_words(copies.drilled_on))
        self.tested.setVisible(bool(copies.backups))  # those that were tested may have gone
        self.room.setText(words.room_in_words(copies.free_bytes or 0))
        self.room.setVisible(copies.free_bytes is not None)
