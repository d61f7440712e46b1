"""Who a funder accepts: legal form, income, signatories, and what runs already.

Each rule answers for one funding call and one group, or None where the funder
sets no such rule. Source of every rule: the funder's own published criteria,
which the call carries with its source and the day it was checked.
"""

from collections.abc import Mapping

from vcs_desktop.core.language import marked, sentences, tr, tr_count, tr_marked
from vcs_desktop.domain.fit.findings import Finding, fails, meets, unknown
from vcs_desktop.domain.fit.phrases import listed, your_kind
from vcs_desktop.domain.funding import Conflict, FundingCall
from vcs_desktop.domain.group import GroupProfile, LegalForm
from vcs_desktop.domain.money import in_pounds

_CHARITY, _CIO, _CIC = LegalForm.CHARITY, LegalForm.CIO, LegalForm.CIC
_COMPANY, _SOCIETY = LegalForm.COMPANY, LegalForm.COMMUNITY_BENEFIT_SOCIETY
_WITHOUT, _WITH = LegalForm.UNINCORPORATED, LegalForm.UNINCORPORATED_WITH_RULES
_FAITH, _ENTERPRISE = LegalForm.FAITH_GROUP, LegalForm.SOCIAL_ENTERPRISE

_MANY = {
    _WITHOUT: marked("groups with no written rules"),
    _WITH: marked("groups with written rules"),
    _CHARITY: marked("registered charities"),
    _CIO: marked("CIOs"),
    _CIC: marked("CICs"),
    _COMPANY: marked("companies"),
    _SOCIETY: marked("community benefit societies"),
    _FAITH: marked("faith groups"),
    _ENTERPRISE: marked("social enterprises"),
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
    yours = your_kind(profile)
    if not accepted:
        because = sentences(tr("They do not say which kinds of group may apply."), yours)
        return unknown("legal_form", tr("Ask who may apply"), because)
    # What the group is, where they name it, must not be lost among the "3 more".
    near = {form, *_IS_ALSO.get(form, ())} if form else set()
    kinds = [tr_marked(_MANY[each]) for each in sorted(accepted, key=lambda one: one not in near)]
    because = sentences(tr("They fund {kinds}.", kinds=listed(kinds)), yours)
    if form is None:
        return unknown("legal_form", tr("What kind of group are you?"), because)
    if form in accepted or _IS_ALSO.get(form, set()).intersection(accepted):
        return meets("legal_form", tr("Open to groups like yours"), because)
    if _MAY_ALSO_BE.get(form, set()).intersection(accepted):
        return unknown("legal_form", tr("Check what kind of group you are"), because)
    heading = (
        tr("You need written rules first") if form is _WITHOUT else tr("Not for your kind of group")
    )
    theirs = tr("They fund only {kinds}.", kinds=listed(kinds))
    return fails("legal_form", heading, f"{theirs} {yours}")


def income(call: FundingCall, profile: GroupProfile) -> Finding | None:
    """Say whether the group's income lies within what they accept.

    The least and the most are themselves accepted, unless the funder says
    "under".
    """
    least, most = call.income_min_pence or 0, call.income_max_pence
    if not least and most is None:
        return None
    theirs = _band(least, most, call.income_max_is_under)
    yours = profile.annual_income_pence
    if yours is None:
        because = sentences(theirs, tr("You have not told us the income in your last accounts."))
        return unknown("income", tr("Check your income"), because)
    shown = tr("Your last accounts show {income}.", income=in_pounds(yours))
    because = f"{theirs} {shown}"
    if yours < least:
        return fails("income", tr("Your income is too small"), because)
    if most is not None and (yours > most or (call.income_max_is_under and yours == most)):
        return fails("income", tr("Your income is too large"), because)
    return meets("income", tr("Your income fits"), because)


def _band(least: int, most: int | None, under: bool) -> str:
    if most is None:
        return tr("They fund groups with an income of {least} or more.", least=in_pounds(least))
    amounts = {"least": in_pounds(least), "most": in_pounds(most)}
    if least and under:
        return tr(
            "They fund groups with an income of {least} up to, but not including, {most}.",
            **amounts,
        )
    if least:
        return tr("They fund groups with an income of {least} to {most}.", **amounts)
    if under:
        return tr("They fund groups with an income under {most}.", **amounts)
    return tr("They fund groups with an income of up to {most}.", **amounts)


def signatories(call: FundingCall, profile: GroupProfile) -> Finding | None:
    """Say whether enough unrelated people can sign at the group's bank."""
    needed, have = call.signatories_needed, profile.bank_signatories
    if not needed:
        return None
    theirs = tr_count(
        "They ask for {count} unrelated person who can sign at your bank.",
        "They ask for {count} unrelated people who can sign at your bank.",
        needed,
    )
    if have is None:
        because = sentences(theirs, tr("You have not told us how many."))
        return unknown("signatories", tr("Who can sign at your bank?"), because)
    because = sentences(theirs, tr("You have {number}.", number=have))
    if have < needed:
        return fails("signatories", tr("You need more people to sign"), because)
    return meets("signatories", tr("Enough people can sign"), because)


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
        because = sentences(theirs, tr("You have not told us which grants you hold."))
        return unknown("conflicts", tr("Check your other grants"), because)
    held = [each for each in profile.live_grants if each in blocking]
    if held:
        names = listed([titles.get(each) or tr("a grant that rules this out") for each in held])
        because = sentences(theirs, tr("You hold {grants}.", grants=names))
        return fails("conflicts", tr("You hold a grant that rules this out"), because)
    if conflict.kind == "one_of":
        because = sentences(theirs, tr("You hold none of them, so choose before you apply."))
        return unknown("conflicts", tr("Choose one of them"), because, 0.7, advises=True)
    because = sentences(theirs, tr("You hold none of those."))
    return meets("conflicts", tr("No other grant in the way"), because)


def _their_rule(conflict: Conflict, others: tuple[str, ...], titles: Mapping[str, str]) -> str:
    if conflict.text:
        return tr("They say: {rule}.", rule=" ".join(conflict.text.split()).rstrip("."))
    names = listed([titles[each] for each in others if each in titles])
    if conflict.kind == "one_of":
        if not names:
            return tr("You may apply only for this or for another of their funds.")
        return tr("You may apply only for this or for {grants}.", grants=names)
    if not names:
        return tr("They give no grant while an earlier one from them still runs.")
    return tr("They give no grant while {grants} still runs.", grants=names)
