"""Writing a load: wholly, quickly, and the same again when it is the same."""

import pytest
import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import text

from tests.support.library_examples import (
    TODAY,
    call,
    contract,
    entry_of,
    grant,
    new_library,
    notice,
    put,
    rolling,
)
from vcs_desktop.core.errors import DiskFull
from vcs_desktop.domain.library import STARTER, THIS_COMPUTER, Kind
from vcs_desktop.feeds.ocds.merge import compiled
from vcs_desktop.storage.library_writer import LibraryWriter, Tally
from vcs_desktop.storage.queries import records, search, status
from vcs_desktop.wire.record import Record

TABLES = ("record", "raw", "release", "award", "tender", "funding_call", "to_index")


def load(library, *releases, origin=THIS_COMPUTER):
    """Write messages as a file with them would be, and merge those that meet."""
    with library.writing() as session:
        writer = LibraryWriter(session, origin)
        writer.put_releases([(each, entry_of(process(each))) for each in releases])
        for met in writer.meetings():
            writer.put_merged(entry_of(process(met[-1], compiled(met))))
        return writer.finish(as_of=TODAY)


def process(release, data=None):
    return Record(Kind.TENDER, release.ocid, data or release.data, release.date)


def stored(library, record_id):
    with library.reading() as session:
        return records.record(session, record_id)


def history(library, record_id):
    with library.reading() as session:
        return records.releases(session, records.record(session, record_id))


def found(library, words):
    with library.reading() as session:
        return [line.title for line in search.newest(session, words)]


def counted(library, table):
    with library.reading() as session:
        return session.scalar(text(f"SELECT count(*) FROM {table}"))


def everything(library):
    """Return all that any table holds."""
    with library.reading() as session:
        return {table: session.execute(text(f"SELECT * FROM {table}")).all() for table in TABLES}


def test_what_goes_in_comes_out_with_every_field_known_or_not(library):
    record = call("halls", fieldOfTheFuture={"deep": [1, 2, {"x": "é"}]})
    assert put(library, record) == Tally(added=1)
    held = stored(library, record.id)
    assert held.record == record
    assert held.line.title == "halls"
    assert held.line.amount_max_pence == 200_000


def test_the_same_load_twice_changes_nothing(library):
    loads = [call("halls"), grant("meals"), rolling("seeds")]
    put(library, *loads)
    before = everything(library)
    assert put(library, *loads) == Tally(unchanged=3)
    assert everything(library) == before


def test_a_record_that_says_something_new_takes_the_place_of_the_old(library):
    put(library, call("halls"), call("other"))
    number = stored(library, "call/halls").number
    assert put(library, call("halls", grantMaximumAward=9_000)) == Tally(changed=1)
    held = stored(library, "call/halls")
    assert (held.number, held.line.amount_max_pence) == (number, 900_000)
    assert counted(library, "funding_call") == counted(library, "raw") == 2


def test_a_changed_record_has_the_very_columns_of_one_that_came_so_at_once(
    library, tmp_path_factory
):
    put(library, call("halls"), rolling("seeds"))
    after = (
        rolling("halls", grantMinimumAward=50, beneficiaryLocation=[{"geoCode": "E07000178"}]),
        call("seeds", grantMaximumAward=9_000),
    )
    assert put(library, *after) == Tally(changed=2)
    at_once = new_library(tmp_path_factory.mktemp("fresh"))
    put(at_once, *after)
    columns = "SELECT * FROM record ORDER BY number"
    with library.reading() as changed, at_once.reading() as fresh:
        assert changed.execute(text(columns)).all() == fresh.execute(text(columns)).all()
        assert changed.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
    at_once.close()


def test_a_changed_title_is_found_by_its_new_words_only(library):
    put(library, call("halls"))
    put(library, Record("funding_call", "call/halls", {"grantName": "Kitchens"}))
    assert found(library, "halls") == []
    assert found(library, "kitch") == ["Kitchens"]


def test_a_kind_of_the_future_is_kept_whole(library):
    put(library, Record("hologram", "h1", {"title": "A shape", "depth": 3}))
    held = stored(library, "h1")
    assert (held.line.kind, held.line.title) == ("hologram", "A shape")
    assert held.record.data["depth"] == 3


def test_a_record_that_this_version_cannot_read_is_kept_whole(library):
    put(library, Record("rule", "rule/odd", {"title": "Odd", "value": {"not": "a number"}}))
    assert stored(library, "rule/odd").record.data["value"] == {"not": "a number"}
    assert counted(library, "rule") == 0


def test_an_error_on_the_way_leaves_nothing_of_the_load(library):
    def fail_half_way():
        with library.writing() as session:
            writer = LibraryWriter(session, THIS_COMPUTER)
            writer.put([entry_of(call("halls"))])
            raise ZeroDivisionError

    put(library, call("before"))
    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    assert counted(library, "record") == 1
    assert found(library, "halls") == []


