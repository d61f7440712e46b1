"""The people in a list, and beside it the card of the chosen one, or the form that changes it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal

from vcs_desktop.core.language import tr
from vcs_desktop.domain.people import Person
from vcs_desktop.services.people import PersonLine
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.history.dialog import HistoryButton
from vcs_desktop.ui.history.two_versions import TwoVersions
from vcs_desktop.ui.pages.people.editing import Editing
from vcs_desktop.ui.pages.people.listing import PeopleFilter
from vcs_desktop.ui.pages.people.nobody import Nobody
from vcs_desktop.ui.pages.people.opened import NEW, Opened
from vcs_desktop.ui.pages.people.person_card import PersonCard
from vcs_desktop.ui.pages.people.person_form import PersonForm
from vcs_desktop.ui.pages.people.person_rows import (
    draw_as_people,
    new_row,
    row_of,
    rows_of,
)
from vcs_desktop.ui.pages.people.view_model import PeopleViewModel, Seen
from vcs_desktop.ui.widgets.basics import column
from vcs_desktop.ui.widgets.title_list import RowRole, TitleRow
from vcs_desktop.ui.widgets.titles_and_card import TitlesAndCard


class PeopleView(GroupPart):
    """Shows whoever is wanted of those who were seen.

    Somebody new stands in the list under ``NEW`` as long as their form is open, also
    when they are kept already: so nothing moves while somebody types. ``all_asked``
    wants the filters off, or with nobody there at all the first person added;
    ``remove_asked`` and ``everything_asked`` carry an id and a name. ``acted`` says that
    something was kept, and ``changed`` that it may be seen in the list. ``unlisted``
    wants somebody shown whom the filters leave out; ``listed_ids`` are those in the list.
    """

    remove_asked = Signal(str, str)
    everything_asked = Signal(str, str)
    worried_asked = Signal()
    all_asked = Signal()
    changed = Signal()
    acted = Signal()
    taken_away = Signal(str, object)
    failed = Signal(object)
    unlisted = Signal(str)

    def __init__(self, view_model: PeopleViewModel, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.view_model = view_model
        self.empty = Nobody()
        self.titles = TitlesAndCard(tr("People"), self.empty)
        self.card: PersonCard | None = None
        self.form: PersonForm | None = None
        self._seen: Seen | None = None
        self._wanted = PeopleFilter()
        self._form_row = ""
        self._then_change = ""
        self._awaited = ""
        self._listed: object = None
        self.listed_ids: set[str] = set()
        draw_as_people(self.titles.list)
        self.setLayout(column(self.titles))
        self.titles.card_asked.connect(self._open_row)
        self.titles.all_asked.connect(self.all_asked)
        self.titles.again_asked.connect(view_model.look)
        view_model.person.answered.connect(self._show_person)
        view_model.person.failed.connect(self.titles.show_problem_of_one)

    def show_seen(self, seen: Seen, wanted: PeopleFilter) -> int:
        """Show whoever is wanted of everybody; return how many those are."""
        is_first = self._seen is None
        self._seen, self._wanted = seen, wanted
        self._stop_waiting()
        shown = self._show_rows()
        if is_first and seen.form_open:
            self.change(seen.form_open)
        elif not is_first:
            self._look_at_open()
        return shown

    def want(self, wanted: PeopleFilter) -> int:
        """Show others of those who were seen; return how many they are."""
        self._wanted = wanted
        return self._show_rows()

    def add(self) -> None:
        """Begin to add somebody; who was being added, and has a name, is done."""
        form = self.form
        if form is None or self._form_row != NEW or form.fields.name.words():
            self._open_new()
        self.titles.open(NEW)
        if self.form is not None:
            self.form.take_focus()

    def open(self, person_id: str) -> None:
        """Open somebody's card; whose form is open keeps it, and whoever types there the focus."""
        if self.form is not None and person_id == self.form.person_id:
            self.titles.list_detail.show_detail()
        else:
            self._awaited = "" if person_id in self.listed_ids else person_id
            self.titles.open(person_id)

    def change(self, person_id: str) -> None:
        """Open the form of somebody."""
        if person_id == NEW:
            self.add()
        elif self.form is None or self.form.person_id != person_id:
            self._then_change = person_id
            self.titles.open(person_id)
            self.view_model.open(person_id)

    def step_off(self, person_id: str) -> None:
        """Take away the form of somebody who is about to go, and choose the row beside theirs."""
        if self.form is not None and self.form.person_id == person_id:
            self.close_form()
        if self.titles.shown_id not in (person_id, NEW):
            return
        model = self.titles.list.model()
        row = self.titles.list.currentIndex().row()
        for place in (row + 1, row - 1):
            beside = model.index(place, 0).data(RowRole) if 0 <= place < model.rowCount() else None
            if isinstance(beside, TitleRow) and beside.id not in (person_id, ""):
                self.titles.open(beside.id)
                return

    def put_away(self) -> None:
        """Keep what is half written in the form, and that it was open."""
        if self.form is not None:
            self.form.editing.put_away()
            self.form.editing.note_open()

    def close_form(self) -> None:
        """Keep what is in the form, and take it away."""
        form, row_id = self.form, self._form_row
        self.form, self._form_row = None, ""
        if form is None:
            return
        form.editing.end()
        form.setEnabled(False)
        if row_id == NEW and self._seen is not None:
            left = {} if form.person_id else form.draft().wrong
            self._seen = replace(self._seen, new_draft=left)
            self.view_model.look()

    def _show_rows(self) -> int:
        seen = self._seen
        if seen is None:
            return 0
        people = seen.everybody.some(self._wanted)
        shown: list[PersonLine | TitleRow] = [*people]
        if self.form is not None:
            shown = _with_form(people, self._form_row, self.form.person_id, seen)
        elif seen.new_draft:
            shown.insert(0, new_row())
        rows = rows_of(shown)
        self.listed_ids = set(rows.ids)
        self.titles.show_rows(rows, shown)
        return len(people)

    def _stop_waiting(self) -> None:
        """Let go of somebody who was to be opened and is not there, as in the bin."""
        awaited, self._awaited = self._awaited, ""
        if self._seen and awaited and self._seen.everybody.line(awaited) is None:
            self.titles.open(self.titles.shown_id)

    def _look_at_open(self) -> None:
        """Read again what is open: it may have been changed by undo, or elsewhere."""
        if self.form is not None:
            self.form.editing.look()
        elif self.card is not None and self.titles.shown_id == self.card.person.id:
            self.view_model.open(self.card.person.id)

    def _open_row(self, row_id: str) -> None:
        if row_id == NEW:
            if self.form is None or self._form_row != NEW:
                self._open_new()
            return
        if self.form is not None:
            if self._form_row != NEW and self.form.person_id == row_id:
                return
            self.close_form()
        self.view_model.open(row_id)

    def _open_new(self) -> None:
        if self._seen is not None:
            self.close_form()
            self._show_form(None, NEW)
            if self.form is not None:
                self.form.put_draft(self._seen.new_draft)
            self.titles.open(NEW)
            self._show_rows()

    def _show_person(self, opened: Opened) -> None:
        person_id = opened.held.record.id
        if self.form is not None and self.form.person_id == person_id:
            return
        if opened.held.record.binned_at is not None:
            self.view_model.look()
            return
        if self._then_change == person_id:
            self._then_change = ""
            self._show_form(opened, person_id)
            if self.form is not None:
                self.form.take_focus()
        elif person_id == self.titles.shown_id:
            self._show_card(opened)

    def _show_card(self, opened: Opened) -> None:
        if self.card is not None and self.card.opened == opened and self.card.isVisible():
            return  # nothing changed: whoever reads it stays at the same place
        history = HistoryButton(self.services, self.tasks, self.session)
        versions = TwoVersions(self.services, self.tasks, self.session)
        versions.settled.connect(self.acted)
        versions.settled.connect(self.changed)
        self.card = PersonCard(opened, history, versions)
        person = opened.held.thing
        self.card.change_asked.connect(lambda: self.change(person.id))
        self.card.remove_asked.connect(lambda: self.remove_asked.emit(person.id, person.name))
        self.card.everything_asked.connect(
            lambda: self.everything_asked.emit(person.id, person.name)
        )
        self.card.worried_asked.connect(self.worried_asked)
        self.titles.show_card(self.card)

    def _show_form(self, opened: Opened | None, row_id: str) -> None:
        seen = self._seen
        if seen is None:
            return
        editing = Editing(self.services, self.tasks, opened, self)
        editing.kept.connect(self._hear_kept)
        editing.looked.connect(self._hear_looked)
        editing.failed.connect(self.failed)
        self.card = None
        self._listed = _listed(opened.held.thing) if opened is not None else None
        self.form, self._form_row = PersonForm(editing, opened, seen.today, seen.new_id), row_id
        self.form.done_asked.connect(self._finish)
        self.form.taken_away.connect(self.taken_away)
        self.titles.show_card(self.form)

    def _finish(self) -> None:
        """Show the card in place of the form."""
        person_id = self.form.person_id if self.form is not None else ""
        self.close_form()
        if person_id:
            self.titles.open(person_id)
            self.view_model.open(person_id)
        self._show_rows()
        if self._seen and self._seen.everybody.line(person_id) and person_id not in self.listed_ids:
            self.unlisted.emit(person_id)
        self.view_model.look()

    def _hear_kept(self, opened: Opened) -> None:
        """Look at the list again only where it may say something else: it may be a long one."""
        self.acted.emit()
        listed, self._listed = self._listed, _listed(opened.held.thing)
        if listed != self._listed:
            self.changed.emit()

    def _hear_looked(self, opened: Opened | None) -> None:
        """Take the form away from somebody who was put in the bin, as by undo."""
        if opened is not None and opened.held.record.binned_at is not None:
            self.close_form()
            self.view_model.look()


def _listed(person: Person) -> object:
    """Return what the list says of somebody, or sorts or finds them by."""
    return person.name, person.email, person.phone, person.roles, person.dbs


def _with_form(
    people: Sequence[PersonLine], form_row: str, person_id: str, seen: Seen
) -> list[PersonLine | TitleRow]:
    """Return the people with the row of whoever's form is open, whatever the filters say.

    Somebody new stands under ``NEW``: where their name is, or without a name as the first.
    """
    now = seen.everybody.line(person_id) if person_id else None
    if now is None:
        return [new_row(), *people] if form_row == NEW else [*people]
    under = replace(row_of(now), id=form_row)
    if any(each.id == person_id for each in people):
        return [under if each.id == person_id else each for each in people]
    return [under, *people]
