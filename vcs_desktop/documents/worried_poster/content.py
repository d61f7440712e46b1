"""What stands on the poster."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.domain.days import in_words
from vcs_desktop.domain.reading import Block, Heading, Item, Items, Paragraph, Span, Text
from vcs_desktop.domain.safeguarding import Safeguarding, danger_now, own_steps, steps_of


@dataclass(frozen=True, slots=True)
class Poster:
    """The group's own steps and lead, as they are on a day."""

    group: str
    ours: Safeguarding
    made_on: date


def title() -> str:
    """Return the heading."""
    return tr("Are you worried about someone?")


def text_of(poster: Poster) -> Text:
    """Return what stands under the heading."""
    return tuple(_blocks(poster))


def foot_of(poster: Poster) -> str:
    """Return the line at the foot."""
    ours = poster.ours
    printed = tr("Printed on {day}.", day=in_words(poster.made_on))
    if ours.agreed_on and own_steps(ours):
        agreed = tr(
            "{group} agreed this on {day}.", group=poster.group, day=in_words(ours.agreed_on)
        )
        return sentences(agreed, printed)
    return sentences(tr("{group}.", group=poster.group), printed)


def _blocks(poster: Poster) -> Iterator[Block]:
    ours = poster.ours
    yield Paragraph((Span(danger_now(), strong=True),))
    yield Heading(2, (Span(tr("Who leads on this for us")),))
    if ours.lead_name or ours.lead_phone or ours.lead_email:
        yield _who(ours.lead_name, ours.lead_phone, ours.lead_email)
    else:
        yield Paragraph((Span(tr("Name and telephone: ______________________________")),))
    if ours.deputy_name or ours.deputy_phone:
        yield Paragraph((Span(tr("If they cannot be reached:")),))
        yield _who(ours.deputy_name, ours.deputy_phone)
    yield Heading(2, (Span(tr("What to do")),))
    yield Items(
        tuple(Item(f"{n}.", (Span(step),)) for n, step in enumerate(steps_of(ours), 1)),
        ordered=True,
    )


def _who(*said: str) -> Block:
    return Paragraph((Span(" · ".join(each for each in said if each), strong=True),))
