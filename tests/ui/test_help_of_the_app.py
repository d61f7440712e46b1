"""The pages of help say what is so: every key, every place, every kind of thing."""

import re

import pytest
from PySide6.QtWidgets import QMenu

from tests.support.reading_age import word_count
from vcs_desktop.app.pages import pages
from vcs_desktop.core.resources import resource

FOLDER = resource("help")
NAMES = sorted(path.stem for path in FOLDER.glob("*.md"))
FORMAT = "funding-call-format"
PLACES = pages(None, None, None, None, None)


def text_of(name):
    return (FOLDER / f"{name}.md").read_text("utf-8").split("\n---\n", 1)[1]


def test_every_page_of_the_window_has_help_of_its_own():
    assert {spec.help_topic for spec in PLACES} <= set(NAMES)
    asked = [spec.help_topic for spec in PLACES]
    assert len(set(asked)) == len(asked)


def test_every_key_of_the_menus_is_among_the_keys(window):
    cells = {cell.strip() for cell in re.findall(r"^\| ([^|]+) \|", text_of("keys"), re.MULTILINE)}
    told = {key for cell in cells for key in re.split(r" or |, (?=Shift)", cell)}
    keys = {
        key.toString()
        for menu in window.menu_bar.findChildren(QMenu)
        for action in menu.actions()
        for key in action.shortcuts()
    }
    of_places = {key for key in keys if re.fullmatch(r"Ctrl\+[1-9]", key)}
    assert {"F1", "Ctrl+1"} <= keys
    assert keys - of_places <= told
    assert "Ctrl+1 to Ctrl+5" in told


def test_the_keys_of_the_places_are_those_that_are_told():
    assert [spec.key for spec in PLACES if not spec.aside] == [f"Ctrl+{n}" for n in range(1, 6)]


@pytest.mark.parametrize("name", [name for name in NAMES if name != FORMAT])
def test_a_page_of_help_is_short(name):
    assert 150 <= word_count(text_of(name)) <= 500


@pytest.mark.parametrize("name", NAMES)
def test_a_page_of_help_is_named_after_its_file_and_comes_from_nowhere_else(name):
    head = (FOLDER / f"{name}.md").read_text("utf-8").split("\n---\n", 1)[0]
    assert f"\nid: {name}\n" in head
    assert "<" not in text_of(name) or name == FORMAT


def test_the_help_on_protection_says_that_there_is_no_password_yet():
    assert "There is no password." in text_of("protection")


def test_everybody_whose_work_travels_with_the_app_is_named():
    told = text_of("licences")
    for name in ("Inter", "Noto Sans", "Lucide", "Qt", "PySide6", "SQLCipher", "ReportLab"):
        assert name in told
