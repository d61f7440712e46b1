"""What the Funding page says about a grant or a contract. No widgets."""

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain import days
from vcs_desktop.domain.fit.result import Answer, Fit, Verdict, verdict_words
from vcs_desktop.domain.opportunities import OpportunityDetail
from vcs_desktop.domain.tenders import TenderNotice


def verdict_line(fit: Fit) -> str:
    """Return the verdict with how many of the deciding rules are met."""
    deciding = [reason for reason in fit.reasons if not reason.advises]
    met = sum(reason.answer is Answer.MEETS for reason in deciding)
    verdict = verdict_words(fit.verdict)
    if fit.verdict is Verdict.CANNOT:
        return tr_count(
            "{verdict}: {count} thing rules you out",
            "{verdict}: {count} things rule you out",
            sum(reason.answer is Answer.FAILS for reason in deciding),
            verdict=verdict,
        )
    if not deciding:
        return verdict
    if met == len(deciding):
        return tr_count(
            "{verdict}: you meet what they ask for",
            "{verdict}: you meet all {count} things they ask for",
            met,
            verdict=verdict,
        )
    return tr_count(
        "{verdict}: you meet {met} of {count} thing they ask for",
        "{verdict}: you meet {met} of {count} things they ask for",
        len(deciding),
        verdict=verdict,
        met=met,
    )


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
    return tr("Open all year") if line.rolling else tr("They do not say")


def decides_fact(detail: OpportunityDetail) -> str:
    """Return about when they decide, as a date; counted from today when it is open all year."""
    if detail.decides_on is None:
        return tr("They do not say")
    day = days.in_words(detail.decides_on)
    if detail.line.record.closes_on is None:
        return tr("About {day}, if you apply today", day=day)
    return tr("About {day}", day=day)


def contract_runs(notice: TenderNotice) -> str:
    """Return from when to when the contract runs, empty when they do not say."""
    start, end = notice.starts_on, notice.ends_on
    if start and end:
        return tr("{start} to {end}", start=days.shortly(start), end=days.shortly(end))
    if start:
        return tr("From {day}", day=days.shortly(start))
    return tr("Until {day}", day=days.shortly(end)) if end else ""
