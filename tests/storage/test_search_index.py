"""Filling the index: in slices, again after a change, and on from where it was cut off."""

import zlib
from threading import Event

import pytest
from sqlalchemy import text

from tests.support.library_examples import call, grant, new_library, put
from vcs_desktop.domain.library import STARTER
from vcs_desktop.storage import search_index
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.queries import search, status


def total(library, words):
    with library.reading() as session:
        return search.ranked(session, words).total


def waiting(library):
    with library.reading() as session:
        return status.waiting_for_index(session)


@pytest.fixture
def small_slices(monkeypatch):
    monkeypatch.setattr(search_index, "SLICE", 2)


def test_a_load_waits_for_the_index_and_is_then_found_by_every_word(library):
    put(library, call("halls", exclusions=["fireworks"]))
    assert (waiting(library), total(library, "firew")) == (1, 0)
    assert search_index.fill(library)
    assert (waiting(library), total(library, "firew")) == (0, 1)


def test_how_far_it_is_is_told_after_every_slice(library, small_slices):
    put(library, *(call(f"halls {number}") for number in range(5)))
    told = []
    search_index.fill(library, tell=told.append)
    assert told == [2, 4, 5]


def test_cut_off_it_goes_on_from_there_when_the_file_is_opened_again(tmp_path, small_slices):
    library = new_library(tmp_path)
    put(library, *(call(f"halls {number}") for number in range(5)))
    stop = Event()
    assert not search_index.fill(library, tell=lambda _: stop.set(), stop=stop)
    library.close()
    again = Database(tmp_path / "library.db")
    assert (waiting(again), total(again, "money")) == (3, 2)
    assert search_index.fill(again)
    assert (waiting(again), total(again, "money")) == (0, 5)
    again.close()


def test_a_changed_record_is_found_by_its_new_words_only(library):
    put(library, call("halls", exclusions=["fireworks"]))
    search_index.fill(library)
    put(library, call("halls", exclusions=["boats"]))
    search_index.fill(library)
    assert (total(library, "fireworks"), total(library, "boats")) == (0, 1)


def test_of_two_origins_only_the_shown_record_is_found(library):
    put(library, call("halls", exclusions=["fireworks"]), origin=STARTER)
    search_index.fill(library)
    put(library, call("halls", exclusions=["boats"]))
    search_index.fill(library)
    assert (total(library, "fireworks"), total(library, "boats")) == (0, 1)


def test_bodies_are_packed_on_the_way_and_read_the_same(library):
    record = grant("roof", description="A roof. " * 200)
    put(library, record)
    search_index.fill(library)
    with library.reading() as session:
        body = session.scalar(text("SELECT body FROM raw"))
        found = search.ranked(session, "roof").results
    assert b"A roof. A roof." in zlib.decompress(body)
    assert len(body) < 500
    assert found[0].title == "roof"


def pieces(library):
    """Return how many pieces the index of titles is in."""
    with library.reading() as session:
        rows = session.execute(text("SELECT DISTINCT segid FROM title_index_idx"))
        return len(rows.all())


def test_a_load_leaves_its_own_piece_of_the_titles_and_they_are_joined_afterwards(library):
    for number in range(6):
        put(library, call(f"halls {number}"))
    assert pieces(library) == 6
    assert found_by_title(library, "halls") == 6
    assert search_index.fill(library)
    assert pieces(library) < 4
    assert found_by_title(library, "halls") == 6


def found_by_title(library, words):
    with library.reading() as session:
        return len(search.newest(session, words))
