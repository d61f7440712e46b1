"""Records of every kind in which every field that takes words has a hostile text.

They are shaped like the records that travel with the app: dates, codes and ids stay, so
that each is usable; all else may have been written by somebody who means harm.
"""

import re
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

from tests.support import starter
from tests.support.funding_library import award
from tests.support.hostile_texts import hostile_texts
from vcs_desktop.domain.from_record import Unusable, line_of, thing_of
from vcs_desktop.wire.record import Record

OF_EACH_KIND = 10
_NO_WORDS = re.compile(r"[\d\-:.TZ+ ]*")
_IDS = {"id", "ids", "ocid", "terms", "facts", "replaces", "within", "rule", "geoCode", "area"}


def hostile_library(there: Path) -> list[Record]:
    """Return the records; between them they hold every hostile text, at least once.

    ``there`` is a file that nothing may open.
    """
    endless = cycle([as_kept(text) for _sort, text in hostile_texts(there)])
    made = [
        Record(like.kind, f"{like.id}/hostile-{number}", _filled(like, endless), "2026-11-22")
        for number, like in enumerate(_models())
    ]
    return [_usable(record) for record in made]


def as_kept(text: str) -> str:
    """Return a text without half letters, for which no library has room: they have no UTF-8."""
    return text.encode("utf-8", "replace").decode()


def texts_in(record: Record) -> Iterator[str]:
    """Yield every text of a record."""
    return (holder[key] for _path, holder, key in _leaves(record.data))


def _models() -> Iterator[Record]:
    """Yield what the records are like: as many of each kind, the same ones again if need be."""
    kinds = dict.fromkeys(record.kind for record in starter.records())
    for kind in kinds:
        like = cycle(sorted(starter.of(kind), key=lambda each: -len(str(each.data))))
        yield from (next(like) for _ in range(OF_EACH_KIND))
    yield from (award(f"award {number}", 900 + number) for number in range(OF_EACH_KIND))


def _filled(like: Record, texts: Iterator[str]) -> dict[str, Any]:
    """Return a record's data with hostile words in every field that takes them."""
    data: dict[str, Any] = _copy(like.data)
    tried: dict[tuple[str, ...], bool] = {}
    for path, holder, key in list(_leaves(data)):
        before, holder[key] = holder[key], next(texts)
        if path not in tried:
            tried[path] = _can_be_used(Record(like.kind, like.id, data))
        if not tried[path]:
            holder[key] = before
    return data


def _leaves(data: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any, Any]]:
    """Yield every text: its path without numbers, what it is in, and its key there."""
    named = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in named:
        deeper = path if isinstance(data, list) else (*path, key)
        if isinstance(value, dict | list):
            if key not in _IDS:
                yield from _leaves(value, deeper)
        elif isinstance(value, str) and key not in _IDS and not _NO_WORDS.fullmatch(value):
            yield deeper, data, key


def _copy(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _copy(value) for key, value in data.items()}
    return [_copy(each) for each in data] if isinstance(data, list) else data


def _can_be_used(record: Record) -> bool:
    try:
        return thing_of(record) is not None and line_of(record) is not None
    except Unusable:
        return False


def _usable(record: Record) -> Record:
    assert _can_be_used(record), record.id
    return record
