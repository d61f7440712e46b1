"""What the fields of a group's records are called, and how their values read."""

from collections.abc import Mapping
from types import MappingProxyType

from vcs_desktop.core.language import Marked, marked
from vcs_desktop.domain.group import IN_WORDS as LEGAL_FORMS
from vcs_desktop.domain.kinds import DEVICE, OPENER, PERSON, PROFILE, RETENTION_RULES
from vcs_desktop.domain.people import Basis, Channel, DbsLevel, Purpose, Tie, Way
from vcs_desktop.ui.history import application_fields, shared_fields, week_fields
from vcs_desktop.ui.history.field import NOTHING, Field
from vcs_desktop.ui.history.value_words import (
    by_name,
    day,
    day_of_year,
    one_of,
    place,
    plain,
    pounds,
    several,
    spelled,
)

TIES: Mapping[str, Marked] = {
    Tie.MEMBER: marked("Member"),
    Tie.COMMITTEE: marked("Committee"),
    Tie.VOLUNTEER: marked("Volunteer"),
    Tie.CONTACT: marked("Contact"),
}
CHANNELS: Mapping[str, Marked] = {
    Channel.PAPER: marked("On paper"),
    Channel.EMAIL: marked("By email"),
    Channel.SPOKEN: marked("Spoken"),
    Channel.ONLINE_FORM: marked("On a web page"),
}
PURPOSES: Mapping[str, Marked] = {
    Purpose.TAKING_PART: marked("About something they take part in"),
    Purpose.NEWS: marked("News from the group"),
    Purpose.ASKING: marked("Asking for money or support"),
}
WAYS: Mapping[str, Marked] = {
    Way.EMAIL: marked("By email"),
    Way.PHONE: marked("By telephone"),
    Way.POST: marked("By post"),
}
BASES: Mapping[str, Marked] = {
    Basis.YES: marked("They said yes"),
    Basis.SOFT_OPT_IN: marked("They were offered to say no, and did not"),
}
DBS_LEVELS: Mapping[str, Marked] = {
    DbsLevel.BASIC: marked("Basic"),
    DbsLevel.STANDARD: marked("Standard"),
    DbsLevel.ENHANCED: marked("Enhanced"),
    DbsLevel.ENHANCED_WITH_BARRED_LISTS: marked("Enhanced with barred lists"),
}

