"""The pages of help say what is so: every key, every place, every kind of thing."""

import re
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu

from tests.support.house_rules import read
from tests.support.marked_words import messages
from tests.support.reading_age import HARDEST_GRADE, LONGEST_SENTENCE, grade, sentences, word_count
from vcs_desktop.app.pages import pages
from vcs_desktop.core.resources import resource

FOLDER = resource("help")
NAMES = sorted(path.stem for path in FOLDER.glob("*.md"))
FORMAT = "funding-call-format"
PLACES = pages(None, None, None, None, None, None, None)
PROJECT = Path(__file__).resolve().parents[2]
KEY = re.compile(r"(?:Ctrl|Shift|Alt|Page|F\d|Enter|Esc|Tab|Up|Down|>)\b|>")
NAMES_OF_FILES = {"portable.txt", "data", "LICENSE"}


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
    assert {"Ctrl+1 to Ctrl+5", "Ctrl+6 to Ctrl+9"} <= told


def test_the_keys_of_the_places_are_those_that_are_told():
    keys = [spec.key for spec in PLACES if not spec.aside]
    assert keys[:9] == [f"Ctrl+{n}" for n in range(1, 10)]
    assert set(keys[9:]) == {""}


@pytest.mark.parametrize("name", [name for name in NAMES if name != FORMAT])
def test_a_page_of_help_is_short(name):
    assert 150 <= word_count(text_of(name)) <= 500


@pytest.mark.parametrize("name", NAMES)
def test_a_page_of_help_is_named_after_its_file_and_comes_from_nowhere_else(name):
    head = (FOLDER / f"{name}.md").read_text("utf-8").split("\n---\n", 1)[0]
    assert f"\nid: {name}\n" in head
    assert "<" not in text_of(name) or name == FORMAT


@pytest.mark.parametrize("name", NAMES)
def test_a_page_of_help_is_easy_to_read(name):
    assert grade(text_of(name)) <= HARDEST_GRADE
    too_long = [words for words in sentences(text_of(name)) if len(words) > LONGEST_SENTENCE]
    assert [" ".join(words) for words in too_long] == []


@cache
def marked():
    """Every text that the app says, without the marks of menus."""
    files = sorted((PROJECT / "vcs_desktop").rglob("*.py"))
    found = (each for file in files for each in messages(read(file, PROJECT)))
    texts = {text for each in found for text in (each.text, each.many) if text}
    return frozenset(text.replace("&", "").rstrip("…") for text in texts)


def is_said(words):
    """Say whether something of the app is called so, alone or with something that differs."""
    if words in marked() | titles():
        return True
    begun = (f"{words}.", f"{words} \u201c")
    return any(text.startswith(begun) for text in marked()) or any(
        pattern.fullmatch(words) for pattern in with_values()
    )


@cache
def titles():
    return {re.search(r"^title: (.*)$", page, re.MULTILINE)[1] for page in whole_pages()}


@cache
def with_values():
    """Return what is said with something that differs, such as "Closing in 30 days"."""
    told = (re.sub(r"\\{\w+\\}", ".+", re.escape(text)) for text in marked() if "{" in text)
    return [re.compile(pattern) for pattern in told if not pattern.startswith(".+")]


def whole_pages():
    return [(FOLDER / f"{name}.md").read_text("utf-8") for name in NAMES]


@pytest.mark.parametrize("name", NAMES)
def test_what_a_page_of_help_tells_to_press_is_called_so_on_the_screen(name):
    """What stands in bold is a name; emphasis is a whole sentence with its full stop."""
    bold = re.findall(r"\*\*(.+?)\*\*", text_of(name))
    names = {words for words in bold if not words.endswith((".", ":")) and not KEY.match(words)}
    unknown = {
        words
        for words in names - NAMES_OF_FILES
        if not is_said(words) and not all(map(is_said, words.split(", ")))
    }
    assert unknown == set()


def test_the_help_on_protection_has_two_lists_and_names_what_cannot_be_mended():
    told = text_of("protection")
    assert re.findall(r"^## (What it .*)$", told, re.MULTILINE)[:2] == [
        "What it protects", "What it does not protect",
    ]  # fmt: skip
    assert "**If words and code are both lost, nobody can open the group.**" in told
    assert "no password" not in told


def test_everybody_whose_work_travels_with_the_app_is_named():
    told = text_of("licences")
    for name in ("Inter", "Noto Sans", "Lucide", "Qt", "PySide6", "SQLCipher", "ReportLab"):
        assert name in told
