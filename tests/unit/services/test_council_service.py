"""What the council promised and who is near, out of a small library in a real file."""

from datetime import date

import pytest

from tests.support.library_examples import entry_of, new_library
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.errors import NotFound
from vcs_desktop.domain.edition_changes import Change
from vcs_desktop.services.choices import ChoicesService
from vcs_desktop.services.council import CouncilService
from vcs_desktop.storage.library_writer import LibraryWriter
from vcs_desktop.wire.record import Record

TODAY = date(2026, 11, 23)
SOURCE = {"source": "The council", "licence": "MIT", "asOf": "2026-11-01"}


def record(kind, record_id, title, **data):
    return Record(kind, record_id, {"title": title, **SOURCE, **data})


def strategy(record_id, level, edition="Strategy 2022", start=2022, end=2027, **data):
    days = {"validFrom": f"{start}-01-01", "validTo": f"{end}-12-31"}
    title = data.pop("title", record_id)
    return record("strategy", record_id, title, level=level, edition=edition, **days, **data)


def principle(record_id, edition, state, *topics, **data):
    return record(
        "compact", record_id, record_id, edition=edition, state=state, topics=list(topics), **data
    )


def place(record_id, place_type="hub", **data):
    return record("place", record_id, record_id, placeType=place_type, **data)


EVERYTHING = (
    strategy("p/money", "priority", page=11),
    strategy("p/together", "priority", page=8),
    strategy("c/b", "commitment", under="p/together", page=8, number=2),
    strategy("c/z", "commitment", under="p/together", page=8, number=1, title="Listen"),
    strategy("a/plan", "action", page=13),
    principle("old/asking", "Compact 2010", "replaced", "consultation", validFrom="2010-12-01"),
    principle("new/asking", "Covenant", "in_force", "consultation", validFrom="2025-07-17"),
    principle("ours/z", "Oxfordshire", "in_force", "money", validFrom="2004-09-01"),
    principle("ours/a", "Oxfordshire", "to_be_developed", "volunteers"),
    record("fact", "fact/council-money/contracts-2021", "Contracts", value=79, unit="pounds",
           theme="council money", asOf="2021-03-31"),
    record("fact", "fact/council-money/contracts-2025", "Contracts", value=81, unit="pounds",
           theme="council money", asOf="2025-03-31"),
    record("fact", "fact/council-money/other-2021", "Others", value=None, unit="pounds",
           theme="council money"),
    record("fact", "fact/social-value/line", "Line", value=1, unit="", theme="social value"),
    record("rule", "rule/sv/old", "Old", rule="social_value_line", value=1, unit="pounds",
           validTo="2025-12-31"),
    record("rule", "rule/sv/new", "New", rule="social_value_line", value=2, unit="pounds",
           validFrom="2026-01-01"),
    record("rule", "rule/other", "Other", rule="other", value=2, unit="pounds"),
    place("place/county", "county", code="E10000025"),
    place("place/oxford", "district", code="E07000178"),
    place("hub/oxford", area="E07000178", offers=["training"]),
    place("hub/cherwell", area="E07000177", offers=["space"]),
    place("net/county", "network", area="E10000025", offers=["training", "advice"]),
    place("body/ombudsman", "regulator", area="E92000001"),
    record("event", "event/over", "Over", startsAt="2026-11-22"),
    record("event", "event/runs", "Runs", startsAt="2026-11-20", endsAt="2026-11-23"),
    record("event", "event/soon", "Soon", startsAt="2026-12-05"),
    record("event", "event/some-day", "Some day"),
    record("event", "event/cherwell", "There", startsAt="2026-12-01", area="E07000177"),
)  # fmt: skip


@pytest.fixture
def library(tmp_path):
    database = new_library(tmp_path)
    put(database, *EVERYTHING)
    yield database
    database.close()


@pytest.fixture
def council(library, tmp_path):
    clock = FixedClock.on(TODAY)
    return CouncilService(library, ChoicesService(tmp_path / "choices.json", clock), clock)


