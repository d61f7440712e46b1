"""Whether applying is possible in time and worth the work: dates, papers, amount, cost."""

from datetime import date

from vcs_desktop.core.language import sentences, tr, tr_count
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
        because = tr(
            "They closed on {closes}. You are looking on {today}.",
            closes=in_words(closes_on),
            today=shortly(on),
        )
        return fails("deadline", tr("It has closed"), because)
    if call.status == "closed":
        because = tr("They say it has closed. You are too late.")
        return fails("deadline", tr("It has closed"), because)
    if call.opens_on and call.opens_on > on:
        because = tr(
            "They open on {day}. You can get ready until then.", day=in_words(call.opens_on)
        )
        return unknown("deadline", tr("Not open yet"), because)
    doubt = _doubt(call, on)
    if doubt:
        return doubt
    if closes_on is None:
        return _without_closing_day(call, on)
    return _time_left(call, closes_on, on)


def _doubt(call: FundingCall, on: date) -> Finding | None:
    """Return why nobody can say whether it is open, or None where nothing says so."""
    if call.status == "forthcoming":
        because = tr("They say that it will open later. You can get ready until then.")
        return unknown("deadline", tr("Not open yet"), because)
    held_until = call.provenance.valid_to
    if call.status == "paused":
        theirs = tr("They say that they have stopped for now.")
    elif call.status not in ("", "open"):
        theirs = tr("We do not know if they take applications now.")
    elif held_until and held_until < on:
        theirs = tr("They may have ended it on {day}.", day=shortly(held_until))
    else:
        return None
    because = sentences(theirs, tr("You need to ask them."))
    return unknown("deadline", tr("Ask if it is open"), because)


def _without_closing_day(call: FundingCall, on: date) -> Finding:
    if not call.rolling:
        because = tr("They give no closing date. You need to ask how long it is open.")
        return unknown("deadline", tr("No closing date given"), because)
    checked = call.provenance.as_of
    if checked and (on - checked).days > CHECKED_WITHIN_DAYS:
        because = tr(
            "They took applications all year when checked on {day}. "
            "You should ask if they still do.",
            day=shortly(checked),
        )
        return unknown("deadline", tr("Ask if it is still open"), because, advises=True)
    because = tr("They take applications all year. You can choose when to apply.")
    return meets("deadline", tr("Open all year"), because)


def _time_left(call: FundingCall, closes_on: date, on: date) -> Finding:
    left = days_left(closes_on, on)
    theirs = tr("They close {when}, on {day}.", when=from_now(left), day=in_words(closes_on))
    hours = call.hours_to_apply
    if hours is None:
        yours = tr("You have not said who will do the work.")
        return meets("deadline", tr("Still open"), f"{theirs} {yours}")
    yours = tr("You need about {hours} to apply.", hours=_hours(hours))
    if hours > left * HOURS_A_DAY:
        return fails("deadline", tr("Time is short"), f"{theirs} {yours}", 0.3, advises=True)
    return meets("deadline", tr("There is time"), f"{theirs} {yours}")


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
    theirs = tr("They ask for: {papers}.", papers=names)
    policies = [each for each in asked if _is_policy(each)]
    if policies and profile.policies is None:
        because = sentences(theirs, tr("You have not told us which policies you have."))
        return unknown("documents", tr("Which policies do you have?"), because)
    for each in policies:
        finding = _policy(each, profile.policies or (), on)
        if finding:
            return finding
    if len(policies) < len(asked):
        because = f"{theirs} {_still_to_find(policies, len(asked))}"
        return unknown("documents", tr("Papers to get ready"), because, 0.8, advises=True)
    because = sentences(theirs, tr("You have told us of each."))
    return meets("documents", tr("You have the papers"), because)


