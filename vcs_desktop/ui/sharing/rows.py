"""What is shared, as rows of a list."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.sharing.words import STATES
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.title_list import TitleRow

if TYPE_CHECKING:
    from vcs_desktop.services.sharing import SharedLine


def rows_of(lines: Iterable["SharedLine"]) -> list[TitleRow]:
    """Return a row for each, with how far it has come."""
    return [_row(line) for line in lines]


def _row(line: "SharedLine") -> TitleRow:
    words, icon, colour = STATES[line.state]
    when = tr("Agreed on {day}", day=shortly(line.on)) if line.on else ""
    return TitleRow(
        line.id,
        short_prose(line.name),
        line=when,
        mark=tr_marked(words),
        mark_icon=icon,
        mark_colour=colour,
    )
