"""Meetings of a real group, and what tests do with the page that shows them."""

from dataclasses import replace

from vcs_desktop.domain.people import Interest, Person, Role, Tie
from vcs_desktop.services.choices import Choices
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
        return [type("Line", (), {"id": id_, "title": title}) for each in ids if each == id_]


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
