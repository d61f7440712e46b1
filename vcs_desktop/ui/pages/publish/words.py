"""Words of the page of publishing."""

from typing import TYPE_CHECKING

from vcs_desktop.core.language import tr
from vcs_desktop.domain.days import local_day, shortly
from vcs_desktop.ui.kind_words import kind_words

if TYPE_CHECKING:
    from datetime import datetime

ADDED, CHANGED, GONE, REFUSED = "added", "changed", "gone", "refused"
ICONS = {
    ADDED: ("plus", "ok"),
    CHANGED: ("pencil", "info"),
    GONE: ("trash-2", "warn"),
    REFUSED: ("triangle-alert", "bad"),
}


def what_words(what: str) -> str:
    """Return what becomes of an item."""
    return {
        ADDED: tr("Added"),
        CHANGED: tr("Changed"),
        GONE: tr("Taken out"),
        REFUSED: tr("Refused"),
    }[what]


def counts_in_words(added: int, changed: int, gone: int) -> str:
    """Return what a version changed: "2 added, 1 changed"."""
    parts = [
        tr("{count} added", count=f"{added:,}") if added else "",
        tr("{count} changed", count=f"{changed:,}") if changed else "",
        tr("{count} taken out", count=f"{gone:,}") if gone else "",
    ]
    return ", ".join(filter(None, parts)) or tr("Nothing changes")


def kind_of_item(kind: str) -> str:
    """Return what a kind of record is called."""
    return kind_words(kind)[1]


def day_of(issued: str) -> str:
    """Return the day on which a version was signed."""
    return shortly(local_day(_moment(issued)))


def _moment(issued: str) -> "datetime":
    from datetime import datetime

    return datetime.fromisoformat(issued)


def version_words(version: int) -> str:
    """Return what a version is called."""
    return tr("Version {number}", number=version)
