"""The steps of adding a laptop, each by itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.clock import LONDON
from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import sentences, tr
from vcs_desktop.ui.way_back.secret_field import ToldField
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.code_picture import CodePicture
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import short_prose

if TYPE_CHECKING:
    from vcs_desktop.domain.phone_code import PhoneCode
    from vcs_desktop.services.two_laptops.lines import Asking, Invited


class WhatHappens(QWidget):
    """What will happen, and two ways."""

    def __init__(self) -> None:
        super().__init__()
        self.ways = label("", wrap=True)
        self.service_button = button(tr("Make a code"), "primary")
        self.stick_button = button(tr("By stick, without a service"), icon="usb")
        self.setLayout(
            column(
                label(
                    sentences(
                        tr("The other laptop gets the whole group, and its own secret words."),
                        tr("What is done on one is then found on the other."),
                    ),
                    wrap=True,
                ),
                label(
                    sentences(
                        tr("All of it is locked before it leaves this laptop."),
                        tr("Whoever runs the service cannot read a word of it."),
                    ),
                    wrap=True,
                ),
                self.ways,
                panel(FlowLayout(self.service_button, self.stick_button)),
                gap=8,
            )
        )

    def show_ways(self, *, uses_service: bool) -> None:
        """Say what comes next."""
        self.stick_button.setVisible(not uses_service)
        self.service_button.setText(tr("Make a code") if uses_service else tr("Use a service"))
        self.ways.setText(
            tr("We make a code. Type it on the other laptop within an hour.")
            if uses_service
            else tr(
                "Your council or OCVA may run a service for it. They give you an address and "
                "a code, once. Or it goes by stick, without any."
            )
        )

    def first_focus(self) -> QWidget:
        """Start at the way on."""
        return self.service_button


class ServiceStep(QWidget):
    """The address of the service, the code of whoever runs it, and a name for this laptop.

    ``wanted`` says that all three are there.
    """

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.address = ToldField(
            tr("The address of the service"), tr("Such as https://groups.example.org")
        )
        self.code = ToldField(
            tr("Your group's code for the service"),
            tr("From your council or OCVA. It is needed only this once."),
        )
        self.name = ToldField(
            tr("What is this laptop called?"),
            tr("Only your group sees it, so that you can tell your laptops apart."),
        )
        self.go_button = button(tr("Next"), "primary", name=tr("Next: use this service"))
        self.setLayout(
            column(self.address, self.code, self.name, panel(FlowLayout(self.go_button)), gap=12)
        )
        self.go_button.clicked.connect(self._go)
        for each in (self.address, self.code, self.name):
            each.entered.connect(self._go)

    def first_focus(self) -> QWidget:
        """Start at the address."""
        return self.address.box

    def tell(self, error: Exception) -> bool:
        """Say at the field in question what is wrong; False where it is none of theirs."""
        from vcs_desktop.core.two_laptops_errors import GroupCodeNotRight
        from vcs_desktop.services.two_laptops.outcome import is_of_address

        if isinstance(error, GroupCodeNotRight):
            self.code.tell(words_for(error))
        elif is_of_address(error):
            self.address.tell(words_for(error))
        else:
            return False
        return True

    def forget(self) -> None:
        """Take the code out."""
        self.code.forget()

    def _go(self) -> None:
        if not self.address.words():
            self.address.tell(tr("Write the address that you were given."))
        elif not self.code.words():
            self.code.tell(tr("Write the code that you were given."))
        elif _has_name(self.name):
            self.wanted.emit()


class StickStep(QWidget):
    """How a group goes to another laptop without a service. ``wanted`` says that it may begin."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = ToldField(
            tr("What is this laptop called?"),
            tr("Only your group sees it, so that you can tell your laptops apart."),
        )
        self.go_button = button(tr("Next"), "primary", name=tr("Next: get ready for sticks"))
        self._ask = panel(column(self.name, panel(FlowLayout(self.go_button)), gap=12))
        self.copies_button = button(tr("Copy to a USB stick"), "primary", icon="usb")
        self._how = panel(
            column(
                label(
                    tr("This laptop is ready. Now take the whole group across, once:"), wrap=True
                ),
                label(tr("1. Copy the group to a USB stick."), wrap=True),
                label(
                    tr("2. On the other laptop choose “Bring back a copy”, and open it there."),
                    wrap=True,
                ),
                label(
                    tr("3. Choose new secret words there, and press “I have looked. Go on”."),
                    wrap=True,
                ),
                label(tr("After that, take changes to and fro in one file."), wrap=True),
                label(
                    tr(
                        "Both count as one laptop in the list. To take one out takes out both. "
                        "With a service each counts by itself."
                    ),
                    "muted",
                    wrap=True,
                ),
                panel(FlowLayout(self.copies_button)),
                gap=6,
            )
        )
        self.setLayout(column(self._ask, self._how))
        self._how.hide()
        self.go_button.clicked.connect(self._go)
        self.name.entered.connect(self._go)

    def begin(self, name: str, *, is_ready: bool) -> None:
        """Ask what this laptop is called; one that ``is_ready`` has a name already."""
        self.name.set_words(name)
        self._ask.setHidden(is_ready)
        self._how.setVisible(is_ready)

    def first_focus(self) -> QWidget:
        """Start at the name of the laptop, or where that is known at the way on."""
        return self.copies_button if self._ask.isHidden() else self.name.box

    def show_ready(self) -> None:
        """Say how it goes on."""
        self._ask.hide()
        self._how.show()
        self.copies_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self) -> None:
        if _has_name(self.name):
            self.wanted.emit()


