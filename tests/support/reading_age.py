"""How hard a text is to read: the Flesch-Kincaid grade, with the sector's own words excused.

An excused word ("safeguarding", "Oxfordshire") counts as a word of one syllable: its reader knows
it or finds it in the glossary. A number counts the same. Headings, tables and code are left out.
"""

import re
from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt

from tests.support.starter import names_of, of

HARDEST_GRADE = 6.0
"""The school grade that a child of 11 has reached."""
LONGEST_SENTENCE = 20
"""Words in a sentence."""
_LEFT_OUT = {"heading_open": "heading_close", "table_open": "table_close"}
_WORD = re.compile(r"[^\W_]+(?:['\u2019.,][^\W_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_KNOWN_HERE = """
    accounts application applications authority bookkeeper charitable commission committee
    committees communities community company companies council councillor councillors councils
    criminal data database district equality evidence examiner finance financial foundation
    fundraising funders funding government governing heritage independence independent inequality
    inequalities information insurance invoice invoices library licence lottery meeting meetings
    member members membership minutes national officer officers organisation organisations
    policies policy premises priorities priority quorum receipt receipts secretary society societies
    spreadsheet statistics strategy supplier suppliers treasurer treasurers undertaking undertakings
    volunteer volunteers volunteering voluntary
    abingdon banbury bicester cherwell cowley didcot henley leys marston oxford oxfordshire
    southern thames vale wantage witney
    january february april september october november december tuesday wednesday thursday saturday
    computer document documents download downloads email folder internet keyboard menu
    printer snapshot update updates
"""


@cache
def excused() -> frozenset[str]:
    """Return the words of the sector, of places and of the app, and the glossary's titles."""
    named = [
        word
        for term in of("term")
        for name in names_of(term)
        for word in _WORD.findall(name.casefold())
    ]
    return frozenset((*_KNOWN_HERE.split(), *named))


def syllables(word: str) -> int:
    """Return about how many syllables a word has."""
    plain = re.sub(r"[^a-z]", "", word.casefold())
    if not plain or plain in excused() or plain.removesuffix("s") in excused():
        return 1
    if plain.endswith("e") and not re.search(r"[^aeiouy]le$", plain):
        plain = plain[:-1]
    elif re.search(r"[^aeioutd]ed$", plain) or re.search(r"[^aeiouscxzgh]es$", plain):
        plain = plain[:-2]
    return max(1, len(_VOWELS.findall(plain)))


def blocks(markdown: str) -> Iterator[str]:
    """Yield the words of each paragraph and list item, without marks."""
    skipping = ""
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        if skipping:
            skipping = "" if token.type == skipping else skipping
        elif token.type in _LEFT_OUT:
            skipping = _LEFT_OUT[token.type]
        elif token.type == "inline":
            yield " ".join(
                "\n" if each.type == "softbreak" else each.content for each in token.children or []
            )


def sentences(markdown: str) -> list[list[str]]:
    """Return the words of each sentence; a colon ends one, as a full stop does."""
    found: list[list[str]] = []
    for block in blocks(markdown):
        plain = re.sub(r"\[\d+\]|^\[ \]", "", block)
        plain = re.sub(r"\s+([.,;:?!])", r"\1", re.sub(r"\s+", " ", plain))
        parts = re.split(r"(?<=[.?!:])[\u201d\u2019\")]?\s+", plain)
        found.extend(words for part in parts if (words := _WORD.findall(part)))
    return found


def grade(markdown: str) -> float:
    """Return the Flesch-Kincaid grade: the years at school that the text asks of its reader."""
    found = sentences(markdown)
    words = [word for sentence in found for word in sentence]
    if not words:
        return 0.0
    return 0.39 * len(words) / len(found) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def word_count(markdown: str) -> int:
    """Return how many words a reader meets, with those of headings and tables."""
    return sum(
        len(_WORD.findall(token.content))
        for token in MarkdownIt("commonmark").enable("table").parse(markdown)
        if token.type == "inline"
    )
