"""The search at the top: what it offers, in which order, and how the keyboard works it."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from tests.support.accessibility import every_complaint, spoken
from tests.support.demo_page import DemoPage
from tests.support.fake_services import Held
from tests.support.funding_library import LUNCHES, MEALS, Household, award, grant, place
from vcs_desktop.core.errors import FolderNotWritable
from vcs_desktop.domain.help import HelpTopic
from vcs_desktop.services.search import SearchService
from vcs_desktop.ui.main_window import MainWindow, PageSpec
from vcs_desktop.ui.search_panel.search import Search
from vcs_desktop.ui.theme import look

TOPICS = (
    HelpTopic("home", "The Home page", "What stands there, and why.", ()),
    HelpTopic("lunching", "Looking after meals", "Nothing about grants.", ()),
)
FUNDING = ("funding_call", "tender", "award")


@pytest.fixture
def house(tmp_path, tasks):
    made = Household(tmp_path)
    made.put(
        MEALS,
        LUNCHES,
        grant("hall roof", grantShortDescription="Tiles for a village."),
        grant("old hall", grantShortDescription="Paint and meals."),
        award("choir", 2_000),
        place("Hall Green", "E05000001"),
    )
    made.library.finish_index()
    made.search = Held(SearchService(made.database, made.clock))
    made.choices = Held(made.choices)
    made.help = SimpleNamespace(topics=lambda: TOPICS)
    yield made
    made.search.let_all_go()
    tasks.stop()
    made.close()


@pytest.fixture
def window(house, tasks, settings, show, qtbot):
    specs = (
        PageSpec("home", "Home", "house", DemoPage, "Ctrl+1"),
        PageSpec(
            "funding", "Funding", "hand-coins", DemoPage, "Ctrl+2", takes_words=True, shows=FUNDING
        ),
        PageSpec("help", "Help", "circle-help", DemoPage, "", shows=("term",), aside=True),
    )
    made = MainWindow(specs, tasks, settings, ("Us", ""))
    made.finder = Search(made, house, tasks)
    show(made, 1366, 671)
    qtbot.waitUntil(lambda: made.page().visits == 1)
    return made


@pytest.fixture
def call(window, qtbot):
    """Go to the search by its key and type."""

    def type_in(words=""):
        control = Qt.KeyboardModifier.ControlModifier
        qtbot.keyClick(window, Qt.Key.Key_K, control)
        qtbot.keyClicks(window.top_bar.search, words)

    return type_in


def rows(window):
    return [(row.kind, row.title) for row in window.finder.panel.model.rows]


def titles(window):
    return [row.title for row in window.finder.panel.model.rows]


def told(window):
    return window.finder.panel.told.text()


def press(qtbot, *keys):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def wait_for_best(window, qtbot):
    qtbot.waitUntil(lambda: "found." in told(window) or "Nothing has" in told(window))


def test_with_nothing_typed_it_lists_what_was_opened_lately(window, call, house, qtbot):
    house.choices.look_at(LUNCHES.id)
    house.choices.look_at(MEALS.id)
    call()
    qtbot.waitUntil(lambda: titles(window) == ["meals", "lunches"])
    assert told(window) == "You opened these lately:"
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert window.windowTitle().startswith("Funding")
    assert window.page().shown_things == [LUNCHES.id]


def test_with_nothing_opened_yet_it_says_what_can_be_typed(window, call, qtbot):
    call()
    qtbot.waitUntil(lambda: "Type words" in told(window))
    assert not window.finder.panel.list.isVisible()
    assert "Type > to find a command" in window.finder.panel.hint.text()


def test_the_first_answer_comes_before_the_ranked_one(window, call, house, qtbot):
    house.search.hold("ranked")
    call("hall")
    qtbot.waitUntil(lambda: titles(window)[:2] == ["old hall", "hall roof"])
    assert "newest first" in told(window)
    house.search.let_go("ranked")
    wait_for_best(window, qtbot)
    assert set(titles(window)) == {"old hall", "hall roof", "See all in Funding"}


def test_the_ranked_answer_has_words_out_of_the_text_and_says_why(window, call, qtbot):
    call("paint")
    wait_for_best(window, qtbot)
    row = window.finder.panel.model.rows[0]
    assert (row.kind, row.title) == ("Grant", "old hall")
    assert row.why == "Paint and meals."
    assert row.note == "Ridgeway Fund · Closes in 25 days"
    assert row.spoken() == (
        "old hall. Grant. Ridgeway Fund · Closes in 25 days. Why: Paint and meals."
    )


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("roof", "The title has your words"),
        ("roof zebra", "The title has some of your words"),
        ("ridgeway", "It is from Ridgeway Fund"),
    ],
)
def test_every_row_says_why_it_is_there(window, call, qtbot, words, why):
    call(words)
    wait_for_best(window, qtbot)
    assert why in [row.why for row in window.finder.panel.model.rows]


def test_it_says_when_nothing_has_all_the_words(window, call, qtbot):
    call("roof zebra")
    wait_for_best(window, qtbot)
    assert told(window) == "Nothing has all your words. These have some of them."
    assert titles(window)[0] == "hall roof"


def test_it_says_when_nothing_is_found(window, call, qtbot):
    call("zebra")
    wait_for_best(window, qtbot)
    assert told(window).startswith("Nothing has these words. Try fewer")
    assert titles(window) == []
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert window.windowTitle().startswith("Home")
    assert window.finder.panel.isVisible()


def test_only_what_a_page_can_show_is_offered(window, call, qtbot):
    call("green")
    wait_for_best(window, qtbot)
    assert "Hall Green" not in titles(window)


def test_pages_and_help_stand_before_records(window, call, qtbot):
    call("home")
    wait_for_best(window, qtbot)
    assert rows(window)[:2] == [("Page", "Home"), ("Help", "The Home page")]
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert window.windowTitle().startswith("Help")
    assert window.page().shown_things == ["home"]


def test_all_of_it_can_be_seen_on_a_page_of_its_own(window, call, qtbot):
    call("meals")
    wait_for_best(window, qtbot)
    assert rows(window)[-1] == ("Page", "See all in Funding")
    press(qtbot, *[Qt.Key.Key_Down] * len(rows(window)), Qt.Key.Key_Return)
    assert window.windowTitle().startswith("Funding")
    assert window.page().asked == ["meals"]


def test_what_is_opened_is_remembered(window, call, house, qtbot):
    call("roof")
    wait_for_best(window, qtbot)
    press(qtbot, Qt.Key.Key_Return)
    assert window.page().shown_things == ["grant/hall roof"]
    assert not window.finder.panel.isVisible()
    assert window.page().isAncestorOf(QApplication.focusWidget())
    qtbot.waitUntil(lambda: house.choices.all().looked_at == ("grant/hall roof",))


def test_enter_before_the_answer_opens_the_best_when_it_is_there(window, call, house, qtbot):
    house.search.hold("first")
    call("paint")
    press(qtbot, Qt.Key.Key_Return)
    assert window.windowTitle().startswith("Home")
    house.search.let_go("first")
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Funding"))
    assert window.page().shown_things == ["grant/old hall"]


def test_typing_on_after_enter_opens_nothing(window, call, house, qtbot):
    house.search.hold("first")
    call("paint")
    press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Backspace)
    house.search.let_go("first")
    wait_for_best(window, qtbot)
    assert window.windowTitle().startswith("Home")
    assert window.finder.panel.isVisible()


def test_an_answer_to_earlier_words_is_dropped(window, call, house, qtbot):
    house.search.hold("first")
    call("roof")
    qtbot.keyClick(window.top_bar.search, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.top_bar.search, "old")
    shown = []
    window.finder.panel.model.modelReset.connect(lambda: shown.append(titles(window)))
    house.search.let_go("first")
    wait_for_best(window, qtbot)
    assert shown
    assert all("hall roof" not in each for each in shown)


def test_the_next_key_cuts_short_what_is_looked_for(window, call, house, qtbot):
    call("roof")
    wait_for_best(window, qtbot)
    before = house.search.asked.count("interrupt")
    qtbot.keyClicks(window.top_bar.search, "s")
    assert house.search.asked.count("interrupt") > before


def test_what_one_has_gone_into_stays_as_it_lies(window, call, house, qtbot):
    house.search.hold("ranked")
    call("meals")
    qtbot.waitUntil(lambda: "meals" in titles(window))
    before = titles(window)
    press(qtbot, Qt.Key.Key_Down)
    house.search.let_go("ranked")
    qtbot.waitUntil(lambda: "old hall" in titles(window))
    assert titles(window)[: len(before)] == before
    assert window.finder.panel.list.hasFocus()
    assert window.finder.panel.list.currentIndex().row() == 0


def test_the_keys_of_the_list(window, call, qtbot):
    call("hall")
    wait_for_best(window, qtbot)
    search, listed = window.top_bar.search, window.finder.panel.list
    press(qtbot, Qt.Key.Key_Down)
    assert listed.hasFocus()
    assert listed.currentIndex().row() == 0
    press(qtbot, Qt.Key.Key_Down)
    assert listed.currentIndex().row() == 1
    press(qtbot, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert search.hasFocus()
    press(qtbot, Qt.Key.Key_Down)
    qtbot.keyClicks(listed, "s")
    assert search.hasFocus()
    assert search.text() == "halls"
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Backspace)
    assert search.text() == "hall"


def test_tab_goes_on_and_puts_the_panel_away(window, call, qtbot):
    call("hall")
    wait_for_best(window, qtbot)
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    assert not window.finder.panel.isVisible()
    assert QApplication.focusWidget() is window.top_bar.text_size_button


def test_esc_goes_back_to_where_one_was(window, call, qtbot):
    window.page().name_field.setFocus()
    call("hall")
    wait_for_best(window, qtbot)
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Escape)
    assert not window.finder.panel.isVisible()
    assert QApplication.focusWidget() is window.page().name_field
    call()
    assert window.top_bar.search.selectedText() == "hall"
    qtbot.waitUntil(lambda: "hall roof" in titles(window))


def test_a_click_elsewhere_puts_the_panel_away(window, call, qtbot):
    call("hall")
    wait_for_best(window, qtbot)
    qtbot.mouseClick(window.finder.panel.told, Qt.MouseButton.LeftButton)
    assert window.finder.panel.isVisible()
    qtbot.mouseClick(window.navigation.group_label, Qt.MouseButton.LeftButton)
    assert not window.finder.panel.isVisible()


def test_a_click_in_the_field_shows_the_panel_and_one_on_a_row_opens_it(window, house, qtbot):
    house.choices.look_at(MEALS.id)
    qtbot.mouseClick(window.top_bar.search, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: titles(window) == ["meals"])
    listed = window.finder.panel.list
    centre = listed.visualRect(listed.model().index(0, 0)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert window.page().shown_things == [MEALS.id]


def test_the_clear_button_takes_the_words_out_and_lists_recent_things(window, call, qtbot):
    call("hall")
    wait_for_best(window, qtbot)
    assert window.top_bar.search.clear_button.accessibleName() == "Clear the search"
    qtbot.mouseClick(window.top_bar.search.clear_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Type words" in told(window))
    assert window.top_bar.search.text() == ""
    assert not window.top_bar.search.clear_button.isVisible()


def test_commands_come_from_the_menus(window, call, qtbot):
    call(">")
    assert told(window) == "Commands:"
    assert rows(window)[0] == ("Command", "Home")
    assert titles(window)[-1] == "Quit"  # nobody wants to meet it first
    qtbot.keyClicks(window.top_bar.search, " colours dark")
    assert rows(window) == [("Command", "Dark")]
    assert window.finder.panel.model.rows[0].note == "View · Colours"
    press(qtbot, Qt.Key.Key_Return)
    assert look.theme == "dark"
    assert window.page().isAncestorOf(QApplication.focusWidget())
    call("> dark")
    assert window.finder.panel.model.rows[0].note == "View · Colours · on now"
    qtbot.keyClicks(window.top_bar.search, "zz")
    assert told(window) == "No command has these words."


def test_a_command_about_the_page_acts_on_the_page(window, call, qtbot):
    call(">find on")
    press(qtbot, Qt.Key.Key_Return)
    assert window.page().name_field.hasFocus()


def test_a_command_that_cannot_be_used_is_not_offered(window, call, qtbot):
    call(">smaller")
    assert titles(window) == []
    look.set_text_size(150)
    call(">smaller")
    assert titles(window) == ["Smaller"]


def test_a_search_that_fails_says_so(window, call, house, qtbot):
    house.search.fail("first", FolderNotWritable())
    house.search.fail("ranked", FolderNotWritable())
    call("hall")
    qtbot.waitUntil(lambda: "cannot save" in told(window))
    assert titles(window) == []


def test_f6_leaves_the_panel(window, call, qtbot):
    call("hall")
    wait_for_best(window, qtbot)
    press(qtbot, Qt.Key.Key_F6)
    assert not window.finder.panel.isVisible()
    assert window.page().isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize(("width", "height", "percent"), [(1366, 671, 100), (683, 364, 200)])
def test_the_panel_stays_in_the_window_and_everybody_can_use_it(
    window, call, qtbot, width, height, percent
):
    look.set_text_size(percent)
    window.resize(width, height)
    call("hall")
    wait_for_best(window, qtbot)
    panel = window.finder.panel
    qtbot.waitUntil(lambda: window.rect().contains(panel.geometry()))
    row = panel.list.visualRect(panel.list.model().index(0, 0))
    assert panel.list.viewport().height() >= row.height()
    assert panel.list.viewport().width() >= row.width()
    assert every_complaint(panel) == []
    look.set_text_size(100)
    window.resize(1000, 500)
    qtbot.waitUntil(lambda: window.rect().contains(panel.geometry()))
    qtbot.waitUntil(panel.told.isVisible)


def test_right_to_left_it_hangs_from_the_other_side(window, call, qapp, qtbot):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        call("hall")
        wait_for_best(window, qtbot)
        panel, field = window.finder.panel, window.top_bar.search
        end = field.mapTo(window, field.rect().topRight()).x()
        assert abs(panel.geometry().right() - end) <= 1
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_screen_reader_hears_whole_rows(window, call, qtbot):
    call("roof")
    wait_for_best(window, qtbot)
    listed = spoken(window.finder.panel.list)
    assert listed.text(QAccessible.Text.Name) == "What was found"
    said = listed.child(0).text(QAccessible.Text.Name)
    assert said.startswith("hall roof. Grant. Ridgeway Fund")
    field = spoken(window.top_bar.search)
    assert field.text(QAccessible.Text.Name) == "Search everything"
    assert "arrow down" in field.text(QAccessible.Text.Description)


def test_the_rows_obey_qt(window, call, qtbot, qtmodeltester):
    call("hall")
    wait_for_best(window, qtbot)
    qtmodeltester.check(window.finder.panel.model)


def test_hostile_words_and_titles_are_drawn_quickly_and_as_they_are(window, call, house, qtbot):
    house.put(grant("<b>hall</b> " + "A" * 200_000, id="x"))
    house.library.finish_index()
    call("<b>hall & <img src=x>")
    wait_for_best(window, qtbot)
    assert any(title.startswith("<b>hall</b>") for title in titles(window))
    window.finder.panel.grab()