class CodeStep(QWidget):
    """The code, in letters and as a picture; it is looked who types it."""

    def __init__(self) -> None:
        super().__init__()
        self.letters = label("", "display", wrap=True)
        self.where = label("", wrap=True)
        self.until = label("", "muted", wrap=True)
        self.picture = CodePicture()
        self.again_button = button(tr("Make another code"), "quiet")
        inner = column(
            label(
                tr("On the other laptop choose “My group is on another laptop”, and type these:"),
                wrap=True,
            ),
            self.where,
            self.letters,
            self.until,
            gap=8,
        )
        inner.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignLeading)
        inner.put(
            label(
                tr("A phone can read the picture too, to carry the address and the code."),
                "muted",
                wrap=True,
            )
        )
        inner.put(label(tr("Leave this open. We look every few seconds who asks."), wrap=True))
        inner.put(panel(FlowLayout(self.again_button)))
        self.setLayout(inner)

    def show_code(self, invited: "Invited", picture: "PhoneCode") -> None:
        """Show an invitation."""
        self.letters.setText(" ".join(invited.code))
        self.letters.setAccessibleName(
            tr("The code: {letters}", letters=", ".join(" ".join(each) for each in invited.code))
        )
        self.where.setText(tr("Address: {service}", service=short_prose(invited.service)))
        time = f"{invited.until.astimezone(LONDON):%H:%M}"
        self.until.setText(tr("Good until {time}, and for one laptop.", time=time))
        self.picture.show_code(picture, tr("The code as a picture, for the camera of a phone"))

    def is_shown(self) -> bool:
        """Say whether a code waits here for somebody to type it."""
        return bool(self.letters.text()) and not self.isHidden()

    def forget(self) -> None:
        """Take the code off the screen."""
        self.letters.clear()
        self.letters.setAccessibleName("")
        self.where.clear()
        self.picture.forget()

    def first_focus(self) -> QWidget:
        """Stay at the one button: there is nothing to type."""
        return self.again_button


class CompareStep(QWidget):
    """The four words that both laptops show."""

    def __init__(self) -> None:
        super().__init__()
        self.who = label("", wrap=True)
        self.words = label("", "display", wrap=True)
        self.same_button = button(tr("The words are the same"), "primary")
        self.other_button = button(tr("They are not"))
        self.setLayout(
            column(
                self.who,
                card(self.words, kind="fact"),
                label(
                    tr("Look at the other laptop, or read them to each other on the phone."),
                    wrap=True,
                ),
                label(
                    tr("Other words mean that somebody stands between you. Then let nobody in."),
                    wrap=True,
                ),
                panel(FlowLayout(self.same_button, self.other_button)),
                gap=10,
            )
        )

    def show_asking(self, asking: "Asking") -> None:
        """Show who asks, and the words."""
        name = short_prose(asking.name) or tr("A laptop without a name")
        self.who.setText(
            tr("“{name}” asks to join. Do both laptops show these four words?", name=name)
        )
        self.words.setText(asking.words)
        self.same_button.setAccessibleDescription(
            tr("The four words here: {words}", words=asking.words)
        )

    def first_focus(self) -> QWidget:
        """Start at the no: nobody is let in by a key that was pressed a moment too late."""
        return self.other_button


def _has_name(field: ToldField) -> bool:
    if not field.words():
        field.tell(tr("Give this laptop a name, such as “Office laptop”."))
        return False
    if len(field.words()) > _LONGEST_NAME:
        field.tell(tr("This name is too long. Use 80 letters or fewer."))
        return False
    return True


_LONGEST_NAME = 80
