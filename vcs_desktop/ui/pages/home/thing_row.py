"""One thing on Home, with a button that opens it."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.library import Kind
from vcs_desktop.ui import opportunity_words as words
from vcs_desktop.ui.kind_words import kind_words
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import (
    Item,
    button,
    column,
    label,
    panel,
    picture,
    read_as_one,
    row,
)
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from vcs_desktop.domain.learning import LeftOff
    from vcs_desktop.domain.opportunities import OpportunityLine, RecordLine


# In logical pixels at 100 % text: with less width, the button stands under the words.
_NARROW = 340


class ThingRow(QFrame):
    """A title, a line under it, and marks. ``open_asked`` carries the kind and the id."""

    open_asked = Signal(str, str)

    def __init__(self, kind: str, thing_id: str, title: str, *said: Item) -> None:
        super().__init__()
        self.setProperty("kind", "fact")
        read_as_one(self)
        self.thing_id = thing_id
        self._kind = kind
        self.open_button = button(tr("Open"), name=tr("Open: {title}", title=title))
        self.open_button.clicked.connect(self._ask)
        told = column(label(title, "strong", wrap=True), *said, gap=2)
        self._inner = row(margins=(12, 10, 12, 10), gap=12)
        self._inner.put(told, 1)
        self._inner.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.setLayout(self._inner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the button under the words where there is little room beside them."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        is_narrow = self.width() < look.px(_NARROW)
        self._inner.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def _ask(self) -> None:
        self.open_asked.emit(self._kind, self.thing_id)


def opportunity_row(line: "OpportunityLine", on: date, why: str = "") -> ThingRow:
    """Return a grant or a contract: who and how much, the verdict, how long is left, and why."""
    record = line.record
    said = " · ".join(filter(None, (words.who_says(record), words.amount_of(record))))
    marks = panel(_marks(line, on, why))
    return ThingRow(record.kind, record.id, record.title, label(said, "muted", wrap=True), marks)


def record_row(line: "RecordLine") -> ThingRow:
    """Return any other record: what kind it is, and a line about it."""
    said = [label(line.summary, "muted", wrap=True)] if line.summary else []
    return ThingRow(line.kind, line.id, line.title, *said, _kind_mark(line.kind))


def guide_row(left_off: "LeftOff") -> ThingRow:
    """Return the guide that was not read to its end, and how long the rest takes."""
    line = left_off.line
    said = []
    if line.minutes_left is not None:
        left = tr_count("{count} minute left", "{count} minutes left", line.minutes_left)
        said = [label(left, "muted", wrap=True)]
    return ThingRow(Kind.TRAINING, line.id, line.title, *said, _kind_mark(Kind.TRAINING))


def _kind_mark(kind: str) -> QWidget:
    icon, name = kind_words(kind)
    said = row(picture(icon, "muted", 17), gap=6)
    said.put(label(name, "muted", wrap=True), 1)
    return panel(said)


def _marks(line: "OpportunityLine", on: date, why: str) -> FlowLayout:
    mark = words.verdict_mark(line.fit)
    kind = "muted" if mark.colour == "muted" else mark.colour
    closing = "warn" if words.is_soon(line.record, on) else "muted"
    pieces = [
        panel(row(picture(mark.icon, mark.colour, 17), label(mark.words, kind), gap=6)),
        label(words.closing_phrase(line.record, on), closing),
    ]
    if why:
        pieces.append(label(why, "muted"))
    return FlowLayout(*pieces, gap=16)