_ROLE = {
    "title": Field(marked("what it is called")),
    "tie": Field(marked("what kind"), one_of(TIES)),
    "since": Field(marked("first day"), day),
    "until": Field(marked("last day"), day),
}
_CONSENT = {
    "wording": Field(marked("the words")),
    "given_on": Field(marked("day it was given"), day),
    "channel": Field(marked("how it was given"), one_of(CHANNELS)),
    "withdrawn_on": Field(marked("day it was taken back"), day),
    "purposes": Field(marked("what for"), several(one_of(PURPOSES))),
    "ways": Field(marked("how to reach them"), several(one_of(WAYS))),
    "basis": Field(marked("what they said"), one_of(BASES)),
}
_INTEREST = {
    "what": Field(marked("what it is")),
    "declared_on": Field(marked("day it was declared"), day),
    "ended_on": Field(marked("day it ended"), day),
}
_EMERGENCY = {
    "name": Field(marked("name")),
    "phone": Field(marked("phone number")),
    "relation": Field(marked("who they are to the person")),
}
_DBS = {
    "level": Field(marked("level"), one_of(DBS_LEVELS)),
    "seen_on": Field(marked("day it was seen"), day),
    "recheck_on": Field(marked("day to look again"), day),
}
_SOMEBODY_ELSE = {"said_on": Field(marked("day it was said"), day)}
_MERGED = {"merged_on": Field(marked("day it was done"), day)}
_YEAR = {
    "ended_on": Field(marked("last day"), day),
    "income_pence": Field(marked("what came in"), pounds),
    "spending_pence": Field(marked("what went out"), pounds),
    "assets_pence": Field(marked("what the group owns"), pounds),
}
_BANK = {
    "bank_name": Field(marked("name of the bank")),
    "account_name": Field(marked("name of the account")),
    "sort_code": Field(marked("sort code")),
    "account_number": Field(marked("account number")),
}
_SIGNATORY = {
    "name": Field(marked("name")),
    "is_related": Field(marked("related to another who signs")),
}
_PERSON = {
    "name": Field(marked("Name")),
    "email": Field(marked("Email")),
    "phone": Field(marked("Phone number")),
    "address": Field(marked("Address")),
    "roles": Field(marked("Role"), inner=_ROLE, named_by="title"),
    "skills": Field(marked("Skills"), several(plain)),
    "interests": Field(marked("Declared interest"), inner=_INTEREST, named_by="what"),
    "consents": Field(marked("Consent"), inner=_CONSENT, named_by="wording"),
    "emergency": Field(marked("Emergency contact"), inner=_EMERGENCY),
    "dbs": Field(marked("DBS check"), inner=_DBS),
    "access_needs": Field(marked("Access needs"), is_long=True),
    "notes": Field(marked("Notes"), is_long=True),
    "kept_on": Field(marked("Day it was decided to keep this person"), day),
    "merged_from": Field(marked("Made one with another record"), inner=_MERGED),
    "not_same_as": Field(marked("Somebody else, though they look alike"), inner=_SOMEBODY_ELSE),
}
_OPENER = {
    "name": Field(marked("Name")),
    "role": Field(marked("Role in the group")),
}
_UP_TO = {"digests": Field(marked("Mark"), several(plain))}
_DEVICE = {
    "name": Field(marked("Name")),
    "owner": Field(marked("Whose laptop it is")),
    "sign_key": Field(marked("Key by which it is known")),
    "seal_key": Field(marked("Key by which it is written to")),
    "door": Field(marked("Its name at the service")),
    "is_removed": Field(marked("Was taken out")),
    "up_to": Field(marked("Last change that counts"), inner=_UP_TO),
}
_OUR_GROUP = {
    "name": Field(marked("Name of the group")),
    "legal_form": Field(marked("What the group is in law"), one_of(LEGAL_FORMS)),
    "charity_number": Field(marked("Charity number")),
    "company_number": Field(marked("Company number")),
    "society_number": Field(marked("Society number")),
    "year_end": Field(marked("Last day of the year of accounts"), day_of_year),
    "years": Field(marked("Year of accounts"), inner=_YEAR),
    "areas": Field(marked("Areas"), several(place)),
    "what_we_do": Field(marked("What we do and for whom"), is_long=True),
    "activities": Field(marked("What the group does"), several(plain)),
    "beneficiaries": Field(marked("Who it is for"), several(plain)),
    "has_account": Field(marked("Has a bank account of its own")),
    "bank": Field(marked("Bank account"), inner=_BANK),
    "signatories": Field(marked("Person who can sign"), inner=_SIGNATORY, named_by="name"),
    "has_told_documents": Field(marked("Has said which papers there are")),
    "live_grants": Field(marked("Grants the group has now"), several(plain)),
}
_RETENTION_RULES = {
    "left": Field(marked("Years to keep who has left")),
    "committee": Field(marked("Years to keep who was on the committee")),
    "contact": Field(marked("Years to keep who never had a role")),
    "recheck": Field(marked("Years to keep a DBS check")),
}
_FIELDS: Mapping[str, Mapping[str, Field]] = MappingProxyType(
    {
        PERSON: _PERSON,
        OPENER: _OPENER,
        DEVICE: _DEVICE,
        PROFILE: _OUR_GROUP,
        RETENTION_RULES: _RETENTION_RULES,
        **week_fields.FIELDS,
        **application_fields.FIELDS,
        **shared_fields.FIELDS,
    }
)


def fields_of(kind: str) -> Mapping[str, Field]:
    """Return the fields of a kind of record, in the order in which they are told."""
    return _FIELDS.get(kind, NOTHING)


def field_called(fields: Mapping[str, Field], name: str) -> Field:
    """Return a field by its name; one that we do not know is called as it is written."""
    known = fields.get(name)
    return known if known is not None else Field(Marked(spelled(name)), by_name(name))
