"""The bin of an open group, for several things at once."""

from collections.abc import Sequence

from vcs_desktop.domain.acts import Verb
from vcs_desktop.services.records import InBin, RecordsService
from vcs_desktop.storage.queries import group_records


class BinService:
    """Shows what was deleted, and takes it out again or away for good."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records

    def things(self) -> list[InBin]:
        """Return what is in the bin: first what has been there longest past its time.

        Nothing leaves by itself, so those over time are only offered first. The others
        follow, the newest first.
        """
        found = self._records.bin()
        over = [each for each in reversed(found) if not each.days_left]
        return over + [each for each in found if each.days_left]

    def restore(self, record_ids: Sequence[str]) -> int:
        """Take things out of the bin, as one act; return how many were still there.

        What somebody else took out or erased a moment ago is passed over.
        """
        with self._records.database.reading() as session:
            records = [group_records.record(session, each) for each in dict.fromkeys(record_ids)]
        binned = [each for each in records if each and each.binned_at]
        if binned:
            with self._records.acting(Verb.RESTORE) as act, act.many([each.id for each in binned]):
                for each in binned:
                    act.restore(each.kind, each.id)
        return len(binned)

    def delete_for_good(self, record_ids: Sequence[str]) -> None:
        """Delete things in the bin for good: every value of them, in their history too.

        Raises:
            NotInBin: one of them is not; nothing was deleted.
        """
        self._records.delete_for_good(record_ids)
