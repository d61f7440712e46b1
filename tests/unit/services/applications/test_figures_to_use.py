"""Figures for answers: of a real group's file and the library that travels with the program."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from tests.support.facts_library import FactsHouse, fact
from tests.support.group_file import TickingClock
from tests.support.vault_examples import TEA, service
from vcs_desktop.domain.answers import FactSource, UsedFact
from vcs_desktop.domain.attendance import Activity, AttendanceSheet, Came, Helped
from vcs_desktop.domain.kinds import ACTIVITY, ATTENDANCE
from vcs_desktop.domain.our_group import OurGroup
from vcs_desktop.domain.people import Person, Role
from vcs_desktop.services.applications.figures import FiguresService
from vcs_desktop.services.applications.readiness import ReadinessService
from vcs_desktop.services.records import NoSuchRecord
from vcs_desktop.services.space import Space

OLD, NEW = "fact/ethnicity/not-white-british-2011", "fact/ethnicity/not-white-british-2021"
COUNTY = "E10000025"


@pytest.fixture
def house(tmp_path):
    clock = TickingClock()
    library = FactsHouse(tmp_path)
    space = Space(clock)
    inside = space.take(service(tmp_path / "groups", clock).create(TEA))
    figures = FiguresService(space, library.facts, clock)
    yield SimpleNamespace(
        inside=inside,
        library=library,
        figures=figures,
        readiness=ReadinessService(space, clock, None, figures),
        begun=inside.applications.start_with((), name="Warm room"),
    )
    space.lock()
    library.close()


def filled(inside):
    """Write down two lunches of October, with people and hours."""
    records = inside.records
    roles = (Role(id=records.ids.new(), since=date(2020, 1, 1)),)
    ann, ben = (
        inside.people.add(each) for each in (Person(name="Ann", roles=roles), Person(name="Ben"))
    )
    lunch = records.add(ACTIVITY, Activity(name="Lunch"))
    sheet = AttendanceSheet(name="Lunch", activity=lunch, on=date(2026, 10, 8))
    came = (Came(ann), Came(ben))
    records.add(ATTENDANCE, replace(sheet, came=came, helped=(Helped(ben, 150),)))
    last = replace(sheet, on=date(2026, 10, 15), came=(Came(ann),), others=2)
    return lunch, records.add(ATTENDANCE, last)


def by_key(house):
    return {each.key: each for each in house.figures.offers(house.begun)}


def use(house, offer):
    """Put a figure into the first answer, as the editor does."""
    held = house.inside.applications.opened(house.begun).answers[0]
    used = UsedFact(
        house.inside.records.ids.new(), offer.source, offer.key, offer.value, offer.words,
        offer.as_of, offer.said_by,
    )  # fmt: skip
    after = replace(held.thing, text=offer.words, facts=(*held.thing.facts, used))
    house.inside.applications.save_answer(held, after)
    return held.thing.id, used


def test_a_new_group_is_offered_nothing_until_it_says_where_it_works(house):
    assert house.figures.offers(house.begun) == []
    house.inside.our_group.save(None, OurGroup(areas=("E07000178",)))
    found = house.figures.offers(house.begun)
    assert {each.source for each in found} == {FactSource.LIBRARY}
    keys = [each.key for each in found]
    assert "fact/ethnicity/not-white-british-oxford-2021" in keys
    assert NEW in keys
    assert OLD not in keys
    assert "fact/population/cherwell-2021" not in keys


def test_own_figures_come_first_and_say_whose_they_are(house):
    lunch, _ = filled(house.inside)
    house.inside.our_group.save(None, OurGroup(areas=(COUNTY,)))
    found = house.figures.offers(house.begun)
    sources = [each.source for each in found]
    assert sources == sorted(sources, key=[FactSource.OUR_RECORDS, FactSource.LIBRARY].index)
    said = {each.key: each.value for each in found if each.source is FactSource.OUR_RECORDS}
    assert said == {
        "people/12-months": "2",
        "visits/12-months": "5",
        "sessions/12-months": "2",
        "people/3-months": "2",
        "visits/3-months": "5",
        "sessions/3-months": "2",
        f"average/{lunch}": "2.5",
        "volunteers/12-months": "1",
        "hours/12-months": "3 hours",
        "members": "1",
    }
    assert found[0].said_by == "Records of Tea & Talk"


def test_offers_of_an_application_that_is_gone_say_so(house):
    with pytest.raises(NoSuchRecord):
        house.figures.offers("nothing")


def test_a_newer_figure_is_offered_where_an_older_one_is_quoted(house):
    old = UsedFact("", FactSource.LIBRARY, OLD, "16.4%", "16.4% of people", "2011", "Census")
    id_, used = use(house, old)
    whole = house.inside.applications.whole(house.begun)
    [(was, now)] = house.figures.stale(whole)[id_]
    assert was == used
    assert (now.key, now.value, now.as_of) == (NEW, "23.2%", "2021")
    assert house.readiness.around(whole).stale == {id_: 1}


def test_a_figure_of_our_own_is_stale_when_what_was_written_down_changes(house):
    _, sheet = filled(house.inside)
    id_, used = use(house, by_key(house)["visits/12-months"])
    whole = house.inside.applications.whole(house.begun)
    assert house.figures.stale(whole) == {}
    house.inside.records.put_in_bin(sheet)
    [(was, now)] = house.figures.stale(whole)[id_]
    assert (was, now.value) == (used, "2")


def test_a_corrected_fact_of_the_library_is_stale_and_one_that_left_it_is_not(house):
    house.library.put(fact("soup", value=10))
    house.inside.our_group.save(None, OurGroup(areas=(COUNTY,)))
    id_, _ = use(house, by_key(house)["fact/soup"])
    gone = UsedFact("", FactSource.LIBRARY, "fact/never", "7", "7", "2020", "")
    use(house, gone)
    whole = house.inside.applications.whole(house.begun)
    assert house.figures.stale(whole) == {}
    house.library.put(fact("soup", value=11))
    assert [now.value for _, now in house.figures.stale(whole)[id_]] == ["11"]


def test_what_may_not_be_held_side_by_side_is_noted(house):
    old = UsedFact("", FactSource.LIBRARY, "fact/deprivation/imd-2019", "10", "10th", "2019", "")
    id_, _ = use(house, old)
    whole = house.inside.applications.whole(house.begun)
    [(_, now)] = house.figures.stale(whole)[id_]
    assert now.key == "fact/deprivation/imd-2025"
    assert now.note


def test_a_kept_copy_stays_as_it_was_when_figures_change(house):
    _, sheet = filled(house.inside)
    use(house, by_key(house)["visits/12-months"])
    papers = house.inside.application_papers
    copy = papers.keep(house.begun)
    before = papers.read(copy)
    house.inside.records.put_in_bin(sheet)
    assert house.figures.stale(before.whole)
    assert papers.read(copy) == before
