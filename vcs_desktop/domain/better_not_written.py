"""What is better not written about a person: codes of doors, and what illness somebody has.

It only warns, and never stops anybody: a group may have a good reason. So it says nothing
rather than too much. Source: UK GDPR, articles 5(1)(c) (no more than is needed) and 9 (health).
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from vcs_desktop.core.language import Marked, marked, tr_marked

MOST_LETTERS = 20_000
"""Of one text: what stands further back is not looked at."""


class Concern(StrEnum):
    """What something typed looks like."""

    CODE = "code"
    ILLNESS = "illness"


_WORDS: Mapping[Concern, Marked] = MappingProxyType(
    {
        Concern.CODE: marked(
            "This looks like a code. Keep codes of doors and key safes on paper, locked away."
        ),
        Concern.ILLNESS: marked(
            "This looks like an illness. Write what they need instead, "
            "and only if they asked you to."
        ),
    }
)

_DIGITS = r"(?<![\d/.-])[A-Z]?\d{3,8}[A-Z]?(?![\d/.-]*\d)"
_NEAR = r"[^.\n\d]{0,30}?"
_LOCKS = r"(?:key[ -]?safe|keysafe|lock[ -]?box|door|gate|alarm|entry|access|safe)"
_YEAR = r"(?!(?:19[4-9]\d|20[0-4]\d)\b)"
_CODES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:key[ -]?safe|lock[ -]?box)\b{_NEAR}{_YEAR}{_DIGITS}",
        rf"\b{_LOCKS}[ -](?:entry[ -])?(?:code|pin|number)\b{_NEAR}{_DIGITS}",
        (
            rf"\b(?:code|pin)\b(?: number)? (?:for|of|to) (?:the |her |his |their )?"
            rf"(?:front |back |main )?{_LOCKS}\b{_NEAR}{_DIGITS}"
        ),
        rf"{_DIGITS} (?:is the code|opens the (?:front |back |main )?(?:door|gate|key[ -]?safe))",
        rf"\bpin(?: number| code)?(?: is|:) ?{_DIGITS}",
    )
)

_NOUNS = (
    r"alzheimer'?s(?: disease)?|dementia|parkinson'?s(?: disease)?|diabetes|epilepsy|cancer|"
    r"leukaemia|depression|anxiety disorder|bipolar disorder|schizophrenia|psychosis|ptsd|"
    r"multiple sclerosis|motor neurone disease|hiv|aids|hepatitis(?: [abc])?|copd|asthma|"
    r"arthritis|autism|adhd|anorexia|bulimia|heart (?:failure|disease)|kidney disease|"
    r"(?:a )?learning disabilit(?:y|ies)|(?:an )?eating disorder|tuberculosis|crohn'?s(?: disease)?"
)
_ADJECTIVES = (
    r"autistic|diabetic|epileptic|bipolar|schizophrenic|hiv[ -]positive|anorexic|asthmatic|"
    r"clinically depressed|an alcoholic|suicidal|psychotic"
)
_BEFORE = (
    r"(?:(?:type ?[12]|t[12]|early|early-onset|mild|severe|chronic|advanced|terminal|some|bad|the|"
    r"breast|lung|bowel|prostate|skin|ovarian|vascular|clinical|manic|slight)[ -]){0,3}"
)
_NOT_OF_A_BODY = (
    r"(?![ -]*(?:friends?|caf[eé]s?|groups?|training|trained|champions?|research|association|"
    r"society|uk|charity|charities|support|awareness|action|nurses?|walks?|runs?|course|team|clubs?|"
    r"choir|singing|project|services?|fund|work|worker|care|carers?|sessions?|friendly|and me)\b)"
)
_OF_MANY = r"(?<!people )(?<!those )(?<!adults )(?<!children )(?<!anyone )(?<!carers )(?<!who )"
_ILLNESSES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        (
            rf"\b(?:has|have|had|has got|got|is getting|suffers? from|suffering from) {_BEFORE}"
            rf"(?:{_NOUNS})\b{_NOT_OF_A_BODY}"
        ),
        rf"{_OF_MANY}\b(?:lives|living) with {_BEFORE}(?:{_NOUNS})\b{_NOT_OF_A_BODY}",
        rf"\b(?:is|was|she's|he's) {_BEFORE}(?:{_ADJECTIVES})\b{_NOT_OF_A_BODY}",
        r"\b(?:was|been|is|newly|just) diagnosed (?:with|as)\b",
        r"\bhad (?:a|another|two|several) (?:stroke|strokes|heart attack|heart attacks|seizure)\b",
        (
            r"\b(?:having|on|starts|started|needs) (?:chemo|chemotherapy|dialysis|antidepressants|"
            r"insulin|methadone)\b"
        ),
    )
)
_ALONE = re.compile(rf"{_BEFORE}(?:{_NOUNS}|{_ADJECTIVES})", re.IGNORECASE)
_PIECES = re.compile(r"[.,;:\n()/·]| - ")


def concerns(text: str) -> tuple[Concern, ...]:
    """Return what is better not written in a text; nothing as a rule."""
    short = text[:MOST_LETTERS].replace("\u2019", "'")
    found = []
    if any(pattern.search(short) for pattern in _CODES):
        found.append(Concern.CODE)
    if any(pattern.search(short) for pattern in _ILLNESSES) or _names_one_alone(short):
        found.append(Concern.ILLNESS)
    return tuple(found)


def warning(text: str) -> str:
    """Return what to say about a text in words; empty as a rule."""
    return " ".join(tr_marked(_WORDS[each]) for each in concerns(text))


def _names_one_alone(text: str) -> bool:
    """Say whether a line, or a piece between commas, is nothing but an illness."""
    return any(_ALONE.fullmatch(piece.strip()) for piece in _PIECES.split(text))
