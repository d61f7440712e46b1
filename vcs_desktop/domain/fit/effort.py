"""Whether applying is possible in time and worth the work: dates, papers, amount, cost."""

from datetime import date

from vcs_desktop.domain.days import days_left, from_now, in_words, local_day, shortly
from vcs_desktop.domain.fit.findings import Finding, fails, meets, unknown
from vcs_desktop.domain.fit.phrases import listed, mid_sentence, quoted
from vcs_desktop.domain.fit.result import Cost
from vcs_desktop.domain.fit.topics import stems_of
from vcs_desktop.domain.funding import FundingCall, RequiredDocument
from vcs_desktop.domain.group import GroupProfile, Policy
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.domain.rulebook import LIVING_WAGE, RuleBook

HOURS_A_DAY = 2
"""Hours a day that volunteers can give to one application. Our own rule of thumb."""
CHECKED_WITHIN_DAYS = 365
"""A call with no closing date that was checked longer ago may have stopped. Ours."""
TIMES_INCOME = 3
"""A grant of more times the yearly income is a great step for a group. Ours."""
MOST_OF_GRANT = 0.38
"""The part of their grants that charities under £100,000 spend on applying.

Source: Pro Bono Economics and Giving Evidence, 2022.
"""


def deadline(call: FundingCall, on: date) -> Finding:
    """Say whether the call is open, and whether the days left are enough for the work.

    Source: the funder's dates. The hours a day are our own rule of thumb.
    """
    closes_on = local_day(call.closes_at) if call.closes_at else None
    if closes_on and closes_on < on:
        because = f"They closed on {in_words(closes_on)}. You are looking on {shortly(on)}."
        return fails("deadline", "It has closed", because)
    if call.status == "closed":
        return fails("deadline", "It has closed", "They say it has closed. You are too late.")
    if call.opens_on and call.opens_on > on:
        because = f"They open on {in_words(call.opens_on)}. You can get ready until then."
        return unknown("deadline", "Not open yet", because)
    doubt = _doubt(call, on)
    if doubt:
        return doubt
    if closes_on is None:
        return _without_closing_day(call, on)
    return _time_left(call, closes_on, on)


def _doubt(call: FundingCall, on: date) -> Finding | None:
    """Return why nobody can say whether it is open, or None where nothing says so."""
    if call.status == "forthcoming":
        because = "They say that it will open later. You can get ready until then."
        return unknown("deadline", "Not open yet", because)
    held_until = call.provenance.valid_to
    if call.status == "paused":
        theirs = "They say that they have stopped for now."
    elif call.status not in ("", "open"):
        theirs = "We do not know if they take applications now."
    elif held_until and held_until < on:
        theirs = f"They may have ended it on {shortly(held_until)}."
    else:
        return None
    return unknown("deadline", "Ask if it is open", f"{theirs} You need to ask them.")


def _without_closing_day(call: FundingCall, on: date) -> Finding:
    if not call.rolling:
        because = "They give no closing date. You need to ask how long it is open."
        return unknown("deadline", "No closing date given", because)
    checked = call.provenance.as_of
    if checked and (on - checked).days > CHECKED_WITHIN_DAYS:
        because = f"They took applications all year when checked on {shortly(checked)}."
        return unknown(
            "deadline",
            "Ask if it is still open",
            f"{because} You should ask if they still do.",
            advises=True,
        )
    because = "They take applications all year. You can choose when to apply."
    return meets("deadline", "Open all year", because)


def _time_left(call: FundingCall, closes_on: date, on: date) -> Finding:
    left = days_left(closes_on, on)
    theirs = f"They close {from_now(left)}, on {in_words(closes_on)}."
    hours = call.hours_to_apply
    if hours is None:
        return meets("deadline", "Still open", f"{theirs} You have not said who will do the work.")
    yours = f"You need about {_hours(hours)} to apply."
    if hours > left * HOURS_A_DAY:
        return fails("deadline", "Time is short", f"{theirs} {yours}", 0.3, advises=True)
    return meets("deadline", "There is time", f"{theirs} {yours}")


def documents(call: FundingCall, profile: GroupProfile, on: date) -> Finding | None:
    """Say whether the group has the papers they ask for, and new enough.

    A policy is found by its name, so one that is not found may have another
    name: that is "find out", not "no". One that is too old can be reviewed
    before applying, so it warns and does not decide.
    """
    asked = call.required_documents
    if not asked:
        return None
    names = listed([_named(each) for each in asked], most=6)
    theirs = f"They ask for: {names}."
    policies = [each for each in asked if _is_policy(each)]
    if policies and profile.policies is None:
        because = f"{theirs} You have not told us which policies you have."
        return unknown("documents", "Which policies do you have?", because)
    for each in policies:
        finding = _policy(each, profile.policies or (), on)
        if finding:
            return finding
    if len(policies) < len(asked):
        because = f"{theirs} {_still_to_find(policies, len(asked))}"
        return unknown("documents", "Papers to get ready", because, 0.8, advises=True)
    return meets("documents", "You have the papers", f"{theirs} You have told us of each.")


