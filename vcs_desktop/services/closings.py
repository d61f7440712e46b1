"""The closing days of what somebody kept to apply for, as dates of the calendar."""

from vcs_desktop.core.clock import LONDON
from vcs_desktop.core.language import tr
from vcs_desktop.documents.wording import amount_in_words, closing_moment
from vcs_desktop.domain.days import is_whole_day, local_day
from vcs_desktop.domain.due import Due, DueKind
from vcs_desktop.domain.from_record import usable
from vcs_desktop.domain.funding import FundingCall
from vcs_desktop.domain.library import OPPORTUNITIES
from vcs_desktop.domain.tenders import TenderNotice
from vcs_desktop.services.choices import ChoicesService
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.queries import records


class ClosingsService:
    """Reads the library again only when it, or what is kept, has changed."""

    def __init__(self, database: Database, choices: ChoicesService) -> None:
        self._database = database
        self._choices = choices
        self._read_of: tuple[object, ...] = ()
        self._dues: list[Due] = []

    def dues(self) -> list[Due]:
        """Return when each grant and contract closes that is kept, in the order of keeping.

        One without a closing day has none, and what the library has no more is left out.
        """
        kept = self._choices.all().kept
        asked = (self._database.data_version(), kept)
        if asked != self._read_of:
            self._dues, self._read_of = self._read(kept), asked
        return list(self._dues)

    def _read(self, kept: tuple[str, ...]) -> list[Due]:
        with self._database.reading() as session:
            found = records.records(session, kept)
        stored = (found[each] for each in kept if each in found)
        things = (usable(each.record) for each in stored if each.line.kind in OPPORTUNITIES)
        return [
            due
            for thing in things
            if isinstance(thing, FundingCall | TenderNotice) and (due := _due(thing)) is not None
        ]


def _due(thing: FundingCall | TenderNotice) -> Due | None:
    closes_at = closing_moment(thing)
    if closes_at is None:
        return None
    is_grant = isinstance(thing, FundingCall)
    who = thing.funder if isinstance(thing, FundingCall) else thing.buyer
    return Due(
        id=f"closing/{thing.id}",
        on=local_day(closes_at),
        kind=DueKind.CLOSING,
        what=tr("Closes: {title}", title=thing.title or tr("No title given")),
        why=" · ".join(filter(None, (who, amount_in_words(thing)))),
        starts="" if is_whole_day(closes_at) else f"{closes_at.astimezone(LONDON):%H:%M}",
        record_kind="funding_call" if is_grant else "tender",
        record_id=thing.id,
    )
