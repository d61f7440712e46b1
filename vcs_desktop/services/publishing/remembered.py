"""What was put in the last time, so that nobody has to find their files again."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class LastTime:
    """Where a line's library lies, what it was made of, and which files went ``along``."""

    tree: Path | None = None
    sources: tuple[Path, ...] = ()
    along: tuple[Path, ...] = ()


Remembered = Mapping[str, LastTime]
"""By the short name of the line of libraries."""

NOTHING: Remembered = MappingProxyType({})


def as_json(remembered: Remembered) -> dict[str, Any]:
    """Return it as JSON keeps it."""
    return {
        line: {
            "tree": str(each.tree) if each.tree else "",
            "sources": [str(path) for path in each.sources],
            "along": [str(path) for path in each.along],
        }
        for line, each in remembered.items()
    }


def from_json(content: Any) -> Remembered:
    """Take it out of a file's content.

    Raises:
        ValueError: it is no such file.
    """
    if not isinstance(content, dict) or not all(isinstance(e, dict) for e in content.values()):
        raise ValueError("not an object of lines")
    return MappingProxyType({line: _last_time(said) for line, said in content.items()})


def _last_time(said: dict[str, Any]) -> LastTime:
    tree = said.get("tree", "")
    if not isinstance(tree, str):
        raise ValueError("not what was put in")
    return LastTime(
        Path(tree) if tree else None, _paths(said.get("sources", [])), _paths(said.get("along", []))
    )


def _paths(named: Any) -> tuple[Path, ...]:
    if not isinstance(named, list) or not all(isinstance(each, str) and each for each in named):
        raise ValueError("not a list of files")
    return tuple(map(Path, named))
