"""The Council page over the library that travels with the program."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton

from tests.support.accessibility import spoken
from tests.support.council_library import CouncilHouse
from tests.support.every_size import usable_at_every_size
from tests.support.facts_library import fact
from tests.support.starter import one
from tests.support.titles_window import titles, words_in
from vcs_desktop.core.errors import Damaged
from vcs_desktop.ui.pages.council.agreement_view import MOST_TOPICS
from vcs_desktop.ui.pages.council.page import GUIDE, CouncilPage
from vcs_desktop.ui.pages.council.social_value_view import MOST
from vcs_desktop.ui.pages.council.strategy_cards import StrategyCard
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.bar_chart import BarChart
from vcs_desktop.ui.widgets.marked_text import MarkedText
from vcs_desktop.ui.widgets.source_line import SourceLine
from vcs_desktop.wire.record import Record

PARTS = ("priorities", "agreement", "money", "social_value", "places")
COMPACT = "strategy/commitment/collaboration/compact"


@pytest.fixture
def house(council_house):
    return council_house


@pytest.fixture
def page(house, tasks, show_page):
    return show_page(CouncilPage(house, tasks, house.session))


def go_to(page, qtbot, part):
    with qtbot.waitSignal(page.ready):
        page.sections.buttons[part].click()
    return page.sections.current()


def find(page, qtbot, thing_id, part):
    page.show_thing(thing_id)
    qtbot.waitUntil(lambda: page.sections.current_id() == part)
    both = page.sections.current().both
    cards = both.area.findChildren  # of which the one before goes a moment later
    qtbot.waitUntil(lambda: both.shown_id == thing_id and len(cards(StrategyCard)) < 2)
    return both


def newer_edition():
    days = {"validFrom": "2026-01-01", "validTo": "2030-12-31"}
    shared = {"source": "Council", "licence": "MIT", "asOf": "2026-11-01", "level": "commitment"}
    shared |= {"edition": "Strategy 2026 to 2030", **days}
    return (
        Record(
            "strategy",
            "next/compact",
            {
                **shared,
                "title": "See how the Compact can be used",
                "text": "The council will use the Compact every day.",
                "replaces": COMPACT,
            },
        ),
        Record("strategy", "next/new", {**shared, "title": "A new one", "text": "We begin."}),
    )


@pytest.mark.parametrize("part", PARTS)
def test_every_part_can_be_used_by_everybody(page, qtbot, part):
    if part != "priorities":
        go_to(page, qtbot, part)
    usable_at_every_size(qtbot, page)


def test_the_priorities_stand_with_their_commitments_and_none_before_another(page):
    view = page.sections.current()
    assert len(titles(view.both)) == 5 + 32 + 1 + 2
    assert "5 priorities count the same" in view.about.text()
    assert not view.edition.isVisible()


def test_a_commitment_says_what_happened_since_and_where_that_was_read(page, qtbot):
    both = find(page, qtbot, COMPACT, "priorities")
    said = words_in(both.area)
    assert "17 July 2025" in said
    assert "Civil Society Covenant" in said
    assert "Bond" in said
    assert both.list.hasFocus()


def test_a_commitment_is_pinned_and_the_pin_is_taken_away(page, qtbot, house):
    both = find(page, qtbot, COMPACT, "priorities")
    pin = both.area.findChild(StrategyCard).pin_button
    pin.click()
    qtbot.waitUntil(lambda: pin.text() == "Take the pin away")
    assert house.choices.all().kept == (COMPACT,)
    assert "Pinned" in both.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    pin.click()
    qtbot.waitUntil(lambda: pin.text() == "Pin this commitment")
    assert house.choices.all().kept == ()


def test_a_pin_that_cannot_be_kept_says_so(page, qtbot, house, monkeypatch):
    told = []
    monkeypatch.setattr(
        "vcs_desktop.ui.pages.council.priorities_view.tell_problem",
        lambda parent, error: told.append(error),
    )
    both = find(page, qtbot, COMPACT, "priorities")
    house.council.fail("pin", Damaged())
    both.area.findChild(StrategyCard).pin_button.click()
    qtbot.waitUntil(lambda: len(told) == 1)


def test_a_priority_has_nothing_to_pin(page, qtbot):
    both = find(page, qtbot, "strategy/priority/volunteering", "priorities")
    assert not both.area.findChild(StrategyCard).pin_button.isVisible()


def test_what_changed_between_two_editions_is_listed_with_the_words_marked(page, qtbot, house):
    house.put(*newer_edition())
    view = page.sections.current()
    with qtbot.waitSignal(page.ready):
        page.shown()
    assert view.edition.isVisible()
    view.changes_button.click()
    qtbot.waitUntil(lambda: "New" in titles(view.both))
    rows = titles(view.both)
    assert rows[:2] == ["New", "A new one"]
    assert "Reworded" in rows
    assert "Gone" in rows
    view.both.open("next/compact")
    spoken_words = [
        spoken(text).text(QAccessible.Text.Name) for text in view.both.area.findChildren(MarkedText)
    ]
    assert any("[added: use" in words for words in spoken_words)
    assert any("[taken out:" in words for words in spoken_words)
    usable_at_every_size(qtbot, page)


def test_the_older_edition_can_be_read_again(page, qtbot, house):
    house.put(*newer_edition())
    with qtbot.waitSignal(page.ready):
        page.shown()
    view = page.sections.current()
    with qtbot.waitSignal(page.ready):
        view.edition.choose("Strategy 2022 to 2027")
    assert "Collaboration and networking" in titles(view.both)
    assert not view.changes_button.isVisible()


def test_what_only_an_older_edition_says_is_found_in_it(page, qtbot, house):
    house.put(*newer_edition())
    find(page, qtbot, COMPACT, "priorities")
    view = page.sections.current()
    assert view.edition.chosen_id() == "Strategy 2022 to 2027"
    assert view.both.area.findChild(StrategyCard).item.id == COMPACT


def test_consultation_is_one_press_away_in_our_agreement(page, qtbot):
    view = go_to(page, qtbot, "agreement")
    with qtbot.waitSignal(page.ready):
        view.topics["consultation"].click()
    rows = titles(view.both)
    assert rows[:2] == ["Oxfordshire Compact", "Consultation code"]
    assert "Consultation: 12 weeks in writing, or a reason for less" in rows
    qtbot.waitUntil(lambda: "Consultation code" in words_in(view.both.area))


def test_a_principle_says_that_the_words_are_ours_and_whether_it_holds(page, qtbot):
    both = find(page, qtbot, "compact/national-2010/2-consultation", "agreement")
    said = words_in(both.area)
    assert "12 weeks" in said
    assert "our own words" in said
    assert "Replaced by a newer one" in said
    assert "1 December 2010 to 16 July 2025" in said


def test_a_principle_is_found_whatever_topic_was_chosen(page, qtbot):
    view = go_to(page, qtbot, "agreement")
    with qtbot.waitSignal(page.ready):
        view.topics["volunteers"].click()
    both = find(page, qtbot, "compact/national-2010/2-consultation", "agreement")
    assert "Consultation" in words_in(both.area)


def test_from_the_agreement_one_goes_on_to_the_guide_that_says_how_to_use_it(page, qtbot):
    view = go_to(page, qtbot, "agreement")
    qtbot.waitUntil(lambda: bool(_guides_in(view.both.area)))
    (guide,) = _guides_in(view.both.area)
    with qtbot.waitSignal(page.place_asked) as asked:
        guide.click()
    assert asked.args == ["learning", GUIDE]
    assert one(GUIDE).kind == "training"


def _guides_in(area):
    return [each for each in area.findChildren(QPushButton) if "how to use" in each.text()]


def test_what_the_strategy_does_not_give_stays_not_given(page, qtbot):
    view = go_to(page, qtbot, "money")
    said = words_in(view)
    assert "More than £80 million" in said
    assert "is not given" in said
    charts = view.findChildren(BarChart)
    names = [bar.name for chart in charts for bar in chart.drawing._bars]
    assert names == ["Contracts", "Grants", "Adult social care", "All other services together"]


def test_what_is_said_of_the_money_is_so_in_its_figures(page, qtbot, house):
    view = go_to(page, qtbot, "money")
    assert "Contracts are nearly all of it." in words_in(view)
    told = {"unit": "pounds", "theme": "council money", "asOf": "2029-03-31"}
    for name, value in (("all", 1_000_000_000), ("contracts", 1e8), ("grants", 9e8)):
        data = {"title": name, "value": value, **told}
        house.put(Record("fact", f"fact/council-money/{name}-2029", data))
    with qtbot.waitSignal(page.ready):
        view.look()
    qtbot.waitUntil(lambda: "£900 million" in words_in(view))
    qtbot.waitUntil(lambda: "nearly all" not in words_in(view))
    assert "Most of the money is in contracts" not in words_in(view)


def test_from_the_money_one_goes_on_to_the_contracts(page, qtbot):
    view = go_to(page, qtbot, "money")
    with qtbot.waitSignal(page.place_asked) as asked:
        view.funding_button.click()
    assert asked.args == ["funding", ""]


def test_the_social_value_policy_says_what_we_did_not_find(page, qtbot):
    said = words_in(go_to(page, qtbot, "social_value"))
    assert "£100,000" in said
    assert "did not find the final terms" in said


def test_a_great_many_parts_of_the_policy_are_not_all_shown_but_counted(page, qtbot, house):
    before = len(house.council.social_value().facts)
    many = (
        fact(f"many/{n}", theme="social value", asOf=f"2026-11-{n:02}") for n in range(1, MOST + 1)
    )
    house.put(*many)
    view = go_to(page, qtbot, "social_value")
    said = words_in(view)
    assert f"{before} more are not shown here. The search at the top finds them." in said
    assert all(f"Figure of many/{n}" in said for n in range(1, MOST + 1))
    assert "did not find the final terms" not in said


def test_networks_and_hubs_are_listed_for_an_area(page, qtbot):
    view = go_to(page, qtbot, "places")
    assert "Community space in Castle Quay, Banbury" in titles(view.both)
    with qtbot.waitSignal(page.ready):
        view.area.choose("E07000178")
    rows = titles(view.both)
    assert "Oxford Hub" in rows
    assert "Community space in Castle Quay, Banbury" not in rows
    with qtbot.waitSignal(page.ready):
        view.wanted.choose("space")
    assert "CAG Oxfordshire" not in titles(view.both)


def test_a_district_that_was_searched_for_is_shown_until_something_else_is_asked(page, qtbot):
    both = find(page, qtbot, "place/district/cherwell", "places")
    assert "Cherwell" in words_in(both.area)
    view = page.sections.current()
    with qtbot.waitSignal(page.ready):
        view.wanted.choose("space")
    assert not any("Cherwell" in title for title in titles(both))


def test_a_place_says_what_one_can_get_and_where_that_was_read(page, qtbot):
    both = find(page, qtbot, "place/network/cag-oxfordshire", "places")
    said = words_in(both.area)
    assert "Training" in said
    assert "Checked on 23 November 2026" in said


def test_where_it_was_read_is_shown_in_full(page, qtbot):
    both = find(page, qtbot, COMPACT, "priorities")
    assert both.area.findChild(SourceLine) is not None
    said = words_in(both.area).replace("\u200b", "")
    assert "https://mycouncil.oxfordshire.gov.uk/ieIssueDetails.aspx?IId=30166" in said


@pytest.mark.parametrize(
    ("part", "act"),
    [("priorities", "strategy"), ("agreement", "agreement"), ("places", "directory")],
)
def test_a_part_that_cannot_be_read_says_so_and_can_be_tried_again(page, qtbot, house, part, act):
    view = page.sections.current() if part == "priorities" else go_to(page, qtbot, part)
    house.council.fail(act, Damaged())
    with qtbot.waitSignal(page.ready):
        view.look()
    assert view.both.empty.isVisible()
    assert view.both.empty.title.text() == "We could not look"
    house.council.mend(act)
    with qtbot.waitSignal(page.ready):
        view.both.empty.button.click()
    assert view.both.list.isVisible()


@pytest.mark.parametrize("part", ["money", "social_value"])
def test_figures_that_cannot_be_read_say_so_and_can_be_tried_again(page, qtbot, house, part):
    house.council.fail(part, Damaged())
    view = go_to(page, qtbot, part)
    assert view.problem.title.text() == "We could not look"
    house.council.mend(part)
    with qtbot.waitSignal(page.ready):
        view.problem.button.click()
    assert "£" in words_in(view)


@pytest.mark.parametrize("part", PARTS)
def test_an_empty_library_says_what_will_be_there(open_house, tasks, show_page, qtbot, part):
    page = show_page(open_house(CouncilHouse, filled=False).page(tasks))
    if part != "priorities":
        go_to(page, qtbot, part)
    assert "here yet" in words_in(page.sections.current())


def test_something_that_is_gone_is_told(page, qtbot, monkeypatch):
    told = []
    monkeypatch.setattr(
        "vcs_desktop.ui.pages.council.page.tell_problem", lambda parent, error: told.append(error)
    )
    page.show_thing("compact/gone")
    qtbot.waitUntil(lambda: len(told) == 1)


def test_where_there_is_one_pane_enter_goes_in_and_escape_goes_back(page, qtbot):
    page.resize(600, 500)
    both = page.sections.current().both
    both.list.setFocus()
    qtbot.keyClick(both.list, Qt.Key.Key_Down)
    qtbot.keyClick(both.list, Qt.Key.Key_Return)
    assert both.list_detail.back_button.hasFocus()
    assert not both.list.isVisible()
    page.resize(600, 300)
    qtbot.waitUntil(lambda: both.area.verticalScrollBar().maximum() > 0)
    qtbot.keyClick(both.list_detail.back_button, Qt.Key.Key_PageDown)
    assert both.area.verticalScrollBar().value() > 0
    qtbot.keyClick(both.list_detail.back_button, Qt.Key.Key_Escape)
    assert both.list.hasFocus()


def test_however_many_topics_a_library_has_so_many_can_be_chosen(page, qtbot, house):
    topics = [f"topic {number}" for number in range(60)]
    some = {"title": "Promises", "edition": "Ours", "state": "in_force", "topics": topics}
    told = one("compact/national-2010/2-consultation").data | some
    house.put(Record("compact", "compact/many", told))
    view = go_to(page, qtbot, "agreement")
    assert len(view.topics) == MOST_TOPICS + 1


def test_the_arrow_keys_pass_headings_by(page, qtbot):
    both = go_to(page, qtbot, "agreement").both
    both.list.setFocus()
    seen = set()
    for _ in range(len(titles(both))):
        seen.add(both.list.chosen_id())
        qtbot.keyClick(both.list, Qt.Key.Key_Down)
    assert "" not in seen
    assert len(seen) > 20


def test_f6_stops_at_the_names_of_the_parts_the_list_and_the_card(page, qtbot):
    both = page.sections.current().both
    assert page.parts() == (page.sections.bar, both.list, both.area)
    view = go_to(page, qtbot, "money")
    assert page.parts() == (page.sections.bar, view)
    assert page.first_focus() is page.sections.buttons["money"]


def test_in_little_room_the_row_under_the_hand_stays_in_sight(page, qtbot):
    look.set_text_size(200)
    page.resize(683, 300)
    both = page.sections.current().both
    both.list.setFocus()
    for _ in range(6):
        qtbot.keyClick(both.list, Qt.Key.Key_Down)
    row = both.list.visualRect(both.list.currentIndex())
    seen, lowest = both.list.viewport(), page.height() - row.height()
    qtbot.waitUntil(lambda: 0 <= seen.mapTo(page, row.topLeft()).y() <= lowest)


def test_in_little_room_what_is_opened_comes_to_the_top(page, qtbot):
    look.set_text_size(200)
    page.resize(683, 300)
    page.show_thing("compact/national-2010/2-consultation")
    qtbot.waitUntil(lambda: page.sections.current_id() == "agreement")
    back = page.sections.current().both.list_detail.back_button
    qtbot.waitUntil(back.hasFocus)
    qtbot.waitUntil(lambda: 0 <= back.mapTo(page, back.rect().topLeft()).y() < 100)
