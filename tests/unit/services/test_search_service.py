"""Searching while a person types: quick first, then ranked, and cut short when they type on."""

import threading

import pytest

from tests.support.library_examples import TODAY, call, contract, new_library, put
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.errors import Stopped
from vcs_desktop.services.search import SearchService
from vcs_desktop.storage import search_index
from vcs_desktop.storage.queries import search as search_queries


@pytest.fixture
def library(tmp_path):
    database = new_library(tmp_path)
    put(database, call("Halls", grantShortDescription="For lunch clubs."), contract("Lunches"))
    search_index.fill(database)
    yield database
    database.close()


def test_the_first_answer_is_by_title_and_the_ranked_one_by_everything(library):
    service = SearchService(library, FixedClock.on(TODAY))
    assert [line.title for line in service.first("lunch")] == ["Lunches"]
    page = service.ranked("lunch")
    assert (page.total, [line.title for line in page.results]) == (2, ["Lunches", "Halls"])
    assert "lunch clubs" in page.results[1].why


def test_the_ranked_answer_is_narrowed_and_cut(library):
    service = SearchService(library, FixedClock.on(TODAY))
    assert service.ranked("lunch", kinds=["tender"]).total == 1
    assert service.ranked("lunch", open_on=TODAY).total == 2
    assert len(service.ranked("lunch", limit=1).results) == 1
    assert len(service.first("l", limit=1)) == 1


def test_it_says_when_no_record_has_all_the_words(library):
    service = SearchService(library, FixedClock.on(TODAY))
    assert service.ranked("lunch halls").has_all
    assert not service.ranked("lunch zebras").has_all


def test_some_records_are_looked_up_in_the_order_asked(library):
    service = SearchService(library, FixedClock.on(TODAY))
    ids = [line.id for line in service.first("l")]
    ids = [*ids, *(line.id for line in service.first("h")), "gone"]
    assert [line.title for line in service.lines(ids[::-1])] == ["Halls", "Lunches"]


def test_it_says_what_day_it_is(library):
    assert SearchService(library, FixedClock.on(TODAY)).today() == TODAY


def test_an_answer_is_cut_short_when_the_person_types_on(library, monkeypatch):
    service = SearchService(library, FixedClock.on(TODAY))
    asked = threading.Event()

    def slow(session, *_args, **_options):
        asked.set()
        session.connection().exec_driver_sql(
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT sum(x) FROM n"
        ).all()

    def type_on():
        asked.wait()
        while not done.is_set():
            service.interrupt()

    monkeypatch.setattr(search_queries, "ranked", slow)
    done = threading.Event()
    typing = threading.Thread(target=type_on)
    typing.start()
    try:
        with pytest.raises(Stopped):
            service.ranked("lunch")
    finally:
        done.set()
        typing.join()
    assert service.first("lunch")
