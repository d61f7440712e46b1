"""One sheet: names ticked as quickly as they are said, who helped, and what else to note."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.domain.days import in_words
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.history.dialog import HistoryButton
from vcs_desktop.ui.history.two_versions import TwoVersions
from vcs_desktop.ui.pages.who_came.helped_part import HelpersPart
from vcs_desktop.ui.pages.who_came.keeping import SheetKeeping
from vcs_desktop.ui.pages.who_came.more_part import MorePart
from vcs_desktop.ui.pages.who_came.sheet_acts import SheetActs
from vcs_desktop.ui.pages.who_came.tick_list import CameRow, TickList
from vcs_desktop.ui.pages.who_came.words import short_name, so_far_words
from vcs_desktop.ui.person_field import PersonField
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.prose import short_prose

if TYPE_CHECKING:
    from vcs_desktop.domain.attendance import AttendanceSheet
    from vcs_desktop.services.attendance import OpenSheet, Written
    from vcs_desktop.services.people import PersonLine


class SheetView(GroupPart):
    """Made for each sheet that is opened.

    ``back_asked`` wants the list. ``acted`` says in words what was kept and can be undone;
    ``bin_asked`` carries the id and the name of the sheet. ``sign_in_asked`` wants a
    sign-in sheet for the next time, of people in the order in which they come most.
    """

    back_asked = Signal()
    acted = Signal(str)
    bin_asked = Signal(str, str)
    sign_in_asked = Signal()

    def __init__(self, opened: "OpenSheet", *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.opened = opened
        self._sheet: AttendanceSheet = opened.sheet
        self._names = dict(opened.names)
        self.keeping = SheetKeeping(self.services, self.tasks, opened.place, self)
        self.does = SheetActs(self.keeping)
        self.back_button = button(tr("All sheets"), "quiet", icon="arrow-left")
        self.sign_in_button = button(tr("Sign-in sheet for next time"), "quiet", icon="printer")
        self.history_button = HistoryButton(*asked)
        self.versions = TwoVersions(*asked)
        self.title = label("", "title", wrap=True)
        self.so_far = label("", "strong", wrap=True)
        self.message = MessageBar()
        self.field = PersonField(tr("Who came?"), empties=True)
        self.list = TickList(tr("People who usually come"))
        self.list_words = label(
            tr("Or tick them here. The arrows move, the space bar ticks."), "muted", wrap=True
        )
        self.first_button = button("", "quiet")
        self.helpers = HelpersPart()
        self.more = MorePart(opened.place.on, opened.today)
        self._lay()
        self._connect()
        self._show_people()
        self.show_sheet(opened.sheet)

    def first_focus(self) -> QWidget:
        """Start in the field for names."""
        return self.field.box

    def put_away(self) -> None:
        """Keep what is half typed."""
        self.helpers.keep()
        self.more.keep()

    def show_sheet(self, sheet: "AttendanceSheet") -> None:
        """Show what stands on the sheet."""
        self._sheet = sheet
        came = {each.id: each.is_first_time for each in sheet.came}
        listed = {row.id for row in self.list.came.rows}
        extra = [each for each in came if each not in listed and each not in self.opened.usual]
        there = [row.id for row in self.list.came.rows] or list(self.opened.usual)
        self.list.show_rows(
            [
                CameRow(each, self._name(each), each in came, came.get(each, False))
                for each in (*reversed(extra), *there)
            ]
        )
        self.helpers.show_helpers(sheet.helped, self._names)
        self.more.show_sheet(sheet)
        self._show_words()

    def _lay(self) -> None:
        came = card(
            self.field,
            self.list_words,
            self.list,
            panel(FlowLayout(self.first_button)),
            self.more.others,
            gap=10,
        )
        helped = card(self.helpers)
        ways = FlowLayout(self.back_button, self.sign_in_button, self.history_button)
        self.setLayout(
            column(
                panel(ways), self.title, self.so_far, self.versions, self.message,
                came, helped, self.more, None, gap=12,
            )
        )  # fmt: skip
        self.versions.hide()

    def _connect(self) -> None:
        keeping = self.keeping
        self.back_button.clicked.connect(self._leave)
        self.sign_in_button.clicked.connect(self.sign_in_asked)
        self.field.picked.connect(partial(self._tick, is_ticked=True))
        self.field.new_wanted.connect(
            lambda name: self.does.tick_new(name, is_first_time=self.opened.knows_first)
        )
        self.list.toggled.connect(self._tick)
        self.list.moved.connect(self._show_first)
        self.first_button.clicked.connect(self._change_first)
        self.helpers.added.connect(self._help)
        self.helpers.new_wanted.connect(lambda name: self.does.help_new(name, self.opened.minutes))
        self.helpers.changed.connect(
            lambda helped: self.does.change_help(helped, self._name(helped.id))
        )
        self.helpers.remove_asked.connect(lambda id_: self.does.unhelp(id_, self._name(id_)))
        self.more.others_changed.connect(self.does.count_others)
        self.more.notes_changed.connect(self.does.note)
        self.more.day_changed.connect(self.does.move)
        self.more.bin_button.clicked.connect(self._ask_bin)
        self.session.changed.connect(keeping.look)
        keeping.written.connect(self._hear_written)
        keeping.looked.connect(self._hear_looked)
        keeping.failed.connect(self._hear_failed)

    def _tick(self, person_id: str, is_ticked: bool) -> None:  # Qt passes it by place
        """Show and keep that somebody came, or did not."""
        first = self.opened.is_first_time(person_id)
        place = self.list.came.place_of(person_id)
        if is_ticked and place >= 0 and self.list.came.rows[place].is_ticked:
            self.list.put(self.list.came.rows[place])
            say(self.field.box, tr("{name} is ticked already.", name=self._name(person_id)))
            return
        name = self._name(person_id)
        self.list.put(CameRow(person_id, name, is_ticked, first and is_ticked))
        if is_ticked:
            self.does.tick(person_id, name, is_first_time=first)
        else:
            self.does.untick(person_id, name)

    def _change_first(self) -> None:
        row = self.list.chosen()
        if row is not None and row.is_ticked:
            person_id, is_first = row.id, not row.is_first_time
            self.list.say_first_time(person_id, is_first_time=is_first)
            self._show_first()
            self.does.say_first_time(person_id, row.name, is_first_time=is_first)

    def _help(self, person_id: str) -> None:
        if person_id in self.helpers.rows:
            self.helpers.rows[person_id].hours.take_focus()
        else:
            self.does.help(person_id, self._name(person_id), self.opened.minutes)

    def _ask_bin(self) -> None:
        self.bin_asked.emit(self.opened.place.id, self.opened.place.name)

    def _leave(self) -> None:
        self.put_away()
        self.back_asked.emit()

    def _hear_written(self, written: "Written", words: str) -> None:
        self.message.hide()
        self.opened = replace(self.opened, place=written.place, held=written.held)
        if written.person is not None:
            self._meet(written.person)
        if self.keeping.is_settled:
            self.show_sheet(written.sheet)
        self.acted.emit(words)

    def _hear_looked(self, opened: "OpenSheet") -> None:
        self.opened = opened
        self._names = dict(opened.names)
        self._show_people()
        if self.keeping.is_settled:
            self.show_sheet(opened.sheet)

    def _hear_failed(self, error: Exception) -> None:
        self.more.take_back()
        self.helpers.take_back()
        self.message.tell(words_for(error), "bad", tr("Try again"), self._try_again)
        self.keeping.look()

    def _try_again(self) -> None:
        self.put_away()
        self.keeping.look()

    def _meet(self, line: "PersonLine") -> None:
        """Know somebody who was just added."""
        self._names[line.id] = line.name
        self.opened = replace(self.opened, people=(*self.opened.people, line))
        self._show_people()

    def _show_people(self) -> None:
        for field, often in (
            (self.field, self.opened.usual),
            (self.helpers.field, self.opened.usual_helpers),
        ):
            field.set_people(self.opened.people)
            field.set_often(often)

    def _show_words(self) -> None:
        place, sheet = self.opened.place, self._sheet
        name = short_prose(place.name)
        self.title.setText(tr("{activity}, {day}", activity=name, day=in_words(place.on)))
        self.so_far.setText(so_far_words(sheet))
        for each in (self.list_words, self.list):
            each.setVisible(bool(self.list.came.rows))
        self.history_button.set_record(place.id, self.title.text())
        self.history_button.setVisible(bool(place.id))
        self.versions.show_versions(place.id)
        self.more.bin_button.setVisible(bool(place.id))
        self._show_first()

    def _show_first(self) -> None:
        """Offer to say of who is under the hand that it was their first time, or not."""
        row = self.list.chosen()
        self.first_button.setVisible(row is not None and row.is_ticked)
        if row is not None:
            name = short_name(row.name)
            if row.is_first_time:
                self.first_button.setText(tr("Not their first time"))
                spoken = tr("Not the first time: {name}", name=name)
            else:
                self.first_button.setText(tr("Their first time"))
                spoken = tr("For the first time: {name}", name=name)
            self.first_button.setAccessibleName(spoken)

    def _name(self, person_id: str) -> str:
        return self._names.get(person_id) or tr("Somebody who was removed")
