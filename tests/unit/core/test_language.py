"""Words are English until a language is spoken; a poor translation never shows as an error."""

import gettext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.pseudo_language import PseudoLanguage, changed, plain_pieces
from tests.support.translation_file import write_translations
from vcs_desktop.core.errors import CannotUseInput, FolderNotWritable, words_for
from vcs_desktop.core.language import (
    has_language,
    language,
    marked,
    speak,
    spoken,
    tr,
    tr_count,
    tr_marked,
)


@pytest.fixture(autouse=True)
def english_again():
    yield
    speak(gettext.NullTranslations())


@pytest.fixture
def welsh(tmp_path):
    write_translations(
        tmp_path,
        "cy",
        {
            "Save": "Cadw",
            "Closes {when}": "Yn cau {when}",
            "Up to {most}": "Hyd at {swm}",
            "From {least}": "O {least.pence}",
            "This file cannot be used.": "Ni ellir defnyddio'r ffeil hon.",
        },
        {("{count} day", "{count} days"): ("{count} diwrnod", "{count} o ddyddiau")},
    )
    return tmp_path


def test_words_are_english_until_a_language_is_spoken():
    assert tr("Save") == "Save"
    assert tr("Closes {when}", when="today") == "Closes today"
    assert spoken() == "en-GB"


def test_numbers_of_things_are_said_in_the_one_or_the_many():
    assert tr_count("{count} day", "{count} days", 1) == "1 day"
    assert tr_count("{count} day", "{count} days", 0) == "0 days"
    assert tr_count("{count} day", "{count} days", 1200) == "1,200 days"
    assert tr_count("{count} of {all}", "{count} of {all}", 2, all=3) == "2 of 3"


def test_a_file_of_translations_is_spoken(welsh):
    speak(language(welsh, "cy"))
    assert tr("Save") == "Cadw"
    assert tr("Closes {when}", when="heddiw") == "Yn cau heddiw"
    assert tr_count("{count} day", "{count} days", 1) == "1 diwrnod"
    assert tr_count("{count} day", "{count} days", 3) == "3 o ddyddiau"
    assert spoken() == "cy"


def test_what_is_not_translated_stays_english(welsh):
    speak(language(welsh, "cy"))
    assert tr("Print") == "Print"


def test_a_language_that_we_have_not_is_english(welsh):
    assert has_language(welsh, "cy")
    assert not has_language(welsh, "fr")
    speak(language(welsh, "fr"))
    assert tr("Save") == "Save"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (lambda: tr("Up to {most}", most="£5"), "Up to £5"),
        (lambda: tr("From {least}", least="£5"), "From £5"),
    ],
)
def test_a_translation_that_asks_for_what_is_not_there_gives_the_english(welsh, said, expected):
    speak(language(welsh, "cy"))
    assert said() == expected


def test_words_in_a_table_are_said_in_the_language_of_the_moment(welsh):
    table = {"save": marked("Save")}
    assert tr_marked(table["save"]) == "Save"
    speak(language(welsh, "cy"))
    assert tr_marked(table["save"]) == "Cadw"


def test_no_words_in_a_table_are_no_words_and_not_the_head_of_the_file(welsh):
    speak(language(welsh, "cy"))
    assert tr_marked(marked("")) == ""


def test_an_error_speaks_the_language_too(welsh):
    speak(language(welsh, "cy"))
    assert CannotUseInput().message == "Ni ellir defnyddio'r ffeil hon."
    assert CannotUseInput().advice == ""
    assert FolderNotWritable(message="Mae'r disg yn llawn.").message == "Mae'r disg yn llawn."
    assert words_for(CannotUseInput("detail")) == "Ni ellir defnyddio'r ffeil hon."


@given(st.text())
def test_a_value_is_never_read_as_words_to_fill_in(value):
    assert tr("{what}", what=value) == value


def test_the_language_of_the_tests_shows_what_is_marked_and_what_is_not():
    speak(PseudoLanguage())
    assert tr("Save") == "⟦Ŝàṽé~~⟧" == changed("Save")
    assert plain_pieces(tr("Save")) == ()
    assert plain_pieces(tr("Closes {when}", when="on Friday")) == ("on Friday",)
    assert plain_pieces("Lunch club: Save") == ("Lunch club", "Save")
    assert spoken() == "en-XA"
