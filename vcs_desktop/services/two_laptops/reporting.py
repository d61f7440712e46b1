"""What came of an exchange, and how it stands, in words."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.domain.arriving_changes import NEVER, Why
from vcs_desktop.domain.fold import Folded
from vcs_desktop.domain.laptops import Laptop, State
from vcs_desktop.domain.values import thing_of
from vcs_desktop.services.two_laptops.lines import (
    Came,
    LaptopLine,
    Report,
    held_in_words,
    would_delete_in_words,
)
from vcs_desktop.storage import exchange_state
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.exchange_state import TakingPart
from vcs_desktop.storage.queries import group_records
from vcs_desktop.storage.queries.came import CameAct, acts_among
from vcs_desktop.sync.group_exchange.exchange import Exchanged


def report(database: Database, found: Exchanged) -> Report:
    """Return what a person is told of an exchange."""
    with database.reading() as session:
        acts = acts_among(session, found.new)
        own = exchange_state.own_devices(session).keys()
        copied = group_records.titles(session, found.branched - own)
    return Report(
        changes=len(found.new),
        came=tuple(map(as_came, acts)),
        sent=found.sent,
        waiting=found.waiting,
        would_delete=found.would_go,
        asking=found.joins,
        files_sent=found.files.sent,
        files_came=found.files.came,
        notices=(*_notices(found), *_of_copies(found.branched & own, copied.values())),
        is_tampered=bool(found.others or any(found.held.get(why) for why in NEVER)),
        error=found.error,
    )


def as_came(act: CameAct) -> Came:
    """Return one act of somebody as it is shown."""
    return Came(
        act.at,
        act.who,
        act.laptop,
        act.verb,
        act.deed,
        act.kind,
        act.record_id,
        act.title,
        act.count,
    )


def standing_words(part: TakingPart, held: Mapping[Why, int]) -> list[str]:
    """Return what a person should know before an exchange."""
    said = []
    if part.state is State.LOOK:
        said.append(
            tr("The group was brought back from a copy. Look through it, then let it go on.")
        )
    if part.state is State.REMOVED:
        said.append(tr("This laptop was taken out. What is here stays here."))
    if part.state is State.UNKNOWN:
        said += [
            tr("The service does not know this laptop any more. Nothing here is lost."),
            tr(
                "Press “Get updates” on another laptop of the group, then here. "
                "Do both once more, and the group has let this laptop in again."
            ),
        ]
    return [*said, *held_in_words(dict(held))]


def laptop_lines(
    records: Iterable[Folded],
    here: str,
    last: Mapping[str, datetime],
    names: Mapping[str, str],
) -> tuple[LaptopLine, ...]:
    """Return the laptops, one for each door; ``here`` is the door of this one."""
    by_door: dict[str, list[Laptop]] = {}
    for record in sorted(records, key=lambda each: each.id):
        laptop = thing_of(Laptop, record.values, record.id)
        by_door.setdefault(laptop.door or laptop.id, []).append(laptop)
    lines = [_line(door, some, here, last, names) for door, some in by_door.items()]
    lines.sort(key=lambda each: (each.is_removed, not each.is_this, each.name.casefold(), each.id))
    return tuple(lines)


def _line(
    door: str,
    some: list[Laptop],
    here: str,
    last: Mapping[str, datetime],
    names: Mapping[str, str],
) -> LaptopLine:
    newest = some[-1]
    moments = [last[each.id] for each in some if each.id in last]
    return LaptopLine(
        id=door,
        name=newest.name,
        owner=names.get(newest.owner, ""),
        owner_id=newest.owner,
        is_this=door == here,
        is_removed=all(each.is_removed for each in some),
        last_at=max(moments, default=None),
    )


def _notices(found: Exchanged) -> list[str]:
    said = [would_delete_in_words(found.would_go)] if found.would_go else []
    said += _of_service(found)
    if found.missing:
        said.append(
            tr_count(
                "{count} change that others stand on did not come. The service may hold it back.",
                "{count} changes that others stand on did not come. "
                "The service may hold them back.",
                found.missing,
            )
        )
    if found.others:
        said.append(
            tr_count(
                "The service has something else in place of {count} change of this laptop.",
                "The service has something else in place of {count} changes of this laptop.",
                found.others,
            )
        )
    if found.has_wrong_key:
        said.append(tr("A key came that was not made for this laptop. It was not used."))
    said += held_in_words({why: n for why, n in found.held.items() if why is not Why.HELD})
    return [*said, *_of_files(found)]


def _of_service(found: Exchanged) -> list[str]:
    """Return what the service lost, or somebody took away there."""
    said = []
    if found.is_new_era:
        said.append(
            tr("The service was put back from a backup. Everything here was offered to it again.")
        )
    if found.has_less:
        said.append(
            tr("The service holds less than it did. Everything here was offered to it again.")
        )
    if found.lost:
        said.append(
            tr_count(
                "The service lost {count} change that it had taken. It was sent again.",
                "The service lost {count} changes that it had taken. They were sent again.",
                found.lost,
            )
        )
    if found.came_back:
        said.append(
            tr_count(
                "{count} laptop that the service had forgotten was let in again.",
                "{count} laptops that the service had forgotten were let in again.",
                found.came_back,
            )
        )
    if found.put_back:
        said.append(
            tr_count(
                "{count} change was deleted on the service, and nobody had told the group. "
                "It was put back. Ask each other whose laptop did that.",
                "{count} changes were deleted on the service, and nobody had told the group. "
                "They were put back. Ask each other whose laptop did that.",
                found.put_back,
            )
        )
    return said


def _of_copies(own: Collection[str], others: Iterable[str]) -> list[str]:
    """Return what is said where two computers write as one laptop."""
    said = [
        sentences(
            tr("Another computer writes as this laptop: the group's folder was copied to it."),
            tr("Nothing is lost, and from now on each goes on by itself."),
            tr("Invite the copy with a code instead. Else only both can be taken out together."),
        )
    ]
    return (said if own else []) + [
        sentences(
            tr("Two computers write as “{name}”: its folder was copied.", name=each),
            tr("Nothing is lost. The second one should be invited with a code."),
        )
        for each in sorted(others)
    ]


def _of_files(found: Exchanged) -> list[str]:
    files, said = found.files, []
    if files.missing:
        said.append(
            tr_count(
                "{count} file is not on the service yet.",
                "{count} files are not on the service yet.",
                files.missing,
            )
        )
    if files.damaged:
        said.append(
            tr_count(
                "{count} file came damaged. It was not kept, and is fetched again.",
                "{count} files came damaged. They were not kept, and are fetched again.",
                files.damaged,
            )
        )
    if files.too_large:
        said.append(
            tr_count(
                "{count} file is too large for the service. Take it across by stick.",
                "{count} files are too large for the service. Take them across by stick.",
                files.too_large,
            )
        )
    return said
