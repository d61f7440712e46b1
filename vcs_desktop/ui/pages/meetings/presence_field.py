"""Who is there: those who can vote as ticks, others found by name, and whether it is enough."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.meeting_rules import quorum_of, quorum_words
from vcs_desktop.domain.meetings import Meeting, Presence, Present
from vcs_desktop.ui.pages.meetings.editing import Editing
from vcs_desktop.ui.pages.meetings.opened import Opened
from vcs_desktop.ui.pages.meetings.section import (
    Bound,
    Section,
    bound_words,
    set_one,
    with_part,
    without_part,
)
from vcs_desktop.ui.person_field import PersonField
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.basics import Box, card, column, label, panel, set_kind
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.number_field import NumberField
from vcs_desktop.ui.widgets.ticks_field import TicksField

MOST_TICKS = 30
"""More who can vote than this are found by name: nobody reads through so many ticks."""


class PresenceField(Section):
    """``changed`` says that somebody else is there now."""

    changed = Signal()

    def __init__(self, editing: Editing, opened: Opened) -> None:
        super().__init__(editing, opened)
        self.ticks: dict[Presence, TicksField] = {}
        self._how: dict[str, Presence] = {}
        self._touched: set[str] = set()
        self._offered: tuple[tuple[str, str], ...] = ()
        self._room: Box = column(gap=12)
        self.quorum_line = label("", "strong", wrap=True)
        self._quorum_card = card(self.quorum_line, kind="info", margins=(10, 8, 10, 8))
        self.find_field = PersonField(
            tr("Somebody else who is there"), empties=True, offers_new=False, optional=True
        )
        self.guests_field = TextField(
            tr("Guests"), tr("People who are not in your People list, by name."), optional=True
        )
        self.quorum_field = NumberField(
            tr("How many have to be there to decide?"),
            tr("Look in your rules (constitution) for “quorum”. We keep it for the next meeting."),
        )
        self.setLayout(
            column(
                label(tr("Who is there"), "heading", wrap=True),
                self._quorum_card,
                panel(self._room),
                self.find_field,
                self.guests_field,
                self.quorum_field,
                gap=12,
            )
        )
        self.bind("guests", bound_words(self.guests_field, "guests"))
        self.bind(
            "quorum",
            Bound(
                self.quorum_field,
                lambda meeting: self.quorum_field.set_number(meeting.quorum),
                lambda: set_one("quorum", self.quorum_field.number()),
            ),
        )
        self.find_field.picked.connect(partial(self._set_how, how=Presence.THERE))
        self.quorum_field.edited.connect(self._show_quorum)
        self._show_all()

    def show_opened(self, opened: Opened) -> None:
        """Show who is there as it is kept."""
        super().show_opened(opened)
        if not any(self.editing.pending.has(_name(each)) for each in self._touched):
            self._show_all()
        self._show_quorum()

    def meeting_now(self) -> Meeting:
        """Return the meeting with who is ticked now, also what is not kept yet."""
        present = tuple(Present(id_, how) for id_, how in self._how.items())
        return set_one("quorum", self.quorum_field.number())(
            set_one("present", present)(self.opened.meeting)
        )

    def _show_all(self) -> None:
        who = self.opened.around.who
        self._how = {who.now(each.id): each.how for each in self.opened.meeting.present}
        self.find_field.set_names(self.opened.around.names)
        self._show_ticks()
        self._show_quorum()

    def _show_ticks(self) -> None:
        """Offer those who can vote, and whoever else was said to be there."""
        who, voters = self.opened.around.who, self.opened.around.voters or ()
        offered = {each.id: each.name for each in voters} if len(voters) <= MOST_TICKS else {}
        offered |= {id_: who.name(id_) for id_ in self._how if id_ not in offered}
        if tuple(offered.items()) != self._offered or not self.ticks:
            self._offered = tuple(offered.items())
            self._make_ticks()
        for how, field in self.ticks.items():
            field.set_ticked([id_ for id_, each in self._how.items() if each is how])

    def _make_ticks(self) -> None:
        self._room.clear()
        titles = {
            Presence.THERE: tr("In the room"),
            Presence.ONLINE: tr("Online, or by phone"),
            Presence.APOLOGIES: tr("Sent apologies"),
        }
        self.ticks = {how: TicksField(title, self._offered) for how, title in titles.items()}
        if not self._offered:
            self._room.put(_nobody(self.opened))
            return
        for how, field in self.ticks.items():
            self._room.put(field)
            field.edited.connect(partial(self._read, how))

    def _read(self, how: Presence) -> None:
        """Take in what was just ticked: somebody is in one place only."""
        ticked = set(self.ticks[how].ticked())
        for person_id in ticked:
            if self._how.get(person_id) is not how:
                self._set_how(person_id, how)
        for person_id in [id_ for id_, each in self._how.items() if each is how]:
            if person_id not in ticked:
                self._set_how(person_id, None)

    def _set_how(self, person_id: str, how: Presence | None) -> None:
        if how is None:
            self._how.pop(person_id, None)
            change = without_part("present", person_id)
        else:
            self._how[person_id] = how
            change = with_part("present", Present(person_id, how))
        self._touched.add(person_id)
        self._show_ticks()
        self.do(_name(person_id), change)
        self._show_quorum()
        say(self, self.quorum_line.text())
        self.changed.emit()

    def _show_quorum(self) -> None:
        around = self.opened.around
        quorum = quorum_of(self.meeting_now(), around.voter_ids(), around.who.now)
        set_kind(self._quorum_card, {True: "ok", False: "warn", None: "info"}[quorum.is_met])
        self.quorum_line.setText(quorum_words(quorum))


def _nobody(opened: Opened) -> QWidget:
    """Say where those who can vote come from."""
    if opened.around.voters:
        words = tr("Find those who are there by name, in the field below.")
    else:
        words = tr("Whoever has a role on the committee in People stands here to tick.")
    return label(words, "muted", wrap=True)


def _name(person_id: str) -> str:
    return f"present/{person_id}"
