"""Verdicts worked out before, so that they need not be again today."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, case, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from vcs_desktop.domain.fit.result import Verdict
from vcs_desktop.domain.opportunities import RecordLine
from vcs_desktop.storage.library_tables import FitAnswerRow, RecordRow
from vcs_desktop.storage.queries.records import LINE_COLUMNS, line_of


@dataclass(frozen=True, slots=True)
class Asked:
    """What a verdict depends on besides the notice: the group, the rules, the day."""

    profile_digest: str
    rules_version: str
    on: date


@dataclass(frozen=True, slots=True)
class KeptFit:
    """One verdict. ``reasons`` is JSON that only the fit service reads."""

    notice_number: int
    notice_digest: str
    verdict: Verdict
    score: int
    reasons: str


_SLICE = 500
_RANK = case(
    (FitAnswerRow.verdict == Verdict.CAN, 0),
    (FitAnswerRow.verdict == Verdict.CHECK, 1),
    else_=2,
)


def kept_for(session: Session, ids: Sequence[str], asked: Asked) -> dict[str, KeptFit]:
    """Return the verdicts that still hold on some shown records, by their ids."""
    query = (
        select(RecordRow.id, FitAnswerRow)
        .join(RecordRow, RecordRow.number == FitAnswerRow.notice_number)
        .where(RecordRow.shown, *_holds(asked))
    )
    found: dict[str, KeptFit] = {}
    for start in range(0, len(ids), _SLICE):
        some = query.where(RecordRow.id.in_(ids[start : start + _SLICE]))
        found.update((row[0], _kept(row[1])) for row in session.execute(some))
    return found


def judged(session: Session, asked: Asked) -> set[int]:
    """Return the numbers of every notice with a verdict that still holds."""
    query = (
        select(FitAnswerRow.notice_number)
        .join(RecordRow, RecordRow.number == FitAnswerRow.notice_number)
        .where(*_holds(asked))
    )
    return set(session.scalars(query))


def keep(session: Session, answers: Iterable[KeptFit], asked: Asked) -> None:
    """Keep some verdicts, in place of older ones for the same group."""
    rows = [
        {
            "profile_digest": asked.profile_digest,
            "notice_number": answer.notice_number,
            "notice_digest": answer.notice_digest,
            "rules_version": asked.rules_version,
            "on_day": asked.on,
            "verdict": answer.verdict.value,
            "score": answer.score,
            "reasons": answer.reasons,
        }
        for answer in answers
    ]
    if rows:
        session.execute(insert(FitAnswerRow).prefix_with("OR REPLACE"), rows)


def best(
    session: Session, asked: Asked, *, limit: int | None = None
) -> list[tuple[RecordLine, KeptFit]]:
    """Return what is open and judged, best first: by verdict, score, then closing day."""
    query = (
        select(FitAnswerRow, *LINE_COLUMNS)
        .join(RecordRow, RecordRow.number == FitAnswerRow.notice_number)
        .where(
            *_holds(asked),
            RecordRow.open_until.is_not(None),
            RecordRow.open_until >= asked.on.isoformat(),
            RecordRow.shown,
        )
        .order_by(_RANK, FitAnswerRow.score.desc(), RecordRow.open_until, RecordRow.number)
        .limit(limit)
    )
    return [(line_of(row), _kept(row[0])) for row in session.execute(query)]


def forget_before(session: Session, day: date) -> None:
    """Drop the verdicts of earlier days; nobody asks for them again."""
    session.execute(delete(FitAnswerRow).where(FitAnswerRow.on_day < day))


def _holds(asked: Asked) -> tuple[ColumnElement[bool], ...]:
    return (
        FitAnswerRow.profile_digest == asked.profile_digest,
        FitAnswerRow.rules_version == asked.rules_version,
        FitAnswerRow.on_day == asked.on,
        FitAnswerRow.notice_digest == RecordRow.digest,
    )


def _kept(row: FitAnswerRow) -> KeptFit:
    return KeptFit(
        row.notice_number, row.notice_digest, Verdict(row.verdict), row.score, row.reasons
    )
