"""Two texts laid over one another: what was added is underlined, what went is struck out."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy

from vcs_desktop.core.language import tr
from vcs_desktop.core.text import with_breaks, without_hidden
from vcs_desktop.domain.edition_changes import Mark, Piece
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.drawn_lines import DrawnLines

_SIZE = 15


class MarkedText(DrawnLines):
    """Draws pieces in a line that goes on where there is no more room.

    Added words are bold and underlined, words taken out are struck out: never by
    colour alone. A screen reader is told of both in words.
    """

    def __init__(self, pieces: Sequence[Piece] = ()) -> None:
        super().__init__(QSizePolicy.Policy.Preferred, _SIZE)
        self._pieces: tuple[Piece, ...] = ()
        self.show_pieces(pieces)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show other texts."""
        self._pieces = tuple(
            Piece(with_breaks(without_hidden(piece.text)), piece.mark) for piece in pieces
        )
        self.setAccessibleName(_spoken(self._pieces))
        self._restyle()

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        return self._laid(width)[1]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw every line."""
        painter = QPainter(self)
        painter.setPen(look.colour("ink"))
        self._laid(self.width())[0].draw(painter, QPointF(0, 0))
        painter.end()

    def _laid(self, width: int) -> tuple[QTextLayout, int]:
        layout = QTextLayout("".join(piece.text for piece in self._pieces), look.font(_SIZE))
        option = QTextOption(
            Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        )
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(_formats(self._pieces))
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout, round(top) + 1


def _formats(pieces: Sequence[Piece]) -> list[QTextLayout.FormatRange]:
    ranges, start = [], 0
    for piece in pieces:
        length = len(piece.text.encode("utf-16-le")) // 2  # as Qt counts letters
        if piece.mark is not Mark.BOTH:
            made = QTextLayout.FormatRange()
            made.start, made.length, made.format = start, length, _format(piece.mark)
            ranges.append(made)
        start += length
    return ranges


def _format(mark: Mark) -> QTextCharFormat:
    made = QTextCharFormat()
    if mark is Mark.ADDED:
        made.setFontWeight(QFont.Weight.Bold)
        made.setFontUnderline(True)
        made.setForeground(look.colour("ok"))
    else:
        made.setFontStrikeOut(True)
        made.setForeground(look.colour("muted"))
    return made


def _spoken(pieces: Sequence[Piece]) -> str:
    said = []
    for piece in pieces:
        words = piece.text.strip()
        if not words:
            continue
        if piece.mark is Mark.ADDED:
            words = tr("[added: {words}]", words=words)
        elif piece.mark is Mark.TAKEN_OUT:
            words = tr("[taken out: {words}]", words=words)
        said.append(words)
    return " ".join(said)
