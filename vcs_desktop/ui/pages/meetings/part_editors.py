"""The fields for one interest, one decision, one action."""

from dataclasses import replace

from vcs_desktop.core.language import tr
from vcs_desktop.domain.day_words import Toward
from vcs_desktop.domain.meetings import Action, ConflictDeclared, Decision
from vcs_desktop.ui.pages.meetings.opened import Opened
from vcs_desktop.ui.pages.meetings.tie_field import TieField
from vcs_desktop.ui.person_field import PersonField
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.long_text_field import LongTextField
from vcs_desktop.ui.widgets.number_field import NumberField
from vcs_desktop.ui.widgets.part_editor import PartEditor


class ConflictEditor(PartEditor):
    """Who has an interest, what it is, and what was done."""

    def __init__(self, opened: Opened) -> None:
        self.person = PersonField(tr("Who has the interest?"), offers_new=False)
        self.person.set_names(opened.around.names)
        self.what = LongTextField(
            tr("What is it?"), tr("What could pull them two ways when this is decided.")
        )
        self.what_was_done = LongTextField(
            tr("What was done about it?"),
            tr("Such as: they left the room, and did not vote. Your rules say what is needed."),
            optional=True,
        )
        super().__init__(
            {"person": self.person, "what": self.what, "what_was_done": self.what_was_done},
            tr("Done with this interest"),
        )
        for said in (self.person.picked, self.person.emptied):
            said.connect(self.tell_edited)

    def show_part(self, part: ConflictDeclared) -> None:
        """Show an interest."""
        self.person.set_person(part.person)
        self.what.set_words(part.what)
        self.what_was_done.set_words(part.what_was_done)

    def part(self, before: ConflictDeclared) -> ConflictDeclared:
        """Return the interest."""
        return replace(
            before,
            person=self.person.person_id(),
            what=self.what.words(),
            what_was_done=self.what_was_done.words(),
        )


class DecisionEditor(PartEditor):
    """What was decided, with the votes, and what it is about."""

    def __init__(self, opened: Opened) -> None:
        self.what = LongTextField(tr("What was decided?"))
        self.votes = {
            "votes_for": NumberField(tr("Votes for")),
            "votes_against": NumberField(tr("Votes against")),
            "abstained": NumberField(tr("Did not vote")),
        }
        self.tie = TieField(opened)
        super().__init__(
            {"what": self.what, **self.votes, "tie": self.tie}, tr("Done with this decision")
        )

    def show_part(self, part: Decision) -> None:
        """Show a decision."""
        self.what.set_words(part.what)
        for name, field in self.votes.items():
            field.set_number(getattr(part, name))
        self.tie.set_tie(part.tied_kind, part.tied_to, part.tied_name)

    def part(self, before: Decision) -> Decision:
        """Return the decision."""
        kind, record_id, name = self.tie.tie()
        return replace(
            before,
            what=self.what.words(),
            votes_for=self.votes["votes_for"].number(),
            votes_against=self.votes["votes_against"].number(),
            abstained=self.votes["abstained"].number(),
            tied_kind=kind,
            tied_to=record_id,
            tied_name=name,
        )


class ActionEditor(PartEditor):
    """What somebody does, by when, and whether it is done."""

    def __init__(self, opened: Opened) -> None:
        self.what = LongTextField(tr("What is to be done?"))
        self.owner = PersonField(tr("Who does it?"), optional=True, offers_new=False)
        self.owner.set_names(opened.around.names)
        self.due_on = DateField(tr("By when?"), opened.today, optional=True, toward=Toward.FUTURE)
        self.done_on = DateField(
            tr("Done on"),
            opened.today,
            tr("Leave it empty until it is done."),
            optional=True,
            toward=Toward.PAST,
        )
        super().__init__(
            {
                "what": self.what,
                "owner": self.owner,
                "due_on": self.due_on,
                "done_on": self.done_on,
            },
            tr("Done with this action"),
        )
        for said in (self.owner.picked, self.owner.emptied):
            said.connect(self.tell_edited)

    def show_part(self, part: Action) -> None:
        """Show an action."""
        self.what.set_words(part.what)
        self.owner.set_person(part.owner)
        self.due_on.set_day(part.due_on)
        self.done_on.set_day(part.done_on)

    def part(self, before: Action) -> Action:
        """Return the action."""
        return replace(
            before,
            what=self.what.words(),
            owner=self.owner.person_id(),
            due_on=self.due_on.day(),
            done_on=self.done_on.day(),
        )
