"""Which people a group should look at again, since it may not need to know of them any more.

No law says in years how long: a group must not keep what it does not need, and must
be able to say why it keeps the rest. Source: UK GDPR, article 5(1)(c) and (e). So each
rule says whether a law stands behind it, or is our own rule of thumb, which a group may
change. What a group decides to keep comes back a year later.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from vcs_desktop.core.language import Marked, marked, tr_count, tr_marked
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.people import Person, Role, Tie
from vcs_desktop.domain.retention_rules import RetentionRules

LEFT_YEARS = 2
"""Our own rule of thumb: long enough for somebody to come back."""

COMMITTEE_YEARS = 6
"""Source: Limitation Act 1980, sections 2 and 5: claims can be made for six years."""

CONTACT_YEARS = 3
"""Our own rule of thumb."""

RECHECK_YEARS = 1
"""Our own rule of thumb: a check that nobody renewed for a year is not relied on."""

DBS_AFTER_LEAVING = timedelta(days=183)
"""Source: the code of practice of the Disclosure and Barring Service: what a certificate told is
not kept for longer than six months."""

_MOST_YEARS = 100


class Rule(StrEnum):
    """Why somebody is looked at again."""

    LEFT = "left"
    COMMITTEE_LEFT = "committee_left"
    CONTACT = "contact"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    RECHECK = "recheck"
    DBS_OF_LEAVER = "dbs_of_leaver"
    EMERGENCY_OF_LEAVER = "emergency_of_leaver"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason to look at somebody again. ``since`` is the day that it counts from."""

    rule: Rule
    since: date
    years: int = 0


def reasons(
    person: Person,
    changed_on: date,
    on: date,
    rules: RetentionRules,
    active_on: date | None = None,
) -> tuple[Reason, ...]:
    """Return why somebody is to be looked at on a day; nothing when there is no reason.

    ``changed_on`` is the day of the last change of the record, and ``active_on`` the last on
    which they came, helped, were on the rota or met, None for never: who left and still comes
    has not gone. Where the whole record is to be looked at, its parts are not named beside it.
    """
    if person.kept_on is not None and on < _years_on(person.kept_on, 1):
        return ()
    last_on = max(changed_on, active_on or changed_on)
    whole = [*_left(person, on, rules, active_on), *_contact(person, last_on, on, rules)]
    return tuple(whole or sorted(_parts(person, on, rules), key=lambda each: each.since))


_WHY: Mapping[Rule, Marked] = MappingProxyType(
    {
        Rule.CONSENT_WITHDRAWN: marked("{name} took a consent back on {day}."),
        Rule.RECHECK: marked("The DBS check of {name} was due again on {day}."),
        Rule.DBS_OF_LEAVER: marked("{name} left on {day}, and the DBS check is still here."),
        Rule.EMERGENCY_OF_LEAVER: marked(
            "{name} left on {day}, and the emergency contact is still here."
        ),
    }
)


def why(reason: Reason, name: str) -> str:
    """Return a reason as a sentence."""
    day = shortly(reason.since)
    match reason.rule:
        case Rule.LEFT:
            return tr_count(
                "{name} left on {day}, more than {count} year ago.",
                "{name} left on {day}, more than {count} years ago.",
                reason.years, name=name, day=day,
            )  # fmt: skip
        case Rule.COMMITTEE_LEFT:
            return tr_count(
                "{name} left the committee by {day}, more than {count} year ago.",
                "{name} left the committee by {day}, more than {count} years ago.",
                reason.years, name=name, day=day,
            )  # fmt: skip
        case Rule.CONTACT:
            return tr_count(
                "{name} was last here, or last changed, on {day}: more than {count} year ago.",
                "{name} was last here, or last changed, on {day}: more than {count} years ago.",
                reason.years, name=name, day=day,
            )  # fmt: skip
        case _:
            return tr_marked(_WHY[reason.rule], name=name, day=day)


def left_on(person: Person, on: date) -> date | None:
    """Return the day on which the last role of somebody ended; None while they have one.

    Who never had a role cannot leave.
    """
    ends = [role.until for role in person.roles]
    known = [end for end in ends if end is not None]
    last = max(known, default=None)
    return last if last is not None and len(known) == len(ends) and last < on else None


def _left(
    person: Person, on: date, rules: RetentionRules, active_on: date | None
) -> Iterator[Reason]:
    left = left_on(person, on)
    if left is None:
        return
    if any(_was_on_committee(role) for role in person.roles):
        rule, years = Rule.COMMITTEE_LEFT, _years(rules.committee, COMMITTEE_YEARS)
    else:
        rule, years = Rule.LEFT, _years(rules.left, LEFT_YEARS)
    if _years_on(max(left, active_on or left), years) < on:
        yield Reason(rule, left, years)


def _was_on_committee(role: Role) -> bool:
    return role.tie == Tie.COMMITTEE


def _contact(person: Person, changed_on: date, on: date, rules: RetentionRules) -> Iterator[Reason]:
    years = _years(rules.contact, CONTACT_YEARS)
    if not person.roles and _years_on(changed_on, years) < on:
        yield Reason(Rule.CONTACT, changed_on, years)


def _parts(person: Person, on: date, rules: RetentionRules) -> Iterator[Reason]:
    yield from _withdrawn(person, on)
    left = left_on(person, on)
    if person.emergency is not None and left is not None:
        yield Reason(Rule.EMERGENCY_OF_LEAVER, left)
    if person.dbs is None:
        return
    recheck_on, years = person.dbs.recheck_on, _years(rules.recheck, RECHECK_YEARS)
    if left is not None and left + DBS_AFTER_LEAVING < on:
        yield Reason(Rule.DBS_OF_LEAVER, left)
    elif recheck_on is not None and _years_on(recheck_on, years) < on:
        yield Reason(Rule.RECHECK, recheck_on, years)


def _withdrawn(person: Person, on: date) -> Iterator[Reason]:
    """Yield the last consent that was taken back, until the group has looked at it once.

    Source: UK GDPR, articles 7(3) and 17(1)(b): what was kept by consent alone then goes.
    """
    days = [each.withdrawn_on for each in person.consents if each.withdrawn_on]
    last = max((day for day in days if day <= on), default=None)
    if last is not None and (person.kept_on is None or person.kept_on < last):
        yield Reason(Rule.CONSENT_WITHDRAWN, last)


def _years(told: int | None, otherwise: int) -> int:
    return otherwise if told is None else min(max(told, 0), _MOST_YEARS)


def _years_on(day: date, years: int) -> date:
    """Return the same day some years later; 28 February for the 29th, and no day after the last."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        if day.year + years > date.max.year:
            return date.max
        return day.replace(year=day.year + years, day=28)
