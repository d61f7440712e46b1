"""A group with volunteers, and what tests do with the page that shows them."""

from datetime import date

import pypdfium2
from PySide6.QtWidgets import QPushButton

from tests.support.group_house import GroupHouse
from tests.support.starter import starter_rules
from vcs_desktop.domain.attendance import AttendanceSheet, Helped
from vcs_desktop.domain.kinds import ATTENDANCE
from vcs_desktop.domain.people import Person, Role, Tie
from vcs_desktop.domain.volunteering import Shift, VolunteerRole, WorksWith
from vcs_desktop.ui.widgets.title_list import RowRole

THURSDAY = date(2026, 11, 26)
LAST_THURSDAY = date(2026, 11, 19)
COOK = VolunteerRole(
    name="Kitchen",
    what="Cook a simple lunch.",
    when="Thursdays, 10 to 1",
    where="Church hall",
    contact="Asha",
    is_wanted=True,
    works_with=WorksWith.NOBODY,
    weekday=3,
    starts="10:00",
    ends="13:00",
    people_needed=2,
)


class Rules:
    """The rules of the library that travels with the program."""

    def rulebook(self):
        return starter_rules()


class VolunteersHouse(GroupHouse):
    """A group with three people, a role, two shifts, and a sheet of who helped."""

    def __init__(self, *asked, **more):
        super().__init__(*asked, **more)
        self.facts = Rules()

    def settle(self):
        """Wait for one more answer: an act asks for the list, and that for the card."""
        super().settle()
        super().settle()

    def fill(self):
        """Put into the group what the tests look at."""
        inside = self.inside
        helper = (Role("r", Tie.VOLUNTEER, since=date(2021, 11, 1)),)
        self.asha = inside.people.add(Person(name="Asha Patel", roles=helper))
        self.ben = inside.people.add(Person(name="Ben Li"))
        self.carol = inside.people.add(Person(name="Carol Ńguyen"))
        self.cook = inside.volunteering.add_role(COOK)
        self.shift = inside.rota.add_shift(
            Shift(name="Kitchen", on=THURSDAY, starts="10:00", ends="13:00", needed=2)
        )
        self.over = inside.rota.add_shift(
            Shift(name="Kitchen", on=LAST_THURSDAY, starts="10:00", ends="13:00", needed=1)
        )
        inside.rota.put_on(self.shift, self.asha)
        inside.rota.answer(self.shift, self.asha, True)
        inside.rota.put_on(self.over, self.ben)
        helped = (Helped(self.asha, 640),)
        inside.records.add(
            ATTENDANCE, AttendanceSheet(name="Lunch", on=date(2026, 11, 12), helped=helped)
        )
        return self


def rows_of(part):
    """Return the rows of a part's list, headings too."""
    model = part.titles.list.model()
    return [model.index(row).data(RowRole) for row in range(model.rowCount())]


def titles_of(part):
    """Return what the rows that can be chosen say."""
    return [row.title for row in rows_of(part) if row.id]


def pressed(part, name):
    """Press the button of a part that a screen reader calls so."""
    for each in part.findChildren(QPushButton):
        if each.isVisible() and name in (each.accessibleName(), each.text()):
            each.click()
            return
    raise AssertionError(name)


def pages_of(path):
    """Return the words of each page of a PDF."""
    document = pypdfium2.PdfDocument(path)
    found = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return found
