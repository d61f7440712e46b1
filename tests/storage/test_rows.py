"""Each kind of record has a row of its own, with what the app asks about it."""

import pytest
from sqlalchemy import text

from tests.support.library_examples import TODAY, call, contract, grant, put
from vcs_desktop.domain.library import Kind
from vcs_desktop.storage import practice, rows
from vcs_desktop.storage.queries import records
from vcs_desktop.wire.record import Record

PLAIN = {
    "training": {"title": "x", "topic": "money", "level": "first steps", "minutes": 20},
    "compact": {"title": "x", "edition": "Oxfordshire", "state": "in_force"},
    "strategy": {"title": "x", "level": "commitment", "under": "p1", "page": 8},
    "fact": {"title": "x", "value": 23.2, "unit": "per_cent", "place": "Oxfordshire",
             "area": "E10000025", "theme": "people"},
    "rule": {"title": "x", "rule": "social_value", "value": 100_000, "unit": "pounds",
             "comparison": "over", "appliesBy": "day"},
    "place": {"title": "x", "placeType": "district", "code": "E07000178", "within": "E10000025"},
    "event": {"title": "x", "startsAt": "2026-12-01T19:00", "place": "Hall", "organiser": "OCVA"},
    "term": {"title": "x", "text": "y", "alsoKnownAs": ["a", "b"]},
}  # fmt: skip
EXPECTED = {
    "training": ("money", "first steps", "en-GB", 20),
    "compact": ("Oxfordshire", "in_force"),
    "strategy": ("commitment", "p1", 8),
    "fact": (23.2, "per_cent", "Oxfordshire", "E10000025", "people"),
    "rule": ("social_value", 10_000_000, "pence", "over", "day"),
    "place": ("district", "E07000178", "E10000025"),
    "event": ("2026-12-01T19:00:00+00:00", "Hall", "OCVA"),
    "term": ("a\nb",),
}


def own_row(library, kind):
    with library.reading() as session:
        found = session.execute(text(f"SELECT * FROM {rows.TABLES[kind].__tablename__}")).one()
    return tuple(found)[1:]


@pytest.mark.parametrize("kind", sorted(PLAIN))
def test_a_record_of_each_kind_has_its_own_row(library, kind):
    put(library, Record(kind, f"{kind}/1", PLAIN[kind]))
    assert own_row(library, kind) == EXPECTED[kind]


def test_a_grant_to_apply_for_has_its_own_row(library):
    put(library, call("halls", incomeMax=100_000, decisionWeeks=6, grantProgramme={"title": "P"}))
    assert own_row(library, Kind.FUNDING_CALL) == ("open", "GB-CHC-1", "P", None, 10_000_000, 6)


def test_a_contract_has_its_own_row_whatever_its_buyer_left_out(library):
    full = contract(
        "lunches", classification={"id": "55500000"}, mainProcurementCategory="services"
    )
    put(library, full)
    assert own_row(library, Kind.TENDER) == ("tender", "active", "b1", "services", "55500000")
    put(library, Record(Kind.TENDER, full.id, {"tender": "nonsense", "buyer": 5}))
    assert own_row(library, Kind.TENDER) == ("planning", "", "", "", "")


def test_an_award_has_its_own_row(library):
    put(library, grant("roof", grantProgramme=[{"title": "Roofs"}]))
    assert own_row(library, Kind.AWARD) == (
        "grant", "A Lunch Club", "r1", 50_000, "2025-03-01", "Roofs", "", "",
    )  # fmt: skip


def test_every_kind_the_app_knows_has_a_table():
    assert set(rows.TABLES) == set(Kind)


def test_practice_that_says_nothing_of_days_keeps_its_own(library):
    put(library, call("Practice", practice=True), origin="starter")
    with library.writing() as session:
        practice.begin(session, TODAY)
        practice.count_from(session, TODAY)
    with library.reading() as session:
        assert session.scalar(text("SELECT closes_on FROM record")) == "2026-12-18"
        assert not practice.has_all_closed(session, TODAY)


@pytest.mark.parametrize("status", [["closed"], {"is": "closed"}, 7, None])
def test_a_grant_whose_status_is_no_word_is_kept_and_open(library, status):
    odd = call("halls", status=status)
    put(library, odd)
    with library.reading() as session:
        assert records.record(session, "call/halls").record.data == odd.data
        assert session.scalar(text("SELECT open_until FROM record")) == "2026-12-18"
