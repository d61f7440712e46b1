"""What a person loaded is listed by its file, looked at before it is added, and goes again."""

import json
import os
import sys
from dataclasses import replace
from datetime import date, timedelta
from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from tests.support.arriving import Laptop
from tests.support.library_examples import TODAY, call, notice, put, write_package
from tests.support.signed_trees import DIGITS, LINE, Office
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.errors import DiskFull, Stopped
from vcs_desktop.domain.library import STARTER, THIS_COMPUTER
from vcs_desktop.services.library import EARLIER


@pytest.fixture
def laptop(tmp_path):
    made = Laptop(tmp_path / "data")
    yield made
    made.close()


def csv(path, *names):
    lines = ["grantName,applicationUrl", *(f"{name},https://example.org/{name}" for name in names)]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def files(laptop):
    return {one.name: one for one in laptop.library.holdings().files}


def titles(laptop):
    return sorted(data.get("grantName", "") for _, _, _, data in laptop.lines(THIS_COMPUTER))


def test_what_came_and_went_is_told_though_the_index_has_to_wait(laptop, tmp_path, monkeypatch):
    def full(*_what, **_more):
        raise DiskFull

    with monkeypatch.context() as patched:
        patched.setattr("vcs_desktop.storage.search_index.fill", full)
        report = laptop.library.load([csv(tmp_path / "a.csv", "halls", "seeds")])
        assert (report.files[0].added, report.stopped) == (2, False)
        laptop.library.load([csv(tmp_path / "b.csv", "choir")])
        assert laptop.library.remove_loaded(files(laptop)["b.csv"].number) == 1
    assert titles(laptop) == ["halls", "seeds"]
    assert laptop.library.finish_index()
    assert laptop.search.ranked("halls").total == 1


def test_what_was_loaded_is_listed_with_its_day_and_what_it_held(laptop, tmp_path):
    laptop.library.load([csv(tmp_path / "a.csv", "halls", "seeds")])
    one = files(laptop)["a.csv"]
    assert (one.loaded_on, one.counts) == (TODAY, {"funding_call": 2})
    assert one.format
    held = laptop.library.holdings()
    assert [(each.name, each.counts) for each in held.origins] == [
        (THIS_COMPUTER, {"funding_call": 2})
    ]
    assert held.size_bytes > 0


def test_a_file_that_held_nothing_of_use_is_not_listed(laptop, tmp_path):
    (tmp_path / "letter.txt").write_text("Dear Sir", "utf-8")
    laptop.library.load([tmp_path / "letter.txt"])
    assert laptop.library.holdings().files == ()


def test_what_came_from_a_file_goes_and_its_words_are_found_no_more(laptop, tmp_path):
    laptop.library.load([csv(tmp_path / "a.csv", "halls"), csv(tmp_path / "b.csv", "seeds")])
    assert laptop.library.remove_loaded(files(laptop)["a.csv"].number) == 1
    assert titles(laptop) == ["seeds"]
    assert laptop.found("halls") == []
    assert list(files(laptop)) == ["b.csv"]


def test_what_another_file_told_of_too_stays(laptop, tmp_path):
    laptop.library.load([csv(tmp_path / "a.csv", "halls", "both")])
    laptop.library.load([csv(tmp_path / "b.csv", "both", "seeds")])
    assert laptop.library.remove_loaded(files(laptop)["a.csv"].number) == 1
    assert titles(laptop) == ["both", "seeds"]
    assert laptop.library.remove_loaded(files(laptop)["b.csv"].number) == 2
    assert titles(laptop) == []
    assert laptop.library.holdings().origins == ()


def test_the_same_file_again_is_the_same_file(laptop, tmp_path):
    laptop.library.load([csv(tmp_path / "a.csv", "halls")])
    laptop.clock = laptop.library._clock = FixedClock.on(TODAY + timedelta(days=3))
    laptop.library.load([csv(tmp_path / "a.csv", "halls", "seeds")])
    assert list(files(laptop)) == ["a.csv"]
    assert files(laptop)["a.csv"].loaded_on == date(2026, 11, 25)
    assert laptop.library.remove_loaded(files(laptop)["a.csv"].number) == 2


