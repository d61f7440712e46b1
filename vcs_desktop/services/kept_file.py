"""A small file of what the person at this computer did, read once and written whole."""

import json
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import FolderNotWritable, not_written
from vcs_desktop.core.files import write_json
from vcs_desktop.services.kept import Content, Kept

log = logging.getLogger(__name__)


class KeptFile(Kept[Content]):
    """Holds one frozen thing, in memory and in a JSON file.

    A damaged file never stops the app: it is put aside beside the new one, and
    we begin again with ``empty``.
    """

    def __init__(
        self,
        path: Path,
        clock: Clock,
        empty: Content,
        *,
        as_json: Callable[[Content], Any],
        from_json: Callable[[Any], Content],
    ) -> None:
        """Read nothing yet. ``from_json`` raises ValueError for what is not such a file.

        ``change`` raises FolderNotWritable when the file cannot be written, and DiskFull
        when there is no room for it.
        """
        super().__init__()
        self._path = path
        self._clock = clock
        self._empty = empty
        self._as_json = as_json
        self._from_json = from_json

    def _write(self, content: Content) -> None:
        try:
            write_json(self._path, self._as_json(content))
        except OSError as error:
            refused = FolderNotWritable(f"{self._path.stem}: {error.strerror}")
            raise not_written(error, refused) from error

    def _fetch(self) -> Content:
        try:
            return self._from_json(json.loads(self._path.read_text("utf-8")))
        except FileNotFoundError:
            return self._empty
        except (OSError, ValueError, RecursionError) as error:
            log.info(
                "the file of %s cannot be read and is put aside: %s",
                self._path.stem,
                type(error).__name__,
            )
            self._put_aside()
            return self._empty

    def _put_aside(self) -> None:
        moment = self._clock.now().strftime("%Y%m%d-%H%M%S")
        aside = self._path.with_name(f"{self._path.stem}-damaged-{moment}{self._path.suffix}")
        try:
            self._path.replace(aside)
        except OSError:
            log.info("the damaged file of %s could not be put aside", self._path.stem)


def moment_of(content: Any) -> datetime:
    """Return a moment out of JSON, as UTC where it names no zone.

    Raises:
        ValueError: it is none.
    """
    if not isinstance(content, str):
        raise ValueError("not a moment")
    moment = datetime.fromisoformat(content)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
