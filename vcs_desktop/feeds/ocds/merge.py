"""Merges the releases of one process into what the process looks like today.

Source: https://standard.open-contracting.org/1.1/en/schema/merging/
"""

import warnings
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from ocdsmerge.exceptions import DuplicateIdValueWarning, OCDSMergeError
from ocdsmerge.merge import CompiledRelease

from vcs_desktop.domain.from_record.fields import lenient_moment
from vcs_desktop.feeds.ocds.merge_rules import RULES
from vcs_desktop.wire.record import Data, Release

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_WHOLE = "wholeListMerge"
_Path = tuple[str, ...]


def compiled(releases: Sequence[Release]) -> Data:
    """Return the process that some releases of one ``ocid`` tell of.

    One release alone is the process, as it is. More are merged in the order of
    their moments, whatever their zones: a later value takes the place of an
    earlier one, null takes it away, objects in lists are matched by ``id``.
    """
    if len(releases) == 1:
        return releases[0].data
    return merged([release.data for release in sorted(releases, key=_order)])


def merged(releases: Sequence[Data]) -> Data:
    """Merge releases that are in order.

    Where two of them cannot be merged because one has a list or an object where
    the other has text, whole sections of the later take the place of the earlier.
    """
    process = CompiledRelease(merge_rules=_rules_for(releases))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DuplicateIdValueWarning)
            for release in releases:
                process.append(release)
        found: Data = process.asdict()
    except (OCDSMergeError, TypeError, AttributeError):
        return _by_sections(releases)
    return found


def _order(release: Release) -> tuple[datetime, str, str]:
    return lenient_moment(release.date) or _LONG_AGO, release.date, release.release_id


def _rules_for(releases: Sequence[Data]) -> dict[_Path, str]:
    """Return the table, and every list of these releases that has no ids to match by.

    A list whose objects have no ``id``, or share one, cannot be matched: matched
    all the same, it would grow with each release, or lose objects.
    """
    rules = dict(RULES)
    for release in releases:
        for path in _lists_without_ids(release, ()):
            rules.setdefault(path, _WHOLE)
    return rules


def _lists_without_ids(value: Any, path: _Path) -> Iterator[_Path]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, dict | list):
                yield from _lists_without_ids(inner, (*path, key))
    elif isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
        ids = [one.get("id") for one in value]
        if len({repr(one_id) for one_id in ids if _is_id(one_id)}) < len(ids):
            yield path
        for inner in value:
            yield from _lists_without_ids(inner, path)


def _is_id(value: Any) -> bool:
    return isinstance(value, str | int) and value != ""


def _by_sections(releases: Sequence[Data]) -> Data:
    """Put whole sections of later releases over those of earlier ones."""
    process: Data = {}
    for release in releases:
        process |= release
    newest = releases[-1]
    process |= {"id": f"{newest.get('ocid')}-{newest.get('date')}", "tag": ["compiled"]}
    return {key: value for key, value in process.items() if value is not None}
