"""The language of the words on screen: every floor marks its words with ``tr``.

The words in the source are English. A language is a file of translations,
``language/<code>/LC_MESSAGES/vcs-desktop.mo`` among the resources, made with the
usual gettext tools, which find the marked words by the names ``tr``, ``tr_count``
and ``marked``.
"""

import gettext
from pathlib import Path
from typing import NewType

DOMAIN = "vcs-desktop"

Marked = NewType("Marked", str)
"""English words that wait in a table until ``tr_marked`` says them."""

_ENGLISH = "en-GB"
_ASKS_FOR_MORE = (LookupError, ValueError, AttributeError)
"""What filling in raises where a translation asks for a value that is not there."""

_speaking: gettext.NullTranslations = gettext.NullTranslations()
_code = _ENGLISH


def tr(text: str, /, **values: object) -> str:
    """Return words in the language of the window, with values put in by name.

    ``text`` is a literal such as ``"Closes {when}"``: what stands there is looked up,
    so a value never stands in it by itself. A translation that asks for a value
    that is not there gives the English words.
    """
    said = _speaking.gettext(text)
    if not values:
        return said
    try:
        return said.format_map(values)
    except _ASKS_FOR_MORE:
        return text.format_map(values)


def tr_count(one: str, many: str, count: int, /, **values: object) -> str:
    """Return the words for a number of things; ``{count}`` in them is the number."""
    said, values = _speaking.ngettext(one, many, count), {"count": f"{count:,}", **values}
    try:
        return said.format_map(values)
    except _ASKS_FOR_MORE:
        return (one if count == 1 else many).format_map(values)


def marked(text: str, /) -> Marked:
    """Mark words that stand in a table: it is made once, before the language is known.

    ``text`` is a literal, as with ``tr``. ``tr_marked`` says the words when they are shown.
    """
    return Marked(text)


def tr_marked(words: Marked, /, **values: object) -> str:
    """Return words out of a table in the language of the window, with values put in by name."""
    return tr(words, **values) if words else ""


def sentences(*said: str) -> str:
    """Return whole sentences, one after the other; what says nothing is left out."""
    return " ".join(filter(None, said))


def speak(translations: gettext.NullTranslations) -> None:
    """Say everything from now on in another language. What is on the screen stays as it is."""
    global _speaking, _code  # noqa: PLW0603  the one language of the process, as gettext keeps it
    _speaking = translations
    _code = translations.info().get("language", _ENGLISH).replace("_", "-")


def spoken() -> str:
    """Return the code of the language that is spoken, such as "cy".

    It is the ``Language`` that gettext's tools write into the head of a file of
    translations; where none is spoken it is "en-GB". What keeps words keeps this with them.
    """
    return _code


def has_language(folder: Path, code: str) -> bool:
    """Say whether there is a file of translations for a code."""
    return gettext.find(DOMAIN, folder, [code]) is not None


def language(folder: Path, code: str) -> gettext.NullTranslations:
    """Return the translations for a code such as "cy"; English where there are none."""
    return gettext.translation(DOMAIN, folder, [code], fallback=True)
