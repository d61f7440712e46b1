"""What is said of copies: how old, how large, what they hold."""

from datetime import date
from typing import TYPE_CHECKING

from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.domain.days import in_words, local_day
from vcs_desktop.domain.file_words import lacking_in_words, size_in_words
from vcs_desktop.ui.history.deed_words import moment_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vcs_desktop.services.groups.backups import Drill
    from vcs_desktop.services.groups.restoring import Restored
    from vcs_desktop.services.groups.shelf import Backup
    from vcs_desktop.ui.pages.our_group.copies_view_model import Compared


def elsewhere_in_words(copied_on: date | None, today: date) -> str:
    """Return when the last copy was made that is not on this computer."""
    if copied_on is None:
        return tr("There is no copy in another place yet.")
    days = (today - copied_on).days
    if days <= 0:
        return tr("The last copy in another place is of today.")
    day = in_words(copied_on)
    return tr_count(
        "The last copy in another place is {count} day old. It is of {day}.",
        "The last copy in another place is {count} days old. It is of {day}.",
        days,
        day=day,
    )


def tested_in_words(drilled_on: date | None) -> str:
    """Return when a copy here was last tried out."""
    if drilled_on is None:
        return tr("No copy was tested yet. It happens by itself once a month.")
    return tr("Last tested on {day}: all of it was there.", day=in_words(drilled_on))


def held_in_words(compared: "Compared", today: date) -> tuple[str, str]:
    """Return what an older copy holds, and what the group holds now."""
    inside = compared.inside
    then = tr_count(
        "This copy holds {count} person.", "This copy holds {count} people.", inside.people
    )
    now = tr_count(
        "The group now has {count} person.",
        "The group now has {count} people.",
        compared.people_now,
    )
    if inside.newest_at is not None:
        when = in_words(local_day(inside.newest_at))
        then = sentences(then, tr("Its last change was on {day}.", day=when))
    then = sentences(then, lacking_in_words(inside.lacking))
    if compared.changed_at is not None:
        when = moment_in_words(compared.changed_at, today)
        now = sentences(now, tr("Its last change: {when}.", when=when))
    return then, now


def brought_back_in_words(restored: "Restored") -> str:
    """Return what was brought back, and what was deleted again."""
    said = sentences(
        tr("The older copy is back in its place."), lacking_in_words(restored.inside.lacking)
    )
    if not restored.erased_again:
        return said
    return sentences(
        said,
        tr_count(
            "{count} thing that was deleted for good is deleted again.",
            "{count} things that were deleted for good are deleted again.",
            restored.erased_again,
        ),
    )


def kept_in_words(backups: "Sequence[Backup]", today: date) -> str:
    """Return how many copies are here, and of when the newest is."""
    if not backups:
        return tr("There is none yet. The first is made when you lock the group.")
    newest = moment_in_words(backups[0].made_at, today)
    return tr_count(
        "There is {count} copy here. It is of this time: {newest}.",
        "There are {count} copies here. The newest is of this time: {newest}.",
        len(backups),
        newest=newest,
    )


def room_in_words(free_bytes: int) -> str:
    """Return that there is little room left on the disk."""
    return sentences(
        tr("There is little room left on this disk: {size}.", size=size_in_words(free_bytes)),
        tr("Delete what you no longer need, so that copies can still be made."),
    )


def drill_in_words(drill: "Drill | None") -> tuple[str, str]:
    """Return what came of testing a copy, and how to say it: ok, info or warn."""
    if drill is None:
        return tr("There is no copy here yet that could be tested."), "info"
    if not drill.is_good:
        return tr("That copy was not whole. A new one was made in its place."), "warn"
    said = tr_count(
        "The newest copy is whole: {count} person is in it.",
        "The newest copy is whole: {count} people are in it.",
        drill.people,
    )
    return sentences(said, lacking_in_words(drill.lacking)), "warn" if drill.lacking else "ok"
