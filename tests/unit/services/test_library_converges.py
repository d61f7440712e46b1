"""Whichever file comes first, and however often: the library ends up the same."""

import itertools

import pytest
from sqlalchemy import text

from tests.support.library_examples import TODAY, new_library, notice, write_package, write_tree
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.services.library import LibraryService

EVERYTHING = text(
    "SELECT kind, id, title, who, summary, closes_on, amount_max_pence, modified, record.digest, "
    "shown, open_until, award.recipient, group_concat(release.digest ORDER BY release.digest) "
    "FROM record LEFT JOIN award USING (number) LEFT JOIN release USING (number) "
    "GROUP BY record.number ORDER BY kind, id"
)
SUPPLIER = {"id": "1", "title": "Meals", "suppliers": [{"name": "A Kitchen"}]}


def told(release, on, title, *awards, **more):
    message = notice("lunches", release=release, on=on, title=title, **more)
    if awards:
        message.data["awards"] = list(awards)
    return message


MESSAGES = (
    told("1", "2026-11-01", "Lunches"),
    told("2", "2026-11-02", "Lunches and teas", value={"amount": 9_000, "currency": "GBP"}),
    told("3", "2026-11-03", "Lunches and teas", SUPPLIER),
    told("4", "2026-11-04", "Lunches, teas"),
    told("4", "2026-11-04", "Lunches, teas, corrected"),
)


def library_after(folder, *files):
    """Return all that a library holds once it has been given some files, one after the other."""
    write_tree(folder / "starter")
    database = new_library(folder)
    service = LibraryService(database, FixedClock.on(TODAY), folder / "starter")
    service.ensure_ready()
    paths = [
        write_package(folder / f"{place}.json", *messages) for place, messages in enumerate(files)
    ]
    service.load(paths)
    with database.reading() as session:
        held = session.execute(EVERYTHING).all()
    database.close()
    return held


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    return library_after(tmp_path_factory.mktemp("expected"), MESSAGES)


@pytest.mark.parametrize("order", list(itertools.permutations(range(5)))[::8])
def test_files_of_one_message_each_may_come_in_any_order(tmp_path, expected, order):
    assert library_after(tmp_path, *([MESSAGES[place]] for place in order)) == expected


@pytest.mark.parametrize("at", range(1, 5))
def test_two_files_may_come_in_either_order_and_again(tmp_path, expected, at):
    first, second = MESSAGES[:at], MESSAGES[at:]
    assert library_after(tmp_path, second, first, second, first) == expected
