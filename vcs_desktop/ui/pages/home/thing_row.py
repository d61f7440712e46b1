"""One grant or contract on Home, with a button that opens it."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from vcs_desktop.ui import opportunity_words as words
from vcs_desktop.ui.widgets.basics import button, column, label, panel, picture, row
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from vcs_desktop.domain.opportunities import OpportunityLine


class ThingRow(QFrame):
    """Title, who and how much, the verdict, how long is left. ``open_asked`` carries the id."""

    open_asked = Signal(str)

    def __init__(self, line: "OpportunityLine", on: date, why: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "fact")
        record = line.record
        self._id = record.id
        said = " · ".join(filter(None, (words.who_says(record), words.amount_of(record))))
        self.open_button = button("Open", name=f"Open: {record.title}")
        self.open_button.clicked.connect(self._ask)
        told = column(
            label(record.title, "strong", wrap=True), label(said, "muted", wrap=True), gap=2
        )
        told.put(panel(_marks(line, on, why)))
        inner = row(margins=(12, 10, 12, 10), gap=12)
        inner.put(told, 1)
        inner.put(self.open_button)
        self.setLayout(inner)

    def _ask(self) -> None:
        self.open_asked.emit(self._id)


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
