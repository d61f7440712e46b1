"""What the list of changes shows, before anything is signed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def titles(step):
    """Return what the list of changes shows: what becomes of each, and its name."""
    model = step.titles.list.model()
    rows = [model.index(n).data(Qt.ItemDataRole.UserRole) for n in range(model.rowCount())]
    return {(row.mark, row.title) for row in rows}


def words_of_card(step):
    """Return the words of the card in front."""
    return [each.text() for each in step.titles.area.findChildren(QLabel)]
