"""How a person stands in the list: their name, and under it what they are to the group."""

from collections.abc import Sequence

from vcs_desktop.core.language import tr
from vcs_desktop.services.people import PersonLine
from vcs_desktop.ui.pages.people import words
from vcs_desktop.ui.pages.people.opened import NEW
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.title_list import RowsWhenSeen, TitleRow
from vcs_desktop.ui.widgets.two_line_rows import TwoLineDelegate, draw_in_two_lines

PersonDelegate = TwoLineDelegate
draw_as_people = draw_in_two_lines


def row_of(line: PersonLine) -> TitleRow:
    """Return somebody as a row of the list."""
    due = line.recheck_is_due
    mark = tr("DBS check is due") if due else tr("Two versions") if line.has_choice else ""
    return TitleRow(
        line.id,
        short_prose(line.name),
        line=tr("Has left")
        if line.has_left
        else short_prose(words.ties_line(line.ties, line.titles)),
        mark=mark,
        mark_icon="triangle-alert" if due else "merge" if mark else "",
        mark_colour="warn" if due else "info",
    )


def rows_of(shown: Sequence[PersonLine | TitleRow]) -> RowsWhenSeen:
    """Return the rows of people, made when they come into sight; some may be rows already."""

    def make(place: int) -> TitleRow:
        each = shown[place]
        return each if isinstance(each, TitleRow) else row_of(each)

    return RowsWhenSeen([each.id for each in shown], make)


def new_row() -> TitleRow:
    """Return the row of somebody who is being added and has no name yet."""
    return TitleRow(
        NEW,
        tr("A new person"),
        mark=tr("Not kept until there is a name"),
        mark_icon="pencil",
        mark_colour="warn",
    )
