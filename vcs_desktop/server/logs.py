"""What the service writes down: one JSON object a line, about requests and never about people.

No address, no id, no token and nothing that was sent stands there: which sort of request, how
it went, how long it took. Of a failure its kind and where in the program it was.
"""

import json
import logging
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final, TextIO

_log: Final = logging.getLogger("vcs_desktop.server")


class JsonLines(logging.Formatter):
    """Writes one JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record; of an exception its kind and place, not its words."""
        said: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "what": record.msg if isinstance(record.msg, str) else type(record.msg).__name__,
        }
        said |= getattr(record, "said", {})
        if record.exc_info and record.exc_info[1] is not None:
            said |= failure(record.exc_info[1])
        return json.dumps(said)


def failure(error: BaseException) -> dict[str, Any]:
    """Return the kind of a failure and where it was."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{frame.name}:{frame.lineno}" for frame in frames if "vcs_desktop" in frame.filename]
    inner = getattr(error, "orig", None) or error.__cause__
    kinds = [type(each).__name__ for each in (error, inner) if each is not None]
    return {"failure": " of ".join(kinds), "where": places[-6:]}


def log_to(stream: TextIO | None = None) -> Callable[[], None]:
    """Write the log to a stream, the error stream if None; call what is returned to end that."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines())
    ours = (_log, logging.getLogger("uvicorn.error"))
    before = [(each, each.level, each.propagate, list(each.handlers)) for each in ours]
    for each in ours:
        each.handlers, each.propagate = [handler], False
    _log.setLevel(logging.INFO)
    ours[1].setLevel(logging.WARNING)

    def end() -> None:
        for each, level, propagate, handlers in before:
            each.setLevel(level)
            each.propagate, each.handlers = propagate, handlers
        handler.flush()

    return end


def note(what: str, *, level: int = logging.INFO, **said: Any) -> None:
    """Write a line."""
    _log.log(level, what, extra={"said": said})


def note_failure(error: BaseException, **said: Any) -> None:
    """Write down that something went wrong which nobody foresaw."""
    _log.error("failed", exc_info=error, extra={"said": said})
