"""The people of a group, and no more about them than a group needs.

Nothing here is asked for by the app before it is needed. Of a DBS certificate only
that it was seen is kept: never its number, never a copy. Access needs are there
only when the person gave them.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Tie(StrEnum):
    """What a person is to the group."""

    MEMBER = "member"
    COMMITTEE = "committee"
    VOLUNTEER = "volunteer"
    CONTACT = "contact"


class Channel(StrEnum):
    """How a consent was given."""

    PAPER = "paper"
    EMAIL = "email"
    SPOKEN = "spoken"
    ONLINE_FORM = "online_form"


class Purpose(StrEnum):
    """What somebody is written to about: something they take part in, news, or asking for gifts."""

    TAKING_PART = "taking_part"
    NEWS = "news"
    ASKING = "asking"


class Way(StrEnum):
    """How somebody is written to or rung."""

    EMAIL = "email"
    PHONE = "phone"
    POST = "post"


class Basis(StrEnum):
    """What stands behind writing to somebody.

    SOFT_OPT_IN is no yes: a charity took the address itself from somebody who gave or showed
    interest, and offered them to say no. Whether it holds is a dated rule of the library.
    """

    YES = "yes"
    SOFT_OPT_IN = "soft_opt_in"


class DbsLevel(StrEnum):
    """The levels of check. Source: the Disclosure and Barring Service's own four."""

    BASIC = "basic"
    STANDARD = "standard"
    ENHANCED = "enhanced"
    ENHANCED_WITH_BARRED_LISTS = "enhanced_with_barred_lists"


@dataclass(frozen=True, slots=True)
class Role:
    """One thing that a person does or did in the group, such as treasurer.

    ``since`` and ``until`` are the first and last day of the term; None is not known,
    and for ``until`` also that there is no end yet.
    """

    id: str
    tie: Tie = Tie.MEMBER
    title: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Consent:
    """What a person agreed to, in the words that were put to them.

    ``withdrawn_on`` is None as long as it holds. ``channel`` is how it was given; ``purposes``
    are what they may be written to about, and ``ways`` how: empty is that nobody has said, and
    that lets nobody write.
    """

    id: str
    wording: str = ""
    given_on: date | None = None
    channel: Channel | None = None
    withdrawn_on: date | None = None
    purposes: tuple[Purpose, ...] = ()
    ways: tuple[Way, ...] = ()
    basis: Basis = Basis.YES


@dataclass(frozen=True, slots=True)
class Interest:
    """An interest that a member of the committee declared. ``ended_on`` None: it still stands."""

    id: str
    what: str = ""
    declared_on: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class EmergencyContact:
    """Whom to call when something happens to a person."""

    name: str = ""
    phone: str = ""
    relation: str = ""


@dataclass(frozen=True, slots=True)
class DbsCheck:
    """That a certificate was seen, and when the group wants to look again."""

    level: DbsLevel | None = None
    seen_on: date | None = None
    recheck_on: date | None = None


@dataclass(frozen=True, slots=True)
class SomebodyElse:
    """That this person is not the one with this id, though they look alike."""

    id: str
    said_on: date | None = None


@dataclass(frozen=True, slots=True)
class MergedRecord:
    """That the record with this id was made one with this person's; it lies in the bin."""

    id: str
    merged_on: date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """One person. Empty and None mean that nobody has said.

    ``kept_on`` is the day on which the group last decided to keep the record.
    ``merged_from`` are the records that everything about this person has to be looked for
    in as well.
    """

    id: str = ""
    name: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    roles: tuple[Role, ...] = ()
    skills: tuple[str, ...] = ()
    interests: tuple[Interest, ...] = ()
    consents: tuple[Consent, ...] = ()
    emergency: EmergencyContact | None = None
    dbs: DbsCheck | None = None
    access_needs: str = ""
    notes: str = ""
    not_same_as: tuple[SomebodyElse, ...] = ()
    merged_from: tuple[MergedRecord, ...] = ()
    kept_on: date | None = None


@dataclass(frozen=True, slots=True)
class Opener:
    """Somebody who can open the group, as the history names them. ``role`` is a courtesy."""

    id: str = ""
    name: str = ""
    role: str = ""


def ties(person: Person, on: date) -> tuple[Tie, ...]:
    """Return what a person is to the group on a day, by the roles that hold then.

    Somebody without any such role is a contact.
    """
    holding = {role.tie for role in person.roles if holds(role, on)}
    return tuple(tie for tie in Tie if tie in holding) or (Tie.CONTACT,)


def holds(role: Role, on: date) -> bool:
    """Say whether somebody has a role on a day."""
    return (role.since is None or role.since <= on) and (role.until is None or on <= role.until)
