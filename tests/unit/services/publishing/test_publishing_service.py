"""An officer publishes a workbook, sees what changes, and takes a mistake back."""

import errno
import json
import shutil
from contextlib import contextmanager
from pathlib import Path

import docx
import pytest

from tests.support.arriving import Laptop
from tests.support.council_office import CHECKER, DAYS, ROOT_WORDS, WARM, WORDS, Office
from tests.support.library_examples import notice, write_package
from tests.support.publisher_book import AN_EVENT
from tests.support.publishers import files_of
from vcs_desktop.core.errors import Busy, CannotUseInput, DiskFull, Stopped
from vcs_desktop.core.publish_errors import (
    DamagedRoots,
    DamagedTree,
    HasRefusals,
    NothingToTakeBack,
    NoUsableKey,
    OtherKeyFile,
    OtherLine,
    WrongKeyWords,
)
from vcs_desktop.publishing import packing
from vcs_desktop.publishing.comparing import What
from vcs_desktop.services.publishing.remembered import LastTime

REAL = Path(__file__).resolve().parents[5] / "shared/data/contracts_finder"


@pytest.fixture
def office(tmp_path):
    return Office(tmp_path / "office")


@pytest.fixture
def laptop(tmp_path):
    made = Laptop(tmp_path / "laptop")
    yield made
    made.close()


def take_in(laptop, path, digits):
    return laptop.arrivals.take_in(path, trust=digits)


def titles(plan):
    return {(each.what, each.title) for each in plan.items}


def test_a_key_opens_with_its_words_and_says_for_whom(office):
    desk = office.desk()
    assert (desk.line, desk.holder) == ("oxfordshire", "Ann")
    assert desk.name == "Oxfordshire practice council"
    assert "seed" not in repr(desk)
    with pytest.raises(WrongKeyWords):
        office.publishing.open_key(office.key_file, ROOT_WORDS)


def test_only_a_key_that_may_publish_opens(office, tmp_path):
    with pytest.raises(OtherKeyFile):
        office.publishing.open_key(office.root_file, ROOT_WORDS)
    alone = tmp_path / "alone"
    alone.mkdir()
    copy = Path(shutil.copy2(office.key_file, alone))
    with pytest.raises(DamagedRoots):
        office.publishing.open_key(copy, WORDS)
    old = office.key_file
    office.publisher.words = "candle wobble thunder mint"
    from tests.support.vault_examples import QUICK
    from vcs_desktop.publishing.keys import Holder, rotate

    rotate(office.keys, office.publisher.root, Holder("Cy", office.publisher.words),
           "2026-12-01T09:00:00Z", effort=QUICK)  # fmt: skip
    with pytest.raises(NoUsableKey):
        office.publishing.open_key(old, WORDS)


def test_what_will_change_is_shown_as_a_group_will_see_it(office):
    with office.plan() as plan:
        assert titles(plan) >= {(What.ADDED, "Warm rooms"), (What.ADDED, "Away days")}
        number = next(n for n, each in enumerate(plan.items) if each.title == "Warm rooms")
        seen = plan.seen(number)
        assert seen.who == "The Council"
        assert ("Amount", "£250 to £1,000") in seen.facts
        assert seen.summary == "Money for rooms where people can be warm."
        assert seen.different == ()
    office.publish()
    office.fill(WARM | {"Largest amount": 2_000})
    with office.plan() as plan:
        assert titles(plan) == {(What.CHANGED, "Warm rooms"), (What.GONE, "Away days")}
        changed = next(n for n, each in enumerate(plan.items) if each.what is What.CHANGED)
        (different,) = plan.seen(changed).different
        assert (different.name, different.before, different.after) == (
            "Largest amount", "£1,000", "£2,000",
        )  # fmt: skip
        assert plan.seen(1 - changed).who == "The Council"


