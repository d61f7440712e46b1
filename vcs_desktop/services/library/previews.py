"""What is in a file, before anything of it is added."""

from collections import Counter
from pathlib import Path

from vcs_desktop.core.errors import AppError, Stopped, words_for
from vcs_desktop.core.language import tr
from vcs_desktop.domain.from_record import line_of
from vcs_desktop.domain.library import Kind
from vcs_desktop.feeds.reading import Feed, open_feed
from vcs_desktop.feeds.result import Refusal
from vcs_desktop.services.library.loading import Watch, slices
from vcs_desktop.services.library.reports import FilePreview, Refused
from vcs_desktop.wire.record import Record, Release

_TITLES = 5


def preview_of(path: Path, watch: Watch) -> FilePreview:
    """Read a file to its end; what is wrong with it is said in the answer.

    Raises:
        Stopped: somebody asked for that.
    """
    try:
        return _read(path, open_feed(path), watch)
    except Stopped:
        raise
    except AppError as error:
        return FilePreview(str(path), refused=(Refused(path.name, words_for(error)),))


def _read(path: Path, feed: Feed, watch: Watch) -> FilePreview:
    seen: set[tuple[str, str]] = set()
    titles: list[str] = []
    refused: list[Refused] = []
    for some in slices(feed.items()):
        watch.look(tr("Reading {file}", file=path.name), feed.read)
        for item in some:
            if isinstance(item, Refusal):
                refused.append(Refused(item.where, item.why))
                continue
            record = _record(item)
            if (record.kind, record.id) not in seen and len(titles) < _TITLES:
                titles.append(line_of(record).title)
            seen.add((record.kind, record.id))
    counts = Counter(kind for kind, _ in seen)
    return FilePreview(
        str(path), feed.format, dict(sorted(counts.items())), tuple(titles), tuple(refused)
    )


def _record(item: Record | Release) -> Record:
    if isinstance(item, Release):
        return Record(Kind.TENDER, item.ocid, item.data, item.date)
    return item