def put(database, *records):
    with database.writing() as session:
        writer = LibraryWriter(session, "this computer")
        writer.put([entry_of(each) for each in records])
        writer.finish(as_of=TODAY)


def test_priorities_stand_by_their_pages_and_commitments_by_their_number(council):
    view = council.strategy()
    assert [part.priority.id for part in view.priorities] == ["p/together", "p/money"]
    assert [each.id for each in view.priorities[0].commitments] == ["c/z", "c/b"]
    assert [each.id for each in view.actions] == ["a/plan"]
    assert (view.edition.title, view.before, view.on) == ("Strategy 2022", None, TODAY)


def test_the_actions_of_a_plan_stand_with_the_edition_they_serve(library, council):
    put(
        library,
        strategy("c/old", "commitment", "Strategy 2010", 2010, 2021),
        record("strategy", "a/now", "Meet", level="action", edition="Plan", under="c/z"),
        record("strategy", "a/then", "Met", level="action", edition="Plan", under="c/old"),
        record("strategy", "a/alone", "Walk", level="action", edition="Plan", progress="done"),
    )
    view = council.strategy()
    assert [each.title for each in view.editions] == ["Strategy 2010", "Strategy 2022"]
    assert sorted(each.id for each in view.actions) == ["a/alone", "a/now", "a/plan"]
    assert [each.id for each in council.strategy("Strategy 2010").actions] == ["a/then"]


def test_a_plan_without_a_strategy_is_shown_all_the_same(tmp_path):
    database = new_library(tmp_path)
    put(database, record("strategy", "a/now", "Meet", level="action", edition="Plan"))
    clock = FixedClock.on(TODAY)
    council = CouncilService(database, ChoicesService(tmp_path / "c.json", clock), clock)
    view = council.strategy()
    database.close()
    assert (view.edition.title, [each.id for each in view.actions]) == ("Plan", ["a/now"])


def test_a_library_without_a_strategy_has_no_edition(tmp_path):
    database = new_library(tmp_path)
    clock = FixedClock.on(TODAY)
    council = CouncilService(database, ChoicesService(tmp_path / "c.json", clock), clock)
    view = council.strategy()
    database.close()
    assert (view.edition, view.editions, view.priorities) == (None, (), ())


def test_a_pinned_commitment_stays_pinned_until_it_is_unpinned(council):
    assert council.pin("c/z") == {"c/z"}
    assert council.strategy().pinned == {"c/z"}
    assert council.unpin("c/z") == frozenset()


def test_what_changed_since_the_edition_before_is_told(council, library):
    put(library, strategy("n/z", "commitment", "Strategy 2026", 2026, 2030, replaces="c/z"))
    view = council.strategy()
    assert (view.edition.title, view.before.title) == ("Strategy 2026", "Strategy 2022")
    assert council.strategy("Strategy 2022").edition.title == "Strategy 2022"
    found = {
        each.item.id: each.change for each in council.changes("Strategy 2022", view.edition.title)
    }
    assert found["n/z"] is Change.REWORDED
    assert found["c/b"] is Change.GONE


def test_an_edition_that_is_not_there_cannot_be_compared(council):
    with pytest.raises(NotFound):
        council.changes("Strategy 2022", "Strategy 1066")


def test_what_holds_comes_before_what_was_replaced(council):
    view = council.agreement()
    assert [(each.title, each.state) for each in view.editions] == [
        ("Oxfordshire", "in_force"),
        ("Covenant", "in_force"),
        ("Compact 2010", "replaced"),
    ]
    assert [each.id for each in view.editions[0].principles] == ["ours/z", "ours/a"]
    assert view.topics == ("consultation", "money", "volunteers")


def test_the_agreements_can_be_asked_about_one_topic(council):
    view = council.agreement("consultation")
    found = [each.id for edition in view.editions for each in edition.principles]
    assert found == ["new/asking", "old/asking"]
    assert view.total == 4


