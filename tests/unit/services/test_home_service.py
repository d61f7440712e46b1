"""What stands on Home, out of a real library file."""

from datetime import date

import pytest

from tests.support.funding_library import ARTS, EVERYTHING, LUNCHES, MEALS, TODAY, Household, grant
from vcs_desktop.domain.fit.result import Verdict
from vcs_desktop.services.home import FITS, FITS_SOON, KEPT, MAY_FIT, NEXT, ON_SHEET
from vcs_desktop.wire.record import Record

GUIDE = Record(
    "training", "training/no", {"title": "Say no in time", "body": "Read first.", "minutes": 10}
)
COMMITMENT = Record(
    "strategy", "strategy/tell", {"title": "They will tell us in time", "level": "commitment"}
)


@pytest.fixture
def house(tmp_path):
    made = Household(tmp_path)
    made.put(*EVERYTHING)
    yield made
    made.close()


@pytest.fixture
def again(tmp_path, house):
    """Open the same files again, another day."""
    opened = []

    def open_again(day: date = date(2026, 11, 25)):
        opened.append(Household(tmp_path, day))
        return opened[-1]

    yield open_again
    for each in opened:
        each.close()


def told(things):
    return [(thing.line.record.title, thing.why) for thing in things]


def new(view):
    """Return how many grants are new, and the first of them."""
    part = next((part for part in view.news if part.subject == "grants"), None)
    return (part.added, titles(part.lines)) if part else (0, [])


def titles(lines):
    return [getattr(line, "record", line).title for line in lines]


def figure(number):
    return Record("fact", f"fact/{number}", {"title": f"Figure {number}", "value": 1})


def test_on_the_first_visit_the_best_fits_that_close_next_stand_there(house):
    view = house.home.look()
    assert {title for title, _ in told(view.next_things)} == {"lunches", "meals", "arts"}
    assert (view.since, view.news, view.recent) == (None, (), ())
    assert view.on == TODAY


@pytest.mark.parametrize(
    ("closes_on", "why"),
    [("2026-12-23", FITS_SOON), ("2026-12-24", FITS), ("2027-01-22", FITS)],
)
def test_only_what_closes_within_30_days_is_said_to_close_soon(tmp_path, closes_on, why):
    house = Household(tmp_path)
    house.put(grant("one", grantApplicationCloseDate=closes_on))
    assert told(house.home.look().next_things) == [("one", why)]
    house.close()


def test_what_one_has_to_find_out_about_is_not_said_to_fit(house):
    things = house.home.look().next_things
    unsure = [thing for thing in things if thing.line.fit.verdict is Verdict.CHECK]
    assert [thing.why for thing in unsure] == [MAY_FIT] * len(unsure) != []


def test_what_is_added_on_the_first_visit_is_new_at_once(house):
    assert new(house.home.look()) == (0, [])
    house.put(grant("just added"))
    view = house.home.look()
    assert (new(view), view.since) == ((1, ["just added"]), None)


def test_what_was_kept_or_put_on_the_sheet_comes_first_by_closing_day(house):
    house.choices.put_on_sheet("grant/charities")
    house.choices.keep(ARTS.id)
    assert told(house.home.look().next_things)[:2] == [("arts", KEPT), ("charities", ON_SHEET)]


def test_something_kept_and_on_the_sheet_stands_there_once(house):
    house.choices.keep(MEALS.id)
    house.choices.put_on_sheet(MEALS.id)
    things = told(house.home.look().next_things)
    assert things[0] == ("meals", KEPT)
    assert len(things) == len({title for title, _ in things}) == NEXT


def test_something_kept_that_has_closed_is_no_longer_next(house):
    house.choices.keep("grant/closed")
    assert "closed" not in [title for title, _ in told(house.home.look().next_things)]


def test_something_kept_that_is_open_all_year_comes_after_what_closes(house):
    house.choices.keep("grant/rolling")
    house.choices.keep(MEALS.id)
    assert told(house.home.look().next_things)[:2] == [("meals", KEPT), ("rolling", KEPT)]


def test_what_was_hidden_is_not_next(house):
    house.choices.hide(LUNCHES.id, "Not for us")
    assert "lunches" not in [title for title, _ in told(house.home.look().next_things)]


def test_one_can_pick_up_where_one_left_off(house):
    for each in (MEALS.id, "gone", LUNCHES.id):
        house.choices.look_at(each)
    view = house.home.look()
    assert titles(view.recent) == ["lunches", "meals"]


def test_a_guide_that_was_read_and_a_grant_are_both_where_one_left_off(house):
    house.put(GUIDE)
    for each in (MEALS.id, GUIDE.id):
        house.choices.look_at(each)
    guide, meals = house.home.look().recent
    assert (guide.kind, guide.title) == ("training", "Say no in time")
    assert meals.record.title == "meals"


def test_small_look_ups_leave_room_for_the_grants_and_guides_of_before(house):
    house.put(GUIDE, COMMITMENT, *map(figure, range(20)))
    for each in (LUNCHES.id, GUIDE.id, MEALS.id, COMMITMENT.id):
        house.choices.look_at(each)
    for number in range(20):
        house.choices.look_at(f"fact/{number}")
    assert titles(house.home.look().recent) == ["Figure 19", "meals", "Say no in time"]


def test_where_only_small_things_were_looked_up_they_fill_the_card(house):
    house.put(COMMITMENT, *map(figure, range(3)))
    for each in (COMMITMENT.id, "fact/0", "fact/1", "fact/2"):
        house.choices.look_at(each)
    assert titles(house.home.look().recent) == ["Figure 2", "Figure 1", "Figure 0"]


def test_a_pinned_commitment_stands_apart_from_what_one_may_apply_for(house):
    house.put(COMMITMENT)
    for each in (MEALS.id, COMMITMENT.id, "gone"):
        house.choices.keep(each)
    view = house.home.look()
    assert [line.title for line in view.pinned] == ["They will tell us in time"]
    assert COMMITMENT.id not in {thing.line.record.id for thing in view.next_things}


def test_on_the_next_visit_what_was_added_meanwhile_is_new(house, again):
    house.home.look()
    house.put(grant("new"), grant("closed meanwhile", grantApplicationCloseDate="2026-11-24"))
    later = again()
    view = later.home.look()
    assert (new(view), view.since) == ((1, ["new"]), TODAY)


def test_it_stays_new_for_the_whole_visit(house, again):
    house.home.look()
    house.put(grant("new"))
    later = again()
    later.home.look()
    assert new(later.home.look()) == (1, ["new"])
    assert new(again(date(2026, 11, 26)).home.look()) == (0, [])


def test_with_nothing_in_the_library_home_is_empty(tmp_path):
    house = Household(tmp_path)
    assert house.home.look().next_things == ()
    house.close()
