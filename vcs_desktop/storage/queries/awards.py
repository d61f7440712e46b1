"""Who has been funded near us, by whom, with how much."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.areas import covers
from vcs_desktop.domain.awards import Award
from vcs_desktop.domain.library import Kind, Provenance
from vcs_desktop.storage.library_tables import AwardRow, RecordRow
from vcs_desktop.storage.queries.records import AnyRow


def funded(
    session: Session,
    *,
    areas: Collection[str] = (),
    near: str = "",
    funder: str = "",
    form: str = "",
    limit: int = 50,
) -> tuple[int, list[Award]]:
    """Return how many awards answer, and the newest of them.

    An award answers when it is inside one of ``areas`` (GSS codes), or when
    ``near`` stands in what its publisher wrote about the place; with neither,
    every award does. ``funder`` is a part of the funder's name. ``form`` is
    grant, contract, or empty for both. Each award holds what its row holds: no
    description, no dates but that of the award.
    """
    query = (
        select(RecordRow, AwardRow)
        .join(AwardRow, AwardRow.number == RecordRow.number)
        .where(RecordRow.kind == Kind.AWARD, RecordRow.shown)
    )
    places: list[ColumnElement[bool]] = []
    if areas:
        places.append(RecordRow.areas.in_(_areas_within(session, areas)))
    if near.strip():
        places.append(AwardRow.area_text.icontains(near.strip(), autoescape=True))
    if places:
        query = query.where(or_(*places))
    if funder.strip():
        query = query.where(RecordRow.who.icontains(funder.strip(), autoescape=True))
    if form:
        query = query.where(AwardRow.form == form)
    total = session.scalar(select(func.count()).select_from(query.subquery())) or 0
    newest = query.order_by(AwardRow.awarded_on.desc(), RecordRow.number).limit(limit)
    return total, [_award(row) for row in session.execute(newest)]


def _areas_within(session: Session, areas: Collection[str]) -> list[str]:
    """Return which of the area columns in use lie inside one of some areas, each judged once."""
    in_use = session.scalars(
        select(RecordRow.areas)
        .where(RecordRow.kind == Kind.AWARD, RecordRow.areas != "")
        .distinct()
    )
    return [
        said
        for said in in_use
        if any(covers(area, code) is True for code in said.split() for area in areas)
    ]


def _award(row: AnyRow) -> Award:
    record, award = row.RecordRow, row.AwardRow
    return Award(
        id=record.id,
        title=record.title,
        form=award.form,
        funder=record.who,
        recipient=award.recipient,
        recipient_id=award.recipient_id,
        amount_pence=award.amount_pence,
        awarded_on=award.awarded_on,
        programme=award.programme,
        areas=tuple(record.areas.split()),
        area_text=award.area_text,
        process_id=award.process_id,
        provenance=Provenance(
            record.source,
            record.source_url,
            record.licence,
            record.as_of,
            record.valid_from,
            record.valid_to,
        ),
    )
