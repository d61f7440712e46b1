"""Who may publish, and the three things that the root key can change about it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.publisher_keys import Change
from vcs_desktop.ui.widgets.basics import Button, button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import prose

if TYPE_CHECKING:
    from vcs_desktop.services.publishing import Holding, KeysHeld


class HeldView(QWidget):
    """``change_asked`` carries what somebody wants to change."""

    change_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.shown: KeysHeld | None = None
        self.names = column(gap=8)
        self.digits = prose("", "title")
        self.alone = label(
            tr("Nobody else may publish, so there is nobody to take out."), "muted", wrap=True
        )
        self.buttons: dict[Change, Button] = {
            Change.NEW_KEY: button(tr("Give an officer a key"), icon="key-round"),
            Change.TAKE_OUT: button(tr("Take somebody out"), icon="user-minus"),
            Change.HAND_OVER: button(tr("Hand over the root key"), icon="repeat"),
        }
        self.setLayout(
            column(
                card(label(tr("These may publish"), "heading"), panel(self.names)),
                card(
                    label(tr("Change who may publish"), "heading"),
                    label(
                        tr(
                            "For this both holders of the root key are in the room: one brings "
                            "its file, the other its words. Nobody needs anything from whoever "
                            "left. You see what changes before it is done."
                        ),
                        wrap=True,
                    ),
                    panel(FlowLayout(*self.buttons.values())),
                    self.alone,
                ),
                card(
                    label(tr("The digits that groups compare"), "heading"),
                    self.digits,
                    label(tr("They stay the same, whoever holds the keys."), "muted", wrap=True),
                ),
                gap=12,
            )
        )
        for change, each in self.buttons.items():
            each.clicked.connect(partial(self.change_asked.emit, change))

    def show_held(self, held: "KeysHeld") -> None:
        """Show who may publish."""
        self.shown = held
        self.names.clear()
        for each in held.holdings:
            self.names.put(holding_line(each))
        self.digits.setText(held.digits)
        others = any(not each.is_open for each in held.holdings)
        self.buttons[Change.TAKE_OUT].setEnabled(others)
        self.alone.setVisible(not others)

    def first_focus(self) -> QWidget:
        """Start at the first of the ways."""
        return self.buttons[Change.NEW_KEY]


def holding_line(holding: "Holding") -> QWidget:
    """Return the name of who holds a key, and how its file is told from others."""
    if not holding.shown:
        told = tr("A new key")
    elif holding.is_open:
        told = tr("Key {letters}, which is open now", letters=holding.shown)
    else:
        told = tr("Key {letters}", letters=holding.shown)
    return panel(column(prose(holding.name, "strong"), label(told, "muted", wrap=True), gap=0))
