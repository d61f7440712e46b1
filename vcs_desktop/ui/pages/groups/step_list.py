"""The steps of a long way, each with a word that says how far it is, beside the question."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import Marked, marked, tr, tr_marked
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import card, column, label, panel, picture, row, set_kind
from vcs_desktop.ui.widgets.form_field import WIDEST

# From how many logical pixels on (at 100 % text) the list of steps stands beside the question.
_BESIDE_FROM = 820
_LIST_WIDTH = 230
_NEARLY_ALL = 1_000
_ANY_WIDTH = 1 << 20
_NOW: Marked = marked("{step}: now")
_DONE: Marked = marked("{step}: done")
_TO_COME: Marked = marked("{step}: to come")


class StepList(QWidget):
    """The steps, each with a word that says how far it is; in little room only the number."""

    def __init__(self, titles: list[str]) -> None:
        super().__init__()
        self._titles = titles
        self.lines = [(picture("circle-check", "muted"), label("", wrap=True)) for _ in titles]
        self._whole = card(
            *(_beside(icon, words) for icon, words in self.lines), kind="fact", gap=6
        )
        self.short = label("", "muted", wrap=True)
        self.setLayout(column(self.short, self._whole))

    def show_step(self, now: int) -> None:
        """Say which step is now."""
        for number, (icon, words) in enumerate(self.lines):
            state = _NOW if number == now else _DONE if number < now else _TO_COME
            words.setText(tr_marked(state, step=self._titles[number]))
            set_kind(words, "strong" if number == now else "" if number < now else "muted")
            icon.set_icon(*_icon_of(number - now))
        self.short.setText(tr("Step {number} of {count}", number=now + 1, count=len(self._titles)))

    def make_room(self, *, beside: bool) -> None:
        """Show all of it, or the number alone."""
        self._whole.setVisible(beside)
        self.short.setVisible(not beside)


class StepsBeside(QWidget):
    """The list of steps beside the question, or over it where there is little room."""

    def __init__(self, titles: list[str], form: QWidget) -> None:
        super().__init__()
        self.list = StepList(titles)
        self._form = form
        self._width = 0
        self._line = row(gap=20)
        self._line.addWidget(self.list, 0, Qt.AlignmentFlag.AlignTop)
        self._line.put(form, _NEARLY_ALL)
        self._line.put(None)
        self.setLayout(self._line)
        look.changed.connect(self._scale)
        self._scale()

    def reflow(self, width: int) -> None:
        """Share out so many pixels."""
        self._width = width
        self._scale()

    def _scale(self) -> None:
        beside = self._width >= look.px(_BESIDE_FROM)
        direction = self._line.Direction
        self._line.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self.list.make_room(beside=beside)
        self._form.setMaximumWidth(look.px(WIDEST))
        self.list.setMaximumWidth(look.px(_LIST_WIDTH) if beside else _ANY_WIDTH)


def _icon_of(from_now: int) -> tuple[str, str]:
    if from_now < 0:
        return "circle-check", "ok"
    return ("chevron-right", "brand") if from_now == 0 else ("clock", "muted")


def _beside(icon: QWidget, words: QWidget) -> QWidget:
    line = row(icon, gap=8)
    line.put(words, 1)
    return panel(line)
