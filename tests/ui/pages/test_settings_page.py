"""Settings hold at once, whoever changes them, and are kept."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.support import accessibility
from tests.support.library_examples import TODAY
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.domain.updates import Standing
from vcs_desktop.sync.trust import NotTrusted
from vcs_desktop.ui.pages.settings import page as settings_page
from vcs_desktop.ui.pages.settings.page import SettingsPage
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.updates.updates import Updates, UpdatesState

PLACES = [("home", "Home"), ("funding", "Funding"), ("learning", "Learning")]


@pytest.fixture
def updates(tasks, settings):
    """Updates that nobody gets: no service is asked before there is an address."""
    return Updates(None, tasks, settings, FixedClock.on(TODAY))


@pytest.fixture
def page(settings, tmp_path, show, updates):
    made = show(SettingsPage(settings, tmp_path / "data", PLACES, updates), 1150, 640)
    made.shown()
    return made


def kept(tmp_path):
    return SettingsFile(tmp_path / "settings.json").current


def test_the_size_of_the_text_holds_at_once_and_is_kept(page, tmp_path):
    page.text_size.choose("150")
    assert look.text_size == 150
    assert kept(tmp_path).text_size == 150


def test_the_colours_hold_at_once_and_are_kept(page, tmp_path):
    page.colours.choose("dark")
    assert look.palette_name == "dark"
    assert kept(tmp_path).theme == "dark"


def test_what_is_changed_in_a_menu_shows_here_too(page):
    look.set_text_size(125)
    look.set_theme("contrast")
    assert page.text_size.chosen_id() == "125"
    assert page.colours.chosen_id() == "contrast"


def test_the_page_to_begin_with_is_kept(page, tmp_path):
    assert page.start_page.chosen_id() == "home"
    page.start_page.choose("learning")
    assert kept(tmp_path).start_page == "learning"


def test_the_page_to_begin_with_that_was_kept_is_shown(settings, tmp_path, show, updates):
    settings.change(start_page="funding")
    made = show(SettingsPage(settings, tmp_path, PLACES, updates))
    assert made.start_page.chosen_id() == "funding"


def test_the_welcome_can_be_shown_again_for_the_next_person(page, settings, qtbot):
    settings.change(welcomed=True, tour_seen=True)
    with qtbot.waitSignal(page.place_asked) as asked:
        page.welcome_button.click()
    assert asked.args == ["home", ""]
    assert not settings.current.welcomed
    assert not settings.current.tour_seen


def test_the_folder_is_named_and_can_be_opened(page, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(settings_page, "open_file", lambda path: opened.append(path) or True)
    assert page.folder_field.text() == str(tmp_path / "data")
    page.open_button.click()
    assert opened == [tmp_path / "data"]


def test_it_says_what_is_encrypted_and_what_is_not(page):
    told = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "What is in your group is encrypted." in told
    for plain in ("library", "settings", "guides", "while no group is open", "name", "are called"):
        assert plain in told.split("The rest is not encrypted:")[1]
    assert "password" not in told


def test_a_computer_that_does_not_open_folders_is_told_about_kindly(page, monkeypatch):
    told = []
    monkeypatch.setattr(settings_page, "open_file", lambda path: False)
    monkeypatch.setattr(settings_page, "tell_problem", lambda _page, error: told.append(error))
    page.open_button.click()
    assert "did not open" in told[0].message


def test_settings_can_be_used_by_everybody(page, qtbot):
    for width, height, percent in ((1150, 640, 100), (683, 364, 100), (683, 364, 200)):
        look.set_text_size(percent)
        page.resize(width, height)
        qtbot.waitUntil(partial(lambda: accessibility.every_complaint(page) == []))


def test_the_address_of_the_library_is_kept_when_the_field_is_left(page, qtbot, tmp_path):
    page.updates.address.take_focus()
    qtbot.keyClicks(page.updates.address.box, "library.example.org/")
    qtbot.keyClick(page.updates.address.box, Qt.Key.Key_Tab)
    assert kept(tmp_path).service == "https://library.example.org"
    assert page.updates.address.words() == "https://library.example.org"


def test_enter_keeps_it_too_and_an_empty_field_takes_it_away(page, qtbot, tmp_path, settings):
    settings.change(service="https://library.example.org")
    page.shown()
    box = page.updates.address.box
    assert box.text() == "https://library.example.org"
    box.clear()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert kept(tmp_path).service == ""


def test_what_somebody_is_typing_stays_when_the_page_is_looked_at_anew(page, qtbot):
    page.updates.address.take_focus()
    qtbot.keyClicks(page.updates.address.box, "library.exam")
    page.shown()
    assert page.updates.address.words() == "library.exam"


def test_what_is_no_address_is_said_and_not_kept(page, qtbot, tmp_path, settings):
    settings.change(service="https://library.example.org")
    box = page.updates.address.box
    box.setText("ask the council")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert page.updates.address.error.startswith("This is not an address.")
    assert "Error: This is not an address." in box.accessibleDescription()
    page.updates.get_button.click()
    assert kept(tmp_path).service == "https://library.example.org"
    assert not page.updates._updates.is_running


def test_without_an_address_the_button_leads_to_the_field(page):
    page.updates.get_button.setFocus()
    page.updates.get_button.click()
    assert page.updates.address.box.hasFocus()


def test_when_to_look_and_care_of_what_costs_are_kept(page, tmp_path):
    assert (page.updates.when.chosen_id(), page.updates.metered.is_ticked()) == ("daily", True)
    page.updates.when.choose("opened")
    page.updates.metered.box.click()
    assert (kept(tmp_path).look_when, kept(tmp_path).metered_care) == ("opened", False)


def test_it_says_in_whole_sentences_how_the_library_stands(page, updates):
    assert not page.updates.state.isVisible()
    updates.state = UpdatesState(standing=Standing.NOT_TRUSTED, error=NotTrusted())
    updates.changed.emit()
    assert page.updates.state.text() == f"{NotTrusted.message} {NotTrusted.advice}"


def test_whoever_asks_for_updates_without_an_address_comes_to_the_field(page):
    page.show_thing("updates")
    assert page.updates.address.box.hasFocus()
