import json
from datetime import UTC, date, datetime
from errno import ENOSPC, EROFS

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.vault_examples import TEA, service
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.errors import DiskFull, FolderNotWritable
from vcs_desktop.core.group_errors import Locked
from vcs_desktop.services.choices import LOOKED_AT_LIMIT, Choices, ChoicesService
from vcs_desktop.services.desk import DeskService

CLOCK = FixedClock.on(date(2026, 11, 23))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "choices.json"


@pytest.fixture
def choices(path):
    return ChoicesService(path, CLOCK)


def again(path):
    """What another start of the app would find."""
    return ChoicesService(path, CLOCK).all()


def test_those_of_an_open_group_lie_on_its_desk_and_nowhere_else(tmp_path):
    with service(tmp_path / "groups").create(TEA) as group:
        choices = ChoicesService(DeskService(group), CLOCK)
        choices.keep("grant/1")
        choices.hide("grant/2", "Too far")
        again = ChoicesService(DeskService(group), CLOCK)
        assert again.all() == choices.all()
        assert again.all().kept == ("grant/1",)
    with pytest.raises(Locked):
        choices.keep("grant/3")
    assert [file.name for file in tmp_path.iterdir()] == ["groups"]


def test_on_the_first_day_nothing_has_been_chosen(choices, path):
    assert choices.all() == Choices()
    assert not path.exists()


def test_what_is_kept_is_still_kept_after_a_restart(choices, path):
    choices.keep("a")
    choices.keep("b")
    assert again(path).kept == ("a", "b")


def test_keeping_twice_is_keeping_once(choices):
    choices.keep("a")
    assert choices.keep("a").kept == ("a",)


def test_something_hidden_remembers_why_and_when(choices, path):
    choices.hide("a", "  Too much work ")
    hidden = again(path).hidden["a"]
    assert hidden.because == "Too much work"
    assert hidden.at == datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_undo_is_the_opposite_call(choices, path):
    choices.keep("k")
    before = choices.all()
    choices.keep("a")
    choices.unkeep("a")
    choices.hide("a", "Not for us")
    choices.unhide("a")
    choices.put_on_sheet("a")
    choices.take_off_sheet("a")
    assert choices.all() == before == again(path)


def test_the_sheet_keeps_the_order_in_which_things_were_put_on_it(choices, path):
    for each in ("c", "a", "b", "a"):
        choices.put_on_sheet(each)
    assert again(path).on_sheet == ("c", "a", "b")


def test_a_cleared_sheet_can_be_put_back_in_its_order(choices):
    for each in ("c", "a", "b"):
        choices.put_on_sheet(each)
    before = choices.all().on_sheet
    assert choices.set_sheet(()).on_sheet == ()
    assert choices.set_sheet(before).on_sheet == before


def test_the_sheet_of_facts_is_another_list_and_can_be_put_back(choices, path):
    for each in ("c", "a", "b", "a"):
        choices.put_on_fact_sheet(each)
    choices.put_on_sheet("grant")
    assert again(path).on_fact_sheet == ("c", "a", "b")
    before = choices.take_off_fact_sheet("a").on_fact_sheet
    assert choices.set_fact_sheet(()).on_fact_sheet == ()
    assert choices.set_fact_sheet(before).on_fact_sheet == ("c", "b")
    assert again(path).on_sheet == ("grant",)


def test_what_was_looked_at_last_comes_first_and_old_looks_are_forgotten(choices):
    for number in range(LOOKED_AT_LIMIT + 3):
        choices.look_at(str(number))
    choices.look_at("5")
    looked_at = choices.all().looked_at
    assert looked_at[0] == "5"
    assert len(looked_at) == LOOKED_AT_LIMIT
    assert "0" not in looked_at


def test_a_visit_returns_what_the_one_before_it_left(path):
    first = ChoicesService(path, CLOCK).begin_visit(newest_number=40)
    assert (first.visited_at, first.seen_up_to) == (None, 0)
    later = ChoicesService(path, FixedClock.on(date(2026, 11, 25))).begin_visit(newest_number=52)
    assert (later.visited_at, later.seen_up_to) == (CLOCK.now(), 40)
    assert again(path).seen_up_to == 52


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"\xff\xfe",
        b"[]",
        b'{"kept": "a"}',
        b'{"kept": [1]}',
        b'{"hidden": []}',
        b'{"on_fact_sheet": [2]}',
        b'{"hidden": {"a": "why"}}',
        b'{"hidden": {"a": {"because": "x"}}}',
        b'{"visited_at": "never"}',
        b'{"seen_up_to": "many"}',
    ],
)
def test_a_damaged_file_is_put_aside_and_does_not_stop_the_app(path, content):
    path.write_bytes(content)
    choices = ChoicesService(path, CLOCK)
    assert choices.all() == Choices()
    aside = [each for each in path.parent.iterdir() if "damaged" in each.name]
    assert [each.read_bytes() for each in aside] == [content]
    choices.keep("a")
    assert again(path).kept == ("a",)


def test_a_folder_in_place_of_the_file_does_not_stop_the_app(path):
    path.mkdir()
    assert ChoicesService(path, CLOCK).all() == Choices()


def test_a_moment_without_a_zone_is_read_as_utc(path):
    path.write_text(json.dumps({"visited_at": "2026-11-20T10:00:00"}))
    assert again(path).visited_at == datetime(2026, 11, 20, 10, tzinfo=UTC)


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["keep", "unkeep", "put_on_sheet", "take_off_sheet", "look_at", "unhide"]),
        st.sampled_from(["a", "b", "c"]),
    ),
    max_size=20,
)


@given(ACTS)
def test_the_file_always_holds_what_the_service_says(tmp_path_factory, acts):
    path = tmp_path_factory.mktemp("choices") / "choices.json"
    choices = ChoicesService(path, CLOCK)
    for name, record_id in acts:
        getattr(choices, name)(record_id)
    assert again(path) == choices.all()


@pytest.mark.parametrize(("number", "said"), [(EROFS, FolderNotWritable), (ENOSPC, DiskFull)])
def test_what_cannot_be_written_down_is_refused_with_the_reason_and_nothing_changes(
    choices, monkeypatch, number, said
):
    choices.keep("a")

    def refuse(*_):
        raise OSError(number, "refused")

    monkeypatch.setattr("vcs_desktop.services.kept_file.write_json", refuse)
    with pytest.raises(said):
        choices.keep("b")
    assert choices.all().kept == ("a",)
