"""The rules and thresholds that hold for us, as dated rows."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from vcs_desktop.domain.library import Kind
from vcs_desktop.storage.queries import records
from vcs_desktop.wire.record import Record


def rules(session: Session) -> Iterator[Record]:
    """Yield every rule, whatever days it holds on; the rule book chooses by date."""
    return records.of_kind(session, Kind.RULE)
