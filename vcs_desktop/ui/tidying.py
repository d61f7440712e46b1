"""When Python throws away what nobody holds any more: only between two turns of Qt's loop."""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500
LOOKS_BETWEEN_WHOLE = 120
"""Between two looks through all there is, which hold the window up longer: a minute."""


class Tidying(QObject):
    """Looks for rings of objects from the window's own thread, at the top of Qt's loop.

    Left to itself Python looks whenever it likes: on another lane, or while Qt is in the
    middle of painting or of taking a widget apart. Who then deletes something of Qt's
    ends the program.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Look from now on, but never again through what starting made: that stays to the end.

        Looking through it would hold the window up for a moment every time, and a tenth
        longer until the first list is there.
        """
        if not self._timer.isActive():
            gc.freeze()
            self._timer.start()

    def _look(self) -> None:
        """Look as far as Python itself would have by now; through everything once a minute."""
        self._looks += 1
        if self._looks % LOOKS_BETWEEN_WHOLE == 0:
            gc.collect()
            return
        most = gc.get_threshold()
        for generation in (1, 0):
            if gc.get_count()[generation] > most[generation]:
                gc.collect(generation)
                return
