"""Fields to choose one thing from: out of a list that drops down, or with all in sight."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRect, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
)

from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import column, panel
from vcs_desktop.ui.widgets.choice import DropDown
from vcs_desktop.ui.widgets.form_field import FormField
from vcs_desktop.ui.widgets.option import Option

_LEAST_LETTERS = 8
_HIGHEST = 10_000
_BOX = QStyle.ComplexControl.CC_ComboBox
_IN_LINES = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading

Offer = tuple[str, str]
"""What can be chosen: its id, and the words for it."""


class SteadyDropDown(DropDown):
    """Is neither changed nor entered by a wheel that was meant to scroll the page.

    Long words go on in the next line, where Qt would cut them off.
    """

    # On the class: Qt asks for the size while the box is being made. Pixels beside one line.
    _more = 0

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.currentIndexChanged.connect(self.fit)

    def sizeHint(self) -> QSize:
        """Ask for as many lines as the chosen words take at this width."""
        return super().sizeHint() + QSize(0, self._more)

    def minimumSizeHint(self) -> QSize:
        """Ask for no fewer lines than that."""
        return super().minimumSizeHint() + QSize(0, self._more)

    def room_for_words(self) -> QRect:
        """Return where the chosen words stand in the box."""
        option, part = QStyleOptionComboBox(), QStyle.SubControl.SC_ComboBoxEditField
        self.initStyleOption(option)
        return self.style().subControlRect(_BOX, option, part, self)

    def size_of_words(self) -> QSize:
        """Return the room that the chosen words take, in lines as wide as there is room."""
        room = QRect(0, 0, self.room_for_words().width(), _HIGHEST)
        return self.fontMetrics().boundingRect(room, _IN_LINES, self.currentText()).size()

    def showPopup(self) -> None:
        """Show all that is offered, as wide as its words, if the screen is."""
        view = self.view()
        wished = view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width()
        view.setMinimumWidth(min(wished, self.screen().availableGeometry().width()))
        super().showPopup()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for other lines at another width."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Ask for other lines in other letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words in as many lines as they take."""
        if not self._more:
            super().paintEvent(event)
            return
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(_BOX, option)
        painter.setPen(look.colour("ink" if self.isEnabled() else "muted"))
        painter.drawText(self.room_for_words(), _IN_LINES, self.currentText())
        painter.end()
        self.draw_arrow()

    def fit(self) -> None:
        """Ask for as many lines as the words take now; needed where no signal told of them."""
        line = self.fontMetrics().lineSpacing()
        more = max(0, self.size_of_words().height() - line)
        if more != self._more:
            self._more = more
            self.updateGeometry()

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
        self.box = SteadyDropDown()
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
        self.box.fit()

    def chosen_id(self) -> str:
        """Return the id of what is chosen."""
        return str(self.box.currentData() or "")

    def choose(self, choice_id: str) -> None:
        """Show what is chosen; that edits nothing, and an unknown id changes nothing."""
        place = self.box.findData(choice_id)
        if place >= 0:
            with QSignalBlocker(self.box):
                self.box.setCurrentIndex(place)
            self.box.fit()
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
