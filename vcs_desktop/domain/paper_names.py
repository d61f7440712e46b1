"""What the name of a file says of the paper in it."""

import re
from pathlib import PurePosixPath
from typing import Final

from vcs_desktop.domain.group_documents import DocumentKind
from vcs_desktop.domain.words_typed import folded

_TELLING: Final = (
    (DocumentKind.SAFEGUARDING, ("safeguard", "child protection", "adult protection")),
    (DocumentKind.INSURANCE, ("insurance", "public liability", "indemnity")),
    (DocumentKind.HEALTH_AND_SAFETY, ("health and safety", "health & safety", "h&s")),
    (DocumentKind.DATA_PROTECTION, ("data protection", "gdpr", "privacy")),
    (DocumentKind.FOOD_SAFETY, ("food safety", "food hygiene", "food policy")),
    (DocumentKind.BANK_STATEMENT, ("bank statement", "statement of account")),
    (DocumentKind.RESERVES, ("reserves",)),
    (DocumentKind.CONFLICTS, ("conflict of interest", "conflicts of interest", "conflict policy")),
    (DocumentKind.EQUALITY, ("equality", "equal opportunit", "diversity", "inclusion")),
    (DocumentKind.ENVIRONMENT, ("environment", "sustainab", "green policy")),
    (DocumentKind.COMPLAINTS, ("complaint",)),
    (DocumentKind.VOLUNTEERS, ("volunteer policy", "volunteering policy")),
    (DocumentKind.CONSTITUTION, ("constitution", "governing document", "articles of", "rules of")),
    (DocumentKind.ACCOUNTS, ("accounts", "receipts and payments", "balance sheet")),
)
"""In this order: "data protection policy for volunteers" is about data."""

_APART: Final = re.compile(r"[\s_\-.+]+")
_ENDING: Final = re.compile(r"\.[A-Za-z0-9]{1,5}$")


def name_of_file(file_name: str) -> str:
    """Return the name of a paper whose file has some name: without its ending and its dashes."""
    plain = _ENDING.sub("", PurePosixPath(file_name).name)
    name = " ".join(_APART.sub(" ", plain).split()) or file_name
    return name[:1].upper() + name[1:]


def guessed_kind(file_name: str) -> DocumentKind:
    """Return what kind of paper the name of a file tells of; another, where it does not say."""
    said = folded(name_of_file(file_name))
    for kind, words in _TELLING:
        if any(word in said for word in words):
            return kind
    return DocumentKind.OTHER
