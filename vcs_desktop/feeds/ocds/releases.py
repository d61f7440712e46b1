"""Releases out of OCDS packages: release packages, record packages, bare lists, one release.

Source: https://standard.open-contracting.org/1.1/en/schema/ (1.0 differs in where
organisations stand, which the reader of the domain allows for).
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from vcs_desktop.core.language import tr
from vcs_desktop.domain.from_record.fields import lenient_moment
from vcs_desktop.feeds.json_stream import list_items, whole_value
from vcs_desktop.feeds.mending import mended
from vcs_desktop.feeds.result import Refusal
from vcs_desktop.wire.record import Release

Head = Mapping[str, str]
"""What a package says of all it holds: ``source`` and ``licence``, where it says so."""


def package_releases(path: Path, name: str, head: Head) -> Iterator[Release | Refusal]:
    """Yield the releases of a package, or of a bare list when ``name`` is empty."""
    added = json.dumps(dict(head))[1:] if head else "}"
    for index, (item, text) in enumerate(list_items(path, name)):
        whole = mended(item, text)
        # With what the package says of all, the text still says the very same as the item.
        as_read = whole is item and isinstance(item, dict) and not head.keys() & item.keys()
        same = f"{text[:-1]}{',' if head else ''}{added}" if as_read and item else ""
        yield release_of(whole, f"{name or 'release'}[{index}]", head, same)


def one_release(path: Path, head: Head) -> Iterator[Release | Refusal]:
    """Yield the one release of a file."""
    item, text = whole_value(path)
    yield release_of(mended(item, text), "the release", head)


def record_releases(path: Path, head: Head) -> Iterator[Release | Refusal]:
    """Yield the releases inside the records of a package.

    A record's compiled release is taken only where it holds no releases: it is
    merged from them, and would be read twice.
    """
    for index, (item, text) in enumerate(list_items(path, "records")):
        where = f"records[{index}]"
        if not isinstance(item, dict):
            yield Refusal(where, tr("This is not a record: it has no named fields."))
            continue
        record = mended(item, text)
        releases = record.get("releases")
        embedded = [
            (place, release)
            for place, release in enumerate(releases if isinstance(releases, list) else [])
            if not _is_link(release)
        ]
        for place, release in embedded:
            yield release_of(release, f"{where}.releases[{place}]", head)
        if embedded:
            continue
        if isinstance(record.get("compiledRelease"), dict):
            yield release_of(record["compiledRelease"], f"{where}.compiledRelease", head)
        else:
            yield Refusal(
                where, tr("This record only points to its releases; it does not hold them.")
            )


def release_of(item: Any, where: str, head: Head, text: str = "") -> Release | Refusal:
    """Return a release, or why it cannot be used.

    ``text`` is JSON that says the same as the item with what ``head`` adds to it.
    """
    if not isinstance(item, dict):
        return Refusal(where, tr("This is not a contract: it has no named fields."))
    ocid, release_id, date = item.get("ocid"), item.get("id"), item.get("date")
    if not isinstance(ocid, str) or not ocid.strip():
        return Refusal(where, tr("The entry has no process number (“ocid”)."))
    if isinstance(release_id, int) and not isinstance(release_id, bool):
        release_id = str(release_id)
    if not isinstance(release_id, str) or not release_id.strip():
        return Refusal(where, tr("The entry has no number of its own (“id”)."))
    if not isinstance(date, str) or not date.strip():
        return Refusal(where, tr("The entry does not say when it was published (“date”)."))
    if lenient_moment(date) is None:
        return Refusal(
            where, tr("The entry's “date” says “{said}”, which is not a date.", said=date[:40])
        )
    for key, value in head.items():
        item.setdefault(key, value)
    return Release(
        ocid.strip(), release_id.strip(), date.strip(), _tags(item.get("tag")), item, text
    )


def _is_link(release: Any) -> bool:
    return isinstance(release, dict) and "url" in release and "ocid" not in release


def _tags(tag: Any) -> tuple[str, ...]:
    if isinstance(tag, str):
        return (tag,)
    return tuple(one for one in tag if isinstance(one, str)) if isinstance(tag, list) else ()
