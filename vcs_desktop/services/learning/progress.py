"""What was done with each guide at this computer, and how it is written down."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from vcs_desktop.domain.learning import NO_MARKS, Attempt, GuideMarks
from vcs_desktop.services.kept_file import moment_of

Progress = Mapping[str, GuideMarks]
"""The marks of each guide by its id; a guide that nobody opened has none."""

NOTHING: Progress = MappingProxyType({})


def with_marks(
    progress: Progress, guide_id: str, change: Callable[[GuideMarks], GuideMarks]
) -> Progress:
    """Return the progress with the marks of one guide changed."""
    marks = change(progress.get(guide_id, NO_MARKS))
    others = {each: its for each, its in progress.items() if each != guide_id}
    return MappingProxyType(others if marks == NO_MARKS else {**others, guide_id: marks})


def as_json(progress: Progress) -> dict[str, Any]:
    """Return the progress as JSON keeps it."""
    return {"guides": {guide_id: _marks_as_json(marks) for guide_id, marks in progress.items()}}


def from_json(content: Any) -> Progress:
    """Take the progress out of a file's content; a part that is wrong counts as damage.

    Raises:
        ValueError: it is not a file of progress.
    """
    if not isinstance(content, dict) or not isinstance(content.get("guides", {}), dict):
        raise ValueError("not an object of guides")
    guides = content.get("guides", {})
    return MappingProxyType({str(each): _marks_of(marks) for each, marks in guides.items()})


def _marks_as_json(marks: GuideMarks) -> dict[str, Any]:
    attempt = marks.attempt
    return {
        "done_at": _text(marks.done_at),
        "read_at": _text(marks.read_at),
        "place": marks.place,
        "attempt": attempt
        and {"check": attempt.check, "chosen": [list(tried) for tried in attempt.chosen]},
    }


def _marks_of(content: Any) -> GuideMarks:
    if not isinstance(content, dict):
        raise ValueError("a guide without marks")
    place, done, read = content.get("place", 0.0), content.get("done_at"), content.get("read_at")
    if isinstance(place, bool) or not isinstance(place, int | float) or not 0 <= place <= 1:
        raise ValueError("not a place in a guide")
    marks = GuideMarks(place=float(place), attempt=_attempt_of(content.get("attempt")))
    return replace(
        marks,
        done_at=None if done is None else moment_of(done),
        read_at=None if read is None else moment_of(read),
    )


def _attempt_of(content: Any) -> Attempt | None:
    if content is None:
        return None
    if not isinstance(content, dict) or not isinstance(content.get("chosen"), list):
        raise ValueError("not an attempt")
    for tried in content["chosen"]:
        if not isinstance(tried, list) or not all(type(each) is int for each in tried):
            raise ValueError("not answers")
    return Attempt(str(content.get("check", "")), tuple(map(tuple, content["chosen"])))


def _text(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
