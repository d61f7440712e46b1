"""The window speaks the first language of the computer that there is a file for."""

import gettext

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QMessageBox

from tests.support.translation_file import write_translations
from vcs_desktop.app.spoken_language import first_spoken, speak_as_the_computer, speak_first_of
from vcs_desktop.core import language
from vcs_desktop.core.language import spoken, tr


@pytest.fixture
def folder(tmp_path):
    write_translations(tmp_path, "ar", {"Save": "حفظ"}, {})
    write_translations(tmp_path, "pt_BR", {"Save": "Salvar"}, {})
    return tmp_path


@pytest.fixture(autouse=True)
def english_again(qapp):
    yield
    language.speak(gettext.NullTranslations())
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.setParent(None)


@pytest.mark.parametrize(
    ("wanted", "first"),
    [
        (["ar-Arab-EG", "ar-EG", "ar-Arab", "ar"], "ar_Arab_EG"),
        (["cy-GB", "cy", "ar"], "ar"),
        (["ar-EG"], "ar_EG"),
        (["pt-BR", "pt"], "pt_BR"),
        (["en-GB", "en", "ar"], "en"),
        (["cy-GB", "cy"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_first_that_is_there_is_spoken(folder, wanted, first):
    assert first_spoken(wanted, folder) == first


def test_a_language_that_reads_from_right_to_left_mirrors_the_window(qapp, folder):
    speak_first_of(qapp, ["ar-EG", "ar"], folder)
    assert (tr("Save"), spoken()) == ("حفظ", "ar")
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_the_boxes_of_qt_speak_it_too(qapp, qtbot, folder):
    speak_first_of(qapp, ["ar-EG", "ar"], folder)
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    assert "Close" not in box.button(QMessageBox.StandardButton.Close).text()


def test_a_code_with_a_country_is_written_as_web_pages_write_it(qapp, folder):
    speak_first_of(qapp, ["pt-BR"], folder)
    assert (tr("Save"), spoken()) == ("Salvar", "pt-BR")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_without_a_file_the_window_speaks_english(qapp):
    speak_as_the_computer(qapp)
    assert (tr("Save"), spoken()) == ("Save", "en-GB")
