"""What each question about the group is called, asks, and is for."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from vcs_desktop.core.language import Marked, marked
from vcs_desktop.domain.group import LegalForm
from vcs_desktop.domain.our_group_gaps import Number, Step


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of one question: its name in lists, the question, and why it is asked."""

    name: Marked
    question: Marked
    why: Marked


@dataclass(frozen=True, slots=True)
class Subject:
    """What belongs together on one card: its heading, its questions, why funders want it."""

    title: Marked
    change: Marked
    steps: tuple[Step, ...]
    why: Marked


QUESTIONS: Mapping[Step, Asked] = MappingProxyType(
    {
        Step.NAME: Asked(
            marked("Name"),
            marked("What is your group called?"),
            marked("Use the name that is on your rules or at your bank."),
        ),
        Step.LEGAL_FORM: Asked(
            marked("What we are in law"),
            marked("What is your group in law?"),
            marked("Many funders give to some sorts of group only. We then show what fits you."),
        ),
        Step.NUMBERS: Asked(
            marked("Numbers"),
            marked("What are your numbers?"),
            marked("Funders look you up by them."),
        ),
        Step.AREAS: Asked(
            marked("Where we work"),
            marked("Where do you work?"),
            marked("Many grants are for one place only."),
        ),
        Step.WHAT_WE_DO: Asked(
            marked("What we do"),
            marked("What does your group do?"),
            marked("You can use this again in each application."),
        ),
        Step.ACTIVITIES: Asked(
            marked("List of what we do"),
            marked("What do you do, one thing on each line?"),
            marked("We look for grants that pay for these things."),
        ),
        Step.BENEFICIARIES: Asked(
            marked("Who we are there for"),
            marked("Who are you there for?"),
            marked("Some grants are for some people only, such as young people or carers."),
        ),
        Step.YEAR_END: Asked(
            marked("Our year ends"),
            marked("On which day does your year of accounts end?"),
            marked("It says when your accounts and reports are due."),
        ),
        Step.YEARS: Asked(
            marked("Money by year"),
            marked("How much came in and went out in your last years?"),
            marked("Many funders give to groups of a certain size only."),
        ),
        Step.BANK: Asked(
            marked("Bank account"),
            marked("Do you have a bank account in the name of your group?"),
            marked("Most funders pay only into such an account."),
        ),
        Step.SIGNATORIES: Asked(
            marked("Who can sign"),
            marked("Who can sign at the bank?"),
            marked("Most funders want two people who are not related and live apart."),
        ),
        Step.DOCUMENTS: Asked(
            marked("Papers"),
            marked("Which papers do you have?"),
            marked("Funders ask for these most often."),
        ),
        Step.DOCUMENT_DAYS: Asked(
            marked("Days of the papers"),
            marked("When did you last agree them, and when will you look again?"),
            marked("Some funders want papers that are no older than a year or three."),
        ),
        Step.GRANTS: Asked(
            marked("Grants we have"),
            marked("Do you have one of these grants now?"),
            marked("While one of these runs, some other grants are closed to you."),
        ),
    }
)

SUBJECTS = (
    Subject(
        marked("Who we are"),
        marked("Change who we are"),
        (Step.NAME, Step.LEGAL_FORM, Step.NUMBERS),
        marked("Funders check first that you are a group they give to."),
    ),
    Subject(
        marked("What we do"),
        marked("Change what we do"),
        (Step.AREAS, Step.WHAT_WE_DO, Step.ACTIVITIES, Step.BENEFICIARIES),
        marked("Funders look for what they want to pay for, and where."),
    ),
    Subject(
        marked("Our money"),
        marked("Change our money"),
        (Step.YEAR_END, Step.YEARS),
        marked("Many funders give to groups of a certain size only."),
    ),
    Subject(
        marked("Our bank account"),
        marked("Change our bank account"),
        (Step.BANK, Step.SIGNATORIES),
        marked("Most funders pay only into an account in the name of the group."),
    ),
    Subject(
        marked("Our papers"),
        marked("Change our papers"),
        (Step.DOCUMENTS, Step.DOCUMENT_DAYS),
        marked("Funders ask to see these before they pay."),
    ),
    Subject(
        marked("Grants we have now"),
        marked("Change the grants we have"),
        (Step.GRANTS,),
        marked("Some funders give no second grant while one still runs."),
    ),
)

FORMS: Mapping[LegalForm, Marked] = MappingProxyType(
    {
        LegalForm.UNINCORPORATED: marked("A group with no written rules yet"),
        LegalForm.UNINCORPORATED_WITH_RULES: marked(
            "A group with written rules (a constitution), and no number"
        ),
        LegalForm.CHARITY: marked("A registered charity"),
        LegalForm.CIO: marked("A charitable incorporated organisation (CIO)"),
        LegalForm.CIC: marked("A community interest company (CIC)"),
        LegalForm.COMPANY: marked("Another company, such as one limited by guarantee"),
        LegalForm.COMMUNITY_BENEFIT_SOCIETY: marked("A community benefit society"),
        LegalForm.FAITH_GROUP: marked("A faith group"),
        LegalForm.SOCIAL_ENTERPRISE: marked("A social enterprise"),
    }
)

NUMBERS: Mapping[Number, Marked] = MappingProxyType(
    {
        Number.CHARITY: marked("Charity number"),
        Number.COMPANY: marked("Company number"),
        Number.SOCIETY: marked("Society number"),
    }
)
NUMBER_HINTS: Mapping[Number, Marked] = MappingProxyType(
    {
        Number.CHARITY: marked("The Charity Commission gave it to you. It has 6 or 7 digits."),
        Number.COMPANY: marked("Companies House gave it to you. For a CIO it begins with CE."),
        Number.SOCIETY: marked("The Financial Conduct Authority gave it to you."),
    }
)
