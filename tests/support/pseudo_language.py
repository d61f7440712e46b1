"""A language that nobody speaks: every marked word changed so that it can be told apart.

"Save" becomes "⟦Ŝàṽé~⟧", about a third longer, as translations often are. What still
has plain letters on the screen is a value out of a record, or words that nobody marked.
"""

import re
from functools import cache
from gettext import NullTranslations

# Kept words belong to the code of a language, so that each has its own.
CODE, RIGHT_TO_LEFT_CODE = "en-XA", "ar-XB"
BEGINS, ENDS, LONGER = "⟦", "⟧", "~"
RIGHT_TO_LEFT_MARK = "\u200f"
_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_CHANGED = "ÀƁÇĐÉƑĜĤÌĴĶĻṀÑÖÞɊŔŜŢÙṼŴẊŸŽàƀçđéƒĝĥìĵķļṁñöþɋŕŝţùṽŵẋÿž"
_LETTERS = str.maketrans(_PLAIN, _CHANGED)
_PLACE = re.compile(r"(\{\w+\})")
_MARKED = re.compile(f"[{_CHANGED}{BEGINS}{ENDS}{LONGER}{RIGHT_TO_LEFT_MARK}]+")
_PAUSES = re.compile(r"[\n,;:()“”\"·•…?!/]+|(?<=\w)\.\s")


def changed(text: str, *, longer: bool = True) -> str:
    """Return words as this language says them; what stands in braces stays."""
    parts = _PLACE.split(text)
    letters = sum(len(part) for part in parts[::2])
    said = "".join(
        part if number % 2 else part.translate(_LETTERS) for number, part in enumerate(parts)
    )
    return f"{BEGINS}{said}{LONGER * -(-letters * 3 // 10)}{ENDS}" if longer else said


@cache
def plain_pieces(shown: str) -> tuple[str, ...]:
    """Return what in words on the screen did not come from this language: values, or mistakes."""
    pieces = (piece.strip(" .+-'") for run in _MARKED.split(shown) for piece in _PAUSES.split(run))
    return tuple(piece for piece in pieces if re.search("[A-Za-z]{2}", piece))


class PseudoLanguage(NullTranslations):
    """Translations into it.

    ``right_to_left`` begins everything as such languages do; they are about as long as English.
    """

    def __init__(self, *, right_to_left: bool = False) -> None:
        super().__init__()
        self._before = RIGHT_TO_LEFT_MARK if right_to_left else ""
        self._longer = not right_to_left

    def info(self) -> dict[str, str]:
        """Return what stands in the head of a file of translations."""
        return {"language": CODE if self._longer else RIGHT_TO_LEFT_CODE}

    def gettext(self, message: str) -> str:
        """Return marked words changed."""
        return self._before + changed(message, longer=self._longer)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return marked words about a number of things, changed."""
        return self._before + changed(msgid1 if n == 1 else msgid2, longer=self._longer)
