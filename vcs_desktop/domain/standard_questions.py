"""The six questions that an application begins with where the funder names none."""

from vcs_desktop.core.language import tr
from vcs_desktop.domain.answers import Canonical, ListedQuestion


def standard_questions() -> tuple[ListedQuestion, ...]:
    """Return six questions that nearly every funder asks, in the language of the window."""
    asked = (
        (
            Canonical.WHAT_WE_DO,
            tr("What does your group do?"),
            tr("Say who comes, how often, where, and since when."),
        ),
        (
            Canonical.WHAT_THE_MONEY_IS_FOR,
            tr("What will you do with the money?"),
            tr("Say what will happen, how often, and from when to when."),
        ),
        (
            Canonical.WHO_BENEFITS,
            tr("Who will benefit, and how many people?"),
            tr("Count each person once. Say how you know the number."),
        ),
        (
            Canonical.NEED,
            tr("How do you know that it is needed?"),
            tr("Use a local figure, and what people told you."),
        ),
        (
            Canonical.WHAT_CHANGES,
            tr("What will change, and how will you know?"),
            tr("Two or three things that you can count or ask are enough."),
        ),
        (
            Canonical.WHO_RUNS_IT,
            tr("Who will run it?"),
            tr("Name who is in charge. Say how you keep people safe."),
        ),
    )
    return tuple(
        ListedQuestion(
            id=str(number),
            order=number,
            ref=str(number),
            text=question,
            guidance=guidance,
            canonical=canonical,
        )
        for number, (canonical, question, guidance) in enumerate(asked, start=1)
    )
