"""The one way in: any file a person may have, read item by item."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr
from vcs_desktop.feeds.action_plan import plan_items
from vcs_desktop.feeds.compact_text import compact_items
from vcs_desktop.feeds.detect import shape_of
from vcs_desktop.feeds.funding_calls.calls import calls
from vcs_desktop.feeds.ocds.releases import one_release, package_releases, record_releases
from vcs_desktop.feeds.publisher_workbook.records import workbook_items
from vcs_desktop.feeds.result import Item, Items, Refusal
from vcs_desktop.feeds.shape import Container, Family, Shape
from vcs_desktop.feeds.threesixtygiving.grants import grants

__all__ = ["Feed", "Item", "Refusal", "open_feed"]


class Feed:
    """A file whose format is known.

    ``format`` names it in words. ``read`` counts the releases or rows seen so
    far, those refused included.
    """

    def __init__(self, path: Path, shape: Shape) -> None:
        self.format = shape.name
        self.read = 0
        self._path = path
        self._shape = shape

    def items(self) -> Items:
        """Yield every row as a record, a release, or the reason why it cannot be used.

        Raises:
            CannotUseInput: the file is broken from some point on. What was
                yielded before must then not be kept.
        """
        with _lost_in_words():
            for item in self._items():
                self.read += 1
                yield item

    def _items(self) -> Items:
        path, shape = self._path, self._shape
        match shape.family:
            case Family.GRANTS:
                return grants(path, shape)
            case Family.CALLS:
                return calls(path, shape)
            case Family.WORKBOOK:
                return workbook_items(path)
            case Family.PLAN:
                return plan_items(path)
            case Family.COMPACT:
                return compact_items(path)
            case Family.OCDS:
                return _releases(path, shape)


def _releases(path: Path, shape: Shape) -> Items:
    if shape.container is Container.RECORDS:
        return record_releases(path, shape.head)
    if shape.container is Container.RELEASE:
        return one_release(path, shape.head)
    return package_releases(path, shape.list_name or "", shape.head)


def open_feed(path: Path) -> Feed:
    """Return a file as a feed, its format told by what is in it.

    Raises:
        CannotUseInput: it is nothing we read; the message says what it is and
            the advice what to do.
    """
    with _lost_in_words():
        return Feed(path, shape_of(path))


@contextmanager
def _lost_in_words() -> Iterator[None]:
    """A stick that was pulled out, a share that went away: the file is gone half-way."""
    try:
        yield
    except OSError as error:
        raise CannotUseInput(
            f"reading: {error.strerror}",
            message=tr("This file could not be read to its end. Nothing was changed."),
            advice=tr(
                "If it is on a stick or another computer, copy it to this one and load that."
            ),
        ) from error
