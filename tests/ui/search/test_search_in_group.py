"""The search over an open group's own records, and that it knows nothing when that is locked."""

import pytest

from tests.support.search_window import rows, titles, told, wait_for_best
from tests.support.vault_examples import TEA, service
from vcs_desktop.domain.people import Person


@pytest.fixture
def group(house, window, tmp_path):
    """Open a group with two people, as the window does."""
    inside = house.space.take(service(tmp_path / "groups", house.clock).create(TEA))
    inside.people.add(Person(name="Meera Hall", notes="Brings the tea urn"))
    inside.people.add(Person(name="Ben Okafor", skills=("first aid",)))
    window.offer("group", is_open=True)
    return inside


def found(window, call, qtbot, words):
    call(words)
    wait_for_best(window, qtbot)
    return rows(window)


def test_people_of_the_open_group_are_found_before_what_is_in_the_library(
    window, call, qtbot, group
):
    answer = found(window, call, qtbot, "hall")
    assert ("Person", "Meera Hall") in answer
    assert answer.index(("Person", "Meera Hall")) < answer.index(("Grant", "old hall"))


def test_a_person_is_found_by_what_is_said_of_them_and_it_says_why(window, call, qtbot, group):
    found(window, call, qtbot, "urn")
    (row,) = [row for row in window.finder.panel.model.rows if row.kind == "Person"]
    assert (row.title, row.note, row.why) == (
        "Meera Hall", "In your group", "Brings the tea urn",
    )  # fmt: skip


def test_opening_a_person_leads_to_the_people(window, call, qtbot, group):
    found(window, call, qtbot, "okafor")
    window.finder.open_chosen()
    assert window.stack.place_id == "people"


def test_locked_the_group_has_nothing_to_find(window, call, qtbot, group, house):
    house.space.lock()
    window.offer("group", is_open=False)
    found(window, call, qtbot, "okafor")
    assert titles(window) == []
    assert told(window).startswith("Nothing has these words")


def test_a_page_of_the_group_is_offered_while_it_is_open(window, call, qtbot, group):
    assert ("Page", "People") in found(window, call, qtbot, "people")


def test_without_a_group_its_pages_are_not_offered(window, call, qtbot):
    assert ("Page", "People") not in found(window, call, qtbot, "people")


def test_nobody_stays_in_the_list_of_the_search_when_it_is_left(window, call, qtbot, group):
    found(window, call, qtbot, "okafor")
    assert "Ben Okafor" in titles(window)
    window.top_bar.search.left.emit()  # what locking says too
    assert window.finder.panel.model.rows == ()
