"""People: everybody in a list, one in full, adding, changing, bringing in."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.kinds import OUR_RETENTION_RULES, OUR_SAFEGUARDING
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.leads import whom_in
from vcs_desktop.ui.list_out import ListOut
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.pages.people.acts import PeopleActs
from vcs_desktop.ui.pages.people.aside_view import AsideView
from vcs_desktop.ui.pages.people.asides import Asides
from vcs_desktop.ui.pages.people.browse import Browse
from vcs_desktop.ui.pages.people.listed_out import listed_out
from vcs_desktop.ui.pages.people.opened import NEW
from vcs_desktop.ui.pages.people.view_model import Around, PeopleViewModel
from vcs_desktop.ui.places import Places
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import button
from vcs_desktop.ui.widgets.row_menu import RowMenu
from vcs_desktop.ui.widgets.title_list import TitleRow

_LOW = 460
_AROUND_AFTER_MS = 100
"""The list and the first card are painted by then: what is worked out beside them slows them."""


class PeoplePage(Page):
    """Exists while a group is open, and is deleted when it is locked."""

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__(tr("People"), tr("Looking"))
        self._session = session
        self.view_model = PeopleViewModel(services, tasks, session, self)
        self.browse = Browse(self.view_model, services, tasks, session)
        self.filter_bar, self.view = self.browse.filter_bar, self.browse.view
        self.places = Places(self.browse)
        self.acts = PeopleActs(self.view_model, session, self)
        self.undo_bar, self.message = self.acts.undo_bar, self.acts.message
        self.asides = Asides(self, services, tasks, session)
        self.list_out = ListOut(
            services, tasks, lambda: partial(listed_out, services, self.filter_bar.wanted())
        )
        self.add_button = button(tr("Add a person"), "primary", icon="user-plus")
        self.bring_in_button = button(tr("Bring in a spreadsheet"), icon="upload")
        self.write_button = button(tr("Write to people"), icon="mail")
        self.worried_button = button(tr("I am worried about someone"), "quiet", icon="shield-alert")
        self.pairs_button = button("", "quiet", icon="merge")
        self.review_button = button("", "quiet", icon="clock")
        self._headline = ""
        self._around = Around(0, 0)
        self._is_filled = False
        self._wants_around = False
        self._later = QTimer(self, singleShot=True, interval=_AROUND_AFTER_MS)
        self._later.timeout.connect(self.view_model.look_around)
        self.add_actions(
            self.filter_bar.more,
            self.pairs_button,
            self.review_button,
            self.worried_button,
            self.write_button,
            self.list_out.button,
            self.bring_in_button,
            self.add_button,
        )
        self._show_around(Around(0, 0))
        self.body.put(self.places, 1)
        self.foot.put(self.undo_bar)
        self.body.put(self.message)
        self.body.put(self.list_out)
        self.row_menu = RowMenu(self.view.titles.list)
        self._connect()

    def shown(self) -> None:
        """Look again: somebody may have been changed meanwhile."""
        self.view_model.look()
        self._wants_around = True
        if isinstance(front := self.places.front(), GroupPart):
            front.shown()

    def put_away(self) -> None:
        """Keep what is half written: the group is about to be locked."""
        self.view.put_away()
        for part in self.places.made():
            part.put_away()

    def show_thing(self, thing_id: str) -> None:
        """Open one person, or what is told of all: who is worried, how long, whom to write to."""
        if whom := whom_in(thing_id):
            self.asides.write_to_list(whom)
        elif thing_id == OUR_SAFEGUARDING:
            self.asides.worried()
        elif thing_id == OUR_RETENTION_RULES:
            self.asides.years()
        elif thing_id:
            self.places.go_back()
            self.browse.open(thing_id)

    def first_focus(self) -> QWidget | None:
        """Start in the list."""
        return self.view.titles.first_focus() if self.places.is_back() else None

    def find_here(self) -> QWidget | None:
        """Return the field that looks for a person."""
        self.places.go_back()
        self.filter_bar.open()
        return self.filter_bar.find_field.box

    def print_act(self) -> Callable[[], None] | None:
        """Print the list, while it is in front."""
        return self.list_out.print_list if self.list_out.button.isVisible() else None

    def parts(self) -> tuple[QWidget, ...]:
        """F6 stops at the filters, at the list and at what is open; else at what is in front."""
        titles = self.view.titles
        above = (self.filter_bar, titles.list, titles.area)
        front = above if self.places.is_back() else (self.places.front(),)
        return (*front, self.undo_bar, self.message, self.list_out)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the filters away where there is little room."""
        super().resizeEvent(event)
        self._fold_filters()

    def _connect(self) -> None:
        view, asides = self.view, self.asides
        QShortcut(QKeySequence.StandardKey.New, self, self._add)
        self.add_button.clicked.connect(self._add)
        self.bring_in_button.clicked.connect(asides.bring_in)
        view.empty.bring_in_button.clicked.connect(asides.bring_in)
        self.write_button.clicked.connect(asides.write_to)
        self.worried_button.clicked.connect(asides.worried)
        view.worried_asked.connect(asides.worried)
        self.pairs_button.clicked.connect(asides.pairs)
        self.review_button.clicked.connect(asides.review)
        self.browse.counted.connect(self._say_count)
        self.browse.seen.connect(self._take_focus)
        self.view_model.around.connect(self._show_around)
        view.failed.connect(self.acts.tell_problem)
        view.acted.connect(self._session.tell_acted)
        view.changed.connect(self.view_model.look)
        view.remove_asked.connect(self._remove)
        view.everything_asked.connect(asides.everything)
        view.taken_away.connect(self.acts.offer)
        view.titles.came_forward.connect(partial(self.bring_to_top, view.titles))
        self.places.changed.connect(self._follow_place)
        self.row_menu.asked.connect(self._show_menu)
        for leaving in (
            self.undo_bar.undo_button, self.undo_bar.close_button, self.message.close_button,
            self.list_out.message.close_button,
        ):  # fmt: skip
            leaving.clicked.connect(self._focus_list)

    def _add(self) -> None:
        self.places.go_back()
        self.browse.add()

    def _say_count(self, words: str) -> None:
        self._headline = words
        self._follow_place()

    def _follow_place(self) -> None:
        """Say what the list holds, and offer what belongs to it, while it is in front."""
        is_back = self.places.is_back()
        self.subtitle = self._headline if is_back else ""
        for each in (self.bring_in_button, self.add_button, self.worried_button):
            each.setVisible(is_back)
        self.write_button.setVisible(is_back and not self.filter_bar.isHidden())
        self.list_out.button.setVisible(is_back and not self.filter_bar.isHidden())
        self.pairs_button.setVisible(is_back and self._around.pairs > 0)
        self.review_button.setVisible(is_back and self._around.due > 0)
        self._fold_filters()

    def _fold_filters(self) -> None:
        self.filter_bar.set_narrow(self.is_narrow() or self.height() < look.px(_LOW))
        if not self.places.is_back() or self.filter_bar.isHidden():
            self.filter_bar.more.hide()

    def _show_around(self, around: Around) -> None:
        self.pairs_button.setText(
            tr_count("{count} pair looks the same", "{count} pairs look the same", around.pairs)
        )
        self.review_button.setText(
            tr_count("{count} to look at again", "{count} to look at again", around.due)
        )
        for each in (self.pairs_button, self.review_button):
            each.draw_icon()  # with room beside it, which it has only beside words
        self._around = around
        self._follow_place()

    def _remove(self, person_id: str, name: str) -> None:
        self.view.step_off(person_id)
        self.acts.remove(person_id, name)

    def _show_menu(self, row: TitleRow, place: QPoint) -> None:
        """Show what can be done with a row; all of it is on the card too."""
        view = self.view
        if row.id == NEW:
            return
        menu = QMenu(tr("What you can do"), self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("Open"), partial(view.open, row.id))
        menu.addAction(tr("Change"), partial(view.change, row.id))
        menu.addAction(
            tr("Everything about them"), partial(self.asides.everything, row.id, row.title)
        )
        menu.addAction(tr("I am worried about someone"), self.asides.worried)
        menu.addAction(tr("Put in the bin"), partial(self._remove, row.id, row.title))
        menu.popup(place)

    def _take_focus(self) -> None:
        """With the first answer, move the focus from where it waited to the list."""
        field = self.filter_bar.find_field
        waits = not self._is_filled and not field.words() and self.places.is_back()
        waited_at = (self, self.sheet, field.box, self.filter_bar.more, self.bring_in_button)
        if waits and QApplication.focusWidget() in waited_at:
            self.view.titles.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._is_filled = True
        if self._wants_around:  # only now: beside the list it would make that wait
            self._wants_around = False
            self._later.start()
        self.ready.emit()

    def _focus_list(self) -> None:
        """Give the focus a place when the bar that had it has gone."""
        front = self.places.front()
        there = front.first_focus() if isinstance(front, AsideView) else front
        if self.places.is_back():
            there = self.view.titles.list
        there.setFocus(Qt.FocusReason.OtherFocusReason)
