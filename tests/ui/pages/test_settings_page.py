"""Settings hold at once, whoever changes them, and are kept."""

from functools import partial

import pytest
from PySide6.QtWidgets import QLabel

from tests.support import accessibility
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.ui.pages.settings import page as settings_page
from vcs_desktop.ui.pages.settings.page import SettingsPage
from vcs_desktop.ui.theme import look

PLACES = [("home", "Home"), ("funding", "Funding"), ("learning", "Learning")]


@pytest.fixture
def page(settings, tmp_path, show):
    made = show(SettingsPage(settings, tmp_path / "data", PLACES), 1150, 640)
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


def test_the_page_to_begin_with_that_was_kept_is_shown(settings, tmp_path, show):
    settings.change(start_page="funding")
    assert show(SettingsPage(settings, tmp_path, PLACES)).start_page.chosen_id() == "funding"


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
