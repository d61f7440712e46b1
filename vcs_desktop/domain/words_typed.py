"""The words that a person types: what they ask for, where a text has them, and why it answers."""

import re
import unicodedata
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+")
_CODE = re.compile(r"\S*[/_]\S*")
_MARKS = re.compile(
    r"^[ \t]*(?:#+|[-*+]|\d+\.)[ \t]+|\*\*|(?<!\w)\*(?=\w)|(?<=\w)\*(?!\w)| ?\[\d+\]", re.MULTILINE
)
"""What Markdown puts round words, and the numbers of sources."""

MOST_WORDS = 8
LONGEST_WORD = 40

LITTLE = frozenset(
    ("a", "an", "and", "are", "at", "be", "by", "do", "does", "for", "from", "how", "i", "in", "is",
     "it", "many", "me", "much", "my", "of", "on", "or", "our", "s", "that", "the", "their", "them",
     "they", "this", "to", "us", "was", "we", "were", "what", "with", "you", "your")
)  # fmt: skip
"""Words that say nothing of what is looked for; asked for only where there is no other."""

_BEFORE, _AFTER = 40, 80
_FAR = 50_000
"""Characters of a text that are looked through for why it was found."""

_SHORTEST_PLURAL = 4
_NO_PLURALS = ("ss", "us", "is")
_PLURALS_IN_ES = ("ches", "shes", "xes", "sses")


def words_in(typed: str) -> list[str]:
    """Return the words of what a person typed, without marks of any kind.

    Little words are left out, unless there are no others.
    """
    composed = unicodedata.normalize("NFC", typed)
    found = list(dict.fromkeys(word[:LONGEST_WORD] for word in _WORD.findall(composed)))
    telling = [word for word in found if word.lower() not in LITTLE]
    return (telling or found)[:MOST_WORDS]


def every_word(text: str) -> list[str]:
    """Return every word of a text, in its order, little words too."""
    return _WORD.findall(text)


def singular(word: str) -> str:
    """Return what may be the singular of a word, or nothing: who types "halls" means a hall too."""
    plain = word.lower()
    if len(plain) < _SHORTEST_PLURAL or not plain.endswith("s") or plain.endswith(_NO_PLURALS):
        return ""
    if plain.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if plain.endswith(_PLURALS_IN_ES) else word[:-1]


def why(text: str, typed: str) -> str:
    """Return the words around the first place in a text that matches, or an empty text.

    The passage with most of the words wanted wins. It never runs on from one
    line, which is one field, into the next; cuts are marked with an ellipsis,
    and the marks of Markdown are left out. A code, an address or a word that
    stands alone tells a person nothing: it is the last resort.
    """
    wanted = _forms(typed)
    lines = _MARKS.sub("", text[:_FAR]).splitlines()
    telling = [line for line in lines if " " in line and not _CODE.fullmatch(line)]
    return _best_of(telling, wanted) or _best_of(lines, wanted)


def has_words(text: str, typed: str) -> bool:
    """Say whether a text has every word that was typed, or words that begin with them."""
    there = [folded(word) for word in _WORD.findall(text)]
    asked = [[folded(form) for form in (word, singular(word)) if form] for word in words_in(typed)]
    return bool(asked) and all(
        any(word.startswith(form) for word in there for form in forms) for forms in asked
    )


def places(text: str, typed: str) -> list[tuple[int, int]]:
    """Return where the words that were typed stand in a text: the start and the length of each."""
    wanted = _forms(typed)
    return [
        (found.start(), len(found.group()))
        for found in _WORD.finditer(text)
        if _begins(found.group(), wanted)
    ]


def _forms(typed: str) -> list[str]:
    """Return what was typed, folded, and what may be the singular of each word."""
    return [folded(form) for word in words_in(typed) for form in (word, singular(word)) if form]


def _best_of(lines: Iterable[str], wanted: list[str]) -> str:
    best, passage = 0, ""
    for line in lines:
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
    if word.isascii():
        return word.casefold()
    apart = unicodedata.normalize("NFKD", word)
    return "".join(mark for mark in apart if not unicodedata.combining(mark)).casefold()


def _different(text: str, at: int, wanted: list[str]) -> int:
    passage = {folded(word) for word in _WORD.findall(text[at : at + _AFTER])}
    return sum(any(word.startswith(start) for word in passage) for start in wanted)
