"""The papers of a group that funders ask for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from vcs_desktop.core.language import Marked, marked, tr_marked


class DocumentKind(StrEnum):
    """The papers that funders ask for most often. Source: the library's own programmes."""

    CONSTITUTION = "constitution"
    ACCOUNTS = "accounts"
    BANK_STATEMENT = "bank_statement"
    INSURANCE = "insurance"
    SAFEGUARDING = "safeguarding"
    EQUALITY = "equality"
    HEALTH_AND_SAFETY = "health_and_safety"
    DATA_PROTECTION = "data_protection"
    FOOD_SAFETY = "food_safety"
    VOLUNTEERS = "volunteers"
    COMPLAINTS = "complaints"
    RESERVES = "reserves"
    CONFLICTS = "conflicts"
    ENVIRONMENT = "environment"
    OTHER = "other"


NAMES: Mapping[DocumentKind, Marked] = MappingProxyType(
    {
        DocumentKind.CONSTITUTION: marked("Your rules (constitution)"),
        DocumentKind.ACCOUNTS: marked("Accounts of the last year"),
        DocumentKind.BANK_STATEMENT: marked("Bank statement"),
        DocumentKind.INSURANCE: marked("Public liability insurance"),
        DocumentKind.SAFEGUARDING: marked("Safeguarding policy"),
        DocumentKind.EQUALITY: marked("Equality policy"),
        DocumentKind.HEALTH_AND_SAFETY: marked("Health and safety policy"),
        DocumentKind.DATA_PROTECTION: marked("Data protection policy"),
        DocumentKind.FOOD_SAFETY: marked("Food safety policy"),
        DocumentKind.VOLUNTEERS: marked("Volunteer policy"),
        DocumentKind.COMPLAINTS: marked("Complaints policy"),
        DocumentKind.RESERVES: marked("Reserves policy"),
        DocumentKind.CONFLICTS: marked("Conflict of interest policy"),
        DocumentKind.ENVIRONMENT: marked("Environment policy"),
        DocumentKind.OTHER: marked("Another paper"),
    }
)

ASKED_OFTEN = (
    DocumentKind.CONSTITUTION,
    DocumentKind.ACCOUNTS,
    DocumentKind.BANK_STATEMENT,
    DocumentKind.SAFEGUARDING,
    DocumentKind.EQUALITY,
    DocumentKind.INSURANCE,
)
"""What nearly every funder asks a small group for."""

_NO_POLICIES = frozenset(
    {
        DocumentKind.CONSTITUTION,
        DocumentKind.ACCOUNTS,
        DocumentKind.BANK_STATEMENT,
        DocumentKind.INSURANCE,
    }
)


@dataclass(frozen=True, slots=True)
class Document:
    """One paper that the group has.

    ``name`` is the group's own name for it, needed only where the kind does not say it.
    ``agreed_on`` is the day it was last agreed or looked through, ``review_on`` the day
    the group wants to look again; None is not known.
    """

    id: str
    kind: DocumentKind = DocumentKind.OTHER
    name: str = ""
    agreed_on: date | None = None
    review_on: date | None = None


def name_of(document: Document) -> str:
    """Return what a paper is called, in the language of the window."""
    return document.name or tr_marked(NAMES[document.kind])


def is_policy(document: Document) -> bool:
    """Say whether a paper is a policy, as funders ask for by that word."""
    return document.kind not in _NO_POLICIES


def policy_name(document: Document) -> str:
    """Return the English name of a policy, as the library's programmes ask for it."""
    return document.name or NAMES[document.kind]


def kind_named(name: str) -> DocumentKind:
    """Return the kind of a policy that goes by a name; one of no known name is another."""
    said = name.casefold().removesuffix(" policy").strip()
    for kind, words in NAMES.items():
        if words.casefold().removesuffix(" policy") == said:
            return kind
    return DocumentKind.OTHER
