"""A small thing of the open group's, read once from its desk and written whole."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from vcs_desktop.services.kept import Content, Kept

if TYPE_CHECKING:
    from vcs_desktop.services.desk import DeskService


class KeptOnDesk(Kept[Content]):
    """As ``KeptFile``, but encrypted with the group's records. Locked, it can say nothing new."""

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
        super().__init__()
        self._desk = desk
        self._name = name
        self._empty = empty
        self._as_json = as_json
        self._from_json = from_json

    def _write(self, content: Content) -> None:
        self._desk.put(self._name, self._as_json(content))

    def _fetch(self) -> Content:
        found = self._desk.read(self._name)
        try:
            return self._empty if found is None else self._from_json(found)
        except ValueError:  # a newer app put it there in another form
            return self._empty
