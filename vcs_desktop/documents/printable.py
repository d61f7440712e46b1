"""Other people's text, made safe to print: nothing hidden in it, nothing too long, nothing lost."""

import re
import unicodedata
from collections.abc import Iterator

from vcs_desktop.core.language import sentences, tr

WORDS_IN_A_PIECE = 200
LETTERS_IN_A_WORD = 10
_NOT_FOR_PRINT = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n\s*\n")
_LONG_WORD = re.compile(r"\S{100}")
JOINERS = "\u200c\u200d"
"""Signs that join or part letters: Persian and Hindi are not right without them."""

# Cf by what they do, though they are seen: signs of numbers and of verses in Arabic and Syriac.
_SEEN = frozenset(f"{JOINERS}\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2\n\t")
_FROM_RIGHT = frozenset({"R", "AL"})
_SCRIPTS = {"Cjk": "Chinese", "Hangul": "Korean", "Hiragana": "Japanese", "Katakana": "Japanese"}


def clean(text: str) -> str:
    """Return text without what cannot be seen: control, direction and zero-width characters.

    Letters and their accents are put together, line ends are all of one sort, and
    any other run of space is one space.
    """
    if text.isascii() and text.isprintable():
        return _NOT_FOR_PRINT.sub(" ", text).strip()
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    seen = "".join(
        letter
        for letter in unicodedata.normalize("NFC", lines.replace("\u2029", "\n\n"))
        if letter in _SEEN or unicodedata.category(letter) not in {"Cc", "Cf", "Cs"}
    )
    return _NOT_FOR_PRINT.sub(" ", seen).strip()


def one_line(text: str) -> str:
    """Return clean text on one line."""
    return " ".join(clean(text).split())


def pieces(text: str) -> Iterator[str]:
    """Yield clean text in pieces that are quick to set: its lines, at most 200 words each.

    A PDF writer takes minutes for one paragraph of 100,000 words, and a second for
    500 of 200 words. Words longer than any line are broken for the same reason.
    """
    for paragraph in _BLANK_LINES.split(clean(text)):
        for line in paragraph.split("\n"):
            words = _LONG_WORD.sub(r"\g<0> ", line).split()
            for start in range(0, len(words), WORDS_IN_A_PIECE):
                yield " ".join(words[start : start + WORDS_IN_A_PIECE])


def shortened(text: str, words: int) -> str:
    """Return the first words of a text on one line, ending in "…" if there are more.

    A word counts as ten letters at most, so that one without end is cut too.
    """
    line = one_line(text)
    short = " ".join(line.split(" ", words)[:words])[: words * LETTERS_IN_A_WORD]
    return line if short == line else f"{short.rstrip(' .,;:')}…"


def reads_from_right(text: str) -> bool:
    """Say whether a text is of a script that is read from right to left, by its first letter."""
    directions = map(unicodedata.bidirectional, text)
    return next((each for each in directions if each in {"L", *_FROM_RIGHT}), "") in _FROM_RIGHT


def missing_letters(also: str = "") -> str:
    """Return what a PDF says where words in brackets stand in it: nobody shall send it unknowing.

    ``also`` is a sentence on which other file has all letters.
    """
    said = tr("Some letters cannot be printed here. Words in square brackets stand for them.")
    return sentences(said, also)


def called(letters: str) -> str:
    """Return what to print in the place of letters that no font of ours has.

    "[Arabic letters]" for words in another script, "[grinning face]" for a sign.
    """
    name = unicodedata.name(letters[0], "")
    script = name.split(" ")[0].split("-")[0].capitalize()
    if not name:
        return tr("[a sign]")
    if unicodedata.category(letters[0]).startswith("L"):
        return tr("[{script} letters]", script=_SCRIPTS.get(script, script))
    return f"[{name.lower()}]"