def whole_of_money(year, value):
    told = {"unit": "pounds", "theme": "council money", "asOf": f"{year}-03-31"}
    return record("fact", f"fact/council-money/all-{year}", "All", value=value, **told)


def test_of_the_councils_money_nothing_is_told_without_the_whole(council):
    assert council.money().facts == {}


def test_figures_of_money_of_different_days_never_stand_together(council, library):
    put(library, whole_of_money(2021, 90))
    money = council.money()
    assert (money.value("all"), money.value("contracts")) == (90, 79)
    put(library, whole_of_money(2025, 95))
    money = council.money()
    assert (money.value("all"), money.value("contracts")) == (95, 81)
    assert money.value("nothing") is None


def test_the_social_value_policy_has_the_figures_of_today(council):
    view = council.social_value()
    assert [each.id for each in view.facts] == ["fact/social-value/line"]
    assert [each.id for each in view.rules] == ["rule/sv/new"]


def test_the_directory_has_networks_first_and_no_areas(council):
    view = council.directory()
    assert [each.id for each in view.places] == [
        "net/county", "hub/cherwell", "hub/oxford", "body/ombudsman",
    ]  # fmt: skip
    assert view.areas == (("E07000178", "place/oxford"),)
    assert view.offers == ("advice", "space", "training")


def test_only_what_serves_an_area_is_near_it(council):
    near_oxford = council.directory("E07000178")
    assert "hub/cherwell" not in {each.id for each in near_oxford.places}
    assert "event/cherwell" not in {each.id for each in near_oxford.events}
    assert "body/ombudsman" in {each.id for each in near_oxford.places}


def test_places_can_be_asked_for_what_they_offer(council):
    assert [each.id for each in council.directory(offer="training").places] == [
        "net/county",
        "hub/oxford",
    ]


def test_what_is_over_is_left_out_and_what_has_no_day_comes_last(council):
    assert [each.id for each in council.directory("E07000178").events] == [
        "event/runs",
        "event/soon",
        "event/some-day",
    ]


@pytest.mark.parametrize("asked", ["event/over", "place/oxford", "hub/cherwell"])
def test_what_was_searched_for_is_listed_whatever_else_is_asked(council, asked):
    view = council.directory("E07000178", "training", also=asked)
    assert asked in {each.id for each in (*view.places, *view.events)}


def test_one_thing_is_found_by_its_id(council):
    assert council.thing("c/z").title == "Listen"
    assert council.thing("hub/oxford").offers == ("training",)
    for other in ("fact/social-value/line", "nothing"):
        with pytest.raises(NotFound):
            council.thing(other)


DAMAGED = (
    record("strategy", "p/damaged", "Damaged", level="a great one", edition="Strategy 2022"),
    record("compact", "c/damaged", "Damaged", state="unheard of", edition="Covenant"),
    record("place", "place/damaged", "Damaged", offers=[{"not": "words"}]),
    record("event", "event/damaged", "Damaged", startsAt="some day"),
    record("fact", "fact/damaged", "Damaged", value="lots", unit="pounds", theme="council money"),
    record("rule", "rule/damaged", "Damaged", rule="social_value_line", value=1, unit="acres"),
)


def test_a_record_that_cannot_be_used_leaves_the_others_where_they_are(council, library):
    before = (
        council.strategy(),
        council.agreement(),
        council.money(),
        council.social_value(),
        council.directory(),
    )
    put(library, *DAMAGED)
    after = (
        council.strategy(),
        council.agreement(),
        council.money(),
        council.social_value(),
        council.directory(),
    )
    assert after == before


@pytest.mark.parametrize("damaged", DAMAGED, ids=lambda damaged: damaged.id)
def test_a_record_that_cannot_be_used_is_not_found(council, library, damaged):
    put(library, damaged)
    with pytest.raises(NotFound):
        council.thing(damaged.id)
