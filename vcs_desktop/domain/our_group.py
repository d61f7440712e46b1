"""The group itself, as it tells of itself, and what fit is judged by of that."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from vcs_desktop.domain.group import GroupProfile, LegalForm
from vcs_desktop.domain.papers import Paper, policies_in


@dataclass(frozen=True, slots=True)
class YearEnd:
    """The last day of the group's year of accounts, such as 31 March."""

    day: int = 0
    month: int = 0


@dataclass(frozen=True, slots=True)
class Year:
    """What came in and went out in one year of accounts; None is not known.

    ``assets_pence`` is what the group owned in all on the last day.
    """

    id: str
    ended_on: date | None = None
    income_pence: int | None = None
    spending_pence: int | None = None
    assets_pence: int | None = None


@dataclass(frozen=True, slots=True)
class BankAccount:
    """The group's account. The numbers are as ``registration_numbers`` writes them."""

    bank_name: str = ""
    account_name: str = ""
    sort_code: str = ""
    account_number: str = ""


@dataclass(frozen=True, slots=True)
class Signatory:
    """Somebody who can sign at the bank.

    ``is_related`` says whether they are related to, or live with, another who can sign;
    None is that nobody has said.
    """

    id: str
    name: str = ""
    is_related: bool | None = None


@dataclass(frozen=True, slots=True)
class OurGroup:
    """One group. Empty and None mean that nobody has said.

    ``areas`` are GSS codes. ``has_account`` False is a group without a bank account of
    its own. ``has_told_documents`` says that a paper which is not among the group's
    papers is not there. ``live_grants`` are ids of grants of the library that still run, empty
    when there are none and None when nobody has said.
    """

    id: str = ""
    name: str = ""
    legal_form: LegalForm | None = None
    charity_number: str = ""
    company_number: str = ""
    society_number: str = ""
    year_end: YearEnd | None = None
    years: tuple[Year, ...] = ()
    areas: tuple[str, ...] = ()
    what_we_do: str = ""
    activities: tuple[str, ...] = ()
    beneficiaries: tuple[str, ...] = ()
    has_account: bool | None = None
    bank: BankAccount | None = None
    signatories: tuple[Signatory, ...] = ()
    has_told_documents: bool = False
    live_grants: tuple[str, ...] | None = None


def profile_of(ours: OurGroup, papers: Iterable[Paper], on: date) -> GroupProfile:
    """Return what a group is judged by on a day: None is what it has not told."""
    policies = policies_in(papers)
    year = last_year(ours, on)
    return GroupProfile(
        name=ours.name,
        legal_form=ours.legal_form,
        annual_income_pence=year.income_pence if year else None,
        areas=ours.areas,
        activities=ours.activities,
        beneficiaries=ours.beneficiaries,
        bank_signatories=unrelated_signatories(ours),
        policies=policies if policies or ours.has_told_documents else None,
        live_grants=ours.live_grants,
    )


def last_year(ours: OurGroup, on: date) -> Year | None:
    """Return the last year whose income is known and that ended on or before a day.

    A year of which nobody said when it ended counts where there is no other.
    """
    told = [each for each in ours.years if each.income_pence is not None]
    ended = [each for each in told if each.ended_on is not None and each.ended_on <= on]
    if ended:
        return max(ended, key=lambda each: (each.ended_on or date.min, each.id))
    return next((each for each in told if each.ended_on is None), None)


def unrelated_signatories(ours: OurGroup) -> int | None:
    """Return how many people, none related to another, can sign; None when it is not known.

    Of those who are related to one another, funders count one.
    Source: The National Lottery Community Fund, Awards for All: two people who are not
    related to each other and do not live together.
    """
    if ours.has_account is False:
        return 0
    if not ours.signatories or any(each.is_related is None for each in ours.signatories):
        return None
    related = sum(bool(each.is_related) for each in ours.signatories)
    return len(ours.signatories) - related + min(related, 1)


def our_group_of(profile: GroupProfile, new_id: Callable[[], str]) -> OurGroup:
    """Return a group that tells what a profile does; with its papers it is judged as it.

    ``new_id`` makes ids for what there can be several of. A profile counts people who
    can sign and names none, so they have no names.
    """
    income, signing = profile.annual_income_pence, profile.bank_signatories
    return OurGroup(
        name=profile.name,
        legal_form=profile.legal_form,
        years=() if income is None else (Year(new_id(), income_pence=income),),
        areas=profile.areas,
        activities=profile.activities,
        beneficiaries=profile.beneficiaries,
        has_account=None if signing is None else signing > 0,
        signatories=tuple(Signatory(new_id(), is_related=False) for _ in range(signing or 0)),
        has_told_documents=profile.policies is not None,
        live_grants=profile.live_grants,
    )
