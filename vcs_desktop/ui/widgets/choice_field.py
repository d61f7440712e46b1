"""Fields to choose one thing from: out of a list that drops down, or with all in sight."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox

from vcs_desktop.ui.widgets.basics import column, panel
from vcs_desktop.ui.widgets.choice import DropDown
from vcs_desktop.ui.widgets.form_field import FormField
from vcs_desktop.ui.widgets.option import Option

_LEAST_LETTERS = 8

Offer = tuple[str, str]
"""What can be chosen: its id, and the words for it."""


class _SteadyDropDown(DropDown):
    """Is neither changed nor entered by a wheel that was meant to scroll the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page have it."""
        event.ignore()


class ChoiceField(FormField):
    """One of several things, each of few words. ``OptionsField`` has room for more words."""

    def __init__(
        self, title: str, choices: Iterable[Offer], hint: str = "", *, optional: bool = False
    ) -> None:
        """Offer each (id, words); the first is chosen, so let it be "Choose one" or the like."""
        super().__init__(title, hint, optional=optional)
        self.box = _SteadyDropDown()
        self.set_choices(choices)
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.hold(self.box, stops=(self.box,))
        self.box.currentIndexChanged.connect(self.on_edited)

    def set_choices(self, choices: Iterable[Offer]) -> None:
        """Offer others; what was chosen stays so where it is among them, else it is the first."""
        chosen = self.chosen_id()
        with QSignalBlocker(self.box):
            self.box.clear()
            for choice_id, words in choices:
                self.box.addItem(words, choice_id)
            self.box.setCurrentIndex(max(0, self.box.findData(chosen)))
        longest = max((len(self.box.itemText(n)) for n in range(self.box.count())), default=0)
        self.box.setMinimumContentsLength(min(longest, _LEAST_LETTERS))

    def chosen_id(self) -> str:
        """Return the id of what is chosen."""
        return str(self.box.currentData() or "")

    def choose(self, choice_id: str) -> None:
        """Show what is chosen; that edits nothing, and an unknown id changes nothing."""
        place = self.box.findData(choice_id)
        if place >= 0:
            with QSignalBlocker(self.box):
                self.box.setCurrentIndex(place)
        self.set_error("")


class OptionsField(FormField):
    """One of several things, all of them to be seen, each with as many words as it needs."""

    def __init__(
        self, title: str, choices: Iterable[Offer], hint: str = "", *, optional: bool = False
    ) -> None:
        """Offer each (id, words); none is chosen."""
        super().__init__(title, hint, optional=optional)
        self._ids: list[str] = []
        self.options: list[Option] = []
        self.group = QButtonGroup(self)
        for number, (choice_id, words) in enumerate(choices):
            option = Option(words)
            self._ids.append(choice_id)
            self.options.append(option)
            self.group.addButton(option.button, number)
        buttons = tuple(each.button for each in self.options)
        self.hold(panel(column(*self.options, gap=2)), stops=buttons, named=True)
        self.group.buttonClicked.connect(self.on_edited)

    def chosen_id(self) -> str:
        """Return the id of what is chosen; empty when nothing is."""
        number = self.group.checkedId()
        return self._ids[number] if number >= 0 else ""

    def choose(self, choice_id: str) -> None:
        """Show what is chosen; an unknown id is nothing."""
        self.group.setExclusive(False)
        for known, option in zip(self._ids, self.options, strict=True):
            option.button.setChecked(known == choice_id)
        self.group.setExclusive(True)
        self.set_error("")

    def take_focus(self) -> None:
        """Move the focus to what is chosen, or to the first."""
        there = self.group.checkedButton() or self.group.button(0)
        if there is not None:
            there.setFocus(Qt.FocusReason.OtherFocusReason)
