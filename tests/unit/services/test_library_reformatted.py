"""What says the same in other letters, spaces and order is the same."""

import json

import pytest

from tests.support.library_examples import TODAY, notice, rolling, write_package, write_tree
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.services.library import LibraryService
from vcs_desktop.storage.database import Database


@pytest.fixture
def library(tmp_path):
    database = Database(tmp_path / "library.db")
    write_tree(tmp_path / "starter", rolling("Seeds", practice=True))
    service = LibraryService(database, FixedClock.on(TODAY), tmp_path / "starter")
    service.ensure_ready()
    yield service
    database.close()


def load(library, path):
    (report,) = library.load([path]).files
    return report.added, report.changed, report.unchanged


def turned_round(path):
    """Save a file again with its fields in another order, over many lines."""

    def turned(value):
        if isinstance(value, dict):
            return {key: turned(value[key]) for key in reversed(value)}
        return [turned(one) for one in value] if isinstance(value, list) else value

    again = path.with_name("again.json")
    again.write_text(json.dumps(turned(json.loads(path.read_text())), indent=2))
    return again


def test_a_file_that_was_only_saved_in_another_way_changes_nothing(library, tmp_path):
    write_package(tmp_path / "a.json", notice("roof"), notice("meals"))
    assert load(library, tmp_path / "a.json") == (2, 0, 0)
    assert load(library, turned_round(tmp_path / "a.json")) == (0, 0, 2)
    assert load(library, tmp_path / "a.json") == (0, 0, 2)


def test_it_is_the_same_among_the_messages_of_a_process_too(library, tmp_path):
    first, second = notice("roof"), notice("roof", release="2", on="2026-11-05", title="Roofs")
    write_package(tmp_path / "a.json", first, second)
    assert load(library, tmp_path / "a.json") == (1, 0, 0)
    assert load(library, turned_round(tmp_path / "a.json")) == (0, 0, 1)
    assert len(library.show(first.ocid).releases) == 2
