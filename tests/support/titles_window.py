"""What tests read in a list of titles, in the card beside it and in a table."""

from PySide6.QtWidgets import QLabel

from vcs_desktop.ui.widgets.title_list import RowRole


def rows(both):
    """Return the rows of the list, headings too."""
    model = both.list.model()
    return [model.index(row).data(RowRole) for row in range(model.rowCount())]


def titles(both):
    """Return the titles in the list, headings too."""
    return [row.title for row in rows(both)]


def listed(both):
    """Return the ids of what can be chosen in the list."""
    return [row.id for row in rows(both) if row.id]


def words_in(widget):
    """Return the words of every label as one text."""
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def cells(table):
    """Return the words of a table by its rows."""
    model = table.model()
    return [
        [model.index(row, place).data() for place in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