def test_two_files_of_one_name_in_two_folders_are_two(laptop, tmp_path):
    for folder, names in (("old", ["halls", "both"]), ("new", ["both", "seeds"])):
        (tmp_path / folder).mkdir()
        laptop.library.load([csv(tmp_path / folder / "a.csv", *names)])
    listed = {one.folder: one for one in laptop.library.holdings().files}
    assert {(one.name, one.folder) for one in listed.values()} == {
        ("a.csv", "old"),
        ("a.csv", "new"),
    }
    assert laptop.library.remove_loaded(listed["old"].number) == 1
    assert titles(laptop) == ["both", "seeds"]
    assert [one.folder for one in laptop.library.holdings().files] == ["new"]


def test_two_folders_of_one_name_are_two_and_the_way_to_them_is_not_kept(laptop, tmp_path):
    for above in ("one", "two"):
        folder = tmp_path / above / "papers"
        folder.mkdir(parents=True)
        laptop.library.load([csv(folder / "a.csv", above)])
    assert [(one.name, one.folder) for one in laptop.library.holdings().files] == [
        ("a.csv", "papers"), ("a.csv", "papers")
    ]  # fmt: skip
    assert str(tmp_path).encode() not in laptop.database.path.read_bytes()


def test_a_file_from_before_folders_were_told_apart_is_the_first_of_its_name(laptop, tmp_path):
    laptop.library.load([csv(tmp_path / "a.csv", "halls")])
    with laptop.database.writing() as session:
        session.execute(text("UPDATE loaded_file SET name = 'a.csv'"))
    assert [(one.name, one.folder) for one in laptop.library.holdings().files] == [("a.csv", "")]
    laptop.library.load([csv(tmp_path / "a.csv", "halls", "seeds")])
    (one,) = laptop.library.holdings().files
    assert (one.name, one.folder) == ("a.csv", tmp_path.name)
    assert laptop.library.remove_loaded(one.number) == 2


def test_each_origin_says_its_share_of_the_room_and_the_files_that_came_along(laptop, tmp_path):
    office, form = Office(tmp_path / "tree"), b"%PDF-1.7 a form " * 1_000
    many = [call(f"grant {number}", note=str(number) * 400) for number in range(60)]
    office.publish(*many, attachments=(form,))
    laptop.arrivals.take_in(office.folder, trust=DIGITS)
    laptop.library.load([csv(tmp_path / "a.csv", "halls")])
    held = laptop.library.holdings()
    theirs, mine = held.origins
    assert theirs.size_bytes > 10 * mine.size_bytes > 0
    laptop.database.empty_log(shrinks=True)
    emptied = laptop.library.holdings()
    assert [each.size_bytes for each in emptied.origins] == [theirs.size_bytes, mine.size_bytes]
    assert abs(theirs.size_bytes + mine.size_bytes - emptied.size_bytes) <= 1
    assert (theirs.files_bytes, mine.files_bytes) == (len(form), 0)


def test_contracts_go_with_the_awards_inside_them(laptop, tmp_path):
    award = {"id": "1", "status": "active", "suppliers": [{"id": "s", "name": "A Club"}]}
    told = notice("lunches")
    told = replace(told, data={**told.data, "awards": [award]})
    laptop.library.load([write_package(tmp_path / "p.json", told)])
    assert files(laptop)["p.json"].counts == {"award": 1, "tender": 1}
    laptop.library.remove_loaded(files(laptop)["p.json"].number)
    assert laptop.lines(THIS_COMPUTER) == []


def test_what_is_published_is_never_touched_and_is_shown_again(laptop, tmp_path):
    office = Office(tmp_path / "tree")
    laptop.library.load([csv(tmp_path / "a.csv", "halls")])
    mine = laptop.lines(THIS_COMPUTER)[0]
    office.publish(replace(call("halls"), id=mine[1]), call("theirs"))
    laptop.arrivals.take_in(office.folder, trust=DIGITS)
    before = laptop.lines(LINE)
    assert laptop.library.remove_loaded(files(laptop)["a.csv"].number) == 1
    assert laptop.lines(LINE) == before
    assert laptop.library.show(mine[1]).line.origin == LINE
    assert laptop.found("halls") == ["halls"]


