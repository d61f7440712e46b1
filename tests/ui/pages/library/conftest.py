"""A laptop with its library page on the screen, an office that publishes, and a stick."""

from functools import partial

import pytest

from tests.support.library_examples import call, grant, put
from tests.support.library_window import LibraryHouse
from tests.support.signed_trees import Office, pack
from vcs_desktop.domain.library import STARTER

MANY = tuple(call(f"grant {number:03}") for number in range(60))


@pytest.fixture
def house(tmp_path, tasks):
    made = LibraryHouse(tmp_path)
    put(made.database, call("came along"), grant("roof"), origin=STARTER)
    yield made
    tasks.stop()
    made.close()


@pytest.fixture
def page(house, tasks, settings, show_page):
    return show_page(house.page(tasks, settings))


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "tree")
    made.publish(*MANY)
    return made


@pytest.fixture
def stick(office, tmp_path):
    return pack(office.folder, tmp_path / "Oxfordshire.vcslibrary")


@pytest.fixture
def wait(qtbot):
    return partial(qtbot.waitUntil, timeout=10_000)


@pytest.fixture
def offered(page, wait):
    def offer(path):
        page.take_files([path])
        wait(page.arrivals.card.isVisible)
        return page.arrivals.card

    return offer


@pytest.fixture
def take(page, offered, wait):
    """Say yes to a library, its digits compared, and wait for what comes of it."""

    def say_yes(path):
        card = offered(path)
        if card.question.isVisible():
            card.question.tick.box.click()
        card.accept_button.click()
        wait(page.message.isVisible)
        return page.message.words.text()

    return say_yes
