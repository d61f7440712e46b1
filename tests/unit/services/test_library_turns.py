"""Two loads at the same time: the second waits for its turn, and can be stopped while it waits."""

from contextlib import contextmanager
from threading import Event

import pytest

from tests.support.library_examples import TODAY, new_library, notice, write_package, write_tree
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.errors import Busy
from vcs_desktop.services.library import LibraryService


@pytest.fixture
def database(tmp_path):
    made = new_library(tmp_path)
    yield made
    made.close()


@pytest.fixture
def library(tmp_path, database):
    write_tree(tmp_path / "starter")
    service = LibraryService(database, FixedClock.on(TODAY), tmp_path / "starter")
    service.ensure_ready()
    return service


@pytest.fixture
def taken(database, monkeypatch):
    """Return a function that lets another load have the next few turns."""
    writing = database.writing
    turns = []

    @contextmanager
    def write(**how):
        if turns:
            turns.pop()
            raise Busy
        with writing(**how) as session:
            yield session

    monkeypatch.setattr(database, "writing", write)
    return lambda times: turns.extend([None] * times)


def test_a_load_waits_for_another_and_then_takes_in_its_file(tmp_path, library, taken):
    taken(3)
    told = []
    page = write_package(tmp_path / "page.json", notice("lunches"))
    report = library.load([page], tell=lambda words, *_: told.append(words))
    assert [file.added for file in report.files] == [1]
    assert "Waiting for another load to end" in told
    assert library.status().waiting_for_index == 0


def test_a_load_can_be_stopped_while_it_waits(tmp_path, library, taken):
    taken(1_000)
    stop = Event()
    page = write_package(tmp_path / "page.json", notice("lunches"))
    report = library.load([page], tell=lambda *_: stop.set(), stop=stop)
    assert report.stopped
    assert report.files == ()


def test_words_are_made_findable_once_the_other_load_has_ended(tmp_path, library, taken):
    library.take_in([write_package(tmp_path / "page.json", notice("lunches"))])
    taken(2)
    assert library.finish_index()
    assert library.status().waiting_for_index == 0
