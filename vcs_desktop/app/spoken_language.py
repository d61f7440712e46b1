"""Which language the window speaks: the first of the computer's own that we have."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from vcs_desktop.core.language import has_language, language, speak, spoken
from vcs_desktop.core.resources import resource

_ENGLISH = "en"


def speak_as_the_computer(app: QApplication) -> None:
    """Begin to speak, before there is a window; mirror it where the language asks for that."""
    code = first_spoken(QLocale.system().uiLanguages(), resource("language"))
    if code == _ENGLISH:
        return
    speak(language(resource("language"), code))
    locale = QLocale(spoken())
    app.setLayoutDirection(locale.textDirection())
    own_words = QTranslator(app)  # those of Qt's own boxes and menus
    if own_words.load(
        locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        app.installTranslator(own_words)


def first_spoken(wanted: Iterable[str], folder: Path) -> str:
    """Return the first of some codes ("cy-GB") that English or a file in the folder answers."""
    for code in wanted:
        name = code.replace("-", "_")
        short = name.split("_", 1)[0]
        if short == _ENGLISH:
            return _ENGLISH
        for each in (name, short):
            if has_language(folder, each):
                return each
    return _ENGLISH
