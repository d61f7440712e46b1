"""The bin of an open group, for several things at once."""

from collections.abc import Sequence

from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.kinds import APPLICATION
from vcs_desktop.services.applications.left_behind import LeftBehind
from vcs_desktop.services.records import InBin, NoSuchRecord, RecordsService
from vcs_desktop.storage.queries import group_applications, group_records


class BinService:
    """Shows what was deleted, and takes it out again or away for good."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records
        self._left_behind = LeftBehind(records)

    def put_away_left_behind(self) -> bool:
        """Put in the bin what another computer added to an application deleted for good here.

        Returns whether there was any. Ask after what other computers did has come in.
        """
        return self._left_behind.put_away()

    def things(self) -> list[InBin]:
        """Return what is in the bin: first what has been there longest past its time.

        Nothing leaves by itself, so those over time are only offered first. The others
        follow, the newest first.
        """
        found = self._without_parts(self._records.bin())
        over = [each for each in reversed(found) if not each.days_left]
        return over + [each for each in found if each.days_left]

    def restore(self, record_ids: Sequence[str]) -> int:
        """Take things out of the bin, as one act; return how many were still there.

        What somebody else took out or erased a moment ago is passed over. An application
        brings back what went to the bin with it. What was left behind by one that is deleted for
        good comes back in an application of its own.
        """
        with self._records.database.reading() as session:
            records = [group_records.record(session, each) for each in dict.fromkeys(record_ids)]
            binned = [each for each in records if each and each.binned_at]
            whole = [each.id for each in binned if each.kind == APPLICATION]
            parts = [
                (each.kind, each.id) for each in group_applications.parts_gone_with(session, whole)
            ]
        alone = self._left_behind.among(each.id for each in binned)
        back = dict.fromkeys([*parts, *((each.kind, each.id) for each in binned)])
        ids = [record_id for _, record_id in back if record_id not in alone]
        if back:
            about = binned[0].id if len(binned) == 1 else ""
            with self._records.acting(Verb.RESTORE, about=about) as act:
                with act.many(ids):
                    for kind, record_id in back:
                        if record_id not in alone:
                            act.restore(kind, record_id)
                self._left_behind.bring_together(act, alone.values())
        return len(binned)

    def keep(self, record_id: str) -> None:
        """Say that something stays though it was deleted elsewhere.

        An application keeps what went to the bin with it there.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        with self._records.database.reading() as session:
            record = group_records.record(session, record_id)
            parts = group_applications.parts_gone_with(session, [record_id])
        if record is None:
            raise NoSuchRecord(record_id)
        with self._records.acting(Verb.RESTORE, about=record_id) as act:
            for kind, id_ in [(each.kind, each.id) for each in parts] + [(record.kind, record_id)]:
                act.restore(kind, id_)

    def delete_for_good(self, record_ids: Sequence[str]) -> None:
        """Delete things in the bin for good: every value of them, in their history too.

        With an application goes everything that belongs to it, in the same act.

        Raises:
            NotInBin: one of them is not; nothing was deleted.
        """
        with self._records.database.reading() as session:
            parts = [each.id for each in group_applications.parts_of(session, record_ids)]
        parts += self._left_behind.copied_to(record_ids)
        self._records.delete_for_good(record_ids, also=parts)

    def _without_parts(self, found: Sequence[InBin]) -> list[InBin]:
        """Return what is in the bin but for what goes with an application that is there too."""
        whole = [each.id for each in found if each.kind == APPLICATION]
        with self._records.database.reading() as session:
            parts = {each.id for each in group_applications.parts_of(session, whole)}
        parts |= self._left_behind.copied()
        return [each for each in found if each.id not in parts]
