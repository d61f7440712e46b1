"""What came of a grant so far: its money, and what changed."""

from dataclasses import dataclass

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.domain.applications import Application
from vcs_desktop.domain.grants import Grant, SoFar
from vcs_desktop.domain.meeting_words import ended


@dataclass(frozen=True, slots=True)
class GrantMoney:
    """The money of a grant in pence: what was given, what came of it, and what was spent."""

    given: int
    came: int
    spent: int

    @property
    def left(self) -> int:
        """What is not spent yet; less than nothing where more was."""
        return self.given - self.spent


def money_of(grant: Grant, application: Application) -> GrantMoney:
    """Return the money of a grant; how much was given stands in it, or else in its application."""
    given = grant.awarded_pence
    if given is None:
        given = application.awarded_pence or 0
    return GrantMoney(
        given,
        came=sum(each.pence for each in grant.payments if each.received_on),
        spent=sum(each.pence for each in grant.spending),
    )


def so_far_in_words(told: SoFar, target: int | None) -> str:
    """Return "24 of 30. They stay to talk." or "24 so far."; nothing where nothing is said."""
    count = ""
    if told.count is not None and target is not None:
        count = tr("{count} of {target}.", count=f"{told.count:,}", target=f"{target:,}")
    elif told.count is not None:
        count = tr("{count} so far.", count=f"{told.count:,}")
    return sentences(count, ended(told.said) if told.said else "")
