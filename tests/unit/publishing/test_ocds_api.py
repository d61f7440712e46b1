"""Contracts are fetched page by page into one file that can be published."""

import json

import pytest

from tests.support import ocds_server
from tests.support.feed_files import REAL_DATA, package
from tests.support.ocds_server import (
    SINCE,
    Slept,
    expected,
    fetched,
    releases,
    serving,
    some_pages,
    without_source,
)
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.feeds.reading import open_feed
from vcs_desktop.publishing.ocds_api import CONTRACTS_FINDER, FIND_A_TENDER, api_called, fetching


def test_every_page_is_fetched_and_what_is_of_one_process_is_one(tmp_path):
    given = some_pages(4)
    told = []
    with serving(*given) as server:
        done = fetched(server, tmp_path, tell=told.append)
        assert server.asked == [0, 1, 2, 3]
        assert server.queries[0] == {"publishedFrom": ["2026-11-01T00:00:00"]}
    assert (done.pages, done.releases, done.processes, done.not_usable) == (4, 12, 5, 0)
    assert done.ended_early == ""
    assert without_source(releases(done.path)) == expected(given)
    assert told[-1] == "Page 4: 12 notices so far."
    assert [each.name for each in tmp_path.iterdir()] == ["the-service-since-2026-11-01.json"]


def test_the_file_says_whose_the_contracts_are(tmp_path):
    with serving(*some_pages(1)) as server:
        data = next(iter(releases(fetched(server, tmp_path).path).values()))
    assert data["source"] == "Example Council"
    assert data["licence"] == "Open Government Licence v3.0"


def test_the_same_pages_give_the_same_bytes(tmp_path):
    with serving(*some_pages(3)) as server:
        one = fetched(server, tmp_path / "a").path.read_bytes()
        assert fetched(server, tmp_path / "b").path.read_bytes() == one


def test_an_empty_page_with_a_next_one_is_not_the_end(tmp_path):
    given = some_pages(2)
    with serving(given[0], package(), package(), given[1]) as server:
        done = fetched(server, tmp_path)
    assert (done.pages, done.releases, done.ended_early) == (4, 6, "")


def test_nothing_at_all_is_an_empty_file_that_can_be_published(tmp_path):
    with serving(package()) as server:
        done = fetched(server, tmp_path)
    assert done.processes == 0
    assert list(open_feed(done.path).items()) == []


def real(*names):
    folder = REAL_DATA.joinpath(*names[:-1])
    if not folder.is_dir():
        pytest.skip("the real pages are not here")
    return json.loads(folder.joinpath(names[-1]).read_text("utf-8-sig"))


def test_the_real_pages_of_contracts_finder_are_fetched_to_their_end(tmp_path):
    given = [
        real("contracts_finder", name)
        for name in (
            "cf_search_100_releases_2025-01-23.json",
            "cf_search_empty_releases_with_next_cursor.json",
            "cf_search_1_release_with_next_cursor.json",
        )
    ]
    with serving(*given) as server:
        server.faults[1] = [ocds_server.status(429, Retry_After="7"), ocds_server.cut_off]
        slept = Slept()
        done = fetched(server, tmp_path, sleep=slept)
        assert server.asked == [0, 1, 1, 1, 2]
    assert (done.pages, done.releases, done.not_usable) == (3, 101, 0)
    assert done.processes == len(expected(given)) == len(releases(done.path))
    assert slept.seconds == 7 + fetching.FIRST_WAIT_S


def test_the_real_page_of_find_a_tender_is_fetched(tmp_path):
    given = real("find_a_tender", "release_package.json")
    with serving(given) as server:
        done = fetched(server, tmp_path)
    assert releases(done.path).keys() == expected([given]).keys()


def test_the_first_pages_of_the_known_services_are_as_they_document_them():
    assert CONTRACTS_FINDER.first_page(SINCE) == (
        "https://www.contractsfinder.service.gov.uk/Published/Notices/OCDS/Search"
        "?publishedFrom=2026-11-01T00:00:00&limit=100"
    )
    assert FIND_A_TENDER.first_page(SINCE) == (
        "https://www.find-tender.service.gov.uk/api/1.0/ocdsReleasePackages"
        "?updatedFrom=2026-11-01T00:00:00&limit=100"
    )


def test_a_service_is_named_or_given_by_its_address():
    assert api_called(" Contracts-Finder ") is CONTRACTS_FINDER
    assert api_called("find-a-tender") is FIND_A_TENDER
    own = api_called("https://data.example.org/ocds?from={since}")
    assert own.file == "data-example-org-2c2b4737"
    assert api_called("https://data.example.org/other?from={since}").file != own.file
    assert own.first_page(SINCE) == "https://data.example.org/ocds?from=2026-11-01T00:00:00"


@pytest.mark.parametrize(
    "said",
    [
        "contracts finder",
        "",
        "ftp://example.org/a",
        "http://example.org/a",
        "https://me:word@example.org/",
        "https://",
        "https://[",
        "https://exämple.org/",
        "https://example.org/a b",
        "https://example.org:99999/",
        "file:///etc/hostname",
        f"https://example.org/{'x' * 2000}",
    ],
)
def test_what_is_no_service_and_no_safe_address_is_refused(said):
    with pytest.raises(CannotUseInput) as caught:
        api_called(said)
    assert "contracts-finder, find-a-tender" in caught.value.advice
