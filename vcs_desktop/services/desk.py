"""What lies on this computer's desk for an open group: text half written, small choices.

It is encrypted with the group's records, stays on this computer, and has no history.
"""

from typing import Any

from vcs_desktop.services.records import HasRecords
from vcs_desktop.storage import desk


class DeskService:
    """Keeps small things under names, such as the draft of a form that was locked away."""

    def __init__(self, group: HasRecords) -> None:
        self._group = group

    def read(self, name: str) -> Any:
        """Return what lies there, as JSON gives it; None is nothing."""
        with self._group.database.reading() as session:
            return desk.on_desk(session, name)

    def put(self, name: str, content: Any, *, about: str | None = None) -> None:
        """Put JSON there. ``about`` is the id of a record whose erasure takes it too."""
        with self._group.database.writing() as session:
            desk.put_on_desk(session, name, content, about)

    def clear(self, name: str) -> None:
        """Take away what lies under a name, if there is something."""
        with self._group.database.writing() as session:
            desk.clear_from_desk(session, name)
