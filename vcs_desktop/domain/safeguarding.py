"""What the group does when somebody is worried about a person, and who leads on it."""

from dataclasses import dataclass
from datetime import date

from vcs_desktop.core.language import tr


@dataclass(frozen=True, slots=True)
class Safeguarding:
    """The group's own steps. Empty and None mean that nobody has said.

    ``steps`` is in the group's own words, a step on each line.
    """

    id: str = ""
    lead_name: str = ""
    lead_phone: str = ""
    lead_email: str = ""
    deputy_name: str = ""
    deputy_phone: str = ""
    steps: str = ""
    agreed_on: date | None = None


SOURCE = "NCVO, Recognise, respond and report"
SOURCE_URL = (
    "https://www.ncvo.org.uk/help-and-guidance/safeguarding/steps-safer-organisation/"
    "recognise-respond-and-report/"
)
"""Where the general steps come from; bodies that train volunteers all teach the same."""


def says_who_leads(ours: Safeguarding) -> bool:
    """Say whether somebody can be rung: a name or a number."""
    return bool(ours.lead_name.strip() or ours.lead_phone.strip())


def own_steps(ours: Safeguarding) -> tuple[str, ...]:
    """Return the group's own steps; none where it has not written any."""
    return tuple(line.strip() for line in ours.steps.splitlines() if line.strip())


def steps_of(ours: Safeguarding) -> tuple[str, ...]:
    """Return the group's own steps, or those that hold for any group."""
    return own_steps(ours) or general_steps()


def general_steps() -> tuple[str, ...]:
    """Return what anybody in any group does. Source: ``SOURCE``."""
    return (
        tr("Stay calm and listen. Let them speak in their own time."),
        tr("Do not promise to keep it secret. Say that you must tell somebody who can help."),
        tr("Do not ask for more than they tell you. It is not for you to find out if it is true."),
        tr("Tell the person who leads on safeguarding today. You need not be sure."),
        tr("If the worry is about that person, tell somebody else on the committee."),
        tr("If nobody can be reached, ring the council's team for children or for adults."),
        tr("Write down on paper what was said, in their words, with the day and time. Sign it."),
        tr("Give the paper to the person who leads. Tell nobody else."),
    )


def danger_now() -> str:
    """Return what comes before everything."""
    return tr("If somebody is in danger now, ring 999.")
