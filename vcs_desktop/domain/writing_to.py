"""Who may be written to about something, by which way, and why the others may not.

About something that people take part in they may be written to as a matter of course: without
it they could not take part. Source: Information Commissioner's Office, guidance on direct
marketing: messages that only run a service are none. News that speaks for a group, and asking
for money, are direct marketing, and by email need a yes. Source: Privacy and Electronic
Communications (EC Directive) Regulations 2003, regulation 22. We ask for that yes by telephone
and post too, where the law asks for less: a group that asks first is not told off. Whoever took
a yes back is left alone. Source: UK GDPR, articles 7(3) and 21(3).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from vcs_desktop.core.language import Marked, marked, tr_marked
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.group import LegalForm
from vcs_desktop.domain.people import Basis, Consent, Person, Purpose, Tie, Way, ties

SOFT_OPT_IN = "charity_soft_opt_in"
"""The name of the rule of the library that lets charities write to supporters."""

WEEK = "week"
"""The list of those who are on the rota of a week is called by this and its Monday."""

CHARITIES = frozenset((LegalForm.CHARITY, LegalForm.CIO))
"""Charities in law. A CIC, or a group that is not registered, is none for this rule."""

MOST_ON_LABEL = 220
"""Letters of an address: a label holds no more that can be read."""

MOST_LINES_ON_LABEL = 8

_NOT_IN_ONE = r"\s@,;:<>()\[\]\"\\"
_ADDRESS = re.compile(rf"[^{_NOT_IN_ONE}]+@[^{_NOT_IN_ONE}.]+(?:\.[^{_NOT_IN_ONE}.]+)+")


_TAKE_PART = frozenset((Tie.MEMBER, Tie.COMMITTEE, Tie.VOLUNTEER))


class WhyNot(StrEnum):
    """Why somebody is left out."""

    SAID_NO = "said_no"
    NO_YES = "no_yes"
    YES_NOT_FOR_THIS = "yes_not_for_this"
    YES_NOT_BY_THIS = "yes_not_by_this"
    SOFT_NOT_OURS = "soft_not_ours"
    SOFT_TOO_OLD = "soft_too_old"
    TAKES_NO_PART = "takes_no_part"
    NO_EMAIL = "no_email"
    EMAIL_WRONG = "email_wrong"
    NO_PHONE = "no_phone"
    NO_ADDRESS = "no_address"
    ADDRESS_TOO_LONG = "address_too_long"


_WORDS: Mapping[WhyNot, Marked] = MappingProxyType(
    {
        WhyNot.SAID_NO: marked("They took their yes back on {day}."),
        WhyNot.NO_YES: marked("No yes to this is written down."),
        WhyNot.YES_NOT_FOR_THIS: marked("What they agreed to does not say that it is for this."),
        WhyNot.YES_NOT_BY_THIS: marked("They agreed, but not to this way of reaching them."),
        WhyNot.SOFT_NOT_OURS: marked(
            "They said no yes, and only a registered charity may write without one."
        ),
        WhyNot.SOFT_TOO_OLD: marked(
            "They said no yes, and gave their address before the law changed."
        ),
        WhyNot.TAKES_NO_PART: marked("They have no role now, and are not down for this."),
        WhyNot.NO_EMAIL: marked("No email address is written down."),
        WhyNot.EMAIL_WRONG: marked("The email address does not look right."),
        WhyNot.NO_PHONE: marked("No telephone number is written down."),
        WhyNot.NO_ADDRESS: marked("No address is written down."),
        WhyNot.ADDRESS_TOO_LONG: marked("The address is too long for a label."),
    }
)


@dataclass(frozen=True, slots=True)
class Message:
    """What is to be said to whom.

    ``taking_part`` are ids of those who take part in what it is about, such as everybody on
    a rota, whatever their roles. ``soft_since`` is the first day of an address that a charity
    may write to without a yes; None where our group may not, or nobody knows of such a rule.
    """

    purpose: Purpose
    way: Way
    on: date
    taking_part: frozenset[str] = frozenset()
    soft_since: date | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody who is not written to. ``day`` is when they took a yes back, else None."""

    id: str
    name: str
    why: WhyNot
    day: date | None = None

    @property
    def words(self) -> str:
        """Why, as a sentence."""
        return tr_marked(_WORDS[self.why], day=shortly(self.day) if self.day else "")


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who is in, in the order in which they came, and who is not. Nobody is in neither.

    ``without_yes`` counts those who are in because a charity may write to them all the same:
    each message has to offer them to say no.
    """

    people: tuple[Person, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    without_yes: int = 0


def soft_since(form: LegalForm | None, rule_from: date | None, on: date) -> date | None:
    """Return from which day on our group may write to an address without a yes; None for never.

    ``rule_from`` is the first day of the library's rule, None where it has none that holds.
    """
    may = form in CHARITIES and rule_from is not None and rule_from <= on
    return rule_from if may else None


def chosen(people: Iterable[Person], message: Message) -> Chosen:
    """Return who of some people may be written to, and why the others may not."""
    found: list[Person] = []
    left_out: list[LeftOut] = []
    for person in people:
        why = _why_not_asked(person, message) or _why_not_reached(person, message.way)
        if why is None:
            found.append(person)
        else:
            left_out.append(why)
    without = 0
    if message.purpose is not Purpose.TAKING_PART:
        without = sum(not agreed(each, message.purpose, message.way, message.on) for each in found)
    return Chosen(tuple(found), tuple(left_out), without)


def addresses(people: Iterable[Person]) -> tuple[str, ...]:
    """Return the email addresses of some people, each once: a household gets one message."""
    found: dict[str, str] = {}
    for person in people:
        address = person.email.strip()
        if is_address(address):
            found.setdefault(address.casefold(), address)
    return tuple(found.values())


def is_address(text: str) -> bool:
    """Say whether a text is one email address, with nothing in it that could add another."""
    return text.isprintable() and _ADDRESS.fullmatch(text) is not None


def blocks(some: Sequence[str], size: int) -> list[tuple[str, ...]]:
    """Return addresses in blocks of a size: many mail services refuse more at once."""
    return [tuple(some[start : start + size]) for start in range(0, len(some), size)]


def week_list(monday: date) -> str:
    """Return what the list of those on the rota of a week is called, by its Monday."""
    return f"{WEEK}:{monday}"


def label_lines(person: Person) -> tuple[str, ...]:
    """Return what stands on a label: the name, and each line of the address."""
    lines = (" ".join(line.split()) for line in (person.name, *person.address.splitlines()))
    return tuple(line for line in lines if line)


def agreed(person: Person, purpose: Purpose, way: Way, on: date) -> bool:
    """Say whether somebody's clear yes to a purpose, by a way, holds on a day."""
    return any(
        each.basis is Basis.YES and purpose in each.purposes and way in each.ways
        for each in _holding(person, on)
    )


