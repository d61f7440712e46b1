"""What a person types, as a full-text question; and why a record answered it."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
MOST_WORDS = 8
LONGEST_WORD = 40
_BEFORE, _AFTER = 40, 80
_FAR = 50_000
"""Characters of a text that are looked through for why it was found."""


def words_in(typed: str) -> list[str]:
    """Return the words of what a person typed, without marks of any kind."""
    composed = unicodedata.normalize("NFC", typed)
    found = (word[:LONGEST_WORD] for word in _WORD.findall(composed))
    return list(dict.fromkeys(found))[:MOST_WORDS]


def match_of(typed: str) -> str:
    """Return the FTS5 query that asks for every word, or a beginning of one.

    Empty when nothing was typed that can be looked for. Each word stands in
    quotes, so nothing a person types is read as a command.
    """
    return " AND ".join(f'"{word}"*' for word in words_in(typed))


def why(text: str, typed: str) -> str:
    """Return the words around the first place in a text that matches, or an empty text.

    The passage with most of the words wanted wins. It never runs on from one
    line, which is one field, into the next; cuts are marked with an ellipsis.
    """
    wanted = [folded(word) for word in words_in(typed)]
    best, passage = 0, ""
    for line in text[:_FAR].splitlines():
        for found in _WORD.finditer(line):
            if not _begins(found.group(), wanted):
                continue
            here = _different(line, found.start(), wanted)
            if here > best:
                best, passage = here, _around(line, found.start())
    return passage


def _begins(word: str, wanted: list[str]) -> bool:
    plain = folded(word)
    return any(plain.startswith(start) for start in wanted)


def _around(line: str, first: int) -> str:
    begin, end = max(0, first - _BEFORE), min(len(line), first + _AFTER)
    if begin:
        begin = line.find(" ", begin, first) + 1 or begin
    if end < len(line):
        last = line.rfind(" ", first, end)
        end = last if last > first else end
    passage = " ".join(line[begin:end].split())
    return f"{'… ' if begin else ''}{passage}{' …' if end < len(line) else ''}"


def folded(word: str) -> str:
    """Return a word without accents and capitals, as the index compares words."""
    apart = unicodedata.normalize("NFKD", word)
    return "".join(mark for mark in apart if not unicodedata.combining(mark)).casefold()


def _different(text: str, at: int, wanted: list[str]) -> int:
    passage = {folded(word) for word in _WORD.findall(text[at : at + _AFTER])}
    return sum(any(word.startswith(start) for word in passage) for start in wanted)
