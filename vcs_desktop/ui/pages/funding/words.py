"""What the Funding page says about a grant or a contract. No widgets."""

from vcs_desktop.domain import days
from vcs_desktop.domain.fit.result import VERDICT_WORDS, Answer, Fit, Verdict
from vcs_desktop.domain.opportunities import OpportunityDetail
from vcs_desktop.domain.tenders import TenderNotice
from vcs_desktop.ui.opportunity_words import counted, ended

_LICENCES = {
    "nationalarchives.gov.uk/doc/open-government-licence/version/3": "Open Government Licence v3.0",
    "nationalarchives.gov.uk/doc/open-government-licence/version/2": "Open Government Licence v2.0",
    "creativecommons.org/licenses/by/4.0": "Creative Commons Attribution 4.0",
    "creativecommons.org/licenses/by-sa/4.0": "Creative Commons Attribution-ShareAlike 4.0",
}


def verdict_line(fit: Fit) -> str:
    """Return the verdict with how many of the deciding rules are met."""
    deciding = [reason for reason in fit.reasons if not reason.advises]
    met = sum(reason.answer is Answer.MEETS for reason in deciding)
    words = VERDICT_WORDS[fit.verdict]
    if fit.verdict is Verdict.CANNOT:
        failed = sum(reason.answer is Answer.FAILS for reason in deciding)
        return f"{words}: {counted(failed, 'thing rules', 'things rule')} you out"
    if not deciding:
        return words
    if met == len(deciding):
        return f"{words}: you meet {'what' if met == 1 else f'all {met} things'} they ask for"
    return f"{words}: you meet {met} of {len(deciding)} things they ask for"


def closes_fact(detail: OpportunityDetail) -> str:
    """Return the closing day, and time where there is one, in full."""
    line = detail.line.record
    moment = detail.call.closes_at if detail.call else None
    if detail.notice:
        moment = detail.notice.deadline_at
    if moment is not None:
        return days.with_time(moment)
    if line.closes_on is not None:
        return days.in_words(line.closes_on)
    return "Open all year" if line.rolling else "They do not say"


def decides_fact(detail: OpportunityDetail) -> str:
    """Return about when they decide, as a date; counted from today when it is open all year."""
    if detail.decides_on is None:
        return "They do not say"
    day = days.in_words(detail.decides_on)
    if detail.line.record.closes_on is None:
        return f"About {day}, if you apply today"
    return f"About {day}"


def contract_runs(notice: TenderNotice) -> str:
    """Return from when to when the contract runs, empty when they do not say."""
    start, end = notice.starts_on, notice.ends_on
    if start and end:
        return f"{days.shortly(start)} to {days.shortly(end)}"
    if start:
        return f"From {days.shortly(start)}"
    return f"Until {days.shortly(end)}" if end else ""


def source_line(detail: OpportunityDetail) -> str:
    """Return where it came from, on what terms and when it was checked."""
    provenance = detail.provenance
    parts = [
        f"From {provenance.source}" if provenance.source else "The source is not given",
        f"checked on {days.shortly(provenance.as_of)}" if provenance.as_of else "",
        f"licence: {licence_name(provenance.licence)}" if provenance.licence else "",
    ]
    return ended(", ".join(part for part in parts if part))


def licence_name(licence: str) -> str:
    """Return what people call a licence that is given as a web address; else as it is given."""
    address = licence.removeprefix("http://").removeprefix("https://").strip("/")
    return _LICENCES.get(address.removeprefix("www."), licence)


def breakable(address: str) -> str:
    """Return an address that may go on in the next line after its punctuation."""
    return "".join(f"{sign}\u200b" if sign in "/?&=-._" else sign for sign in address)
