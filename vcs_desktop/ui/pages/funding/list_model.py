"""The rows of the list. The model shows what it was given and asks nobody for anything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vcs_desktop.core.language import tr, tr_count, tr_marked
from vcs_desktop.domain.fit.result import Fit
from vcs_desktop.domain.opportunities import OpportunityLine, OpportunityList
from vcs_desktop.services.choices import NO_REASON, Choices
from vcs_desktop.ui import opportunity_words

Index = QModelIndex | QPersistentModelIndex
RowRole = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()


class RowKind(Enum):
    """What a row is: a card, or the row that opens the ones that cannot be applied for."""

    CARD = auto()
    FOLD = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One row as the delegate draws it. ``line`` is None for the fold."""

    kind: RowKind
    line: OpportunityLine | None = None
    text: str = ""
    is_open: bool = False


class OpportunityListModel(QAbstractListModel):
    """Cards, then one row that folds away what cannot be applied for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_to_you: list[OpportunityLine] = []
        self._not_for_you: list[OpportunityLine] = []
        self._unfolded = False
        self._on = date.min

    @property
    def on(self) -> date:
        """The day for which the cards say how long is left."""
        return self._on

    def show_answer(self, answer: OpportunityList) -> None:
        """Replace every row; the fold is closed again, unless there is nothing else to see."""
        self.beginResetModel()
        self._open_to_you = list(answer.open_to_you)
        self._not_for_you = list(answer.not_for_you)
        self._unfolded = bool(self._not_for_you) and not self._open_to_you
        self._on = answer.on or self._on
        self.endResetModel()

    def judge(self, fits: Mapping[str, Fit]) -> None:
        """Write verdicts on the cards where they lie; nothing moves."""
        self._open_to_you = [_judged(line, fits) for line in self._open_to_you]
        self._not_for_you = [_judged(line, fits) for line in self._not_for_you]
        self._all_changed()

    def choose(self, choices: Choices) -> None:
        """Write what was kept or put on the sheet on the cards; what was hidden goes away."""
        for row in reversed(range(self.rowCount())):
            line = self.line_at(row)
            if line and _goes_away(line, choices):
                self._take_out(row)
        if not self._unfolded:
            self._take_out_folded(choices)
        self._open_to_you = [chosen(line, choices) for line in self._open_to_you]
        self._not_for_you = [chosen(line, choices) for line in self._not_for_you]
        self._all_changed()

    def unfold(self) -> None:
        """Open what cannot be applied for, unless it is open."""
        if not self._unfolded:
            self.toggle_fold()

    def toggle_fold(self) -> None:
        """Open or close what cannot be applied for."""
        if not self._not_for_you:
            return
        fold = len(self._open_to_you)
        first, last = fold + 1, fold + len(self._not_for_you)
        if self._unfolded:
            self.beginRemoveRows(NOWHERE, first, last)
            self._unfolded = False
            self.endRemoveRows()
        else:
            self.beginInsertRows(NOWHERE, first, last)
            self._unfolded = True
            self.endInsertRows()
        self.dataChanged.emit(self.index(fold), self.index(fold))

    def row_at(self, row: int) -> Row:
        """Return what a row shows."""
        cards = len(self._open_to_you)
        if row < cards:
            return Row(RowKind.CARD, self._open_to_you[row])
        if row == cards:
            count = len(self._not_for_you)
            text = tr_count("{count} you cannot apply for", "{count} you cannot apply for", count)
            return Row(RowKind.FOLD, text=text, is_open=self._unfolded)
        return Row(RowKind.CARD, self._not_for_you[row - cards - 1])

    def line_at(self, row: int) -> OpportunityLine | None:
        """Return the grant or contract of a row, or None for the fold."""
        return self.row_at(row).line if 0 <= row < self.rowCount() else None

    def lines(self) -> Sequence[OpportunityLine]:
        """Return every line, folded ones too."""
        return (*self._open_to_you, *self._not_for_you)

    def shows(self, answer: OpportunityList) -> bool:
        """Say whether an answer has the very rows that are shown now, in the same order."""
        now = [[line.record for line in part] for part in (self._open_to_you, self._not_for_you)]
        then = [[line.record for line in part] for part in (answer.open_to_you, answer.not_for_you)]
        return now == then

    def row_of(self, record_id: str) -> int:
        """Return the row that shows a record, -1 when none does."""
        for row in range(self.rowCount()):
            line = self.line_at(row)
            if line and line.record.id == record_id:
                return row
        return -1

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows there are, the fold counted."""
        if parent.isValid():
            return 0
        folded = len(self._not_for_you) if self._unfolded else 0
        return len(self._open_to_you) + bool(self._not_for_you) + folded

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row's title, its whole sentence for a screen reader, or the row itself."""
        if not index.isValid():
            return None
        row = self.row_at(index.row())
        if role == RowRole:
            return row
        if row.line is None:
            state = tr("Shown below.") if row.is_open else tr("Press Enter to show them.")
            title, whole = row.text, f"{row.text}. {state}"
        else:
            title, whole = row.line.record.title, opportunity_words.spoken(row.line, self._on)
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        return whole if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _take_out(self, row: int) -> None:
        cards = len(self._open_to_you)
        if row < cards:
            self.beginRemoveRows(NOWHERE, row, row)
            del self._open_to_you[row]
        else:
            # The fold goes with the last one that it holds.
            fold_too = len(self._not_for_you) == 1
            self.beginRemoveRows(NOWHERE, cards if fold_too else row, row)
            del self._not_for_you[row - cards - 1]
            self._unfolded = not fold_too
        self.endRemoveRows()

    def _take_out_folded(self, choices: Choices) -> None:
        left = [line for line in self._not_for_you if not _goes_away(line, choices)]
        fold = len(self._open_to_you)
        if self._not_for_you and not left:
            self.beginRemoveRows(NOWHERE, fold, fold)
            self._not_for_you = []
            self.endRemoveRows()
        self._not_for_you = left

    def _all_changed(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))


def _judged(line: OpportunityLine, fits: Mapping[str, Fit]) -> OpportunityLine:
    return replace(line, fit=fits.get(line.record.id, line.fit))


def _goes_away(line: OpportunityLine, choices: Choices) -> bool:
    return line.record.id in choices.hidden and not line.hidden_because


def chosen(line: OpportunityLine, choices: Choices) -> OpportunityLine:
    """Return a line with what the person chose about it."""
    record_id = line.record.id
    hidden = choices.hidden.get(record_id)
    return replace(
        line,
        kept=record_id in choices.kept,
        on_sheet=record_id in choices.on_sheet,
        hidden_because=(hidden.because or tr_marked(NO_REASON)) if hidden else "",
    )