def _why_not_asked(person: Person, message: Message) -> LeftOut | None:
    """Return why somebody is not to be asked at all, whatever is known of how to reach them."""
    no_on = _said_no_on(person, message)
    if no_on is not None and not _agreed_since(person, message, no_on):
        return LeftOut(person.id, person.name, WhyNot.SAID_NO, no_on)
    if message.purpose is Purpose.TAKING_PART:
        if person.id in message.taking_part or set(ties(person, message.on)) & _TAKE_PART:
            return None
        return LeftOut(person.id, person.name, WhyNot.TAKES_NO_PART)
    if agreed(person, message.purpose, message.way, message.on):
        return None
    return _why_no_yes(person, message)


def _why_no_yes(person: Person, message: Message) -> LeftOut | None:
    """Return what is missing where there is no clear yes; None where none is needed.

    A yes whose purpose nobody noted, and which was taken back, may have been to this.
    """
    unclear = [each.withdrawn_on for each in person.consents if not each.purposes]
    if back := [day for day in unclear if day is not None and day <= message.on]:
        return LeftOut(person.id, person.name, WhyNot.SAID_NO, max(back))
    holding = tuple(_holding(person, message.on))
    soft = [each for each in holding if each.basis is Basis.SOFT_OPT_IN]
    if soft and message.way is Way.EMAIL:
        why = _why_not_soft(soft, message.soft_since)
    else:
        said = [each for each in holding if each.basis is Basis.YES]
        if any(message.purpose in each.purposes for each in said):
            why = WhyNot.YES_NOT_BY_THIS
        else:
            why = WhyNot.YES_NOT_FOR_THIS if said else WhyNot.NO_YES
    return None if why is None else LeftOut(person.id, person.name, why)


def _why_not_soft(soft: Iterable[Consent], since: date | None) -> WhyNot | None:
    """Return why a charity's way of writing without a yes does not hold; None when it does."""
    if since is None:
        return WhyNot.SOFT_NOT_OURS
    is_new = any(each.given_on is not None and each.given_on >= since for each in soft)
    return None if is_new else WhyNot.SOFT_TOO_OLD


def _why_not_reached(person: Person, way: Way) -> LeftOut | None:
    why = None
    if way is Way.EMAIL:
        address = person.email.strip()
        why = None if is_address(address) else WhyNot.EMAIL_WRONG if address else WhyNot.NO_EMAIL
    elif way is Way.PHONE:
        why = None if person.phone.strip() else WhyNot.NO_PHONE
    elif not person.address.strip():
        why = WhyNot.NO_ADDRESS
    else:
        lines = label_lines(person)
        is_long = len(lines) > MOST_LINES_ON_LABEL or sum(map(len, lines)) > MOST_ON_LABEL
        why = WhyNot.ADDRESS_TOO_LONG if is_long else None
    return None if why is None else LeftOut(person.id, person.name, why)


def _holding(person: Person, on: date) -> Iterator[Consent]:
    for each in person.consents:
        is_given = each.given_on is None or each.given_on <= on
        if is_given and (each.withdrawn_on is None or on < each.withdrawn_on):
            yield each


def _said_no_on(person: Person, message: Message) -> date | None:
    """Return the last day on which somebody took back a yes to just this; None for never.

    Where nobody noted by which way, it stands for each.
    """
    days = [
        each.withdrawn_on
        for each in person.consents
        if each.withdrawn_on is not None
        and each.withdrawn_on <= message.on
        and message.purpose in each.purposes
        and (message.way in each.ways or not each.ways)
    ]
    return max(days, default=None)


def _agreed_since(person: Person, message: Message, no_on: date) -> bool:
    """Say whether a yes was given again on the day of a no, or after it."""
    return any(
        each.basis is Basis.YES
        and message.purpose in each.purposes
        and message.way in each.ways
        and each.given_on is not None
        and each.given_on >= no_on
        for each in _holding(person, message.on)
    )
