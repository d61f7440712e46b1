"""Any record: as a line, whole, with its day filled in when it is practice."""

from datetime import date

from tests.support.library_examples import TODAY, call, contract, grant, notice, put
from vcs_desktop.domain.library import STARTER, Kind, Provenance
from vcs_desktop.storage.queries import records, rules, status
from vcs_desktop.wire.record import Record


def asked(library, question, *given):
    with library.reading() as session:
        return question(session, *given)


def test_lines_come_by_their_ids_and_what_is_gone_is_left_out(library):
    put(library, call("halls"), grant("roof"))
    found = asked(library, records.lines, ["call/halls", "360G-roof", "gone"])
    assert {key: line.title for key, line in found.items()} == {
        "call/halls": "halls",
        "360G-roof": "roof",
    }


def test_more_ids_than_one_question_may_hold_are_no_trouble(library):
    put(library, *(call(f"halls {number}") for number in range(1_100)))
    ids = [f"call/halls {number}" for number in range(1_100)]
    assert len(asked(library, records.lines, ids)) == 1_100
    assert len(asked(library, records.records, ids)) == 1_100


def test_a_record_comes_whole_with_where_it_is_from(library):
    record = call(
        "halls", source="A Foundation's page", sourceUrl="https://example.org", licence="OGL",
        asOf="2026-11-01", validFrom="2026-01-01", validTo="2026-12-31",
    )  # fmt: skip
    put(library, record)
    held = asked(library, records.record, record.id)
    assert held.record == record
    assert held.line.origin == "this computer"
    assert held.provenance == Provenance(
        "A Foundation's page", "https://example.org", "OGL",
        date(2026, 11, 1), date(2026, 1, 1), date(2026, 12, 31),
    )  # fmt: skip
    assert asked(library, records.numbered, [held.number]) == {held.number: held}
    assert asked(library, records.record, "gone") is None


def test_a_kind_is_listed_by_id(library):
    put(
        library,
        Record("rule", "rule/b", {"title": "B", "rule": "b", "unit": "weeks", "value": 2}),
        Record("rule", "rule/a", {"title": "A", "rule": "a", "unit": "weeks", "value": 1}),
        call("halls"),
    )
    assert [each.id for each in asked(library, lambda s: list(rules.rules(s)))] == [
        "rule/a",
        "rule/b",
    ]
    assert asked(library, lambda s: list(records.of_kind(s, Kind.TERM))) == []


def test_what_is_no_process_has_no_messages(library):
    put(library, call("halls"))
    assert asked(library, lambda s: records.releases(s, records.record(s, "call/halls"))) == []


def test_a_process_that_came_as_a_record_is_its_own_message(library):
    put(library, contract("lunches"))
    found = asked(library, lambda s: records.releases(s, records.record(s, "ocds-lunches")))
    assert found == [notice("lunches")]


def test_practice_material_is_read_with_the_day_it_closes_on():
    grant_data = {"grantName": "Practice", "closesAfterDays": 30}
    dated = records.closing_on(grant_data, Kind.FUNDING_CALL, date(2026, 12, 22))
    assert dated == {**grant_data, "grantApplicationCloseDate": "2026-12-22"}
    bare = records.closing_on({"closesAfterDays": 3}, Kind.TENDER, date(2026, 12, 22))
    assert bare["tender"]["tenderPeriod"] == {"endDate": "2026-12-22T12:00:00Z"}
    period = {"tender": {"title": "x", "tenderPeriod": {"startDate": "2026-11-01T00:00:00Z"}}}
    full = records.closing_on(period, Kind.TENDER, date(2026, 12, 22))
    assert full["tender"]["title"] == "x"
    assert full["tender"]["tenderPeriod"]["startDate"] == "2026-11-01T00:00:00Z"
    assert period["tender"]["tenderPeriod"] == {"startDate": "2026-11-01T00:00:00Z"}


def test_the_status_counts_what_is_shown(library):
    put(library, call("halls"), call("seeds"), grant("roof"))
    put(library, call("halls"), origin=STARTER)
    assert asked(library, status.counts) == {"award": 1, "funding_call": 2}
    origins = asked(library, status.origins)
    assert set(origins) == {"this computer", "starter"}
    assert origins["starter"].as_of == TODAY
    assert asked(library, status.waiting_for_index) == 4