def test_times_are_shown_as_a_laptop_shows_them(office):
    def facts(title):
        number = next(n for n, each in enumerate(plan.items) if each.title == title)
        return plan.seen(number).facts

    meets = AN_EVENT | {"Start": "9 March 2027, 10am", "End": "9 March 2027, 12 noon"}
    closes = {"Closing day": "31 January 2027, 12 noon"}
    office.fill(WARM | closes, DAYS | {"Closing day": "31 January 2027"}, events=[meets])
    with office.plan() as plan:
        assert ("Closes", "Sunday 31 January 2027 at 12:00") in facts("Warm rooms")
        assert ("Closes", "Sunday 31 January 2027") in facts("Away days")
        when = "Tuesday 9 March 2027 at 10:00 to Tuesday 9 March 2027 at 12:00"
        assert ("When", when) in facts("Treasurers meet")
    office.publish()
    office.fill(
        WARM | {"Closing day": "31 January 2027, 5pm"},
        DAYS | {"Closing day": "31 January 2027"},
        events=[meets],
    )
    with office.plan() as plan:
        (different,) = plan.seen(0).different
        assert different.before == "Sunday 31 January 2027 at 12:00"
        assert different.after == "Sunday 31 January 2027 at 17:00"


def test_what_the_workbook_has_no_column_for_is_shown_by_its_name(office, tmp_path):
    page = tmp_path / "page.json"
    write_package(page, notice("bus"))
    office.publish(office.book, page)
    said = json.loads(page.read_text("utf-8"))
    said["releases"][0]["tender"]["title"] = "Another title"
    said["releases"][0]["date"] = "2026-11-25T09:00:00Z"
    said["releases"][0]["id"] += "-2"
    page.write_text(json.dumps(said), "utf-8")
    with office.plan(office.book, page) as plan:
        assert [each.what for each in plan.items] == [What.CHANGED]
        names = [each.name for each in plan.seen(0).different]
    assert "The contract" in names


def test_places_are_shown_by_what_people_call_them(office, tmp_path):
    call = {"id": "c", "grantName": "Halls", "fundingOrganization": {"id": "f", "name": "F"}}
    page = tmp_path / "calls.json"
    page.write_text(json.dumps([call | {"grantLocation": [{"geoCode": "E10000025"}]}]), "utf-8")
    with office.plan(page) as plan:
        assert ("Areas", "Oxfordshire") in plan.seen(0).facts


def test_a_compact_is_published_from_its_word_file(office, laptop, tmp_path):
    text = docx.Document()
    for style, words in (
        ("Title", "Our Compact"),
        ("Heading 1", "Funding code"),
        ("Heading 2", "Fair contracts"),
        ("Normal", "We pay within thirty days."),
    ):
        text.add_paragraph(words, style=style)
    text.save(tmp_path / "compact.docx")
    with office.plan(office.book, tmp_path / "compact.docx") as plan:
        number = next(n for n, each in enumerate(plan.items) if each.kind == "compact")
        assert "We pay within thirty days." in plan.seen(number).summary
        assert plan.refused == []
    office.publish(office.book, tmp_path / "compact.docx")
    assert take_in(laptop, office.tree, office.desk().digits).error is None
    assert laptop.found("fair contracts") == ["Fair contracts"]


def test_a_mistake_in_the_workbook_is_told_with_its_sheet_and_row(office):
    office.fill(WARM, {"Name of the grant": "No funder"}, DAYS | {"Smallest amount": "lots"})
    with office.plan() as plan:
        told = [(each.file, each.where) for each in plan.refused]
        assert [file for file, _ in told] == [office.book.name] * len(told)
        assert any("Grants" in where and "4" in where for _, where in told)
        assert all(each.why for each in plan.refused)
        with pytest.raises(HasRefusals):
            office.publishing.publish(plan, office.desk().signer, CHECKER)
    assert not (office.tree / "library.json").exists()
    assert office.publish(without_refused=True).version == 1


def test_who_checks_is_somebody_else_and_both_stay_in_the_history(office):
    with office.plan() as plan:
        for same in ("Ann", " ann ", "ANN", "  ANN  "):
            with pytest.raises(CannotUseInput):
                office.publishing.publish(plan, office.desk().signer, same)
        assert not (office.tree / "library.json").exists()
        office.publishing.publish(plan, office.desk().signer, " Bo   Example ")
    (note,) = office.publishing.history(office.tree)
    assert (note.by, note.checked_by, note.version) == ("Ann", CHECKER, 1)


def test_a_laptop_fills_from_the_folder_and_from_the_stick_file(office, laptop, tmp_path):
    office.publish()
    digits = office.desk().digits
    assert take_in(laptop, office.tree, digits).error is None
    assert laptop.found("warm") == ["Warm rooms"]
    office.fill(WARM, DAYS, {"Name of the grant": "Garden tools", "Funder": "The Council"})
    office.publish()
    stick = tmp_path / "stick.vcslibrary"
    office.publishing.pack(office.tree, stick)
    assert take_in(laptop, stick, "").error is None
    assert laptop.found("garden") == ["Garden tools"]