def test_numbers_are_never_given_twice(library):
    put(library, call("first"), call("last"), origin=STARTER)
    number = stored(library, "call/last").number
    with library.writing() as session:
        writer = LibraryWriter(session, STARTER)
        writer.put([entry_of(call("first"))])
        assert writer.drop_the_rest() == 1
        writer.finish(as_of=TODAY)
    put(library, call("new"))
    assert stored(library, "call/new").number > number


class TestMessagesOfOneProcess:
    """Releases of one ocid: the first is the record, more are merged."""

    def test_a_process_with_one_message_is_that_message_and_is_held_once(self, library):
        release = notice("lunches")
        assert load(library, release) == Tally(added=1)
        assert stored(library, release.ocid).record.data == release.data
        assert history(library, release.ocid) == [release]
        assert counted(library, "release") == 0

    def test_messages_that_meet_in_one_load_are_merged_in_the_order_of_their_days(self, library):
        later = notice("lunches", release="2", on="2026-11-09", value={"amount": 9_000})
        first = notice("lunches")
        assert load(library, later, first) == Tally(added=1)
        held = stored(library, first.ocid)
        assert held.line.amount_max_pence == 900_000
        assert held.record.modified == later.date
        assert history(library, first.ocid) == [first, later]

    def test_a_message_meets_those_of_earlier_loads(self, library):
        first = notice("lunches")
        second = notice("lunches", release="2", on="2026-11-09", value={"amount": 9_000})
        third = notice("lunches", release="3", on="2026-11-10", title="Hot lunches", value=None)
        load(library, first)
        assert load(library, second) == Tally(changed=1)
        assert load(library, third) == Tally(changed=1)
        held = stored(library, first.ocid)
        assert (held.line.title, held.line.amount_max_pence) == ("Hot lunches", 900_000)
        assert history(library, first.ocid) == [first, second, third]

    def test_messages_of_different_zones_stand_in_the_order_of_their_moments(self, library):
        first = notice("lunches", release="1")
        second = notice("lunches", release="2")
        first.data["date"] = "2026-07-01T10:30:00+01:00"
        second.data["date"] = "2026-07-01T10:00:00Z"
        releases = [
            type(each)(each.ocid, each.release_id, each.data["date"], each.tags, each.data)
            for each in (second, first)
        ]
        load(library, *releases)
        assert [each.release_id for each in history(library, first.ocid)] == [
            "lunches-1",
            "lunches-2",
        ]

    def test_the_same_messages_again_change_nothing(self, library):
        both = notice("lunches"), notice("lunches", release="2", on="2026-11-09", title="Lunch")
        load(library, *both)
        before = everything(library)
        assert load(library, *both) == Tally(unchanged=1)
        assert load(library, both[1]) == Tally(unchanged=1)
        assert load(library, both[0]) == Tally(unchanged=1)
        assert everything(library) == before

    def test_one_message_twice_in_a_file_is_one_message(self, library):
        assert load(library, notice("lunches"), notice("lunches")) == Tally(added=1)
        assert counted(library, "release") == 0

    def test_messages_with_one_number_that_differ_are_both_kept(self, library):
        first, second = notice("lunches"), notice("lunches", title="Lunch")
        load(library, first, second)
        assert len(history(library, first.ocid)) == 2

    def test_the_contracts_inside_a_process_are_found_by_themselves_and_not_counted(self, library):
        release = notice("lunches")
        release.data["awards"] = [
            {"id": "a1", "status": "active", "title": "Hot lunches", "suppliers": [{"name": "Us"}]},
            {"id": "a2", "status": "active", "title": "Cold lunches"},
        ]
        assert load(library, release) == Tally(added=1)
        assert found(library, "hot") == ["Hot lunches"]
        with library.reading() as session:
            assert status.counts(session) == {"award": 2, "tender": 1}

    def test_a_contract_that_was_cancelled_goes_out_of_the_library(self, library):
        release = notice("lunches")
        release.data["awards"] = [{"id": "a1", "status": "active", "title": "Hot lunches"}]
        load(library, release)
        later = notice("lunches", release="2", on="2026-11-09")
        later.data["awards"] = [{"id": "a1", "status": "cancelled"}]
        assert load(library, later) == Tally(changed=1)
        assert found(library, "hot") == []
        assert stored(library, f"{release.ocid}/award/a1") is None


