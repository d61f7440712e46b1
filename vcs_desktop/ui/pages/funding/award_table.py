"""Awards as a table: when, who, from whom, how much, for what."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vcs_desktop.core.language import marked, tr, tr_marked
from vcs_desktop.domain import days, money
from vcs_desktop.domain.awards import Award
from vcs_desktop.ui.widgets.prose import as_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_HEADS = (
    marked("When"),
    marked("Who was funded"),
    marked("By whom"),
    marked("How much"),
    marked("For what"),
    marked("Where"),
)
WHEN, _RECIPIENT, FUNDER, AMOUNT, TITLE, WHERE = range(len(_HEADS))


class AwardTableModel(QAbstractTableModel):
    """Shows the awards it was given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._awards: tuple[Award, ...] = ()

    def show_awards(self, awards: tuple[Award, ...]) -> None:
        """Replace every row."""
        self.beginResetModel()
        self._awards = awards
        self.endResetModel()

    def row_of(self, award_id: str) -> int:
        """Return the row of an award, -1 when none is its own."""
        ids = [award.id for award in self._awards]
        return ids.index(award_id) if award_id in ids else -1

    def id_at(self, row: int) -> str:
        """Return the id of the award in a row; empty where there is none."""
        return self._awards[row].id if 0 <= row < len(self._awards) else ""

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many awards there are."""
        return 0 if parent.isValid() else len(self._awards)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the head of a column; rows have none, nor has a column that is not there."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(_HEADS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr_marked(_HEADS[section])
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says; its tip is the whole of it."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            words = _cells(self._awards[index.row()])[index.column()]
            return words if role == Qt.ItemDataRole.DisplayRole else as_tip(words)
        return _side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _cells(award: Award) -> tuple[str, ...]:
    return (
        days.shortly(award.awarded_on) if award.awarded_on else tr("Not stated"),
        award.recipient or tr("Not named"),
        award.funder or tr("Not named"),
        _amount(award),
        award.title,
        award.area_text or tr("Not stated"),
    )


def _amount(award: Award) -> str:
    if award.amount_pence is None:
        return tr("Not stated")
    if award.currency != "GBP":
        return f"{award.amount_pence / 100:,.2f} {award.currency}"
    return money.in_pounds(award.amount_pence)


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == AMOUNT else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
