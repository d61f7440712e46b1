"""Who a funder accepts: legal form, income, signatories, and what runs already.

Each rule answers for one funding call and one group, or None where the funder
sets no such rule. Source of every rule: the funder's own published criteria,
which the call carries with its source and the day it was checked.
"""

from collections.abc import Mapping

from vcs_desktop.domain.fit.findings import Finding, fails, meets, unknown
from vcs_desktop.domain.fit.phrases import listed
from vcs_desktop.domain.funding import Conflict, FundingCall
from vcs_desktop.domain.group import IN_WORDS, GroupProfile, LegalForm
from vcs_desktop.domain.money import in_pounds

_CHARITY, _CIO, _CIC = LegalForm.CHARITY, LegalForm.CIO, LegalForm.CIC
_COMPANY, _SOCIETY = LegalForm.COMPANY, LegalForm.COMMUNITY_BENEFIT_SOCIETY
_WITHOUT, _WITH = LegalForm.UNINCORPORATED, LegalForm.UNINCORPORATED_WITH_RULES
_FAITH, _ENTERPRISE = LegalForm.FAITH_GROUP, LegalForm.SOCIAL_ENTERPRISE

_MANY = {
    _WITHOUT: "groups with no written rules",
    _WITH: "groups with written rules",
    _CHARITY: "registered charities",
    _CIO: "CIOs",
    _CIC: "CICs",
    _COMPANY: "companies",
    _SOCIETY: "community benefit societies",
    _FAITH: "faith groups",
    _ENTERPRISE: "social enterprises",
}
_IS_ALSO = {
    _CIO: {_CHARITY},
    _CIC: {_ENTERPRISE},
    _SOCIETY: {_ENTERPRISE},
    _WITH: {_WITHOUT},
}
_MAY_ALSO_BE = {
    _CHARITY: {_CIO, _COMPANY, _SOCIETY, _WITH, _FAITH, _ENTERPRISE},
    _CIO: {_FAITH, _ENTERPRISE},
    _CIC: {_COMPANY},
    _SOCIETY: {_CHARITY},
    _COMPANY: {_CHARITY, _ENTERPRISE, _FAITH},
    _WITH: {_FAITH},
    _WITHOUT: {_FAITH},
    _FAITH: {_CHARITY, _CIO, _COMPANY, _WITH, _WITHOUT},
    _ENTERPRISE: {_CHARITY, _CIO, _CIC, _COMPANY, _SOCIETY},
}


def legal_form(call: FundingCall, profile: GroupProfile) -> Finding:
    """Say whether they accept what the group is in law.

    A CIO is a charity; a CIC and a community benefit society are social
    enterprises; a group with rules may apply where one without may. Some groups
    are more than one thing (a CIC is a kind of company, a society may be a
    charity, "faith group" and "social enterprise" are not legal forms), so there
    one has to ask.
    Source: the strategy's page 3. What may also be what is our own reading; where
    we are not sure, it asks.
    """
    form, accepted = profile.legal_form, call.legal_forms
    yours = f"You are {IN_WORDS[form]}." if form else "You have not told us what kind you are."
    if not accepted:
        return unknown(
            "legal_form",
            "Ask who may apply",
            f"They do not say which kinds of group may apply. {yours}",
        )
    # What the group is, where they name it, must not be lost among the "3 more".
    near = {form, *_IS_ALSO.get(form, ())} if form else set()
    theirs = listed([_MANY[each] for each in sorted(accepted, key=lambda one: one not in near)])
    if form is None:
        return unknown("legal_form", "What kind of group are you?", f"They fund {theirs}. {yours}")
    if form in accepted or _IS_ALSO.get(form, set()).intersection(accepted):
        return meets("legal_form", "Open to groups like yours", f"They fund {theirs}. {yours}")
    if _MAY_ALSO_BE.get(form, set()).intersection(accepted):
        return unknown(
            "legal_form", "Check what kind of group you are", f"They fund {theirs}. {yours}"
        )
    heading = "You need written rules first" if form is _WITHOUT else "Not for your kind of group"
    return fails("legal_form", heading, f"They fund only {theirs}. {yours}")


