"""Figures for an answer: of whole months, exact, with words that stand by themselves."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.starter import of
from vcs_desktop.domain.answers import Answer, Canonical, FactSource, UsedFact
from vcs_desktop.domain.application_figures import (
    FactOffer,
    OwnRecords,
    library_figure,
    months_in_words,
    newer_in_words,
    newest_of,
    of_places,
    own_figures,
    says_something,
    stale_in,
    suited_first,
    whole_months,
)
from vcs_desktop.domain.attendance_periods import Period
from vcs_desktop.domain.attendance_sums import Help, Session
from vcs_desktop.domain.from_record import thing_of

TODAY = date(2026, 11, 23)
FACTS = {each.id: each for each in map(thing_of, of("fact"))}
OLD, NEW = "fact/ethnicity/not-white-british-2011", "fact/ethnicity/not-white-british-2021"


def own(*sessions, members=0, today=TODAY):
    return OwnRecords(tuple(sessions), {"lunch": "Thursday lunch"}, members, today, "Tea & Talk")


def session(on, came=(), others=0, helped=None, activity="lunch"):
    return Session(
        f"s-{on}",
        "Lunch",
        activity,
        on,
        dict.fromkeys(came, False),
        others,
        helped={who: Help(minutes) for who, minutes in (helped or {}).items()},
    )


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)), st.sampled_from([3, 12]))
def test_whole_months_end_before_the_month_that_runs(today, count):
    period = whole_months(today, count)
    assert period.first.day == 1
    assert (period.last + timedelta(days=1)).day == 1
    assert period.last <= today < period.last + timedelta(days=32)
    months = (period.last.year - period.first.year) * 12 + period.last.month - period.first.month
    assert months == count - 1


def test_a_month_counts_on_its_last_day():
    assert whole_months(date(2026, 11, 30), 3) == Period(date(2026, 9, 1), date(2026, 11, 30))
    assert whole_months(date(2026, 11, 29), 3) == Period(date(2026, 8, 1), date(2026, 10, 31))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 9, 1), date(2026, 11, 30), "September to November 2026"),
        (date(2025, 12, 1), date(2026, 11, 30), "December 2025 to November 2026"),
        (date(2026, 5, 1), date(2026, 5, 31), "May 2026"),
        (date(2025, 5, 1), date(2026, 5, 31), "May 2025 to May 2026"),
    ],
)
def test_a_stretch_of_months_is_said_shortly(first, last, words):
    assert months_in_words(Period(first, last)) == words


def test_own_figures_are_exact_however_small():
    found = own_figures(
        own(
            session(date(2025, 11, 6), ["ann", "ben"], helped={"cat": 90}),
            session(date(2026, 8, 6), ["ann"], others=3, helped={"cat": 45, "dev": None}),
            session(date(2026, 11, 5), ["eve"]),  # the month that runs
            session(date(2025, 10, 30), ["fay"]),  # before the twelve months
            session(date(2026, 9, 9), ["gus"], activity=""),
            members=2,
        )
    )
    words = {key: each.words for key, each in found.items()}
    assert words == {
        "people/12-months": "at least 3 different people (November 2025 to October 2026)",
        "visits/12-months": "7 visits (November 2025 to October 2026)",
        "sessions/12-months": "3 sessions (November 2025 to October 2026)",
        "people/3-months": "at least 2 different people (August to October 2026)",
        "visits/3-months": "5 visits (August to October 2026)",
        "sessions/3-months": "2 sessions (August to October 2026)",
        "average/lunch": "3 people on average each time Thursday lunch ran "
        "(November 2025 to October 2026)",
        "volunteers/12-months": "2 volunteers (November 2025 to October 2026)",
        "hours/12-months": "2 hours given by volunteers (November 2025 to October 2026)",
        "members": "2 members on 23 November 2026",
    }
    assert found["people/12-months"].note == "3 visits more were counted without names."
    assert found["hours/12-months"].note == "1 time nobody wrote down how long."
    assert found["people/3-months"].as_of == "August to October 2026"
    assert {each.said_by for each in found.values()} == {"Tea & Talk"}


def test_people_are_counted_to_one_where_everybody_is_known_by_name():
    found = own_figures(own(session(date(2026, 3, 5), ["ann"]), session(date(2026, 4, 2), ["ann"])))
    assert found["people/12-months"].words == "1 different person (November 2025 to October 2026)"
    assert found["people/12-months"].note == ""


def test_a_group_without_records_has_nothing_to_say():
    assert not any(says_something(each) for each in own_figures(own()).values())


@given(st.lists(st.integers(0, 40), min_size=1, max_size=8))
def test_an_average_is_told_to_a_tenth_half_up(visits):
    held = [
        session(date(2026, 3, 1) + timedelta(days=each), others=count)
        for each, count in enumerate(visits)
    ]
    value = float(own_figures(own(*held))["average/lunch"].value)
    assert abs(value - sum(visits) / len(visits)) <= 0.05 + 1e-9


def test_words_of_a_library_figure_say_what_where_and_when():
    offer = library_figure(FACTS[NEW])
    assert offer.words == "23.2% of people (People who are not White British, Oxfordshire, 2021)"
    assert (offer.value, offer.as_of, offer.source) == ("23.2%", "2021", FactSource.LIBRARY)
    assert offer.said_by
    growth = library_figure(FACTS["fact/population/growth-oxford-2021"])
    assert growth.words == "6.7% more people (Growth of the population of Oxford, 2011 to 2021)"
    oxford = library_figure(FACTS["fact/population/oxford-2021"])
    assert oxford.words == "162,100 people, to the nearest 100 (Population of Oxford, 2021)"


def test_figures_of_a_place_come_before_those_around_it_and_others_stay_out():
    found = of_places(FACTS.values(), ["E07000178"])
    places = [each.place for each in found]
    assert places.index("Oxford") < places.index("Oxfordshire") < places.index("England")
    assert places == sorted(places, key=places.index)
    assert not {"Cherwell", "South Oxfordshire"} & set(places)
    assert all(each.value is not None for each in found)
    of_county = [each.place for each in of_places(FACTS.values(), ["E10000025"])]
    assert of_county[0] == "Oxfordshire"
    assert {"Cherwell", "Oxford", "England"} <= set(of_county)
    assert of_places(FACTS.values(), []) == ()


def test_the_newest_edition_that_has_a_figure_is_meant():
    chain = [FACTS[f"fact/deprivation/imd-{year}"] for year in (2015, 2019, 2025)]
    assert [newest_of(each, FACTS) for each in chain] == [chain[-1]] * 3
    without = FACTS["fact/social-value/line-2022"]
    assert newest_of(without, FACTS) is without


def test_a_figure_is_stale_when_it_is_another_now_and_not_when_only_time_went_on():
    used = [
        UsedFact("1", FactSource.LIBRARY, OLD, "16.4%", as_of="2011"),
        UsedFact("2", FactSource.LIBRARY, NEW, "23.2%", as_of="2021"),
        UsedFact("3", FactSource.OUR_RECORDS, "members", "38", as_of="1 May 2026"),
        UsedFact("4", FactSource.OUR_RECORDS, "gone", "7"),
    ]
    now = {
        OLD: library_figure(FACTS[NEW]),
        NEW: library_figure(FACTS[NEW]),
        "members": FactOffer(FactSource.OUR_RECORDS, "members", "38", "38 members", "today"),
    }
    found = stale_in([Answer(id="a", facts=tuple(used)), Answer(id="b")], lambda u: now.get(u.key))
    assert found == {"a": [(used[0], now[OLD])]}
    assert newer_in_words(*found["a"][0]) == "23.2%, 2021; you quote 16.4%, 2011"
    bare = FactOffer(FactSource.OUR_RECORDS, "members", "40", "40 members")
    assert newer_in_words(used[2], bare) == "It is 40 now; you quote 38"


def test_figures_that_suit_a_question_stand_before_the_others():
    people = FactOffer(FactSource.OUR_RECORDS, "people/12-months", "4", "4 people")
    hours = FactOffer(FactSource.OUR_RECORDS, "hours/12-months", "28", "28 hours")
    poor = FactOffer(FactSource.LIBRARY, "fact/poor", "16%", "16% of children")
    offered = (people, hours, poor)
    assert suited_first(offered, Canonical.NEED) == (poor, people, hours)
    assert suited_first(offered, Canonical.WHO_RUNS_IT) == (hours, people, poor)
    assert suited_first(offered, Canonical.WHAT_WE_DO) == offered
