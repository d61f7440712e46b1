"""The kinds of paper that funders ask a group for."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from vcs_desktop.core.language import Marked, marked


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


def is_policy(kind: DocumentKind) -> bool:
    """Say whether a kind of paper is a policy, as funders ask for by that word."""
    return kind not in _NO_POLICIES


def kind_named(name: str) -> DocumentKind:
    """Return the kind of a policy that goes by a name; one of no known name is another."""
    said = name.casefold().removesuffix(" policy").strip()
    for kind, words in NAMES.items():
        if words.casefold().removesuffix(" policy") == said:
            return kind
    return DocumentKind.OTHER
