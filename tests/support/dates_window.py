"""A group with dates, open in a window, and what tests do with the page that shows them."""

from tests.support.dates_house import CLOSES, fill
from tests.support.group_house import GroupHouse
from vcs_desktop.domain.rulebook import RuleBook
from vcs_desktop.services.dates import DatesService
from vcs_desktop.ui.widgets.title_list import RowRole


class DatesHouse(GroupHouse):
    """The services that the page of dates asks: the open group, and its dates.

    ``rules`` are those of the library, ``closings`` what was kept of it.
    """

    def __init__(self, *asked, rules=(), closings=(CLOSES,), **more):
        super().__init__(*asked, **more)
        book = RuleBook(rules)
        self.dates = DatesService(self.space, self.clock, lambda: list(closings), lambda: book)

    def fill(self):
        """Put one date of each sort into the group; return the ids of what they belong to."""
        return fill(self.inside.records)


def rows_of(page):
    """Return the title of each row in the list, headings too."""
    model = page.list_part.titles.list.model()
    return [model.index(row).data(RowRole).title for row in range(model.rowCount())]


def row_named(page, title):
    """Return a row of the list by its title."""
    model = page.list_part.titles.list.model()
    found = (model.index(row).data(RowRole) for row in range(model.rowCount()))
    return next(row for row in found if row.title == title)
