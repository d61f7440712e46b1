"""The fields for one role, one consent, one interest."""

from dataclasses import replace
from datetime import date

from vcs_desktop.core.language import tr
from vcs_desktop.domain.day_words import Toward
from vcs_desktop.domain.people import (
    Basis,
    Channel,
    Consent,
    Interest,
    Purpose,
    Role,
    Tie,
    Way,
)
from vcs_desktop.ui.pages.people import words
from vcs_desktop.ui.widgets.choice_field import ChoiceField, OptionsField
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.long_text_field import LongTextField
from vcs_desktop.ui.widgets.part_editor import PartEditor
from vcs_desktop.ui.widgets.ticks_field import TicksField


class OneOf(ChoiceField):
    """A choice that has to be made: the first entry is none."""

    def problem(self) -> str:
        """Ask for a choice."""
        return "" if self.chosen_id() else tr("Choose one of the list.")


class RoleEditor(PartEditor):
    """What somebody is to the group, and from when until when."""

    def __init__(self, today: date) -> None:
        self.tie = OneOf(
            tr("What are they to the group?"), (("", tr("Choose")), *words.ties_offered())
        )
        self.role_title = TextField(
            tr("What is it called?"), tr("Such as treasurer, or driver."), optional=True
        )
        self.since = DateField(tr("First day"), today, optional=True, toward=Toward.PAST)
        self.until = DateField(
            tr("Last day"), today, tr("Leave it empty while it goes on."), optional=True
        )
        fields = {
            "tie": self.tie, "title": self.role_title, "since": self.since, "until": self.until,
        }  # fmt: skip
        super().__init__(fields, tr("Done with this role"))

    def show_part(self, part: Role) -> None:
        """Show a role."""
        self.tie.choose(part.tie.value)
        self.role_title.set_words(part.title)
        self.since.set_day(part.since)
        self.until.set_day(part.until)

    def part(self, before: Role) -> Role:
        """Return the role."""
        return replace(
            before,
            tie=Tie(self.tie.chosen_id()),
            title=self.role_title.words(),
            since=self.since.day(),
            until=self.until.day(),
        )


class WaysField(TicksField):
    """How somebody may be reached. A yes to be written to has to say how."""

    def __init__(self, purposes: TicksField) -> None:
        super().__init__(
            tr("How may you reach them?"),
            words.ways_offered(),
            tr("Only what they said yes to."),
            optional=True,
        )
        self._purposes = purposes

    def problem(self) -> str:
        """Ask how, where it is said what for."""
        if self.ticked() or not self._purposes.ticked():
            return ""
        return tr("Tick how you may reach them.")


class ConsentEditor(PartEditor):
    """What somebody agreed to."""

    def __init__(self, today: date) -> None:
        self.wording = LongTextField(
            tr("What did they agree to?"), tr("In the words that were put to them.")
        )
        self.basis = OptionsField(tr("What did they say?"), words.bases_offered())
        self.purposes = TicksField(
            tr("What may you write to them about?"),
            words.purposes_offered(),
            tr("Leave it empty for other things, such as photos."),
            optional=True,
        )
        self.ways = WaysField(self.purposes)
        self.given_on = DateField(tr("Given on"), today, optional=True, toward=Toward.PAST)
        self.channel = ChoiceField(
            tr("How did they say it?"), words.channels_offered(), optional=True
        )
        self.withdrawn_on = DateField(
            tr("Taken back on"), today, tr("Leave it empty while it holds."), optional=True,
            toward=Toward.PAST,
        )  # fmt: skip
        fields = {
            "wording": self.wording, "basis": self.basis, "purposes": self.purposes,
            "ways": self.ways, "given_on": self.given_on, "channel": self.channel,
            "withdrawn_on": self.withdrawn_on,
        }  # fmt: skip
        super().__init__(fields, tr("Done with this consent"))
        self.basis.choose(Basis.YES.value)

    def show_part(self, part: Consent) -> None:
        """Show a consent."""
        self.wording.set_words(part.wording)
        self.basis.choose(part.basis.value)
        self.purposes.set_ticked(each.value for each in part.purposes)
        self.ways.set_ticked(each.value for each in part.ways)
        self.given_on.set_day(part.given_on)
        self.channel.choose(part.channel.value if part.channel else "")
        self.withdrawn_on.set_day(part.withdrawn_on)

    def part(self, before: Consent) -> Consent:
        """Return the consent."""
        channel = self.channel.chosen_id()
        return replace(
            before,
            wording=self.wording.words(),
            given_on=self.given_on.day(),
            channel=Channel(channel) if channel else None,
            withdrawn_on=self.withdrawn_on.day(),
            purposes=tuple(Purpose(each) for each in self.purposes.ticked()),
            ways=tuple(Way(each) for each in self.ways.ticked()),
            basis=Basis(self.basis.chosen_id() or Basis.YES),
        )


class InterestEditor(PartEditor):
    """An interest that somebody on the committee declared."""

    def __init__(self, today: date) -> None:
        self.what = LongTextField(
            tr("What is the interest?"), tr("Such as “Her brother owns the hall we rent.”")
        )
        self.declared_on = DateField(tr("Declared on"), today, optional=True, toward=Toward.PAST)
        self.ended_on = DateField(
            tr("Ended on"), today, tr("Leave it empty while it stands."), optional=True,
            toward=Toward.PAST,
        )  # fmt: skip
        fields = {
            "what": self.what, "declared_on": self.declared_on, "ended_on": self.ended_on,
        }  # fmt: skip
        super().__init__(fields, tr("Done with this interest"))

    def show_part(self, part: Interest) -> None:
        """Show an interest."""
        self.what.set_words(part.what)
        self.declared_on.set_day(part.declared_on)
        self.ended_on.set_day(part.ended_on)

    def part(self, before: Interest) -> Interest:
        """Return the interest."""
        return replace(
            before,
            what=self.what.words(),
            declared_on=self.declared_on.day(),
            ended_on=self.ended_on.day(),
        )
