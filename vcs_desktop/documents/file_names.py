"""Names of files that every system takes, made of words that a person wrote."""

import re
import unicodedata

MOST_LETTERS = 60

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


def file_word(text: str, otherwise: str) -> str:
    """Return words as they can stand in the name of a file: "Zoë O'Neil" is "zoe-o-neil".

    ``otherwise`` is for words of which nothing is left. The names that Windows keeps for
    itself (con, nul …) are not avoided: a word in front of this one does that.
    """
    apart = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    plain = _NOT_PLAIN.sub("-", apart.lower()).strip("-")
    return plain[:MOST_LETTERS].strip("-") or otherwise
