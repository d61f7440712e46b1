"""What the page says of the group's laptops."""

from datetime import date
from typing import TYPE_CHECKING

from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.domain.laptops import State
from vcs_desktop.ui.updates.words import when_in_words
from vcs_desktop.ui.widgets.prose import short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.two_laptops.lines import Came, LaptopLine, Report, Standing


def laptop_name(line: "LaptopLine") -> str:
    """Return what a laptop is called."""
    return short_prose(line.name) or tr("A laptop without a name")


def laptop_title(line: "LaptopLine") -> str:
    """Return its name, and whether it is the one that somebody sits at."""
    name = laptop_name(line)
    return tr("{name} (this laptop)", name=name) if line.is_this else name


def laptop_about(line: "LaptopLine", today: date) -> str:
    """Return whose it is, and when it was last heard of."""
    owner = short_prose(line.owner)
    whose = tr("Used by {name}.", name=owner) if owner else ""
    if line.is_removed:
        heard = tr("It was taken out. What is on it stays there.")
    elif line.is_this:
        heard = ""
    elif line.last_at is None:
        heard = tr("Nothing came from it yet.")
    else:
        heard = tr("Its last change was made {when}.", when=when_in_words(line.last_at, today))
    return sentences(whose, heard)


def standing_in_words(standing: "Standing", today: date) -> str:
    """Return how the group stands with its other laptops."""
    if not standing.is_shared:
        return tr("This group is on this laptop only. You can add another one.")
    how = (
        tr("They meet at {service}.", service=short_prose(standing.service))
        if standing.service
        else tr("They meet by stick, without any service.")
    )
    if not standing.service:
        return how
    if standing.last_at is None:
        met = tr("They have not met yet.")
    else:
        met = tr("They last met {when}.", when=when_in_words(standing.last_at, today))
    to_send = (
        tr_count("{count} change to send.", "{count} changes to send.", standing.waiting)
        if standing.waiting
        else tr("Nothing has to be sent.")
    )
    return sentences(how, met, to_send)


def is_stopped(standing: "Standing") -> bool:
    """Say whether nothing is exchanged until somebody does something."""
    return standing.is_shared and standing.state is not State.ON


def written_in_words(count: int, file_name: str) -> str:
    """Return what stands in a file for a stick."""
    changes = tr_count("{count} change", "{count} changes", count)
    return sentences(
        tr("“{file}” holds {changes}.", file=file_name, changes=changes),
        tr("Take it to the other laptop, and bring it in there."),
        tr("It can be opened by laptops of your group only."),
    )


def progress_words(what: str, done: int, total: int) -> str:
    """Return how far a file for a stick is; ``what`` is as the service names it."""
    if what == "files":
        return tr("Files: {done} of {total}", done=f"{done + 1:,}", total=f"{total:,}")
    return tr("Changes: {done}", done=f"{done:,}")


def taken_in_words(report: "Report") -> str:
    """Return what came of a file or an exchange."""
    if report.changes:
        came = tr_count("{count} change came in.", "{count} changes came in.", report.changes)
    else:
        came = "" if report.would_delete else tr("Nothing new was in it.")
    files = (
        tr_count("{count} file came too.", "{count} files came too.", report.files_came)
        if report.files_came
        else ""
    )
    stopped = tr("Stopped. Bring the file in once more for the rest.") if report.error else ""
    return sentences(came, files, *report.notices, stopped)


def laptop_of(came: "Came") -> str:
    """Return on which laptop something was done."""
    name = short_prose(came.laptop)
    return tr("on “{laptop}”", laptop=name) if name else tr("on another laptop")
