"""What stands on a telephone list."""

from dataclasses import dataclass
from datetime import date

from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.domain.days import in_words


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """One person, and every number that is written down."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class PhoneList:
    """``whom`` is whose list it is ("Volunteers"), ``about`` what one may ring them for."""

    group: str
    whom: str
    about: str
    lines: tuple[PhoneLine, ...]
    made_on: date


def title_of(phones: PhoneList) -> str:
    """Return the heading of the page."""
    return tr("Telephone list: {whom}", whom=phones.whom)


def above(phones: PhoneList) -> tuple[str, ...]:
    """Return what stands above the list, each a line."""
    people = tr_count("{count} person", "{count} people", len(phones.lines))
    made = tr("Made on {day}.", day=in_words(phones.made_on))
    return (
        tr("{group}. {people}.", group=phones.group, people=people),
        tr("Ring them about this only: {about}.", about=phones.about),
        sentences(made, tr("Keep this page safe, and tear it up when it is used.")),
    )


def heads() -> tuple[str, str, str]:
    """Return what the columns are called; the last is for writing by hand."""
    return tr("Name"), tr("Telephone"), tr("Notes")
