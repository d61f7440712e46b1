"""Real files of real publishers: every row is accounted for, and every trap in them is met."""

from collections import Counter, defaultdict

import pytest

from tests.support.feed_files import REAL_DATA
from vcs_desktop.domain.from_record import awards_of, line_of, search_text_of, thing_of
from vcs_desktop.feeds.ocds.merge import compiled
from vcs_desktop.feeds.reading import Refusal, open_feed
from vcs_desktop.wire.record import Record, canonical

pytestmark = pytest.mark.skipif(not REAL_DATA.exists(), reason="the real feeds are not here")

_PAGE = "contracts_finder/cf_search_100_releases_2025-01-23.json"


def _read(name):
    feed = open_feed(REAL_DATA / name)
    return feed, list(feed.items())


def _processes(items):
    by_ocid = defaultdict(list)
    for release in items:
        by_ocid[release.ocid].append(release)
    return [
        Record("tender", ocid, compiled(releases), releases[-1].date)
        for ocid, releases in by_ocid.items()
    ]


def test_100_releases_of_contracts_finder_are_94_processes():
    feed, items = _read(_PAGE)
    processes = _processes(items)
    assert (feed.format, feed.read, len(processes)) == ("OCDS release package", 100, 94)
    assert not any(isinstance(item, Refusal) for item in items)
    assert Counter(thing_of(process).stage for process in processes) == {
        "award": 57,
        "tender": 34,
        "planning": 3,
    }
    assert sum(len(awards_of(process)) for process in processes) == 57
    for process in processes:
        canonical(process.data)
        line = line_of(process)
        notice = thing_of(process)
        assert line.title == notice.title
        assert line.who == notice.buyer
        assert line.amount_max_pence == notice.value_pence
        assert search_text_of(process)
        assert notice.provenance.source == "Cabinet Office"


def test_no_mojibake_is_left_in_the_page():
    _, items = _read(_PAGE)
    text = "".join(canonical(item.data).decode() for item in items)
    assert "Â£" not in text
    assert "â€" not in text
    assert "£3 million" in text


def test_an_empty_page_with_a_next_page_is_read_as_nothing():
    feed, items = _read("contracts_finder/cf_search_empty_releases_with_next_cursor.json")
    assert (feed.read, items) == (0, [])


def test_the_samples_of_find_a_tender_are_read():
    _, items = _read("find_a_tender/release_package.json")
    (notice,) = map(thing_of, _processes(items))
    assert notice.reserved_for == ("shelteredWorkshop",)
    assert notice.criteria == ("price",)
    _, items = _read("find_a_tender/record_package.json")
    (notice,) = map(thing_of, _processes(items))
    assert len(items) == 2
    assert (notice.title, notice.status) == ("Object 1 sample title", "active")


def test_one_process_through_all_its_stages():
    folder = REAL_DATA / "ocds" / "fictional_example_1.1"
    names = sorted(path.name for path in folder.glob("*-0[1-6]-*.json"))
    items = [item for name in names for item in open_feed(folder / name).items()]
    (process,) = _processes(reversed(items))
    assert thing_of(process).stage == "implementation"
    assert thing_of(process).title == "Planned cycle lane improvements"
    (award,) = awards_of(process)
    assert thing_of(award).recipient == "AnyCorp Cycle Provision"
