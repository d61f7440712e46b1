"""What the group has told of itself, as short facts on cards."""

from collections.abc import Iterator, Mapping
from datetime import date

from vcs_desktop.core.language import tr, tr_count, tr_marked
from vcs_desktop.domain.areas import name_of as area_name
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.domain.our_group import OurGroup, Year
from vcs_desktop.domain.our_group_gaps import Number, Step
from vcs_desktop.domain.papers import name_of
from vcs_desktop.domain.year_ends import year_end_in_words
from vcs_desktop.ui.pages.our_group import about_words as words
from vcs_desktop.ui.pages.our_group.about_keeping import Opened

Fact = tuple[str, str]
"""What it is called, and what it is; of an empty one nothing is shown."""

_MOST_YEARS = 3


def facts_of(step: Step, opened: Opened) -> list[Fact]:
    """Return what was told in answer to one question."""
    ours = opened.ours
    match step:
        case Step.NUMBERS:
            return [(tr_marked(words.NUMBERS[each]), getattr(ours, each)) for each in Number]
        case Step.YEARS:
            return [_year(each) for each in _newest_first(ours)]
        case Step.BANK:
            return list(_bank(ours))
        case Step.DOCUMENT_DAYS:
            return []  # they stand beside the papers
        case _:
            return [(tr_marked(words.QUESTIONS[step].name), _fact(step, opened))]


def _fact(step: Step, opened: Opened) -> str:
    ours = opened.ours
    facts = {
        Step.NAME: lambda: ours.name,
        Step.LEGAL_FORM: lambda: tr_marked(words.FORMS[ours.legal_form]) if ours.legal_form else "",
        Step.AREAS: lambda: _listed(_area(each, dict(opened.areas)) for each in ours.areas),
        Step.WHAT_WE_DO: lambda: ours.what_we_do,
        Step.ACTIVITIES: lambda: _listed(iter(ours.activities)),
        Step.BENEFICIARIES: lambda: _listed(iter(ours.beneficiaries)),
        Step.YEAR_END: lambda: year_end_in_words(ours.year_end) if ours.year_end else "",
        Step.SIGNATORIES: lambda: _signing(ours),
        Step.DOCUMENTS: lambda: _papers(opened),
        Step.GRANTS: lambda: _grants(opened),
    }
    return facts[step]()


def _newest_first(ours: OurGroup) -> list[Year]:
    known = sorted(ours.years, key=lambda each: each.ended_on or date.min, reverse=True)
    return known[:_MOST_YEARS]


def _year(year: Year) -> Fact:
    title = tr("One year")
    if year.ended_on is not None:
        title = tr("Year to {day}", day=shortly(year.ended_on))
    came = tr("{amount} in", amount=_amount(year.income_pence))
    went = tr("{amount} out", amount=_amount(year.spending_pence))
    return title, "\n".join((came, went))


def _amount(pence: int | None) -> str:
    return tr("Not told") if pence is None else in_pounds(pence)


def _bank(ours: OurGroup) -> Iterator[Fact]:
    if ours.has_account is False:
        yield tr("Bank account"), tr("None yet")
    elif ours.bank is not None:
        name = [each for each in (ours.bank.bank_name, ours.bank.account_name) if each]
        numbers = [each for each in (ours.bank.sort_code, ours.bank.account_number) if each]
        yield tr("Bank account"), "\n".join((*name, " ".join(numbers))).strip()
    elif ours.has_account:
        yield tr("Bank account"), tr("Yes, in the name of the group")


def _signing(ours: OurGroup) -> str:
    if ours.has_account is False or not ours.signatories:
        return ""
    names = [each.name for each in ours.signatories if each.name]
    if len(names) < len(ours.signatories):
        return tr_count("{count} person", "{count} people", len(ours.signatories))
    return _listed(iter(names))


def _papers(opened: Opened) -> str:
    if not opened.papers:
        return tr("None yet") if opened.ours.has_told_documents else ""
    return "\n".join(
        tr("{paper}, of {day}", paper=name_of(each), day=shortly(each.agreed_on))
        if each.agreed_on
        else name_of(each)
        for each in opened.papers
    )


def _grants(opened: Opened) -> str:
    held, titles = opened.ours.live_grants, dict(opened.grants)
    if held is None:
        return ""
    named = [titles.get(each) or tr("A grant that is not on this computer now") for each in held]
    return "\n".join(named) if named else tr("None that rules another out")


def _area(code: str, offered: Mapping[str, str]) -> str:
    return offered.get(code) or area_name(code)


def _listed(told: Iterator[str]) -> str:
    return "\n".join(told)
