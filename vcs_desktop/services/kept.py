"""A small frozen thing that is read once, held in memory, and kept whole when it changes."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

Content = TypeVar("Content")


class Kept(ABC, Generic[Content]):
    """Any lane may ask. Where it is kept is for those that follow to say."""

    def __init__(self) -> None:
        """Read nothing yet."""
        self._lock = Lock()
        self._content: Content | None = None

    def read(self) -> Content:
        """Return what is kept now."""
        with self._lock:
            return self._read()

    def change(self, change: Callable[[Content], Content]) -> Content:
        """Change what is kept, and return it as it is then.

        Raises:
            AppError: it cannot be kept; nothing has changed.
        """
        with self._lock:
            before = self._read()
            after = change(before)
            if after != before:
                self._write(after)
                self._content = after
            return after

    def _read(self) -> Content:
        if self._content is None:
            self._content = self._fetch()
        return self._content

    @abstractmethod
    def _fetch(self) -> Content:
        """Return what is kept, from where it is kept."""

    @abstractmethod
    def _write(self, content: Content) -> None:
        """Keep it, whole."""
