"""What each column of a spreadsheet is: its heading, what is in it, and a list to choose from."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.bring_in import LEFT_OUT
from vcs_desktop.domain.read_table import ReadTable
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import card, column, label
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.fold import Fold
from vcs_desktop.ui.widgets.prose import prose, short_prose

_WIDTH, _GAP = 256, 8
_SAMPLES = 3
_MOST_LETTERS = 60

Fields = Sequence[tuple[str, str]]
"""What a column can be, and the words for it, in the order in which they are offered."""

Table = ReadTable[Any]


class ColumnCard(QFrame):
    """One column. ``changed`` says that somebody said what it is."""

    changed = Signal()

    def __init__(self, heading: str, samples: list[str], field: str, fields: Fields) -> None:
        super().__init__()
        self.setProperty("kind", "fact")
        self.choice = ChoiceField(
            tr("“{heading}”", heading=short_prose(heading, _MOST_LETTERS)),
            list(fields),
        )
        self.choice.choose(field)
        shown = "\n".join(short_prose(each, _MOST_LETTERS) for each in samples)
        self.samples = prose(shown or tr("There is nothing in it."), "small")
        self.setLayout(column(self.choice, self.samples, None, margins=(12, 8, 12, 8), gap=4))
        self.choice.edited.connect(self.changed)

    def field(self) -> str:
        """Return what the column is."""
        return self.choice.chosen_id()


class CardGrid(QWidget):
    """Cards in as many columns as there is room for, those of one line of one height."""

    def __init__(self, cards: list[QWidget]) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._cards = cards
        self._across = 0
        self._lay()
        look.changed.connect(self._lay)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have as many columns as there is room for."""
        super().resizeEvent(event)
        if self._across != self._columns():
            self._lay()

    def _columns(self) -> int:
        return max(1, min(len(self._cards), self.width() // look.px(_WIDTH + _GAP)))

    def _lay(self) -> None:
        self._across = across = self._columns()
        self._grid.setSpacing(look.px(_GAP))
        for place, each in enumerate(self._cards):
            self._grid.addWidget(each, place // across, place % across)
        for number in range(self._grid.columnCount()):
            self._grid.setColumnStretch(number, int(number < across))


class Columns(QWidget):
    """All columns, folded away as long as they need no look. ``changed`` when one is another."""

    changed = Signal()

    def __init__(self, fields: Fields) -> None:
        super().__init__()
        self._fields = fields
        self.fold = Fold(tr("What is in each column"))
        self.cards: dict[int, ColumnCard] = {}
        self._inner = column(gap=8)
        self.fold.content.put(self._inner)
        self._table: Table | None = None
        self.setLayout(column(self.fold))

    def show_table(self, table: Table) -> None:
        """Show the columns of a table, each as what it seems to be."""
        self._table = table
        self._inner.clear()
        self.cards = {}
        shown: list[QWidget] = []
        for at, heading in enumerate(table.headings):
            if at in table.refused:
                shown.append(_refused(heading))
                continue
            made = ColumnCard(heading, _samples(table, at), table.matching[at], self._fields)
            made.changed.connect(self.changed)
            self.cards[at] = made
            shown.append(made)
        self._inner.put(label(tr("Change it where we guessed wrong."), "muted", wrap=True))
        self._inner.put(CardGrid(shown))
        self._say_title()

    def matching(self) -> tuple[str, ...]:
        """Return of each column what it is."""
        count = len(self._table.headings) if self._table else 0
        return tuple(
            self.cards[at].field() if at in self.cards else LEFT_OUT for at in range(count)
        )

    def _say_title(self) -> None:
        count = len(self._table.headings) if self._table else 0
        self.fold.set_title(
            tr_count(
                "What is in the {count} column", "What is in each of the {count} columns", count
            )
        )


def _samples(table: Table, at: int) -> list[str]:
    """Return the first few values of a column that say something."""
    found: list[str] = []
    for row in table.rows:
        if at < len(row.cells) and row.cells[at].strip():
            found.append(row.cells[at].strip())
            if len(found) == _SAMPLES:
                break
    return found


def _refused(heading: str) -> QWidget:
    """Return the card of a column that stays out, whatever a person says: nothing of it shows."""
    shown = tr("“{heading}”", heading=short_prose(heading, _MOST_LETTERS))
    return card(
        label(shown, "strong", wrap=True),
        label(tr("This column always stays out."), "small", wrap=True),
        None,
        kind="fact",
        margins=(12, 8, 12, 8),
        gap=4,
    )
