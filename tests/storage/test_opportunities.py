"""What can still be applied for: by closing day, filtered, and in the order worth judging."""

from datetime import date, timedelta

import pytest
from sqlalchemy import text

from tests.support.library_examples import TODAY, call, contract, grant, put, rolling
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.opportunities import Filters
from vcs_desktop.storage import search_index
from vcs_desktop.storage.queries import news, opportunities


def first_open(library, on=TODAY, **options):
    with library.reading() as session:
        return [line.title for line in opportunities.first_open(session, on, **options)]


def find(library, filters=None, on=TODAY, **options):
    with library.reading() as session:
        total, lines = opportunities.find_open(session, filters or Filters(), on, **options)
    return total, [line.title for line in lines]


def closing(day):
    return {"grantApplicationCloseDate": day}


def test_the_soonest_to_close_comes_first_then_rolling_then_what_does_not_say(library):
    put(
        library,
        call("silent", grantApplicationCloseDate=None),
        rolling("all year"),
        call("january", **closing("2027-01-05")),
        contract("december"),
        call("tomorrow", **closing("2026-11-23")),
    )
    assert first_open(library) == ["tomorrow", "december", "january", "all year", "silent"]
    assert first_open(library, limit=2) == ["tomorrow", "december"]


def test_a_grant_is_open_on_its_closing_day_and_closed_the_day_after(library):
    put(library, call("today", **closing("2026-11-22")), call("gone", **closing("2026-11-21")))
    assert first_open(library) == ["today"]
    assert first_open(library, TODAY + timedelta(days=1)) == []
    with library.reading() as session:
        assert opportunities.count_open(session, TODAY) == 1


@pytest.mark.parametrize("status", ["complete", "cancelled", "withdrawn", "unsuccessful"])
def test_a_contract_that_is_over_is_not_offered_whatever_its_day(library, status):
    put(library, contract("over", status=status), call("closed", status="closed"))
    assert first_open(library) == []


def test_a_contract_that_was_given_away_is_not_offered(library):
    given = contract("given")
    given.data["awards"] = [{"id": "a", "status": "active"}]
    put(library, given)
    assert first_open(library) == []


def test_a_contract_that_is_only_planned_is_offered(library):
    put(library, contract("planned", status="planned", tenderPeriod=None))
    assert first_open(library) == ["planned"]


def test_a_contract_shown_as_open_after_its_closing_day_comes_last(library):
    put(
        library,
        contract("old system", tenderPeriod={"endDate": "2016-03-01T12:00:00Z"}),
        rolling("all year"),
    )
    assert first_open(library) == ["all year", "old system"]


def test_other_kinds_are_not_offered(library):
    put(library, grant("given already"))
    assert first_open(library) == []


def test_the_first_list_reads_an_index_and_not_the_table(library):
    with library.reading() as session:
        plan = session.execute(
            text(
                "EXPLAIN QUERY PLAN SELECT number FROM record WHERE open_until IS NOT NULL "
                "AND open_until >= '2026-11-22' AND shown ORDER BY open_until, number LIMIT 50"
            )
        ).all()
    assert "ix_record_open_until" in str(plan)


class TestFilters:
    """Each filter alone, and together."""

    @pytest.fixture
    def library(self, library):
        put(
            library,
            call("meals", grantMaximumAward=2_000, grantLocation=[{"geoCode": "E10000025"}]),
            call(
                "roofs",
                grantMinimumAward=10_000,
                grantMaximumAward=50_000,
                grantLocation=[{"geoCode": "W92000004"}],
                **closing("2027-02-01"),
            ),
            contract("lunches", items=[{"id": "1", "deliveryAddresses": [{"region": "England"}]}]),
            rolling("anything", grantMaximumAward=None),
        )
        search_index.fill(library)
        return library

    def test_no_filter_finds_all(self, library):
        assert find(library) == (4, ["meals", "lunches", "roofs", "anything"])

    def test_a_limit_cuts_the_list_and_not_the_count(self, library):
        assert find(library, limit=1) == (4, ["meals"])
        assert len(find(library, limit=None)[1]) == 4

    def test_words(self, library):
        assert find(library, Filters(words="mea")) == (1, ["meals"])
        assert find(library, Filters(words="foundation")) == (3, ["meals", "roofs", "anything"])
        assert find(library, Filters(words="“…”")) == (0, [])

    def test_words_are_found_in_titles_before_they_are_indexed(self, library):
        put(library, call("fresh"))
        assert find(library, Filters(words="fresh")) == (1, ["fresh"])

    def test_kinds(self, library):
        assert find(library, Filters(kinds=(Kind.TENDER,))) == (1, ["lunches"])

    def test_days_left(self, library):
        assert find(library, Filters(closing_within_days=26)) == (2, ["meals", "lunches"])
        assert find(library, Filters(closing_within_days=25)) == (0, [])

    def test_amount_keeps_what_offers_some_amount_up_to_it(self, library):
        assert find(library, Filters(amount_max_pence=500_000)) == (2, ["meals", "anything"])
        assert find(library, Filters(amount_max_pence=1_000_000))[0] == 4

    def test_area_keeps_what_reaches_it_and_what_does_not_say(self, library):
        assert find(library, Filters(area="E07000178"))[1] == ["meals", "lunches", "anything"]
        assert find(library, Filters(area="W92000004"))[1] == ["roofs", "anything"]

    def test_only_some_ids_and_without_some(self, library):
        assert find(library, only=["call/meals", "call/gone"]) == (1, ["meals"])
        assert find(library, without=["call/meals"])[0] == 3
        assert find(library, only=[]) == (0, [])

    def test_filters_together(self, library):
        filters = Filters(
            words="foundation", area="E07000178", closing_within_days=30, kinds=(Kind.FUNDING_CALL,)
        )
        assert find(library, filters) == (1, ["meals"])


def test_those_worth_judging_stand_in_front_and_none_is_left_out(library):
    put(
        library,
        call("far", grantLocation=[{"geoCode": "S92000003"}], **closing("2026-11-23")),
        call("huge", grantMinimumAward=900_000, grantMaximumAward=None, **closing("2026-11-24")),
        call("near", grantLocation=[{"geoCode": "E10000025"}], **closing("2026-12-01")),
        call("silent", **closing("2026-12-24")),
        call("over", **closing("2026-11-01")),
    )
    with library.reading() as session:
        numbers = opportunities.candidates(
            session, TODAY, areas=["E07000178"], amount_max_pence=10_000_000
        )
        by_day = opportunities.candidates(session, TODAY)
        titles = dict(session.execute(text("SELECT number, title FROM record")).all())
    assert [titles[number] for number in numbers] == ["near", "silent", "far", "huge"]
    assert [titles[number] for number in by_day] == ["far", "huge", "near", "silent"]


def test_what_is_new_since_the_last_visit_is_counted_and_shown(library):
    put(library, call("old"))
    with library.reading() as session:
        seen = news.newest_number(session)
    put(library, call("new"), call("gone", **closing("2026-11-01")))
    with library.reading() as session:
        total, lines = news.added_since(session, seen, TODAY, kind="funding_call")
        assert news.added_since(session, seen, TODAY, kind="tender") == (0, [])
    assert (total, [line.title for line in lines]) == (1, ["new"])


def test_an_empty_library_answers(library):
    assert first_open(library) == []
    assert find(library, Filters(area="E07000178", words="x")) == (0, [])
    with library.reading() as session:
        assert news.newest_number(session) == 0
        assert opportunities.candidates(session, date(2026, 1, 1), areas=["E07000178"]) == []
