"""Which language the window speaks: the first of the computer's own that we have."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from vcs_desktop.core.language import has_language, language, speak, spoken
from vcs_desktop.core.resources import resource

_ENGLISH = "en"


def speak_as_the_computer(app: QApplication) -> None:
    """Begin to speak, before there is a window."""
    speak_first_of(app, QLocale.system().uiLanguages(), resource("language"))


def speak_first_of(app: QApplication, wanted: Iterable[str], folder: Path) -> None:
    """Speak the first of some languages that we have; mirror the window where it asks for that."""
    code = first_spoken(wanted, folder)
    if code == _ENGLISH:
        return
    speak(language(folder, code))
    locale = QLocale(spoken())
    app.setLayoutDirection(locale.textDirection())
    own_words = QTranslator(app)  # those of Qt's own boxes and menus
    place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if own_words.load(locale, "qtbase", "_", place):
        app.installTranslator(own_words)


def first_spoken(wanted: Iterable[str], folder: Path) -> str:
    """Return the first of some codes ("cy-GB") that English or a file in the folder answers."""
    for code in wanted:
        name = code.replace("-", "_")
        if name.split("_", 1)[0] == _ENGLISH:
            return _ENGLISH
        if has_language(folder, name):  # a file for "cy" answers "cy_GB" too
            return name
    return _ENGLISH
