"""What every document says of a grant or a contract in the same words."""

from datetime import date, datetime

from vcs_desktop.core.language import tr
from vcs_desktop.domain.days import decision_day, in_words, local_day
from vcs_desktop.domain.funding import FundingCall
from vcs_desktop.domain.money import range_in_pounds
from vcs_desktop.domain.tenders import TenderNotice

Opportunity = FundingCall | TenderNotice


def closing_moment(thing: Opportunity) -> datetime | None:
    """Return when it closes, None when no day is given."""
    return thing.closes_at if isinstance(thing, FundingCall) else thing.deadline_at


def amount_in_words(thing: Opportunity) -> str:
    """Return the money in words; another currency than pounds keeps its own name."""
    if isinstance(thing, FundingCall):
        return range_in_pounds(thing.award_min_pence, thing.award_max_pence)
    least = thing.value_min_pence
    words = range_in_pounds(thing.value_pence if least is None else least, thing.value_pence)
    return words if thing.currency in ("", "GBP") else words.replace("£", f"{thing.currency} ")


def decision_in_words(thing: Opportunity, today: date) -> str:
    """Return about when they decide, as a date, or empty when they do not say."""
    if isinstance(thing, TenderNotice):
        return ""
    closes_on = local_day(thing.closes_at) if thing.closes_at else None
    decides_on = decision_day(closes_on, thing.decision_weeks, today)
    if decides_on is None:
        return ""
    day = in_words(decides_on)
    return (
        tr("about {day}", day=day) if closes_on else tr("about {day}, if we apply today", day=day)
    )
