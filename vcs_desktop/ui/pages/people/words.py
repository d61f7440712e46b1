"""What the People page says about somebody."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from vcs_desktop.core.language import Marked, marked, sentences, tr, tr_marked
from vcs_desktop.domain import days
from vcs_desktop.domain.people import (
    Basis,
    Channel,
    Consent,
    DbsCheck,
    DbsLevel,
    EmergencyContact,
    Interest,
    Person,
    Purpose,
    Role,
    Tie,
    Way,
)
from vcs_desktop.ui.widgets.prose import short_prose

_TIES: Mapping[Tie, Marked] = MappingProxyType(
    {
        Tie.COMMITTEE: marked("Committee"),
        Tie.VOLUNTEER: marked("Volunteer"),
        Tie.MEMBER: marked("Member"),
        Tie.CONTACT: marked("Contact"),
    }
)
_LEVELS: Mapping[DbsLevel, Marked] = MappingProxyType(
    {
        DbsLevel.BASIC: marked("Basic"),
        DbsLevel.STANDARD: marked("Standard"),
        DbsLevel.ENHANCED: marked("Enhanced"),
        DbsLevel.ENHANCED_WITH_BARRED_LISTS: marked("Enhanced, with the barred lists"),
    }
)
_CHANNELS: Mapping[Channel, Marked] = MappingProxyType(
    {
        Channel.PAPER: marked("On paper"),
        Channel.EMAIL: marked("By email"),
        Channel.SPOKEN: marked("By word of mouth"),
        Channel.ONLINE_FORM: marked("On a web form"),
    }
)
_PURPOSES: Mapping[Purpose, Marked] = MappingProxyType(
    {
        Purpose.TAKING_PART: marked("About something they take part in"),
        Purpose.NEWS: marked("News from the group"),
        Purpose.ASKING: marked("Asking for money or support"),
    }
)
_WAYS: Mapping[Way, Marked] = MappingProxyType(
    {
        Way.EMAIL: marked("By email"),
        Way.PHONE: marked("By telephone"),
        Way.POST: marked("By post"),
    }
)
_BASES: Mapping[Basis, Marked] = MappingProxyType(
    {
        Basis.YES: marked("They said yes"),
        Basis.SOFT_OPT_IN: marked(
            "They gave us their address, could say no, and did not (registered charities only)"
        ),
    }
)


def tie_words(tie: Tie) -> str:
    """Return what a person is to the group, in a word."""
    return tr_marked(_TIES[tie])


def ties_offered() -> list[tuple[str, str]]:
    """Return what a person can be to the group: (id, words) of each."""
    return [(tie.value, tr_marked(words)) for tie, words in _TIES.items()]


def levels_offered() -> list[tuple[str, str]]:
    """Return the levels of a DBS check: (id, words) of each, and of none."""
    return [
        ("", tr("Not said")),
        *((level.value, tr_marked(words)) for level, words in _LEVELS.items()),
    ]


def channels_offered() -> list[tuple[str, str]]:
    """Return how a consent may be given: (id, words) of each, and of none."""
    return [
        ("", tr("Not said")),
        *((channel.value, tr_marked(words)) for channel, words in _CHANNELS.items()),
    ]


def purposes_offered() -> list[tuple[str, str]]:
    """Return what somebody may be written to about: (id, words) of each."""
    return [(purpose.value, tr_marked(words)) for purpose, words in _PURPOSES.items()]


def ways_offered() -> list[tuple[str, str]]:
    """Return how somebody may be reached: (id, words) of each."""
    return [(way.value, tr_marked(words)) for way, words in _WAYS.items()]


def bases_offered() -> list[tuple[str, str]]:
    """Return what may stand behind writing to somebody: (id, words) of each."""
    return [(basis.value, tr_marked(words)) for basis, words in _BASES.items()]


def ties_line(held: Iterable[Tie], titles: Iterable[str] = ()) -> str:
    """Return what somebody is to the group on one line, and what that is called."""
    return " · ".join((*(tie_words(tie) for tie in held), *titles))


def role_words(role: Role) -> str:
    """Return a role with its term: "Committee: Treasurer. Since 1 January 2025"."""
    tie = tie_words(role.tie)
    title = short_prose(role.title)
    what = tr("{tie}: {title}", tie=tie, title=title) if title else tie
    term = _term(role.since, role.until)
    return tr("{what}. {when}", what=what, when=term) if term else what


def is_past(role: Role, today: date) -> bool:
    """Say whether the term of a role is over."""
    return role.until is not None and role.until < today


def interest_words(interest: Interest) -> str:
    """Return an interest, and when it was declared and ended."""
    when = []
    if interest.declared_on:
        when.append(tr("Declared on {day}.", day=days.shortly(interest.declared_on)))
    if interest.ended_on:
        when.append(tr("Ended on {day}.", day=days.shortly(interest.ended_on)))
    return "\n".join(filter(None, (interest.what, sentences(*when))))


def consent_words(consent: Consent) -> str:
    """Return what somebody agreed to, what for, when and how; and that it was taken back."""
    when = []
    what_for = [tr_marked(_PURPOSES[each]) for each in consent.purposes]
    what_for += [tr_marked(_WAYS[each]) for each in consent.ways]
    if consent.given_on:
        when.append(tr("Given on {day}.", day=days.shortly(consent.given_on)))
    if consent.channel:
        when.append(tr("{how}.", how=tr_marked(_CHANNELS[consent.channel])))
    if consent.withdrawn_on:
        when.append(tr("Taken back on {day}.", day=days.shortly(consent.withdrawn_on)))
    wording = tr("“{wording}”", wording=consent.wording) if consent.wording else ""
    soft = tr_marked(_BASES[consent.basis]) if consent.basis is Basis.SOFT_OPT_IN else ""
    return "\n".join(filter(None, (wording, soft, " · ".join(what_for), sentences(*when))))


def dbs_words(check: DbsCheck | None) -> str:
    """Return what is known of a DBS check."""
    if check is None:
        return ""
    said = [tr_marked(_LEVELS[check.level])] if check.level else []
    if check.seen_on:
        said.append(tr("Seen on {day}", day=days.shortly(check.seen_on)))
    if check.recheck_on:
        said.append(tr("Look again by {day}", day=days.shortly(check.recheck_on)))
    return "\n".join(said)


def due_words(person: Person, today: date) -> list[str]:
    """Return what the group wanted to do about somebody by now."""
    recheck_on = person.dbs.recheck_on if person.dbs else None
    if recheck_on is None or recheck_on > today:
        return []
    return [tr("The DBS check was to be looked at again by {day}.", day=days.shortly(recheck_on))]


def emergency_words(contact: EmergencyContact | None) -> str:
    """Return whom to call."""
    if contact is None:
        return ""
    who = contact.name
    if contact.relation:
        who = tr("{name} ({relation})", name=contact.name, relation=contact.relation)
    return "\n".join(filter(None, (who.strip(), contact.phone)))


def _term(since: date | None, until: date | None) -> str:
    if since and until:
        return tr("{first} to {last}", first=days.shortly(since), last=days.shortly(until))
    if since:
        return tr("Since {day}", day=days.shortly(since))
    return tr("Until {day}", day=days.shortly(until)) if until else ""