def test_a_number_of_no_file_takes_nothing_out(laptop, tmp_path):
    laptop.library.load([csv(tmp_path / "a.csv", "halls")])
    assert laptop.library.remove_loaded(77) == 0
    assert titles(laptop) == ["halls"]


def test_what_was_loaded_before_names_were_kept_is_one_thing_that_can_go(laptop, tmp_path):
    put(laptop.database, call("old"))
    laptop.library.load([csv(tmp_path / "a.csv", "new")])
    earlier = laptop.library.holdings().files[-1]
    assert (earlier.number, earlier.name, earlier.counts) == (EARLIER, "", {"funding_call": 1})
    assert laptop.library.remove_loaded(EARLIER) == 1
    assert titles(laptop) == ["new"]


def test_stopping_a_removal_takes_nothing_out(laptop, tmp_path):
    laptop.library.load([csv(tmp_path / "a.csv", "halls")])
    stop = Event()
    stop.set()
    before = laptop.all()
    with pytest.raises(Stopped):
        laptop.library.remove_loaded(files(laptop)["a.csv"].number, stop=stop)
    assert laptop.all() == before
    assert list(files(laptop)) == ["a.csv"]


def test_a_published_library_is_told_by_its_publishers_name_and_whether_it_is_late(
    laptop, tmp_path
):
    office = Office(tmp_path / "tree")
    office.publish(call("halls"), expires="2026-11-21T00:00:00Z")
    laptop.arrivals.take_in(office.folder, trust=DIGITS)
    put(laptop.database, call("came along"), origin=STARTER)
    put(laptop.database, call("mine"))
    held = laptop.library.holdings().origins
    assert [(one.name, one.title, one.is_late) for one in held] == [
        (STARTER, "", False), (LINE, "Oxfordshire practice council", True),
        (THIS_COMPUTER, "", False),
    ]  # fmt: skip
    assert held[1].version == 1


def test_a_file_is_looked_at_before_anything_is_added(laptop, tmp_path):
    path = tmp_path / "p.json"
    releases = [notice("a").data, notice("a", release="2").data, notice("b").data, {"no": 1}]
    path.write_text(json.dumps({"version": "1.1", "releases": releases}), "utf-8")
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Sir", "utf-8")
    good, bad = laptop.library.preview([path, letter])
    assert (good.counts, good.titles, len(good.refused)) == ({"tender": 2}, ("a", "b"), 1)
    assert good.holds_any
    assert (bad.format, bad.counts, bad.holds_any) == ("", {}, False)
    assert bad.refused[0].why
    assert laptop.lines(THIS_COMPUTER) == []


def test_a_look_can_be_stopped(laptop, tmp_path):
    stop = Event()
    stop.set()
    with pytest.raises(Stopped):
        laptop.library.preview([csv(tmp_path / "a.csv", "halls")], stop=stop)


NAMES = st.sets(st.sampled_from(["one", "two", "three"]), min_size=1)
ACTS = st.lists(st.tuples(st.sampled_from(["a.csv", "b.csv", "c.csv"]), st.none() | NAMES))


@settings(max_examples=30, deadline=None)
@given(ACTS)
def test_after_any_loads_and_removals_there_is_what_the_files_that_are_left_told(
    tmp_path_factory, acts
):
    folder = tmp_path_factory.mktemp("acts")
    laptop, told = Laptop(folder / "data"), {}
    try:
        for name, names in acts:
            if names is None:
                if name in told:
                    laptop.library.remove_loaded(files(laptop)[name].number)
                    del told[name]
            else:
                laptop.library.load([csv(folder / name, *sorted(names))])
                told[name] = told.get(name, set()) | names
        assert titles(laptop) == sorted(set().union(*told.values()))
        assert {one.name for one in laptop.library.holdings().files} == set(told)
    finally:
        laptop.close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have text alone")
def test_a_file_whose_name_is_no_text_can_be_listed_and_removed(laptop, tmp_path):
    laptop.library.load([csv(tmp_path / os.fsdecode(b"caf\xe9.csv"), "halls")])
    assert list(files(laptop)) == ["caf?.csv"]
    assert laptop.library.remove_loaded(files(laptop)["caf?.csv"].number) == 1
