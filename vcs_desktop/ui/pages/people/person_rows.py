"""How a person stands in the list: their name, and under it what they are to the group."""

from vcs_desktop.core.language import tr
from vcs_desktop.domain.people import Tie
from vcs_desktop.services.people import PersonLine
from vcs_desktop.ui.pages.people import words
from vcs_desktop.ui.pages.people.opened import NEW
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.title_list import TitleRow
from vcs_desktop.ui.widgets.two_line_rows import TwoLineDelegate, draw_in_two_lines

PersonDelegate = TwoLineDelegate
draw_as_people = draw_in_two_lines


class PersonRows:
    """Makes somebody a row of the list; what many people are in common is worded once."""

    def __init__(self) -> None:
        self._worded: dict[tuple[tuple[Tie, ...], tuple[str, ...]], str] = {}

    def row_of(self, line: PersonLine) -> TitleRow:
        """Return somebody as a row of the list."""
        due = line.recheck_is_due
        mark = tr("DBS check is due") if due else tr("Two versions") if line.has_choice else ""
        return TitleRow(
            line.id,
            short_prose(line.name),
            line=tr("Has left") if line.has_left else self._ties(line.ties, line.titles),
            mark=mark,
            mark_icon="triangle-alert" if due else "merge" if mark else "",
            mark_colour="warn" if due else "info",
        )

    def _ties(self, held: tuple[Tie, ...], titles: tuple[str, ...]) -> str:
        words_of = self._worded.get((held, titles))
        if words_of is None:
            words_of = short_prose(words.ties_line(held, titles))
            self._worded[held, titles] = words_of
        return words_of


def new_row() -> TitleRow:
    """Return the row of somebody who is being added and has no name yet."""
    return TitleRow(
        NEW,
        tr("A new person"),
        mark=tr("Not kept until there is a name"),
        mark_icon="pencil",
        mark_colour="warn",
    )