def _still_to_find(policies: list[RequiredDocument], asked: int) -> str:
    """Return what the group has of the papers asked for, and that it needs the others."""
    if policies:
        have = listed([_named(each) for each in policies])
        return tr("You have the {papers}. You will need the rest to hand.", papers=have)
    if asked == 1:
        return tr("You will need it to hand.")
    return tr("You will need each of them to hand.")


def _named(document: RequiredDocument) -> str:
    return mid_sentence(quoted(document.name))


def _is_policy(document: RequiredDocument) -> bool:
    return "polic" in document.name.lower()


def _policy(wanted: RequiredDocument, have: tuple[Policy, ...], on: date) -> Finding | None:
    """Return what is wrong with one policy, or None when it will do."""
    name = _named(wanted)
    same = [each for each in have if _same(wanted.name, each.name)]
    if not same:
        because = tr("They ask for: {paper}. You have not told us of one by that name.", paper=name)
        return unknown("documents", tr("A paper may be missing"), because)
    months = wanted.max_age_months
    if months is None:
        return None
    theirs = tr_count(
        "They ask for: {paper}, no older than {count} month.",
        "They ask for: {paper}, no older than {count} months.",
        months,
        paper=name,
    )
    dates = [each.reviewed_on for each in same if each.reviewed_on]
    if not dates:
        because = sentences(theirs, tr("You have not told us when yours was last reviewed."))
        return unknown("documents", tr("When was it reviewed?"), because)
    if _older(max(dates), months, on):
        yours = tr("You last reviewed yours on {day}.", day=shortly(max(dates)))
        heading = tr("Review your policy first")
        return fails("documents", heading, f"{theirs} {yours}", advises=True)
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
    shown = tr("Your last accounts show {income}.", income=in_pounds(yours))
    because = f"{theirs} {shown}"
    if size <= yours * TIMES_INCOME:
        return meets("amount", tr("A size you could manage"), because, advises=True)
    if least is None:
        return unknown("amount", tr("Ask for what you can manage"), because, 0.5, advises=True)
    return fails("amount", tr("Large for your group"), because, 0.1, advises=True)


def _what_they_give(least: int | None, most: int | None) -> str:
    if least is not None and most is not None and least != most:
        return tr("They give {least} to {most}.", least=in_pounds(least), most=in_pounds(most))
    if most is None:
        return tr("They give {least} or more.", least=in_pounds(least or 0))
    if least == most:
        return tr("They give {amount}.", amount=in_pounds(most))
    return tr("They give up to {most}.", most=in_pounds(most))


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
    words = tr(
        "About {hours} at {rate} ({name}) is {total}.",
        hours=_hours(hours),
        rate=in_pounds(rate_pence),
        name=name,
        total=in_pounds(total),
    )
    if chance is not None:
        in_100 = max(1, round(chance * 100))
        got = tr_count(
            "About {count} in 100 who ask gets one.",
            "About {count} in 100 who ask get one.",
            in_100,
        )
        words = f"{words} {got}"
    return Cost(hours, rate_pence, name, total, expected, words)


def _hours(hours: float) -> str:
    # A part of an hour is said as many are: "1.5 hours".
    count = int(hours) if hours == int(hours) else 2
    return tr_count("{hours} hour", "{hours} hours", count, hours=f"{hours:g}")


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
        shared = tr(
            "Shared among all who ask, that is at most {share} each.",
            share=in_pounds(round(value, -2)),
        )
        theirs = f"{theirs} {shared}"
    yours = tr(
        "Your time to apply is worth about {cost}.", cost=in_pounds(round(cost.total_pence, -2))
    )
    because = f"{theirs} {yours}"
    if cost.total_pence > value:
        return fails("worth", tr("Costs more than it may bring"), because, advises=True)
    if cost.total_pence > value * MOST_OF_GRANT:
        return unknown("worth", tr("A lot of work for the money"), because, 0.3, advises=True)
    share = 1.0 - 0.5 * cost.total_pence / value
    return meets("worth", tr("Worth the work"), because, share, advises=True)