def income(call: FundingCall, profile: GroupProfile) -> Finding | None:
    """Say whether the group's income lies within what they accept.

    The least and the most are themselves accepted, unless the funder says
    "under".
    """
    least, most = call.income_min_pence or 0, call.income_max_pence
    if not least and most is None:
        return None
    theirs = f"They fund groups with {_band(least, most, call.income_max_is_under)}."
    yours = profile.annual_income_pence
    if yours is None:
        return unknown(
            "income",
            "Check your income",
            f"{theirs} You have not told us the income in your last accounts.",
        )
    because = f"{theirs} Your last accounts show {in_pounds(yours)}."
    if yours < least:
        return fails("income", "Your income is too small", because)
    if most is not None and (yours > most or (call.income_max_is_under and yours == most)):
        return fails("income", "Your income is too large", because)
    return meets("income", "Your income fits", because)


def _band(least: int, most: int | None, under: bool) -> str:
    if most is None:
        return f"an income of {in_pounds(least)} or more"
    if least:
        joint = "up to, but not including," if under else "to"
        return f"an income of {in_pounds(least)} {joint} {in_pounds(most)}"
    return f"an income {'under' if under else 'of up to'} {in_pounds(most)}"


def signatories(call: FundingCall, profile: GroupProfile) -> Finding | None:
    """Say whether enough unrelated people can sign at the group's bank."""
    needed, have = call.signatories_needed, profile.bank_signatories
    if not needed:
        return None
    theirs = f"They ask for {needed} unrelated people who can sign at your bank."
    if have is None:
        return unknown(
            "signatories", "Who can sign at your bank?", f"{theirs} You have not told us how many."
        )
    if have < needed:
        return fails("signatories", "You need more people to sign", f"{theirs} You have {have}.")
    return meets("signatories", "Enough people can sign", f"{theirs} You have {have}.")


def conflicts(
    call: FundingCall, profile: GroupProfile, titles: Mapping[str, str]
) -> Finding | None:
    """Say whether another grant stands in the way: one of two funds, one live grant.

    ``titles`` gives names to the ids of other calls; an id without one is left
    out of the sentence.
    """
    found = [_conflict(each, call, profile, titles) for each in call.conflicts]
    return min(found, key=lambda finding: finding.share) if found else None


def _conflict(
    conflict: Conflict, call: FundingCall, profile: GroupProfile, titles: Mapping[str, str]
) -> Finding:
    others = tuple(each for each in conflict.ids if each != call.id)
    theirs = _their_rule(conflict, others, titles)
    blocking = others if conflict.kind == "one_of" else (call.id, *others)
    if profile.live_grants is None:
        return unknown(
            "conflicts",
            "Check your other grants",
            f"{theirs} You have not told us which grants you hold.",
        )
    held = [each for each in profile.live_grants if each in blocking]
    if held:
        names = listed([titles.get(each, "a grant that rules this out") for each in held])
        return fails(
            "conflicts", "You hold a grant that rules this out", f"{theirs} You hold {names}."
        )
    if conflict.kind == "one_of":
        return unknown(
            "conflicts",
            "Choose one of them",
            f"{theirs} You hold none of them, so choose before you apply.",
            0.7,
            advises=True,
        )
    return meets("conflicts", "No other grant in the way", f"{theirs} You hold none of those.")


def _their_rule(conflict: Conflict, others: tuple[str, ...], titles: Mapping[str, str]) -> str:
    if conflict.text:
        return f"They say: {' '.join(conflict.text.split()).rstrip('.')}."
    names = listed([titles[each] for each in others if each in titles])
    if conflict.kind == "one_of":
        return f"You may apply only for this or for {names or 'another of their funds'}."
    return f"They give no grant while {names or 'an earlier one from them'} still runs."
