"""Meetings of a real group, and what tests do with the page that shows them."""

from dataclasses import replace

from PySide6.QtCore import Qt

from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.opportunities import RecordLine
from vcs_desktop.domain.people import Interest, Person, Role, Tie
from vcs_desktop.services.choices import Choices
from vcs_desktop.services.search import SearchPage
from vcs_desktop.ui.pages.meetings.page import MeetingsPage
from vcs_desktop.ui.widgets.title_list import RowRole

COMMITTEE = (Role("r", Tie.COMMITTEE, "Chair"),)


class OneKept:
    """A library in which one grant was kept."""

    grant = ("grant/1", "Lunch grant")

    def all(self):
        return Choices(kept=self.grant[:1])

    def lines(self, ids):
        id_, title = self.grant
        return [RecordLine(id_, Kind.FUNDING_CALL, title) for each in ids if each == id_]

    def ranked(self, words, *, kinds=(), limit=20):
        return SearchPage(0, ())


class Library:
    """A library that finds grants and contracts by what they are called."""

    def __init__(self):
        self.titles = {
            "call/1": "Kept meals",
            "tender/1": "Meals at schools",
            "call/2": "Paint for halls",
        }

    def all(self):
        return Choices(kept=("call/1",))

    def lines(self, ids):
        return [self._line(id_) for id_ in ids]

    def ranked(self, words, *, kinds=(), limit=20):
        found = [id_ for id_, title in self.titles.items() if words.casefold() in title.casefold()]
        return SearchPage(len(found), tuple(map(self._line, found)))

    def _line(self, id_):
        kind = Kind.TENDER if id_.startswith("tender") else Kind.FUNDING_CALL
        return RecordLine(id_, kind, self.titles[id_])


def find(qtbot, field, letters):
    """Type a few letters of a name into a field, and take the first that matches."""
    field.box.setFocus()
    field.box.clear()
    qtbot.keyClicks(field.box, letters)
    qtbot.keyClick(field.box, Qt.Key.Key_Return)


def three_people(house):
    """Add three people of the committee, of whom the first has declared an interest."""
    interest = Interest("i", "Her son owns the hall")
    return [
        house.inside.people.add(Person(name=name, roles=COMMITTEE, interests=some))
        for name, some in (("Asha", (interest,)), ("Ben", ()), ("Cleo", ()))
    ]


def page_opener(house, tasks, show, qtbot):
    """Return what shows the page, and waits until its first list is there."""
    house.choices = house.search = OneKept()

    def open_one(width=1150, height=700):
        page = show(MeetingsPage(house, tasks, house.session), width, height)
        with qtbot.waitSignal(page.ready):
            page.shown()
        house.settle()
        return page

    return open_one


def put(house, **told):
    """Keep a meeting that says this."""
    meetings = house.inside.meetings
    held = meetings.meeting(meetings.add())
    return meetings.save(held, replace(held.thing, **told)).record.id


def kept(house, meeting_id):
    return house.inside.meetings.meeting(meeting_id).thing


def form_of(page, qtbot, meeting_id, part=""):
    page.view.open(meeting_id)
    qtbot.waitUntil(lambda: page.view.form is not None and page.view.form.meeting_id == meeting_id)
    if part:
        page.view.form.open_part(part)
    return page.view.form


def rows(page):
    model = page.view.titles.list.model()
    return [model.index(row).data(RowRole).title for row in range(model.rowCount())]
