"""Panes that scroll, for programs that read the window out."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

# What Qt calls them. Lists, tables and texts have names of their own, which Qt tries before.
_PANES = ("QScrollArea", "QAbstractScrollArea")


def answer_for_panes() -> None:
    """Answer for every pane that scrolls in Qt's place, once there is an application.

    A screen reader counts what is in a pane and then asks for it, one by one. When a bar
    goes in between, it asks for one too many: Qt's own answer for a pane looks behind the
    end of its list then, and the program ends. What it says of any other widget does not.
    """
    QAccessible.installFactory(_answer)


def _answer(name: str, thing: QObject) -> QAccessibleWidget | None:
    """Return what stands for a widget of this class; None leaves it to Qt."""
    if name in _PANES and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, QAccessible.Role.Client)
    return None
