"""The questions of what the group does, where, for whom, and which grants it has."""

from collections.abc import Iterable
from dataclasses import replace

from vcs_desktop.core.language import tr
from vcs_desktop.domain.areas import ENGLAND, SOUTH_EAST, UNITED_KINGDOM, name_of
from vcs_desktop.ui.pages.our_group.about_keeping import Change, Opened
from vcs_desktop.ui.pages.our_group.about_question import Question, lines_of
from vcs_desktop.ui.widgets.basics import label
from vcs_desktop.ui.widgets.long_text_field import LongTextField
from vcs_desktop.ui.widgets.ticks_field import TicksField

_WIDER = (SOUTH_EAST, ENGLAND, UNITED_KINGDOM)


class AreasQuestion(Question):
    """The places where the group works, out of those that there are today, and wider ones."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        offered = dict(opened.areas)
        for code in (*_WIDER, *opened.ours.areas):
            offered.setdefault(code, name_of(code))
        self.areas_field = TicksField(
            tr("Places"),
            [(code, name[:1].upper() + name[1:]) for code, name in offered.items()],
            tr("Tick the smallest places that say it."),
        )
        self.areas_field.set_ticked(opened.ours.areas)
        self.add("areas", self.areas_field)

    def change(self) -> Change:
        """Return the codes of what is ticked."""
        codes = self.areas_field.ticked()
        return lambda ours: replace(ours, areas=_as_before(codes, ours.areas))


class WhatWeDoQuestion(Question):
    """What the group does, in its own words."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        self.words_field = LongTextField(
            tr("In your own words"), tr("Three or four sentences. Say who comes, and how often.")
        )
        self.words_field.set_words(opened.ours.what_we_do)
        self.add("what_we_do", self.words_field)

    def change(self) -> Change:
        """Return the words."""
        said = self.words_field.words()
        return lambda ours: replace(ours, what_we_do=said)


class LinesQuestion(Question):
    """A short list, a line for each thing. ``name`` is the field of the group that it fills."""

    def __init__(self, opened: Opened, name: str, title: str, hint: str) -> None:
        super().__init__(opened)
        self._name = name
        self.lines_field = LongTextField(title, hint)
        self.lines_field.set_words("\n".join(getattr(opened.ours, name)))
        self.add(name, self.lines_field)

    def change(self) -> Change:
        """Return the lines."""
        name, told = self._name, lines_of(self.lines_field.words())
        return lambda ours: replace(ours, **{name: told})  # type: ignore[arg-type]  # both are lists


class GrantsQuestion(Question):
    """The grants of the library that rule others out while they run."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        held = opened.ours.live_grants or ()
        self._not_offered = tuple(each for each in held if each not in dict(opened.grants))
        self.grants_field = TicksField(
            tr("Grants that still run"),
            opened.grants,
            tr("Tick each that you have now. If you have none of them, just go on."),
        )
        self.grants_field.set_ticked(held)
        if opened.grants:
            self.add("live_grants", self.grants_field)
        else:
            none = tr("None of the grants on this computer rules another out. Just go on.")
            self.room.put(label(none, wrap=True))

    def change(self) -> Change:
        """Return the grants, and those that are not in the library any more."""
        held = (*self.grants_field.ticked(), *self._not_offered)
        return lambda ours: replace(ours, live_grants=_as_before(held, ours.live_grants or ()))


def activities(opened: Opened) -> LinesQuestion:
    """Return the question of what the group does, thing by thing."""
    return LinesQuestion(
        opened,
        "activities",
        tr("One thing on each line"),
        tr("For example: lunch club, gardening, advice on benefits"),
    )


def beneficiaries(opened: Opened) -> LinesQuestion:
    """Return the question of whom the group is there for."""
    return LinesQuestion(
        opened,
        "beneficiaries",
        tr("One sort of people on each line"),
        tr("For example: older people, young carers, everybody in our village"),
    )


def _as_before(now: Iterable[str], before: tuple[str, ...]) -> tuple[str, ...]:
    """Return what is chosen, in the order in which it was: another order is no change."""
    chosen = tuple(now)
    kept = tuple(each for each in before if each in chosen)
    return (*kept, *(each for each in chosen if each not in kept))