def test_a_mistake_is_taken_back_by_a_new_version(office, laptop):
    office.publish()
    office.fill(DAYS)
    office.publish()
    assert take_in(laptop, office.tree, office.desk().digits).error is None
    assert laptop.found("warm") == []
    with office.publishing.plan_take_back(office.keys, office.tree) as plan:
        assert titles(plan) == {(What.ADDED, "Warm rooms")}
        assert plan.back_to.version == 1
        manifest = office.publishing.publish(plan, office.desk().signer, CHECKER)
    assert manifest.version == 3
    assert take_in(laptop, office.tree, "").error is None
    assert laptop.found("warm") == ["Warm rooms"]
    newest = office.publishing.history(office.tree)[0]
    assert (newest.version, newest.same_as, newest.checked_by) == (3, 1, CHECKER)


def test_there_is_nothing_to_take_back_at_first(office):
    with pytest.raises(NothingToTakeBack):
        office.publishing.plan_take_back(office.keys, office.tree)
    office.publish()
    with pytest.raises(NothingToTakeBack):
        office.publishing.plan_take_back(office.keys, office.tree)


def test_a_tree_that_somebody_changed_is_refused_and_left_as_it_is(office):
    office.publish()
    snapshot = next((office.tree / "snapshots").iterdir())
    snapshot.write_bytes(snapshot.read_bytes()[:-1] + b"x")
    before = files_of(office.tree)
    with pytest.raises(DamagedTree):
        office.plan()
    with pytest.raises(DamagedTree):
        office.publishing.pack(office.tree, office.folder / "out.vcslibrary")
    assert files_of(office.tree) == before
    assert not (office.folder / "out.vcslibrary").exists()


def test_the_folder_of_another_council_is_refused(office, tmp_path):
    other = Office(tmp_path / "other")
    other.publish()
    with pytest.raises(OtherLine):
        office.publishing.plan(office.keys, other.tree, (office.book,))


def test_a_plan_counts_only_while_nobody_else_publishes(office):
    with office.plan() as plan:
        office.publish()
        before = files_of(office.tree)
        with pytest.raises(Busy):
            office.publishing.publish(plan, office.desk().signer, CHECKER)
        assert files_of(office.tree) == before


def test_a_full_disk_leaves_the_version_before(office, monkeypatch):
    office.publish()
    before = files_of(office.tree)

    real = packing.whole_file

    @contextmanager
    def full(path):
        with real(path) as file:
            file.write(b"so much there was room for")
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(packing, "whole_file", full)
    office.fill(DAYS)
    with pytest.raises(DiskFull):
        office.publish()
    monkeypatch.undo()
    assert files_of(office.tree) == before
    assert office.publish().version == 2


def test_whoever_stops_it_has_published_nothing(office):
    def stop(_words, _done):
        raise Stopped

    with pytest.raises(Stopped):
        office.publishing.plan(office.keys, office.tree, (office.book,), look=stop)
    with office.plan() as plan, pytest.raises(Stopped):
        office.publishing.publish(plan, office.desk().signer, CHECKER, look=stop)
    assert not (office.tree / "library.json").exists()


def test_what_was_put_in_is_remembered_for_the_next_time(office):
    desk = office.desk()
    assert office.publishing.last_time(desk) == LastTime()
    office.publishing.remember(desk, office.tree, (office.book,))
    again = Office.__new__(Office)
    again.publishing = type(office.publishing)(office.clock, office.folder / "publishing.json")
    assert again.publishing.last_time(desk) == LastTime(office.tree, (office.book,))
    (office.folder / "publishing.json").write_text('{"oxfordshire": 3}', "utf-8")
    fresh = type(office.publishing)(office.clock, office.folder / "publishing.json")
    assert fresh.last_time(desk) == LastTime()


@pytest.mark.skipif(not REAL.is_dir(), reason="the real notices are not on this computer")
def test_real_contracts_are_published_and_arrive(office, laptop):
    page = next(REAL.glob("cf_search_100_releases_*.json"))
    with office.plan(office.book, page) as plan:
        assert plan.counts.added > 50
        assert all(plan.seen(number).item.title for number in range(len(plan.items)))
    office.publish(office.book, page, without_refused=True)
    arrival = take_in(laptop, office.tree, office.desk().digits)
    assert arrival.error is None
    assert len(laptop.lines("oxfordshire")) > 50