def _still_to_find(policies: list[RequiredDocument], asked: int) -> str:
    """Return what the group has of the papers asked for, and that it needs the others."""
    if policies:
        return f"You have the {listed([_named(each) for each in policies])}. You need the rest."
    return "You will need it to hand." if asked == 1 else "You will need each of them to hand."


def _named(document: RequiredDocument) -> str:
    return mid_sentence(quoted(document.name))


def _is_policy(document: RequiredDocument) -> bool:
    return "polic" in document.name.lower()


def _policy(wanted: RequiredDocument, have: tuple[Policy, ...], on: date) -> Finding | None:
    """Return what is wrong with one policy, or None when it will do."""
    name = _named(wanted)
    same = [each for each in have if _same(wanted.name, each.name)]
    if not same:
        because = f"They ask for: {name}. You have not told us of one by that name."
        return unknown("documents", "A paper may be missing", because)
    months = wanted.max_age_months
    if months is None:
        return None
    theirs = f"They ask for: {name}, no older than {months} {'month' if months == 1 else 'months'}."
    dates = [each.reviewed_on for each in same if each.reviewed_on]
    if not dates:
        because = f"{theirs} You have not told us when yours was last reviewed."
        return unknown("documents", "When was it reviewed?", because)
    if _older(max(dates), months, on):
        because = f"{theirs} You last reviewed yours on {shortly(max(dates))}."
        return fails("documents", "Review your policy first", because, advises=True)
    return None


def _same(wanted: str, name: str) -> bool:
    ours = stems_of(name.lower().replace("policies", "").replace("policy", ""))
    theirs = stems_of(wanted.lower().replace("policies", "").replace("policy", ""))
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def _older(reviewed: date, months: int, on: date) -> bool:
    """Say whether more than some whole months lie between two days."""
    passed = (on.year - reviewed.year) * 12 + on.month - reviewed.month
    return passed > months or (passed == months and on.day > reviewed.day)


def amount(call: FundingCall, profile: GroupProfile) -> Finding | None:
    """Warn where even the least they give is many times the group's income.

    Never decides: a group may ask, and the times are our own rule of thumb.
    """
    least, most = call.award_min_pence, call.award_max_pence
    size = least if least is not None else most
    yours = profile.annual_income_pence
    if size is None or yours is None:
        return None
    theirs = _what_they_give(least, most)
    because = f"{theirs} Your last accounts show {in_pounds(yours)}."
    if size <= yours * TIMES_INCOME:
        return meets("amount", "A size you could manage", because, advises=True)
    if least is None:
        return unknown("amount", "Ask for what you can manage", because, 0.5, advises=True)
    return fails("amount", "Large for your group", because, 0.1, advises=True)


def _what_they_give(least: int | None, most: int | None) -> str:
    if least is not None and most is not None and least != most:
        return f"They give {in_pounds(least)} to {in_pounds(most)}."
    if most is not None:
        return f"They give {'' if least == most else 'up to '}{in_pounds(most)}."
    return f"They give {in_pounds(least or 0)} or more."


def cost_of(call: FundingCall, on: date, rulebook: RuleBook) -> Cost | None:
    """Return what applying costs; None where the hours or a rate for the day are not known.

    Cost is hours times the National Living Wage of the day. What it may bring
    is the largest amount they give times the part of applicants who get one.
    Source: domain research, section 5.6; the wage is a dated row of the library.
    """
    rate = rulebook.on(LIVING_WAGE, on)
    if call.hours_to_apply is None or rate is None or rate.value is None:
        return None
    rate_pence, hours = round(rate.value), call.hours_to_apply
    total = round(hours * rate_pence)
    size = call.award_max_pence if call.award_max_pence is not None else call.award_min_pence
    chance = call.success_rate
    expected = None if size is None or chance is None else round(size * chance)
    name = rate.title
    words = f"About {_hours(hours)} at {in_pounds(rate_pence)} ({name}) is {in_pounds(total)}."
    if chance is not None:
        words += f" About {max(1, round(chance * 100))} in 100 who ask get one."
    return Cost(hours, rate_pence, name, total, expected, words)


def _hours(hours: float) -> str:
    return f"{hours:g} {'hour' if hours == 1 else 'hours'}"


def worth(call: FundingCall, cost: Cost | None) -> Finding | None:
    """Warn where the work of applying costs much of what it may bring.

    Without a known chance the whole amount is compared. Never decides.
    """
    if cost is None:
        return None
    most = call.award_max_pence if call.award_max_pence is not None else call.award_min_pence
    value = cost.expected_pence if cost.expected_pence is not None else most
    if not value:
        return None
    theirs = _what_they_give(call.award_min_pence, call.award_max_pence)
    if cost.expected_pence is not None:
        share_of_each = in_pounds(round(value, -2))
        theirs += f" Shared among all who ask, that is at most {share_of_each} each."
    because = (
        f"{theirs} Your time to apply is worth about {in_pounds(round(cost.total_pence, -2))}."
    )
    if cost.total_pence > value:
        return fails("worth", "Costs more than it may bring", because, advises=True)
    if cost.total_pence > value * MOST_OF_GRANT:
        return unknown("worth", "A lot of work for the money", because, 0.3, advises=True)
    share = 1.0 - 0.5 * cost.total_pence / value
    return meets("worth", "Worth the work", because, share, advises=True)
