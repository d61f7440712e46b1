"""A small thing of the open group's, read once from its desk and written whole."""

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from vcs_desktop.services.desk import DeskService

Content = TypeVar("Content")


class KeptOnDesk(Generic[Content]):
    """As ``KeptFile``, but encrypted with the group's records; any lane may ask."""

    def __init__(
        self,
        desk: "DeskService",
        name: str,
        empty: Content,
        *,
        as_json: Callable[[Content], Any],
        from_json: Callable[[Any], Content],
    ) -> None:
        """Read nothing yet. ``from_json`` raises ValueError for what is no such thing."""
        self._desk = desk
        self._name = name
        self._empty = empty
        self._as_json = as_json
        self._from_json = from_json
        self._lock = Lock()
        self._content: Content | None = None

    def read(self) -> Content:
        """Return what is kept now.

        Raises:
            Locked: the group was locked.
        """
        with self._lock:
            return self._read()

    def change(self, change: Callable[[Content], Content]) -> Content:
        """Change what is kept, and return it as it is then.

        Raises:
            Locked: the group was locked; or DiskFull. Nothing has changed.
        """
        with self._lock:
            before = self._read()
            after = change(before)
            if after != before:
                self._desk.put(self._name, self._as_json(after))
                self._content = after
            return after

    def _read(self) -> Content:
        if self._content is None:
            found = self._desk.read(self._name)
            try:
                self._content = self._empty if found is None else self._from_json(found)
            except ValueError:  # a newer app put it there in another form
                self._content = self._empty
        return self._content
