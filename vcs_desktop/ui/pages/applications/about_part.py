"""What an application is about: what is asked for, when the work is, and who decided to apply."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_count, tr_marked
from vcs_desktop.domain.application_words import CHOICES, EARLY_SPENDING
from vcs_desktop.domain.applications import Application, Choice, EarlySpending, Terms
from vcs_desktop.domain.call_changes import CallChange
from vcs_desktop.domain.day_words import Toward
from vcs_desktop.domain.days import in_words
from vcs_desktop.domain.funding import FundingCall
from vcs_desktop.domain.kinds import MEETING
from vcs_desktop.domain.money import range_in_pounds
from vcs_desktop.services.applications import OpenApplication
from vcs_desktop.ui.bound_fields import (
    NeededTextField,
    bound_choice,
    bound_day,
    bound_money,
    bound_words,
)
from vcs_desktop.ui.kept_form import Bound, KeptForm
from vcs_desktop.ui.named_field import NamedField, bound_named
from vcs_desktop.ui.pages.applications.changes_card import ChangesCard
from vcs_desktop.ui.pages.applications.form_part import FormPart
from vcs_desktop.ui.pages.applications.meeting_field import (
    MeetingField,
    MeetingTie,
    bound_meeting,
)
from vcs_desktop.ui.widgets.basics import Item, card, column, label, panel
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.long_text_field import LongTextField
from vcs_desktop.ui.widgets.money_field import MoneyField

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup
    from vcs_desktop.services.meetings import Chosen
    from vcs_desktop.services.records import Held
    from vcs_desktop.services.who import Pickable


@dataclass(frozen=True, slots=True)
class Seen:
    """An application as of a day, and what its notice says otherwise by now.

    ``call`` is the notice as it is now, None where the library has none. ``decided_by`` is what
    whoever decided is called, ``decided_at`` the id of the meeting and its name, which is empty
    where it was removed; ``meetings`` are those to choose from.
    """

    opened: OpenApplication
    today: date
    decided_by: str
    decided_at: tuple[str, str]
    meetings: "tuple[Chosen, ...]"
    call: FundingCall | None = None
    changes: tuple[CallChange, ...] = ()


class AboutPart(FormPart):
    """What changed in the notice, the terms of the funder, and below them what the group says."""

    changes_card: ChangesCard | None = None

    def read(self, application_id: str) -> Seen:
        """Return the application, the day, and what the ids in it are called."""
        from vcs_desktop.services.who import who

        inside = self.services.space.inside()
        opened, today = inside.applications.opened(application_id), inside.records.clock.today()
        said = opened.application.thing
        met = said.decided_meeting
        names = inside.meetings.called([met]) if met else {}
        seen = Seen(
            opened,
            today,
            who(inside.records).said(said.decided_by),
            (met, names.get(met, "")),
            tuple(inside.meetings.to_choose(said.call)),
        )
        call = self.services.readiness.notice(opened.whole())
        if call is None:
            return seen
        changes = inside.applications.changes_in_call(opened.whole(), call)
        return replace(seen, call=call, changes=changes)

    def made_of(self, seen: Seen) -> object:
        """Return all that its fields show."""
        said = seen.opened.application.thing
        return (
            said.name, said.funder, said.terms, said.ask_pence, said.starts_on, said.ends_on,
            said.early_spending, said.choice, said.decided_on, said.decided_by, said.decided_why,
            said.notes, seen.decided_by, seen.decided_at, seen.meetings, seen.changes,
        )  # fmt: skip

    def make(self, seen: Seen) -> QWidget:
        """Return the terms and the form."""
        opened, today = seen.opened, seen.today
        bound = {**_bound(today), **self._decided(seen), **_last()}
        form = KeptForm(self.services, self.tasks, opened.application, save_application, bound)
        items: list[Item] = [each.field for each in bound.values()]
        items.insert(list(bound).index("decided_meeting") + 1, self.tie)
        form.lay_out((*items, form.saved_line))
        self.forms = (form,)
        inside = column(gap=12)
        self.changes_card = None
        if seen.changes:
            self.changes_card = ChangesCard(seen.changes)
            self.changes_card.agreed.connect(partial(self._take_over, seen))
            inside.put(self.changes_card)
        inside.put(_terms(opened.application.thing))
        inside.put(card(form))
        return panel(inside)

    def _decided(self, seen: Seen) -> dict[str, Bound]:
        """Return the fields of who decided, where and when."""
        by = NamedField(tr("Who decided"), tr("A name, or “the committee”"), optional=True)
        said = seen.opened.application.thing.decided_by
        by.show_said(self.tasks, self._who_can_decide, said, seen.decided_by)
        day = DateField(tr("Day it was decided"), seen.today, optional=True)
        meeting = MeetingField()
        meeting.offer(seen.meetings, seen.decided_at)
        self.tie = MeetingTie(meeting)
        self.tie.meeting_asked.connect(partial(self.record_asked.emit, MEETING))

        def put_day(meeting_id: str) -> None:
            """Take the day of a meeting that was, where none is said yet."""
            on = meeting.days.get(meeting_id)
            if on is not None and on <= seen.today and not day.box.text().strip():
                day.set_day(on)
                day.on_edited()

        meeting.picked.connect(put_day)
        return {
            "decided_by": bound_named(by, "decided_by"),
            "decided_meeting": bound_meeting(meeting, "decided_meeting"),
            "decided_on": bound_day(day, "decided_on"),
        }

    def _who_can_decide(self) -> "list[Pickable]":
        from vcs_desktop.services.who import to_pick_from

        return to_pick_from(self.services.space.inside().records)

    def _take_over(self, seen: Seen, chosen: tuple[str, ...]) -> None:
        call, application_id = seen.call, seen.opened.application.thing.id
        if call is None:
            return
        words = tr("Taken over.") if chosen else tr("Left as it is.")
        self.act(lambda inside: inside.applications.take_over(application_id, call, chosen), words)


def _bound(today: date) -> dict[str, Bound]:
    """Return the fields of the form by the names of what they keep."""
    return {
        "name": bound_words(NeededTextField(tr("What you call it")), "name"),
        "funder": bound_words(TextField(tr("Funder"), optional=True), "funder"),
        "ask_pence": bound_money(MoneyField(tr("What you ask for"), optional=True), "ask_pence"),
        "starts_on": bound_day(
            DateField(tr("First day of the work"), today, optional=True, toward=Toward.FUTURE),
            "starts_on",
        ),
        "ends_on": bound_day(
            DateField(tr("Last day of the work"), today, optional=True, toward=Toward.FUTURE),
            "ends_on",
        ),
        "early_spending": bound_choice(
            ChoiceField(
                tr("Do they pay for what began before they decided?"),
                [(each.value, tr_marked(EARLY_SPENDING[each])) for each in EarlySpending],
            ),
            "early_spending",
            str,
            EarlySpending,
        ),
        "choice": bound_choice(
            ChoiceField(
                tr("What the committee decided"),
                [(each.value, tr_marked(CHOICES[each])) for each in Choice],
            ),
            "choice",
            str,
            Choice,
        ),
    }


def _last() -> dict[str, Bound]:
    """Return the fields that stand below all others."""
    return {
        "decided_why": bound_words(LongTextField(tr("Why"), optional=True), "decided_why"),
        "notes": bound_words(LongTextField(tr("Notes"), optional=True), "notes"),
    }


def _terms(said: Application) -> QWidget:
    """Return what the funder says, as it was taken from the notice."""
    told = [(title, words) for title, words in _told(said.terms) if words]
    if not told:
        return label(tr("No notice of the library belongs to it."), "muted", wrap=True)
    return card(label(tr("What the funder says"), "heading"), FactGrid(told), gap=8)


def _told(terms: Terms) -> tuple[tuple[str, str], ...]:
    closes = in_words(terms.closes_on) if terms.closes_on else ""
    if closes and terms.closes_time:
        closes = tr("{day} at {time}", day=closes, time=terms.closes_time)
    least, most = terms.award_min_pence, terms.award_max_pence
    running = {None: "", True: tr("They pay a share"), False: tr("They do not pay them")}
    months, weeks = terms.max_duration_months, terms.decision_weeks
    return (
        (tr("Closing day"), closes),
        (tr("They give"), range_in_pounds(least, most) if least or most else ""),
        (tr("They decide"), tr_count("{count} week later", "{count} weeks later", weeks)
         if weeks else ""),
        (tr("Longest work"), tr_count("{count} month", "{count} months", months) if months else ""),
        (tr("Running costs"), running[terms.pays_overheads]),
        (tr("From elsewhere"), tr("{percent}% of the cost", percent=terms.match_percent)
         if terms.match_percent else ""),
        (tr("They pay for"), ", ".join(terms.cost_types)),
        (tr("They do not pay for"), ", ".join(terms.exclusions)),
        (tr("Taken from the notice"), in_words(terms.taken_on) if terms.taken_on else ""),
    )  # fmt: skip


def save_application(
    inside: "InGroup", before: "Held[Application]", after: Application
) -> "Held[Application]":
    """Keep what was changed in an application."""
    return inside.applications.save(before, after)
