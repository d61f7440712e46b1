"""How the window looks, changed from a menu or from Settings: at once, and kept for next time."""

from vcs_desktop.core.language import tr
from vcs_desktop.core.settings import THEMES, SettingsFile
from vcs_desktop.ui.theme import look


def theme_words(theme: str) -> str:
    """Return what a person calls one of ``THEMES``."""
    return {
        "system": tr("Same as this computer"),
        "light": tr("Light"),
        "dark": tr("Dark"),
        "contrast": tr("High contrast"),
    }[theme]


def themes() -> list[tuple[str, str]]:
    """Return every way to colour the window, with its words."""
    return [(theme, theme_words(theme)) for theme in THEMES]


def set_text_size(settings: SettingsFile, percent: int) -> None:
    """Make the words of the window larger or smaller."""
    if percent != settings.current.text_size:
        settings.change(text_size=percent)
    look.set_text_size(percent)


def set_theme(settings: SettingsFile, theme: str) -> None:
    """Colour the window in one of ``THEMES``."""
    if theme != settings.current.theme:
        settings.change(theme=theme)
    look.set_theme(theme)
