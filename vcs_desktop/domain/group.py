"""A group, as far as it matters for what it may apply for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vcs_desktop.core.language import marked, tr_marked


class LegalForm(StrEnum):
    """What a group is in law. Source: the strategy's page 3, which counts them all."""

    UNINCORPORATED = "unincorporated"
    UNINCORPORATED_WITH_RULES = "unincorporated_with_rules"
    CHARITY = "charity"
    CIO = "cio"
    CIC = "cic"
    COMPANY = "company"
    COMMUNITY_BENEFIT_SOCIETY = "community_benefit_society"
    FAITH_GROUP = "faith_group"
    SOCIAL_ENTERPRISE = "social_enterprise"


IN_WORDS = {
    LegalForm.UNINCORPORATED: marked("a group with no written rules yet"),
    LegalForm.UNINCORPORATED_WITH_RULES: marked("a group with written rules"),
    LegalForm.CHARITY: marked("a registered charity"),
    LegalForm.CIO: marked("a charitable incorporated organisation (CIO)"),
    LegalForm.CIC: marked("a community interest company (CIC)"),
    LegalForm.COMPANY: marked("a company"),
    LegalForm.COMMUNITY_BENEFIT_SOCIETY: marked("a community benefit society"),
    LegalForm.FAITH_GROUP: marked("a faith group"),
    LegalForm.SOCIAL_ENTERPRISE: marked("a social enterprise"),
}


def in_words(form: LegalForm) -> str:
    """Return what a group is in law, such as "a registered charity"."""
    return tr_marked(IN_WORDS[form])


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy the group has; ``reviewed_on`` is None when nobody noted the day."""

    name: str
    reviewed_on: date | None = None


@dataclass(frozen=True, slots=True)
class GroupProfile:
    """What the group has told us. None, everywhere, means that it is not known.

    ``annual_income_pence`` is the gross income of the last accounts. ``areas``
    are GSS codes. ``bank_signatories`` counts unrelated people who can sign.
    ``policies`` and ``live_grants`` are None when nobody has said, and empty
    when the group said that there are none.
    """

    name: str = ""
    legal_form: LegalForm | None = None
    annual_income_pence: int | None = None
    areas: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    beneficiaries: tuple[str, ...] = ()
    bank_signatories: int | None = None
    policies: tuple[Policy, ...] | None = None
    live_grants: tuple[str, ...] | None = None
