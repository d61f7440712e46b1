"""Reads the fields of JSON that a stranger may have written, each only in its own form."""

import json
import re
from collections.abc import Mapping
from typing import Any, Final

SHA256: Final = re.compile(r"[0-9a-f]{64}", re.ASCII)
KEY: Final = SHA256
"""An Ed25519 key has as many digits as a SHA-256."""

LINE: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,79}", re.ASCII)
"""The name of a line of libraries."""

MOMENT: Final = re.compile(
    r"[1-9][0-9]{3}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z", re.ASCII
)
"""An ISO moment in UTC, to the second; that there is such a day is not said by it.

Years before 1000 are none: the first has moments that no other time zone can tell."""

MOST: Final = 1 << 53
"""No count is larger: beyond it, other programs that read JSON take one number for another."""


def thing(content: bytes) -> dict[str, Any]:
    """Return the object that some JSON is.

    Raises:
        ValueError: it is something else, or no JSON, or nested without end.
    """
    try:
        said = json.loads(content)
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error
    if not isinstance(said, dict):
        raise ValueError("it is no object")
    return said


def text(said: Mapping[str, Any], name: str, pattern: re.Pattern[str] | None = None) -> str:
    """Return a text that must be there, and of a pattern if one is given.

    Raises:
        ValueError: it is missing or wrong.
    """
    value = said.get(name)
    if not isinstance(value, str) or not value or (pattern and not pattern.fullmatch(value)):
        raise ValueError(f"{name} is missing or wrong")
    return value


def count(said: Mapping[str, Any], name: str, *, least: int = 0) -> int:
    """Return a whole number that must be there, 0 or more, or ``least`` or more.

    Raises:
        ValueError: it is missing or wrong.
    """
    value = said.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= MOST:
        raise ValueError(f"{name} is missing or wrong")
    return value


def things(said: Mapping[str, Any], name: str, most: int) -> list[dict[str, Any]]:
    """Return a list of objects, empty where there is none.

    Raises:
        ValueError: it is something else, or there are more than ``most``.
    """
    value = said.get(name, [])
    if not isinstance(value, list) or len(value) > most:
        raise ValueError(f"{name} is wrong")
    if not all(isinstance(each, dict) for each in value):
        raise ValueError(f"{name} is wrong")
    return value
