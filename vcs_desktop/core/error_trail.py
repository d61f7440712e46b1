"""Where an error came from, for the log: kinds and places, never an error's own words.

Those may quote what a person typed or name a file after somebody. ``AppError.detail``
is ours, and says neither.
"""

from pathlib import PurePath
from traceback import walk_tb
from types import TracebackType

from vcs_desktop.core.errors import AppError

_MOST_CAUSES = 10


def trail_of(error: BaseException) -> str:
    """Return the kind of an error and of what caused it, each with the lines it came through."""
    told: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(told) < _MOST_CAUSES:
        told.append("\n".join((_kind_of(cause), *_places(cause.__traceback__))))
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return "\nbecause of ".join(told)


def _kind_of(error: BaseException) -> str:
    detail = error.detail if isinstance(error, AppError) else ""
    return f"{type(error).__name__} ({detail})" if detail else type(error).__name__


def _places(trace: TracebackType | None) -> list[str]:
    places = []
    for frame, line in walk_tb(trace):
        file = "/".join(PurePath(frame.f_code.co_filename).parts[-3:])
        places.append(f"  {file}:{line} in {frame.f_code.co_name}")
    return places
