"""What a person types, as a full-text question; and why a record answered it."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
MOST_WORDS = 8
LONGEST_WORD = 40
_BEFORE, _AFTER = 40, 80


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

    The passage with most of the words wanted wins; cuts are marked with an ellipsis.
    """
    wanted = [folded(word) for word in words_in(typed)]
    starts = [
        found.start()
        for found in _WORD.finditer(text)
        if any(folded(found.group()).startswith(word) for word in wanted)
    ]
    if not starts:
        return ""
    first = max(starts, key=lambda at: (_different(text, at, wanted), -at))
    begin, end = max(0, first - _BEFORE), min(len(text), first + _AFTER)
    if begin:
        begin = text.find(" ", begin, first) + 1 or begin
    if end < len(text):
        last = text.rfind(" ", first, end)
        end = last if last > first else end
    passage = " ".join(text[begin:end].split())
    return f"{'… ' if begin else ''}{passage}{' …' if end < len(text) else ''}"


def folded(word: str) -> str:
    """Return a word without accents and capitals, as the index compares words."""
    apart = unicodedata.normalize("NFKD", word)
    return "".join(mark for mark in apart if not unicodedata.combining(mark)).casefold()


def _different(text: str, at: int, wanted: list[str]) -> int:
    passage = {folded(word) for word in _WORD.findall(text[at : at + _AFTER])}
    return sum(any(word.startswith(start) for word in passage) for start in wanted)
