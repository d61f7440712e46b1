"""The plan: what the group does, what that changes, and how it will know."""

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.domain.applications import Application, PlannedChange
from vcs_desktop.domain.meeting_words import ended
from vcs_desktop.domain.ordered import in_order, place_after
from vcs_desktop.domain.outcomes import Outcome
from vcs_desktop.services.records import Held
from vcs_desktop.ui.kept_form import KeptForm
from vcs_desktop.ui.pages.applications.about_part import save_application
from vcs_desktop.ui.pages.applications.form_part import FormPart
from vcs_desktop.ui.part_fields import PartFields
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.long_text_field import LongTextField
from vcs_desktop.ui.widgets.number_field import NumberField
from vcs_desktop.ui.widgets.prose import prose, short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup

_MOST = 10_000_000


@dataclass(frozen=True, slots=True)
class Seen:
    """An application, the library of outcomes, and an id for one more row."""

    held: Held[Application]
    outcomes: tuple[Outcome, ...]
    new_id: str


class PlanPart(FormPart):
    """Each row has a form of its own; a new one begins empty or with a row of the library."""

    _wants_last = False

    def read(self, application_id: str) -> Seen:
        """Return the application and the library of outcomes."""
        from vcs_desktop.services.applications.outcomes import outcomes

        inside = self.services.space.inside()
        held = inside.applications.application(application_id)
        return Seen(held, outcomes(), inside.records.ids.new())

    def made_of(self, seen: Seen) -> object:
        """Return all that is shown."""
        return seen.held.thing.changes

    def make(self, seen: Seen) -> QWidget:
        """Return a card for each row, and below them the ways to add one."""
        by_id = {each.id: each for each in seen.outcomes}
        rows = in_order(seen.held.thing.changes)
        self.forms = tuple(self._form(seen.held, each) for each in rows)
        cards = [
            self._card(form, number, each, by_id.get(each.outcome))
            for number, (form, each) in enumerate(zip(self.forms, rows, strict=True), 1)
        ]
        self.add_button = button(tr("Add an empty row"), icon="plus")
        self.library = ChoiceField(
            tr("Begin with an example"),
            [("", tr("Choose what changes")), *((each.id, each.theme) for each in seen.outcomes)],
            tr("It brings the change and a way to know. Change its words as you like."),
        )
        self.from_library = button(tr("Add this example"), icon="plus")
        self.add_button.clicked.connect(partial(self._add, seen.new_id, None))
        self.from_library.clicked.connect(partial(self._add_chosen, seen.new_id, by_id))
        words = label(
            tr("Funders ask what will be different. Two or three rows are enough."), wrap=True
        )
        return panel(
            column(
                words,
                *cards,
                card(
                    self.library,
                    panel(FlowLayout(self.from_library, self.add_button)),
                    gap=8,
                ),
                gap=12,
            )
        )

    def made_anew(self) -> None:
        """Go to the row that was just added."""
        if self._wants_last and self.forms:
            next(iter(self.forms[-1].bound.values())).field.take_focus()
        self._wants_last = False

    def _card(
        self, form: KeptForm, number: int, row: PlannedChange, outcome: Outcome | None
    ) -> QWidget:
        name = short_prose(row.activity or row.change, 60) or tr("Row {number}", number=number)
        away = button(tr("Take out"), "quiet", icon="x", name=tr("Take {name} out", name=name))
        away.clicked.connect(partial(self._take_out, row.id, name))
        ideas = _ideas(outcome)
        words = prose(ideas, "muted")
        if not ideas:
            words.hide()
        return card(
            label(tr("Row {number}", number=number), "heading"), form, words,
            panel(FlowLayout(away)), gap=8,
        )  # fmt: skip

    def _form(self, held: Held[Application], row: PlannedChange) -> KeptForm:
        fields = PartFields("changes", row.id, PlannedChange)
        bound = {
            "activity": fields.words(
                "activity", TextField(tr("What we do"), tr("Such as lunch every Thursday"))
            ),
            "change": fields.words("change", LongTextField(tr("What changes for people"))),
            "measure": fields.words(
                "measure",
                LongTextField(tr("How we will know"), tr("Something you can count, or ask")),
            ),
            "target": fields.number(
                "target", NumberField(tr("How many do you hope for?"), most=_MOST)
            ),
        }
        draft = f"part/application/{held.record.id}/{row.id}"
        form = KeptForm(self.services, self.tasks, held, save_application, bound, draft)
        form.lay_out((*(each.field for each in bound.values()), form.saved_line))
        return form

    def _add_chosen(self, new_id: str, outcomes: dict[str, Outcome]) -> None:
        outcome = outcomes.get(self.library.chosen_id())
        if outcome is None:
            self.library.set_error(tr("Choose a row first."))
            return
        self._add(new_id, outcome)

    def _add(self, new_id: str, outcome: Outcome | None) -> None:
        application_id = self.application_id

        def work(inside: "InGroup") -> None:
            held = inside.applications.application(application_id)
            rows = held.thing.changes
            new = PlannedChange(new_id, place_after(rows))
            if outcome is not None:
                measure = outcome.measures[0] if outcome.measures else ""
                new = replace(new, change=outcome.change, measure=measure, outcome=outcome.id)
            inside.applications.save(held, replace(held.thing, changes=(*rows, new)))

        self._wants_last = True
        self.act(work, tr("A row is added to the plan."), is_adding=True)

    def _take_out(self, row_id: str, name: str) -> None:
        application_id = self.application_id

        def work(inside: "InGroup") -> None:
            held = inside.applications.application(application_id)
            left = tuple(each for each in held.thing.changes if each.id != row_id)
            inside.applications.save(held, replace(held.thing, changes=left))

        self.act(work, tr("“{name}” is out of the plan.", name=name))


def _ideas(outcome: Outcome | None) -> str:
    """Return what the library says beside a row that began with it."""
    if outcome is None:
        return ""
    ways = tr_count("Another way to know:", "Other ways to know:", len(outcome.measures) - 1)
    more = " ".join(outcome.measures[1:])
    source = tr("Source: {name}", name=ended(outcome.source)) if outcome.source else ""
    return sentences(f"{ways} {more}" if more else "", source)
