"""The sheet of grants that groups can ask for."""

from datetime import date

from vcs_desktop.core.language import marked
from vcs_desktop.domain.group import IN_WORDS
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.publisher_workbook.column import (
    ID,
    WHERE_FROM,
    Choice,
    Column,
    Holds,
    Sheet,
)

STATES = (
    Choice(marked("open"), "open"),
    Choice(marked("opens later"), "forthcoming"),
    Choice(marked("paused"), "paused"),
    Choice(marked("closed"), "closed"),
    Choice(marked("not known"), "unknown"),
)

_ABOUT = (
    ID,
    Column(
        "grantName",
        marked("Name of the grant"),
        Holds.WORDS,
        marked("As groups know it. This one is needed."),
        marked("Warm rooms fund"),
        is_needed=True,
    ),
    Column(
        "fundingOrganization/name",
        marked("Funder"),
        Holds.WORDS,
        marked("Who gives the money. This one is needed."),
        marked("Oxfordshire County Council"),
        is_needed=True,
    ),
    Column(
        "grantProgramme/0/title",
        marked("Programme"),
        Holds.WORDS,
        marked("The larger programme it belongs to, if there is one."),
    ),
    Column(
        "grantShortDescription",
        marked("What it is for"),
        Holds.WORDS,
        marked("Two or three plain sentences."),
        marked("Money for rooms where people can be warm and meet in winter."),
    ),
    Column(
        "url",
        marked("Page to apply on"),
        Holds.LINK,
        marked("The address of the page, from https:// on."),
        marked("https://example.org/warm-rooms"),
    ),
)
_TIME_AND_MONEY = (
    Column(
        "grantMinimumAward",
        marked("Smallest amount"),
        Holds.POUNDS,
        marked("The least that a group can get, in pounds."),
        250,
    ),
    Column(
        "grantMaximumAward",
        marked("Largest amount"),
        Holds.POUNDS,
        marked("The most that a group can get, in pounds."),
        2_500,
    ),
    Column(
        "grantTotalAwardAmount",
        marked("Money there is in all"),
        Holds.POUNDS,
        marked("For all groups together, in pounds."),
    ),
    Column(
        "grantApplicationOpenDate",
        marked("Opening day"),
        Holds.DAY,
        marked("The first day to apply."),
        date(2026, 12, 1),
    ),
    Column(
        "grantApplicationCloseDate",
        marked("Closing day"),
        Holds.MOMENT,
        marked("The last day to apply. A time may follow: 31 January 2027, 12 noon."),
        date(2027, 1, 31),
    ),
    Column(
        "rolling",
        marked("Open all year"),
        Holds.YES_NO,
        marked("Yes or no. If yes, leave the closing day empty."),
        marked("no"),
    ),
    Column(
        "status",
        marked("State"),
        Holds.CHOICE,
        marked("How things stand today. Empty means open."),
        STATES[0].words,
        choices=STATES,
    ),
    Column(
        "decisionWeeks",
        marked("Weeks to decide"),
        Holds.WHOLE,
        marked("How long groups wait for an answer."),
        6,
    ),
    Column(
        "maxDurationMonths",
        marked("Longest project, in months"),
        Holds.WHOLE,
        marked("How long the money may last."),
    ),
)
_FOR_WHOM = (
    Column(
        "grantLocation",
        marked("Areas"),
        Holds.PLACES,
        marked("Where it can be spent. More than one: put ; between them."),
        marked("Oxford; Cherwell"),
    ),
    Column(
        "legalForms",
        marked("Kinds of group"),
        Holds.CHOICES,
        marked("Who can apply. Empty means everybody. More than one: put ; between them."),
        choices=tuple(Choice(words, str(form)) for form, words in IN_WORDS.items()),
    ),
    Column(
        "incomeMin",
        marked("Smallest income of a group"),
        Holds.POUNDS,
        marked("In pounds a year, if there is such a rule."),
    ),
    Column(
        "incomeMax",
        marked("Largest income of a group"),
        Holds.POUNDS,
        marked("In pounds a year, if there is such a rule."),
        100_000,
    ),
    Column(
        "themes",
        marked("Themes"),
        Holds.LIST,
        marked("What it is about, such as food. More than one: put ; between them."),
        marked("warmth; food"),
    ),
    Column(
        "beneficiaries",
        marked("Who it should help"),
        Holds.LIST,
        marked("Such as older people. More than one: put ; between them."),
    ),
    Column(
        "costTypes",
        marked("Pays for"),
        Holds.LIST,
        marked("What the money may be spent on. More than one: put ; between them."),
    ),
    Column(
        "exclusions",
        marked("Does not pay for"),
        Holds.LIST,
        marked("More than one: put ; between them."),
    ),
    Column(
        "paysOverheads",
        marked("Pays running costs"),
        Holds.YES_NO,
        marked("Yes or no: rent, light and the like."),
    ),
    Column(
        "matchFundingPercent",
        marked("Own money, in per cent"),
        Holds.WHOLE,
        marked("How much of the cost the group must bring itself."),
    ),
    Column(
        "requiredDocuments",
        marked("Papers to send"),
        Holds.PAPERS,
        marked("Such as accounts. More than one: put ; between them."),
        marked("accounts; bank statement"),
    ),
    Column(
        "questions",
        marked("Questions on the form"),
        Holds.QUESTIONS,
        marked("One on each line. A limit may follow: What will you do? (150 words)"),
        marked("What will you do? (150 words)"),
    ),
)

GRANTS = Sheet(
    Kind.FUNDING_CALL,
    marked("Grants"),
    marked("Grant"),
    "grant",
    ("fundingOrganization/name", "grantName"),
    (*_ABOUT, *_TIME_AND_MONEY, *_FOR_WHOM, *WHERE_FROM),
)
