"""The steps of a group on two laptops: invited, joined, edited apart, and together again.

The service between them is the real one, on this computer, with a database of its own.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final

from vcs_desktop.app.parts import Parts
from vcs_desktop.app.tour.camera import Camera, TourStuck
from vcs_desktop.core.clock import Clock
from vcs_desktop.core.ids import Ids
from vcs_desktop.domain.kinds import ANSWER
from vcs_desktop.services.groups.lines import NewGroup
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.pages.applications.page import ApplicationsPage
from vcs_desktop.ui.pages.groups.page import JOIN, GroupsPage
from vcs_desktop.ui.pages.our_group.laptops_part import LaptopsPart
from vcs_desktop.ui.pages.our_group.page import LAPTOPS, OurGroupPage

if TYPE_CHECKING:
    from vcs_desktop.server.running import Service

GROUP: Final = "Wolvercote Warm Hub (practice)"
APPLICATION: Final = "Warm room for winter (practice)"
_FIRST_WORDS: Final = "lantern gravel whisper orchid"
_SECOND_WORDS: Final = "button meadow velvet anchor"
_FIRST, _SECOND = "Laptop of Maya", "Office laptop"
_OF_FIRST: Final = "We open the hall on Mondays from 10 to 3, with soup and somebody to talk to."
_OF_SECOND: Final = "About 30 people come. Most live alone, and the bus stops at the door."


@contextmanager
def service_between(folder: Path, clock: Clock) -> Iterator[tuple[str, str]]:
    """Yield the address of a service and a code for one group; it has ended afterwards.

    Raises:
        ImportError: what a service needs is not installed here.
    """
    from vcs_desktop.server import doors, officers
    from vcs_desktop.server.database import ServiceDatabase
    from vcs_desktop.server.house import Settings
    from vcs_desktop.server.running import Service

    database = ServiceDatabase(f"sqlite:///{folder / 'service.db'}")
    lane = Tasks()
    try:
        database.make_ready()
        with database.writing() as connection:
            doors.begin_era(connection, Ids(clock), clock.now())
            code = officers.invite_group(connection, clock.now())[0]
        service = Service(database, Settings("A service (practice)"), clock=clock)
        _begin(service, lane)
        try:
            yield service.address, code
        finally:
            service.stop()
    finally:
        lane.stop()
        database.close()


def _begin(service: "Service", lane: Tasks) -> None:
    started = Event()
    lane.run(partial(service.run, started.set), then=_leave_be, otherwise=_leave_be, lane="work")
    if not started.wait(_LONGEST_START_S):
        raise TourStuck("the service")


_LONGEST_START_S: Final = 20


class TwoLaptopsSteps:
    """What two people of one group do, each at a camera; ``at`` are the address and the code."""

    def __init__(
        self, first: tuple[Camera, Parts], second: tuple[Camera, Parts], at: tuple[str, str]
    ) -> None:
        self._first, self._first_parts = first
        self._second, self._second_parts = second
        self._address, self._code = at

    def walk(self) -> None:
        """Invite, join, write the same application apart, and find everything on both."""
        application = self._begin_group()
        part = self._make_code()
        letters = part.adding.code.letters.text()
        self._ask(letters)
        self._compare(part)
        self._open_on_second()
        self._write_apart(application)
        self._meet(application)

    def _begin_group(self) -> str:
        """Begin a group with an application on the first laptop; return the application's id."""
        session = _session(self._first)
        new = NewGroup(GROUP, _FIRST_WORDS, "Maya")
        session.open_with(
            lambda: self._first_parts.groups.create(new), then=_nothing, otherwise=_stuck
        )
        self._first.until(lambda: session.is_open, "a group")
        return self._first_parts.space.inside().applications.start_with((), name=APPLICATION)

    def _make_code(self) -> LaptopsPart:
        part = _laptops(self._first)
        self._first.picture("two-laptops-alone")
        part.add_button.click()
        self._first.rest()
        self._first.picture("two-laptops-what-happens")
        adding = part.adding
        adding.what.service_button.click()
        adding.service.address.box.setText(self._address)
        adding.service.code.box.setText(self._code)
        adding.service.name.box.setText(_FIRST)
        self._first.rest()
        self._first.picture("two-laptops-service")
        adding.service.go_button.click()
        self._first.until(adding.code.isVisible, "a code")
        self._first.picture("two-laptops-code")
        return part

    def _ask(self, letters: str) -> None:
        page = _groups(self._second)
        page.show_thing(JOIN)
        ask = page.views.join.ask
        ask.address.box.setText(self._address)
        ask.code.box.setText(letters)
        ask.name.box.setText(_SECOND)
        self._second.rest()
        self._second.picture("two-laptops-join")
        page.views.join.next_button.click()
        self._second.until(page.views.join.four_words.isVisible, "four words")
        self._second.picture("two-laptops-four-words")

    def _compare(self, part: LaptopsPart) -> None:
        compare = part.adding.compare
        self._first.until(compare.isVisible, "who asks")
        self._first.picture("two-laptops-compare")
        there = _groups(self._second).views.join.four_words.words.text()
        if compare.words.text() != there:
            raise TourStuck("the four words")
        compare.same_button.click()
        self._first.until(part.adding.isHidden, "the other laptop")
        self._first.rest()
        self._first.picture("two-laptops-let-in")

    def _open_on_second(self) -> None:
        join = _groups(self._second).views.join
        self._second.until(join.you.isVisible, "being let in")
        join.you.field.box.setText("Sam")
        join.next_button.click()
        own = join.words.choose
        own.own_option.button.click()
        own.own_field.box.setText(_SECOND_WORDS)
        self._second.rest()
        self._second.picture("two-laptops-own-words")
        join.next_button.click()
        self._second.until(join.once_more.isVisible, "once more")
        join.once_more.once_more.field.box.setText(_SECOND_WORDS)
        join.next_button.click()
        self._second.until(join.way_back.isVisible, "a way back")
        join.way_back.flow.later_button.click()
        self._second.until(join.last.isVisible, "the last step")
        join.next_button.click()
        session = _session(self._second)
        self._second.until(lambda: session.is_open, "the group on the second laptop")
        inside = self._second_parts.space.inside()
        self._second.until(lambda: bool(inside.applications.lines()), "its records")
        self._second.rest()
        self._second.picture("two-laptops-home-of-second")

    def _write_apart(self, application: str) -> None:
        """Write one answer here and another there, while neither knows of the other."""
        for camera, parts, number, words, name in (
            (self._first, self._first_parts, 0, _OF_FIRST, "first"),
            (self._second, self._second_parts, 1, _OF_SECOND, "second"),
        ):
            service = parts.space.inside().applications
            held = service.opened(application).answers[number]
            service.save_answer(held, replace(held.thing, text=words))
            _session(camera).tell_acted()
            _show(camera, ANSWER, held.thing.id)
            camera.picture(f"two-laptops-apart-{name}")

    def _meet(self, application: str) -> None:
        """Press F5 on one, on the other, and once more on the first: both have everything."""
        for camera in (self._first, self._second, self._first):
            camera.window.menu_bar.get_updates.trigger()
            camera.rest()
        for camera, parts, name in (
            (self._first, self._first_parts, "first"),
            (self._second, self._second_parts, "second"),
        ):
            answers = parts.space.inside().applications.opened(application).answers[:2]
            if [each.thing.text for each in answers] != [_OF_FIRST, _OF_SECOND]:
                raise TourStuck(f"the answers of the {name} laptop")
            _show(camera, ANSWER, answers[0 if camera is self._second else 1].thing.id)
            camera.picture(f"two-laptops-together-{name}")
        part = _laptops(self._first)
        self._first.until(part.came.slices.isVisible, "what came")
        page = self._first.window.page()
        page.bring_to_top(part.came)
        self._first.rest()
        self._first.picture("two-laptops-what-came")


def _session(camera: Camera) -> GroupSession:
    session = camera.window.findChild(GroupSession)
    if not isinstance(session, GroupSession):
        raise TourStuck("no place for a group")
    return session


def _laptops(camera: Camera) -> LaptopsPart:
    page = camera.open("our-group")
    if not isinstance(page, OurGroupPage):
        raise TourStuck("no page of our group")
    part = page.sections.open(LAPTOPS)
    if not isinstance(part, LaptopsPart):
        raise TourStuck("no laptops")
    camera.rest()
    return part


def _groups(camera: Camera) -> GroupsPage:
    page = camera.window.page()
    if not isinstance(page, GroupsPage):
        page = camera.open("groups")
    if not isinstance(page, GroupsPage):
        raise TourStuck("no page of groups")
    return page


def _show(camera: Camera, kind: str, record_id: str) -> None:
    page = camera.open("applications")
    if not isinstance(page, ApplicationsPage):
        raise TourStuck("no page of applications")
    page.show_record(kind, record_id)
    camera.rest()


def _nothing() -> None:
    """Be done."""


def _stuck(error: Exception) -> None:
    raise error


def _leave_be(_outcome: object) -> None:
    """Do nothing: what went wrong is in the log, and the steps do not come to their end."""
