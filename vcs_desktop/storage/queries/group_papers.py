"""Reads what the list of a group's papers asks of each, without making papers of all of them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.kinds import DOCUMENT
from vcs_desktop.domain.values import PART
from vcs_desktop.storage.group_tables import RecordRow

_KEPT = RecordRow.__table__.c
"""The columns as they are: to go by the mapped class takes half as long again for thousands."""

_VERSION = f'"versions{PART}'

Listed = tuple[str, Any, Any, bool, bool, str]
"""The id, the name and the kind as they are kept, whether it needs a look, whether there are two
versions of something in it, and the body as JSON."""


def listed(session: Session, today: date, soon: date) -> Iterator[Listed]:
    """Yield every paper that is not in the bin, in no order.

    One needs a look that has run out or will by ``soon``, or whose day to look through it has
    come by ``today``; ``needs_a_look`` in ``domain/papers.py`` says the same of one.
    """
    looks = or_(
        _said("review_on") <= today.isoformat(),
        _said("expires_on") <= soon.isoformat(),
    )
    query = select(
        _KEPT.id,
        _said("name"),
        _said("kind"),
        func.coalesce(looks, False),
        or_(_KEPT.choices.is_not(None), _KEPT.returned),
        _KEPT.body,
    ).where(_KEPT.kind == DOCUMENT, _KEPT.binned_at.is_(None))
    for id_, name, kind, needs_a_look, has_choice, body in session.execute(query):
        yield id_, name, kind, bool(needs_a_look), bool(has_choice), body


def with_versions(session: Session) -> list[tuple[str, str]]:
    """Return the id of every paper that is not in the bin, and its body as JSON.

    The body is empty where the paper has no versions.
    """
    has_versions = func.instr(_KEPT.body, _VERSION) > 0
    query = select(_KEPT.id, case((has_versions, _KEPT.body), else_="")).where(
        _KEPT.kind == DOCUMENT, _KEPT.binned_at.is_(None)
    )
    return [(id_, body) for id_, body in session.execute(query)]


def _said(name: str) -> Any:
    return func.json_extract(_KEPT.body, f"$.{name}")
