"""The headings that people write over the columns of their lists, and what they mean by them."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class PersonField(StrEnum):
    """What a column of a table can be for a person."""

    LEFT_OUT = "left_out"
    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    POSTCODE = "postcode"
    TIE = "tie"
    ROLE = "role"
    SINCE = "since"
    UNTIL = "until"
    SKILLS = "skills"
    EMERGENCY_NAME = "emergency_name"
    EMERGENCY_PHONE = "emergency_phone"
    EMERGENCY_RELATION = "emergency_relation"
    DBS_LEVEL = "dbs_level"
    DBS_SEEN = "dbs_seen"
    DBS_RECHECK = "dbs_recheck"
    ACCESS_NEEDS = "access_needs"
    NOTES = "notes"


class Unkept(StrEnum):
    """Why a column stays out though it is known what it is."""

    DBS_NUMBER = "dbs_number"
    BIRTH = "birth"
    HEALTH = "health"
    PRIVATE = "private"
    CONSENT = "consent"


_FIELDS = {
    PersonField.NAME: "name, names, full name, fullname, whole name, person, member name, "
    "volunteer name, contact name, name of member, name of volunteer, trustee name, who",
    PersonField.FIRST_NAME: "first name, firstname, forename, forenames, given name, given names, "
    "first, first names, christian name, known as",
    PersonField.LAST_NAME: "surname, surnames, last name, lastname, family name, last, second name",
    PersonField.EMAIL: "email, emails, email address, email addresses, emailaddress, mail",
    PersonField.PHONE: "phone, phones, telephone, tel, mobile, phone number, phone numbers, "
    "telephone number, mobile number, mobile phone, home phone, cell, contact number, landline, "
    "home tel, tel no, mobile no, phone no, telephone no, whatsapp, mob, tel number, home, "
    "work phone",
    PersonField.ADDRESS: "address, addresses, street, home address, postal address, address line, "
    "street address, house, road, town, city, village, county, district, line",
    PersonField.POSTCODE: "postcode, post code, zip, zip code, postal code, pcode",
    PersonField.TIE: "type, category, member type, kind, membership type, status, "
    "member or volunteer, group, list, what they are",
    PersonField.ROLE: "role, roles, position, positions, post, office, job, job title, "
    "responsibility, responsibilities, role title, committee role, volunteer role, duty, duties",
    PersonField.SINCE: "since, joined, date joined, joined on, start date, started, start, from, "
    "member since, joining date, date started, elected, appointed, date appointed, role since",
    PersonField.UNTIL: "until, left, date left, left on, end date, ended, end, to, leaving date, "
    "term end, term ends, resigned, role until",
    PersonField.SKILLS: "skills, skill, expertise, talents, can help with, languages",
    PersonField.EMERGENCY_NAME: "emergency contact, emergency contact name, emergency name, "
    "next of kin, next of kin name, nok, ice, ice name, in case of emergency, emergency",
    PersonField.EMERGENCY_PHONE: "emergency phone, emergency number, emergency contact number, "
    "emergency contact phone, emergency tel, next of kin phone, next of kin number, ice phone, "
    "ice number, ice tel, emergency contact tel, emergency telephone",
    PersonField.EMERGENCY_RELATION: "emergency contact relationship, emergency relationship, "
    "relationship, relation, emergency contact relation, emergency relation",
    PersonField.DBS_LEVEL: "dbs level, dbs type, level of dbs, dbs check level, type of dbs",
    PersonField.DBS_SEEN: "dbs, dbs check, dbs checked, dbs date, dbs seen, dbs seen on, "
    "dbs date seen, dbs issued, dbs issue date, date of dbs, dbs check date, crb, crb date, "
    "dbs done, dbs completed",
    PersonField.DBS_RECHECK: "dbs recheck, dbs re check, dbs recheck on, dbs renewal, "
    "dbs renewal date, dbs expiry, dbs expiry date, dbs expires, dbs due, dbs review, next dbs, "
    "dbs recheck date",
    PersonField.ACCESS_NEEDS: "access needs, access need, access requirements, access",
    PersonField.NOTES: "notes, note, comments, comment, remarks, remark, other, "
    "other information, information, info, more, details, anything else",
}

_UNKEPT = {
    Unkept.BIRTH: "dob, date of birth, birth date, birthdate, birthday, born, age, ages, "
    "age group, age band, year of birth",
    Unkept.HEALTH: "medical, medical notes, medical conditions, health, health notes, diagnosis, "
    "diagnoses, condition, conditions, disability, disabilities, medication, allergies, allergy, "
    "doctor, gp, nhs number, nhs no",
    Unkept.PRIVATE: "gender, sex, ethnicity, ethnic origin, race, nationality, religion, faith, "
    "sexuality, sexual orientation, ni number, ni no, national insurance, "
    "national insurance number, passport, passport number, bank account, account number, "
    "sort code, bank details, immigration status, convictions, marital status",
    Unkept.CONSENT: "consent, consents, gdpr, gdpr consent, photo consent, permission, permissions",
}


def _by_word(table: Mapping[PersonField, str] | Mapping[Unkept, str]) -> dict[str, str]:
    return {word.strip(): what for what, words in table.items() for word in words.split(",")}


KNOWN: Mapping[str, PersonField] = MappingProxyType(
    {word: PersonField(what) for word, what in _by_word(_FIELDS).items()}
)
"""What a heading means, by its words in small letters."""

UNKEPT: Mapping[str, Unkept] = MappingProxyType(
    {word: Unkept(what) for word, what in _by_word(_UNKEPT).items()}
)
"""Headings over what stays out."""
