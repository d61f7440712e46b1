"""The language of the words on screen: every floor marks its words with ``tr``.

The words in the source are English. A language is a file of translations,
``language/<code>/LC_MESSAGES/vcs-desktop.mo`` among the resources, made with the
usual gettext tools, which find the marked words by the names ``tr`` and ``tr_count``.
"""

import gettext
from pathlib import Path

DOMAIN = "vcs-desktop"

_speaking: gettext.NullTranslations = gettext.NullTranslations()


def tr(text: str, /, **values: object) -> str:
    """Return words in the language of the window, with values put in by name.

    ``text`` is a literal such as ``"Closes {when}"``: what stands there is looked up,
    so a value never stands in it by itself. A translation that asks for a value
    that is not there gives the English words.
    """
    return _filled(_speaking.gettext(text), text, values)


def tr_count(one: str, many: str, count: int, /, **values: object) -> str:
    """Return the words for a number of things; ``{count}`` in them is the number."""
    english = one if count == 1 else many
    return _filled(_speaking.ngettext(one, many, count), english, {"count": f"{count:,}", **values})


def speak(translations: gettext.NullTranslations) -> None:
    """Say everything from now on in another language. What is on the screen stays as it is."""
    global _speaking  # noqa: PLW0603  the one language of the process, as gettext itself keeps it
    _speaking = translations


def language(folder: Path, code: str) -> gettext.NullTranslations:
    """Return the translations for a code such as "cy"; English where there are none."""
    return gettext.translation(DOMAIN, folder, [code], fallback=True)


def _filled(text: str, english: str, values: dict[str, object]) -> str:
    if not values:
        return text
    try:
        return text.format_map(values)
    except (KeyError, ValueError, IndexError):
        return english.format_map(values)
