"""Two real windows, each on a laptop of one group: what is done in one is seen in the other."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest

from tests.support.fake_service import FakeServer
from tests.support.laptops import ADDRESS
from tests.support.vault_examples import ASHA, BEN, QUICK
from vcs_desktop.app.main import build_window, end
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups import NewGroup
from vcs_desktop.services.two_laptops.joining import NewMember
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.updates.exchanges import Exchanges


class Laptop:
    """A window on a data folder of its own."""

    def __init__(self, place, server, qtbot):
        folder = DataFolder(place)
        folder.make()
        self.parts = Parts(folder, FixedClock.on(date(2026, 11, 23)), server.at)
        self.parts.groups._effort = QUICK
        self.tasks = Tasks()
        settings = SettingsFile(folder.settings_file)
        settings.change(look_when="asked")
        self.window = build_window(self.parts, self.tasks, settings)
        self.session = self.window.findChild(GroupSession)
        self.exchanges = self.window.findChild(Exchanges)
        self._qtbot = qtbot
        self.window.resize(1366, 671)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    @property
    def inside(self):
        return self.parts.space.inside()

    def open(self, opening):
        problems = []
        with self._qtbot.waitSignal(self.session.opened, timeout=30_000):
            self.session.open_with(opening, then=list, otherwise=problems.append)
        assert problems == []

    def get_updates(self):
        """Choose "Get updates" in the menu, and wait until the group's exchange is over."""
        with self._qtbot.waitSignal(self.exchanges.ended, timeout=30_000):
            self.window.menu_bar.get_updates.trigger()

    def close(self):
        self.window.may_close = lambda: True  # nobody is asked for a second way in
        self.window.close()
        end(self.window, self.tasks, self.parts)


@contextmanager
def laptop(place, server, qtbot):
    made = Laptop(place, server, qtbot)
    try:
        yield made
    finally:
        made.close()


@pytest.fixture
def server():
    return FakeServer(FixedClock.on(date(2026, 11, 23)))


@pytest.fixture
def one(tmp_path, server, qtbot):
    """The window in which the group begins, using the service."""
    with laptop(tmp_path / "one", server, qtbot) as made:
        made.open(lambda: made.parts.groups.create(NewGroup("Tea & Talk", ASHA, "Asha")))
        made.inside.laptops.share("Asha's laptop")
        made.inside.laptops.use_service(ADDRESS, server.new_code())
        with qtbot.waitSignal(made.exchanges.ended, timeout=30_000):  # by itself, the first time
            made.session.tell_acted()
        yield made


@pytest.fixture
def other(tmp_path, server, one, qtbot):
    """A second window, let in by the first."""
    with laptop(tmp_path / "other", server, qtbot) as made:
        joining = made.parts.groups.beginnings.joining
        asked = joining.ask(ADDRESS, "".join(one.inside.laptops.invite().code), "Ben's laptop")
        one.inside.laptops.accept(one.inside.laptops.asking()[0].device)
        assert joining.is_let_in(asked)
        with qtbot.waitSignal(made.exchanges.ended, timeout=30_000):
            made.open(lambda: joining.finish(asked, NewMember("Ben", BEN)))
        yield made


def test_an_edit_here_is_seen_on_the_page_in_front_there(one, other, qtbot):
    person = one.inside.people.add(Person(name="Dev"))
    page = other.window.open_place("people")
    one.get_updates()
    other.get_updates()
    qtbot.waitUntil(lambda: page.subtitle.startswith("1 "), timeout=10_000)
    held = other.inside.people.person(person)
    other.inside.people.save(held, replace(held.thing, phone="01865 1"))
    other.get_updates()
    one.get_updates()
    assert one.inside.people.person(person).thing.phone == "01865 1"
    words = one.window.status_bar.exchange.words.text()
    assert words.startswith("Your group: up to date, today at ")

    _what_came_leads_to_the_record(other, person, qtbot)


def _what_came_leads_to_the_record(other, person, qtbot):
    other.window.open_thing("our-group", "laptops")
    part = other.window.page().sections.open("laptops")
    qtbot.waitUntil(part.came.slices.isVisible, timeout=10_000)
    part.came.record_asked.emit("person", person)
    assert other.window.stack.place_id == "people"


def test_a_service_put_back_and_a_laptop_taken_out_are_told_calmly(one, other, server, qtbot):
    old = server.backup()
    one.inside.people.add(Person(name="Dev"))
    one.get_updates()
    server.restore(old)
    one.get_updates()
    assert "put back from a backup" in one.window.notice.words.text()
    one.get_updates()
    assert not one.window.notice.isVisible()
    other.get_updates()
    assert {each.name for each in other.inside.people.people()} == {"Dev"}
    _a_laptop_that_is_taken_out_is_told(one, other, qtbot)


def _a_laptop_that_is_taken_out_is_told(one, other, qtbot):
    out = [each.id for each in one.inside.laptops.laptops() if not each.is_this]
    one.inside.laptops.remove(out)
    other.get_updates()
    notice = other.window.notice
    assert notice.isVisible()
    assert "What is here stays here." in notice.words.text()
    notice.act_button.click()
    assert other.window.stack.place_id == "our-group"
    part = other.window.page().sections.open("laptops")
    qtbot.waitUntil(part.stopped.isVisible, timeout=10_000)
