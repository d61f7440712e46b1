"""What became of a library that came in, in words. No widgets."""

from typing import TYPE_CHECKING

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import sentences, tr, tr_count

if TYPE_CHECKING:
    from vcs_desktop.services.arrivals import Arrival


def what_came(arrival: "Arrival") -> tuple[str, str]:
    """Return what came, and how good the news is: ok or warn."""
    taken = arrival.taken
    counts = (taken.added, taken.changed, taken.removed)
    if any(counts):
        told = sentences(tr("The library is here."), _counted(*counts))
    else:
        told = tr("Nothing is new: you had all of this already.")
    if not arrival.is_late:
        return told, "ok"
    late = tr("It should have been replaced by now, so it may be out of date.")
    return sentences(told, late), "warn"


def what_went_wrong(error: Exception) -> str:
    """Return why nothing came, always with the words that nothing was changed."""
    told, unchanged = words_for(error), tr("Nothing was changed.")
    return told if unchanged in told else sentences(told, unchanged)


def _counted(added: int, changed: int, removed: int) -> str:
    return tr(
        "{added}, {changed}, {removed}.",
        added=tr_count("{number} new", "{number} new", added, number=f"{added:,}"),
        changed=tr_count("{number} changed", "{number} changed", changed, number=f"{changed:,}"),
        removed=tr_count(
            "{number} taken out", "{number} taken out", removed, number=f"{removed:,}"
        ),
    )
