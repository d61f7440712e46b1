"""How long an answer may be, as a funder's form says it: "(max 250 words)" and its relatives."""

import re
from dataclasses import dataclass

from vcs_desktop.domain.answers import Unit

MOST = 1_000_000
_SHORT = 120
_LONGEST_READ = 5_000
"""Characters of one line: a limit stands in a sentence, not in a book."""

_NUMBER = r"(?P<number>\d{1,3}(?:[, \u00a0\u202f]\d{3})+|\d{1,7})"
_UNIT = r"(?P<unit>words?|char(?:acter)?s?)"
_NOUN = r"(?P<unit>word|char(?:acter)?)"
_COUNT_OF = rf"{_NOUN}s?[\s-](?:count|limit|length|allowance|maximum|max\.?)"
_IS = r"\s?(?:is|of|:|=|-|\u2013)?\s?"
_RANGE = r"(?:\d[\d,]{0,8}\s?(?:-|\u2013|\u2014|to|and|/)\s?)?"
_MOST = (
    r"(?:a\s)?(?:max(?:imum)?\.?(?:\s(?:length|limit|of|is|size))*|up\sto|(?:no|not)\smore\sthan|"
    r"at\smost|limit(?:ed)?(?:\s(?:is|of|to))?|do\snot\sexceed|not\sexceeding|within|between|"
    r"(?:in|use|have)(?:\s(?:about|around|approximately|roughly))?|"
    r"(?:about|around|approximately|approx\.?|roughly|c\.|suggested))"
)
_LESS = r"(?P<less>(?:less|fewer)\sthan|under|below)"
_AFTER = (
    r"(?:\s?(?:max(?:imum)?\b|limit\b|or\s(?:less|fewer)\b|remaining\b|left\b|allowed\b|each\b))"
)

_SENTENCES = tuple(
    re.compile(each, re.IGNORECASE)
    for each in (
        rf"\b(?:{_MOST}|{_LESS})\s?:?\s?{_RANGE}{_NUMBER}[\s-]{_UNIT}\b",
        rf"(?<![\w.,]){_RANGE}{_NUMBER}[\s-]?{_UNIT}\b(?=[^.;]{{0,40}}?{_AFTER})",
        rf"{_COUNT_OF}(?:\s?\([^)]{{0,40}}\))?{_IS}(?:(?:max(?:imum)?|up\sto)\s)?{_RANGE}{_NUMBER}\b",
        rf"\bmax(?:imum)?\.?\s(?:number\sof\s)?{_NOUN}s?(?:\scount)?{_IS}{_NUMBER}\b",
        rf"(?<![\w.,])\d[\d,]{{0,8}}\s?(?:/|of)\s?{_NUMBER}\s?{_UNIT}\b",
    )
)
_ALONE = re.compile(rf"\s*{_RANGE}{_NUMBER}[\s-]?{_UNIT}\b", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,160})[)\]]")
_TAIL = re.compile(r"[-\u2013\u2014:,;|]\s{0,3}([^-\u2013\u2014:;|]{1,120})$")
_LABEL = re.compile(
    r"\s*(?:(?:word|character)s?\s(?:limit|count|length|allowance)|limit|max(?:imum)?"
    r"(?:\s(?:length|word\scount|words|characters))?)\b",
    re.IGNORECASE,
)
_WITHOUT = r"(?:ex(?:cluding|cl?\.?|clusive\sof)|without|not\s(?:including|counting)|no)"
_WITH = r"(?:in(?:cluding|cl?\.?|clusive\sof)|with|counting)"
_NO_SPACES = re.compile(rf"\b{_WITHOUT}\s(?:\w+\s(?:and|or|&)\s)?spaces?\b", re.IGNORECASE)
_NO_BREAKS = re.compile(
    rf"\b{_WITHOUT}\s(?:\w+\s(?:and|or|&)\s)?(?:line\s?breaks?|new\s?lines?|paragraph\sbreaks?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Limit:
    """How long an answer may be, and what counts. Words count no spaces in any case."""

    number: int
    unit: Unit = Unit.WORDS
    counts_spaces: bool = True
    counts_breaks: bool = True


def limit_in(text: str) -> Limit | None:
    """Return the limit that a line of a form names; None where it names none."""
    read = text[:_LONGEST_READ]
    for sentence in _SENTENCES:
        if (found := sentence.search(read)) is not None:
            return _limit(found, read)
    for bracket in _BRACKETS.finditer(read):
        if (found := _ALONE.match(bracket.group(1))) is not None:
            return _limit(found, read)
    tail = _TAIL.search(read)
    found = _ALONE.match(tail.group(1)) if tail else _ALONE.fullmatch(read.strip(" .:;"))
    return _limit(found, read) if found else None


def without_limit(text: str) -> str:
    """Return a question without the bracket, or the end, that says its limit and nothing else.

    A sentence that says it ("Tell us in 200 words what you do") is left as it is.
    """
    for bracket in reversed(list(_BRACKETS.finditer(text[:_LONGEST_READ]))):
        if _names_limit(bracket.group(1)):
            text = text[: bracket.start()].rstrip() + text[bracket.end() :]
    tail = _TAIL.search(text) if len(text) <= _LONGEST_READ else None
    if tail and _names_limit(tail.group(1)):
        text = text[: tail.start()]
    return text.strip()


def is_only_limit(text: str) -> bool:
    """Say whether a line says a limit and nothing else: "Word limit: 200", "(max 50 words)"."""
    plain = text.strip(" \t.:;-\u2013()[]*")
    if not plain or len(plain) > _SHORT or limit_in(text) is None:
        return False
    return bool(_LABEL.match(plain)) or _names_limit(plain)


def _names_limit(text: str) -> bool:
    """Say whether a few words are about a limit only: they begin with it."""
    if _ALONE.match(text) or (_LABEL.match(text) and limit_in(text)):
        return True
    return any((found := each.search(text)) and found.start() <= 1 for each in _SENTENCES[:2])


def _limit(found: "re.Match[str]", around: str) -> Limit | None:
    number = int("".join(filter(str.isdigit, found.group("number"))))
    groups = found.groupdict()
    if groups.get("less"):
        number -= 1
    if not 0 < number <= MOST:
        return None
    is_words = found.group("unit").lower().startswith("w")
    return Limit(
        number,
        Unit.WORDS if is_words else Unit.CHARACTERS,
        counts_spaces=is_words or not _NO_SPACES.search(around),
        counts_breaks=is_words or not _NO_BREAKS.search(around),
    )
