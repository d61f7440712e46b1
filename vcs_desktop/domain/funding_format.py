"""Our format for funding calls: every field, what kind of thing it holds, what to write in it.

No open standard exists for a call that is open (360Giving models grants already
made), so the names follow GOV.UK Find a Grant and 360Giving's ``grantProgramme``.
The template, the reader of files and the help page all follow this list.
"""

from dataclasses import dataclass
from enum import StrEnum

from vcs_desktop.core.language import marked


class Holds(StrEnum):
    """What kind of thing a field holds."""

    WORDS = marked("words")
    POUNDS = marked("pounds")
    WHOLE = marked("a whole number")
    NUMBER = marked("a number")
    YES_NO = marked("yes or no")
    DAY = marked("a day")
    MOMENT = marked("a day, or a day and a time")
    LIST = marked("a list of words")
    PART = marked("named fields")
    PARTS = marked("a list of items with named fields")


@dataclass(frozen=True, slots=True)
class FieldNote:
    """One field. ``short`` is the named field that a few words alone stand for."""

    name: str
    holds: Holds
    says: str
    parts: tuple["FieldNote", ...] = ()
    short: str = ""


def _organisation() -> tuple[FieldNote, ...]:
    return (
        FieldNote("id", Holds.WORDS, "Their number, such as GB-CHC-1151621, if you know it."),
        FieldNote("name", Holds.WORDS, "Who gives the money."),
    )


FIELDS = (
    FieldNote("id", Holds.WORDS, "A name for this grant that never changes. Made up if empty."),
    FieldNote("grantName", Holds.WORDS, "The name of the grant. This one is needed."),
    FieldNote("grantShortDescription", Holds.WORDS, "What it is for, in two or three sentences."),
    FieldNote(
        "fundingOrganization", Holds.PART, "Who gives the money.", _organisation(), short="name"
    ),
    FieldNote(
        "grantProgramme",
        Holds.PART,
        "The larger programme it belongs to, if any.",
        (
            FieldNote("code", Holds.WORDS, "The programme's code."),
            FieldNote("title", Holds.WORDS, "The programme's name."),
            FieldNote("url", Holds.WORDS, "The programme's page."),
        ),
        short="title",
    ),
    FieldNote(
        "grantLocation",
        Holds.PARTS,
        "Where the work has to be: area codes or names.",
        (
            FieldNote("geoCode", Holds.WORDS, "An area code, such as E07000178 for Oxford."),
            FieldNote("name", Holds.WORDS, "The area's name."),
        ),
        short="name",
    ),
    FieldNote("grantApplicantType", Holds.LIST, "Who may apply, in the funder's own words."),
    FieldNote(
        "legalForms",
        Holds.LIST,
        "Who may apply: unincorporated, unincorporated_with_rules, charity, cio, cic, company, "
        "community_benefit_society, faith_group, social_enterprise. Empty if they do not say.",
    ),
    FieldNote("incomeMin", Holds.POUNDS, "The smallest yearly income they accept, in pounds."),
    FieldNote("incomeMax", Holds.POUNDS, "The largest yearly income they accept, in pounds."),
    FieldNote("incomeMaxIsUnder", Holds.YES_NO, "Yes if the income must be under that, not at it."),
    FieldNote("grantMinimumAward", Holds.POUNDS, "The smallest grant, in pounds."),
    FieldNote("grantMaximumAward", Holds.POUNDS, "The largest grant, in pounds."),
    FieldNote("grantTotalAwardAmount", Holds.POUNDS, "All the money there is, in pounds."),
    FieldNote("currency", Holds.WORDS, "GBP. Other money cannot be used."),
    FieldNote("grantApplicationOpenDate", Holds.DAY, "The first day to apply, such as 2026-10-01."),
    FieldNote(
        "grantApplicationCloseDate",
        Holds.MOMENT,
        "The last day to apply, such as 2026-12-04 or 4 December 2026, 12 noon. A day alone means "
        "until the end of that day.",
    ),
    FieldNote("rolling", Holds.YES_NO, "Yes if it is open all year. Then leave the last day out."),
    FieldNote("decisionWeeks", Holds.WHOLE, "How many weeks until they decide."),
    FieldNote("maxDurationMonths", Holds.WHOLE, "The longest a project may last, in months."),
    FieldNote(
        "matchFundingPercent", Holds.WHOLE, "How much you must bring yourselves, in percent."
    ),
    FieldNote("paysOverheads", Holds.YES_NO, "Do they pay for running costs of the group?"),
    FieldNote("costTypes", Holds.LIST, "What the money may be spent on."),
    FieldNote("exclusions", Holds.LIST, "What they do not pay for."),
    FieldNote("themes", Holds.LIST, "What it is about, such as food or older people."),
    FieldNote("beneficiaries", Holds.LIST, "Whom it should help."),
    FieldNote(
        "requiredDocuments",
        Holds.PARTS,
        "Papers they ask for.",
        (
            FieldNote("name", Holds.WORDS, "The paper, such as accounts."),
            FieldNote("maxAgeMonths", Holds.WHOLE, "How old it may be, in months."),
        ),
        short="name",
    ),
    FieldNote("signatoriesNeeded", Holds.WHOLE, "How many people must sign for the bank."),
    FieldNote(
        "questions",
        Holds.PARTS,
        "The questions on the form.",
        (
            FieldNote("ref", Holds.WORDS, "The question's number."),
            FieldNote("text", Holds.WORDS, "The question."),
            FieldNote("limit", Holds.WHOLE, "The most words or characters."),
            FieldNote("unit", Holds.WORDS, "words or characters."),
            FieldNote("guidance", Holds.WORDS, "What they say about answering it."),
        ),
        short="text",
    ),
    FieldNote(
        "conflicts",
        Holds.PARTS,
        "Other grants that rule this one out.",
        (
            FieldNote("kind", Holds.WORDS, "one_of or one_live_grant."),
            FieldNote("ids", Holds.LIST, "The ids of the other grants."),
            FieldNote("text", Holds.WORDS, "The rule in plain words."),
        ),
    ),
    FieldNote("successRate", Holds.NUMBER, "How many of those who ask get it, from 0 to 1."),
    FieldNote("hoursToApply", Holds.NUMBER, "About how many hours it takes to apply."),
    FieldNote("url", Holds.WORDS, "The page to apply on."),
    FieldNote("status", Holds.WORDS, "open, forthcoming, paused, closed or unknown."),
    FieldNote("source", Holds.WORDS, "Where you read this."),
    FieldNote("sourceUrl", Holds.WORDS, "The page you read it on."),
    FieldNote("licence", Holds.WORDS, "How the text may be used."),
    FieldNote("asOf", Holds.DAY, "The day you last checked it."),
    FieldNote("validFrom", Holds.DAY, "The first day on which this holds."),
    FieldNote("validTo", Holds.DAY, "The last day on which this holds."),
    FieldNote("dateModified", Holds.WORDS, "When it was last changed."),
    FieldNote("practice", Holds.YES_NO, "Yes if it is only to practise with."),
    FieldNote("closesAfterDays", Holds.WHOLE, "For practice only: days it stays open."),
)

LIST_NAME = "fundingCalls"
"""The list that holds the calls in a JSON or YAML file."""

QUESTION_COLUMNS = 5
"""How many questions the template of a table has columns for; a file may have more."""
