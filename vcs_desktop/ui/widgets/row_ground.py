"""What a row of a list stands on: seen when it is chosen, under the mouse, or has the keyboard."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle

from vcs_desktop.ui.focus_ring import draw_ring
from vcs_desktop.ui.theme import look

_RADIUS, _RADIUS_OF_CARD = 8, 10


def draw_ground(
    painter: QPainter, frame: QRectF, state: QStyle.StateFlag, *, is_card: bool = False
) -> None:
    """Draw the ground of a row inside its frame, and round that the ring of the keyboard.

    A card has an edge and a ground also when nothing is the matter with it.
    """
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    marked = chosen or bool(state & QStyle.StateFlag.State_MouseOver)
    radius = look.px(_RADIUS_OF_CARD if is_card else _RADIUS)
    if marked or is_card:
        width = max(2 if chosen else 1, look.border_width())
        painter.setPen(QPen(look.colour("brand" if chosen else "line"), width))
        painter.setBrush(look.colour("brandSoft" if marked else "surface"))
        painter.drawRoundedRect(frame, radius, radius)
    if state & QStyle.StateFlag.State_HasFocus:
        draw_ring(painter, frame)