class TestOrigins:
    """The same id from several places: all are kept, the newest is shown."""

    def shown(self, library, record_id):
        with library.reading() as session:
            return [one.line.origin for one in records.in_every_origin(session, record_id)]

    def test_the_newest_is_shown_and_both_are_kept(self, library):
        old, new = contract("lunches", on="2026-11-01"), contract("lunches", on="2026-11-05")
        put(library, new, origin=STARTER)
        put(library, old)
        assert self.shown(library, new.id) == [STARTER, THIS_COMPUTER]
        assert found(library, "lunches") == ["lunches"]
        put(library, contract("lunches", on="2026-11-06"))
        assert self.shown(library, new.id) == [THIS_COMPUTER, STARTER]
        assert found(library, "lunches") == ["lunches"]

    def test_without_days_what_was_loaded_here_is_shown(self, library):
        put(library, call("halls"))
        put(library, call("halls", grantMaximumAward=5), origin=STARTER)
        assert stored(library, "call/halls").line.amount_max_pence == 200_000

    def test_when_the_shown_one_goes_the_other_is_shown_again(self, library):
        put(library, contract("lunches", on="2026-11-01"))
        put(library, contract("lunches", on="2026-11-05"), call("stays"), origin=STARTER)
        assert self.shown(library, "ocds-lunches") == [STARTER, THIS_COMPUTER]
        with library.writing() as session:
            writer = LibraryWriter(session, STARTER)
            writer.put([entry_of(call("stays"))])
            writer.drop_the_rest()
            writer.finish(as_of=TODAY)
        assert self.shown(library, "ocds-lunches") == [THIS_COMPUTER]
        assert found(library, "lunches") == ["lunches"]

    def test_a_load_of_one_origin_leaves_the_others_alone(self, library):
        put(library, call("halls"), origin=STARTER)
        put(library, call("seeds"))
        with library.writing() as session:
            writer = LibraryWriter(session, STARTER)
            assert writer.drop_the_rest() == 1
            writer.finish(as_of=TODAY, version=2, digest="d")
        assert stored(library, "call/halls") is None
        assert stored(library, "call/seeds") is not None
        with library.reading() as session:
            origins = status.origins(session)
        assert (origins[STARTER].version, origins[STARTER].digest) == (2, "d")
        assert (origins[THIS_COMPUTER].version, origins[THIS_COMPUTER].as_of) == (0, TODAY)


def test_what_is_deleted_leaves_no_word_behind(library):
    put(library, call("halls"), origin=STARTER)
    with library.writing() as session:
        writer = LibraryWriter(session, STARTER)
        writer.drop_the_rest()
        writer.finish(as_of=TODAY)
    assert found(library, "halls") == []
    assert {table: counted(library, table) for table in TABLES} == dict.fromkeys(TABLES, 0)


def test_a_title_as_long_as_a_book_is_cut_in_lists_and_kept_in_the_record(library):
    put(library, contract("x" * 5_000))
    found = stored(library, f"ocds-{'x' * 5_000}")
    assert len(found.line.title) == 500
    assert len(found.record.data["tender"]["title"]) == 5_000


def test_where_each_comes_once_the_newest_of_several_origins_is_shown_all_the_same(library):
    put(library, contract("lunches", on="2026-11-01"), call("mine"))
    with library.writing() as session:
        writer = LibraryWriter(session, STARTER)
        writer.expect_each_once()
        writer.put([entry_of(contract("lunches", on="2026-11-05")), entry_of(call("theirs"))])
        assert writer.drop_the_rest() == 0
        assert writer.finish(as_of=TODAY, version=1) == Tally(added=2)
    with library.reading() as session:
        shown = [one.line.origin for one in records.in_every_origin(session, "ocds-lunches")]
    assert shown == [STARTER, THIS_COMPUTER]
    assert found(library, "lunches") == ["lunches"]
    with library.writing() as session:
        writer = LibraryWriter(session, STARTER)
        writer.expect_each_once()
        writer.put([entry_of(call("theirs"))])
        assert writer.drop_the_rest() == 1
        assert writer.finish(as_of=TODAY, version=2) == Tally(unchanged=1)
    assert found(library, "lunches") == ["lunches"]


@pytest.mark.logs("SQLITE_FULL")
def test_a_disk_that_is_full_while_rows_are_written_is_said_in_words_and_nothing_is_kept(library):
    put(library, call("mine"))
    entries = [entry_of(call(f"grant {number}", note="x" * 9_000)) for number in range(90)]

    def fill_it():
        with library.writing() as session:
            session.execute(text("PRAGMA max_page_count=1"))  # no more than there are
            LibraryWriter(session, STARTER).put(entries)

    with pytest.raises(DiskFull) as full:
        fill_it()
    assert isinstance(full.value.__cause__, sqlite.Error)  # of the driver, as it failed there
    assert counted(library, "record") == 1
    with library.writing() as session:
        session.execute(text("PRAGMA max_page_count=1000000"))
    assert put(library, *(each.record for each in entries)).added == 90
