"""Lines that lie in a temporary file until they are asked for, so that none is held in memory."""

import tempfile

Place = tuple[int, int]
"""Where a line begins, and how long it is."""


class Spool:
    """A temporary file of lines; it has no name, and is gone when it is closed."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  closed by ``close``
        self._end = self._at = 0

    def put(self, line: bytes) -> Place:
        """Keep a line, and return its place."""
        place = self._end, len(line)
        self._go_to(self._end)
        self._file.write(line)
        self._end = self._at = self._end + len(line)
        return place

    def line(self, place: Place) -> bytes:
        """Return the line of a place."""
        self._go_to(place[0])
        self._at += place[1]
        return self._file.read(place[1])

    def close(self) -> None:
        """Throw everything away."""
        self._file.close()

    def _go_to(self, at: int) -> None:
        """Go to a place; where we are there already, what was read ahead is not thrown away."""
        if at != self._at:
            self._file.seek(at)
            self._at = at
