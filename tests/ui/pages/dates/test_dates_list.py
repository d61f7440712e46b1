"""The list of dates: its headings, its filters, ticking off and taking back."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from tests.support.dates_window import row_named, rows_of
from tests.support.every_size import usable_at_every_size
from tests.support.hostile_texts import hostile_texts
from tests.support.people_window import said_in
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.domain.due import Outcome, OwnDate
from vcs_desktop.domain.kinds import OWN_DATE
from vcs_desktop.domain.meetings import Meeting
from vcs_desktop.ui.pages.dates.page import DatesPage

INSURANCE = "Look through again: Public liability insurance"


def card_of(page, qtbot, title):
    """Open the card of a date, and return it."""
    row = row_named(page, title)
    page.list_part.titles.open(row.id)
    qtbot.waitUntil(lambda: page.list_part.card is not None
                    and page.list_part.card.line.due.what == title)  # fmt: skip
    return page.list_part.card


def test_a_group_without_dates_says_what_comes_here_by_itself(dates_house, open_dates, tasks):
    dates_house.dates._closings = list
    page = open_dates(filled=False)
    empty = page.list_part.empty
    assert empty.title.text() == "Never miss a date"
    assert (empty.button.text(), empty.button.isVisible()) == ("Add a date", True)
    assert page.subtitle == "0 dates"
    assert not page.list_part.filters.isVisible()


def test_dates_stand_under_when_they_are(open_dates):
    page = open_dates()
    found = rows_of(page)
    assert found[:12] == [
        "Past, and not ticked off",
        INSURANCE,
        "Pay the hall",
        "Look at the DBS check of Anna again",
        "Ring the council",
        "This week",
        "Thursday lunch",
        "This month",
        "Pay the hall",
        "Later",
        "Rota: Kitchen" if "Rota: Kitchen" in found[:11] else "Closes: Winter Warmth",
        found[11],
    ]
    assert "Last day that it holds: Public liability insurance" in found
    assert page.subtitle.endswith("4 are past and not ticked off.")


def test_a_row_says_to_a_screen_reader_when_it_is_and_under_what_it_stands(open_dates):
    row = row_named(open_dates(), "Ring the council")
    assert row.spoken == (
        "Ring the council. Friday 20 November 2026. 3 days ago. Past, and not ticked off"
    )


def test_what_comes_every_week_does_not_bury_the_rest_and_has_its_own_filter(open_dates):
    page = open_dates()
    assert rows_of(page).count("Thursday lunch") == 1
    page.list_part.kinds.choose("activity")
    assert rows_of(page).count("Thursday lunch") > 50


def test_of_what_comes_every_month_the_list_has_the_next_time_and_its_filter_every_time(open_dates):
    page = open_dates()
    assert rows_of(page).count("Pay the hall") == 2  # the one that is past, and the next
    page.list_part.kinds.choose("our_own")
    assert rows_of(page).count("Pay the hall") == 13


def test_only_kinds_that_are_there_are_offered_with_how_many(open_dates):
    box = open_dates().list_part.kinds.box
    offered = [box.itemText(n) for n in range(box.count())]
    assert offered[0] == "Everything"
    assert "Meeting (1)" in offered
    assert "An action from a meeting (2)" in offered
    assert not any(each.startswith("Something to file") for each in offered)


def test_dates_are_found_by_their_words_and_all_come_back(open_dates, qtbot):
    page = open_dates()
    field = page.find_here()
    qtbot.keyClicks(field, "INSUR")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [each for each in rows_of(page) if "nsurance" in each] == [
        INSURANCE,
        "Last day that it holds: Public liability insurance",
    ]
    field.setText("nothing like it")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert rows_of(page) == []
    page.list_part.empty.button.click()
    assert INSURANCE in rows_of(page)


def test_a_card_says_when_it_is_and_what_can_be_done(open_dates, qtbot):
    page = open_dates()
    card = card_of(page, qtbot, "Closes: Winter Warmth")
    said = said_in(card)
    assert "Friday 4 December 2026" in said
    assert "in 11 days" in said
    assert "12 noon" in said
    assert card.open_button.text() == "Look at the grant or contract"
    assert not card.change_button.isVisible()


@pytest.mark.parametrize(
    ("press", "outcome"), [("done_button", Outcome.DONE), ("not_needed_button", Outcome.NOT_NEEDED)]
)
def test_a_date_is_ticked_off_and_undo_brings_it_back(
    open_dates, dates_house, qtbot, press, outcome
):
    page = open_dates()
    getattr(card_of(page, qtbot, INSURANCE), press).click()
    qtbot.waitUntil(lambda: INSURANCE not in rows_of(page))
    assert page.acts.undo_bar.isVisible()
    assert [line.outcome for line in dates_house.dates.agenda().ticked] == [outcome]
    page.acts.undo_bar.undo_button.click()
    qtbot.waitUntil(lambda: INSURANCE in rows_of(page))


def test_an_action_that_is_done_here_is_done_in_its_meeting(open_dates, dates_house, qtbot):
    page = open_dates()
    card_of(page, qtbot, "Ring the council").done_button.click()
    qtbot.waitUntil(lambda: "Ring the council" not in rows_of(page))
    meeting = dates_house.inside.records.held(Meeting, dates_house.ids["meeting"]).thing
    assert [each.done_on for each in meeting.actions if each.what == "Ring the council"] == [
        date(2026, 11, 23)
    ]


def test_what_was_ticked_off_is_found_and_opened_again(open_dates, qtbot):
    page = open_dates()
    card_of(page, qtbot, INSURANCE).done_button.click()
    qtbot.waitUntil(lambda: INSURANCE not in rows_of(page))
    page.list_part.kinds.choose("ticked")
    card = card_of(page, qtbot, INSURANCE)
    assert not card.done_button.isVisible()
    card.again_button.click()
    # Nothing is ticked off any more, so that filter has gone.
    qtbot.waitUntil(lambda: page.list_part.kinds.chosen_id() == "")
    assert rows_of(page)[:2] == ["Past, and not ticked off", INSURANCE]


def test_what_a_date_belongs_to_is_opened_where_it_is_shown(open_dates, dates_house, qtbot):
    page = open_dates()
    asked = []
    page.record_asked.connect(lambda kind, record_id: asked.append((kind, record_id)))
    card_of(page, qtbot, INSURANCE).open_button.click()
    card_of(page, qtbot, "Ring the council").open_button.click()
    assert asked == [
        ("document", dates_house.ids["paper"]), ("meeting", dates_house.ids["meeting"])
    ]  # fmt: skip


def test_a_date_of_our_own_goes_to_the_bin_and_comes_back(open_dates, dates_house, qtbot):
    page = open_dates()
    card_of(page, qtbot, "Pay the hall").remove_button.click()
    qtbot.waitUntil(lambda: "Pay the hall" not in rows_of(page))
    assert [each.title for each in dates_house.inside.records.bin()] == ["Pay the hall"]
    page.acts.undo_bar.undo_button.click()
    qtbot.waitUntil(lambda: "Pay the hall" in rows_of(page))


def test_a_date_without_a_day_is_listed_and_leads_to_its_form(open_dates, dates_house, qtbot):
    dates_house.inside.records.add(OWN_DATE, OwnDate(name="Some day"))
    page = open_dates()
    assert rows_of(page)[-2:] == ["No day yet", "Some day"]
    page.list_part.titles.open(row_named(page, "Some day").id)
    qtbot.waitUntil(lambda: page.list_part.card is None)


def test_the_search_opens_a_date_of_our_own(open_dates, dates_house, qtbot):
    page = open_dates()
    page.list_part.kinds.choose("meeting")
    page.show_record(OWN_DATE, dates_house.ids["own"])
    qtbot.waitUntil(lambda: page.list_part.card is not None
                    and page.list_part.card.line.due.what == "Pay the hall")  # fmt: skip


def menu_of(page, qtbot, title):
    """Open the menu of a row by key, and return it."""
    titles = page.list_part.titles
    titles.open(row_named(page, title).id)
    titles.list.setFocus()
    qtbot.keyClick(titles.list, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    return next(each for each in page.findChildren(QMenu) if each.isVisible())


@pytest.mark.qt_log_ignore("does not support (grabbing|raise)", extend=True)
def test_a_row_has_a_menu_of_what_can_be_done_with_it(open_dates, qtbot):
    page = open_dates()
    menu = menu_of(page, qtbot, "Pay the hall")
    assert [each.text() for each in menu.actions()] == [
        "Open", "Done", "Not needed", "Change", "Put in the bin"
    ]  # fmt: skip
    menu.close()
    menu = menu_of(page, qtbot, INSURANCE)
    offers = {each.text(): each for each in menu.actions()}
    assert list(offers) == ["Open", "Done", "Not needed"]
    menu.close()
    offers["Not needed"].trigger()
    qtbot.waitUntil(lambda: INSURANCE not in rows_of(page))


def test_when_the_line_to_undo_is_closed_the_focus_has_a_place(open_dates, qtbot):
    page = open_dates()
    card_of(page, qtbot, INSURANCE).done_button.click()
    qtbot.waitUntil(page.acts.undo_bar.isVisible)
    page.acts.undo_bar.close_button.setFocus()
    page.acts.undo_bar.close_button.click()
    assert QApplication.focusWidget() is page.sections.buttons["list"]


def test_the_next_day_a_card_says_how_far_off_it_is_then(open_dates, dates_house, qtbot):
    page = open_dates()
    assert "53 days ago" in said_in(card_of(page, qtbot, INSURANCE))
    dates_house.dates._clock = FixedClock.on(date(2026, 11, 24))
    page.shown()
    qtbot.waitUntil(lambda: "54 days ago" in said_in(page.list_part.card))


def test_the_list_leaves_the_app_as_it_is_shown(open_dates):
    page = open_dates()
    page.list_part.kinds.choose("meeting")
    table = page.sections.what_is_shown()()
    assert table.about == ("Shown: Meeting (1).",)
    assert [row[:3] for row in table.rows] == [(date(2026, 12, 8), "7.30pm", "Committee")]


def test_five_thousand_dates_are_there_at_once(open_dates, dates_house, qtbot, monkeypatch):
    from time import perf_counter

    from vcs_desktop.domain.due import Due, DueKind

    day = date(2026, 11, 24)
    many = [
        Due(f"x{n}", day + timedelta(n % 300), DueKind.CLOSING, f"Date {n}") for n in range(5_000)
    ]
    monkeypatch.setattr(dates_house.dates, "_closings", lambda: many)
    page = open_dates(filled=False)
    assert len(rows_of(page)) > 5_000
    seen = page._seen
    begun = perf_counter()
    page._show_seen(seen)
    page.list_part.titles.list.viewport().repaint()
    assert perf_counter() - begun < 1  # far more than it takes; the benchmarks measure


def test_other_peoples_words_stay_words(open_dates, dates_house, qtbot, tmp_path):
    texts = [text for _, text in hostile_texts(tmp_path / "canary.png")][5::50]
    for text in texts:
        own = OwnDate(name=f"x {text}"[:2000], on=date(2026, 12, 1), place=text[:2000])
        dates_house.dates.add_own(own)
    page = open_dates(filled=False)
    titles = page.list_part.titles.list
    for row in range(titles.model().rowCount()):
        titles.setCurrentIndex(titles.model().index(row, 0))
        titles.viewport().repaint()
    labels = page.list_part.card.findChildren(QLabel)
    assert all(each.textFormat() == Qt.TextFormat.PlainText for each in labels)


def test_the_list_is_usable_at_every_size(open_dates, qtbot):
    usable_at_every_size(qtbot, open_dates())


def test_the_nearest_dates_come_first_and_the_rest_leaves_what_is_open_alone(
    dates_house, show, tasks, qtbot
):
    dates_house.fill()
    page = show(DatesPage(dates_house, tasks, dates_house.session), 1150, 640)
    seen, cards, part = [], [], page.list_part

    def note(answer):
        seen.append((answer.listing.is_whole, rows_of(page), page.subtitle))

    page.view_model.agenda.answered.connect(note)
    part.titles.card_asked.connect(lambda _: cards.append(part.card))
    with qtbot.waitSignal(page.ready):
        page.shown()
    (near_whole, near, near_said), (whole, rows, said) = seen
    assert (near_whole, whole) == (False, True)
    assert near == rows[: len(near)]
    assert len(near) < len(rows)
    assert near_said == "Looking"
    assert said.endswith(" dates. 4 are past and not ticked off.")
    assert part.card is not None
    assert set(cards) == {part.card}


def test_who_looks_again_is_told_all_dates_at_once(open_dates, qtbot):
    page = open_dates()
    with qtbot.waitSignal(page.view_model.agenda.answered) as told:
        page.view_model.look()
    assert told.args[0].listing.is_whole


def test_a_group_with_dates_far_ahead_is_never_told_that_it_has_none(
    dates_house, show, tasks, qtbot
):
    dates_house.dates._closings = list
    far = date(2027, 10, 1)
    dates_house.inside.records.add(OWN_DATE, OwnDate(name="Fair", on=far))
    page = show(DatesPage(dates_house, tasks, dates_house.session), 1150, 640)
    said = []
    page.view_model.agenda.answered.connect(
        lambda _: said.append(page.list_part.empty.title.text())
    )
    with qtbot.waitSignal(page.ready):
        page.shown()
    assert said[0] == "Looking"
    assert rows_of(page) == ["Later", "Fair"]
