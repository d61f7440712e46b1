"""A part of an open application that is one form, made anew when another one is opened."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vcs_desktop.ui.focus_in_sight import FocusInSight
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.one_at_a_time import OneAtATime
from vcs_desktop.ui.pages.applications.part import ApplicationPart
from vcs_desktop.ui.pages.applications.same_place import go_to_place, place_of_focus
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import Box, button, column, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable

    from vcs_desktop.services.in_group import InGroup
    from vcs_desktop.ui.kept_form import KeptForm


class FormPart(ApplicationPart):
    """Reads the application each time it is shown; what is half written stays.

    Subclasses make the forms of what was read, and show what changed in them.
    """

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.forms: tuple[KeptForm, ...] = ()
        # Where the focus goes once an act that takes its own button away has been done.
        self.go_on: Callable[[], None] | None = None
        self._made_of: object = None
        self._is_own = False
        self._room: Box = column()
        self._opened = Question(self.tasks, self)
        self._acts = Latest(self.tasks, self)
        self._adding = OneAtATime(self.tasks, self)
        self.next_button = button("")
        self._foot = panel(FlowLayout(self.next_button))
        self._foot.hide()
        self.setLayout(column(panel(self._room), self._foot, None, gap=12))
        self.next_button.clicked.connect(self.next_asked)
        FocusInSight(self)
        self._opened.answered.connect(self._show)
        self._opened.failed.connect(self.failed)
        self.session.changed.connect(self.shown)

    def shown(self) -> None:
        """Ask for the application as it is kept."""
        application_id = self.application_id
        if application_id:
            self._opened.ask(lambda: self.read(application_id))

    def put_away(self) -> None:
        """Keep what is half written."""
        for form in self.forms:
            form.put_away()

    def read(self, application_id: str) -> Any:
        """Return what the part is made of; called on the data lane."""
        raise NotImplementedError

    def made_of(self, opened: Any) -> object:
        """Return what the part has to be made anew for, when it changes."""
        raise NotImplementedError

    def make(self, opened: Any) -> QWidget:
        """Return the part's inside, and put its forms into ``forms``."""
        raise NotImplementedError

    def _show(self, opened: Any) -> None:
        made_of = (self.application_id, self.made_of(opened))
        if not self._is_settled():
            return
        if self._made_of is not None and (made_of == self._made_of or self._is_own):
            # The fields say it already, and somebody may be typing in them.
            self._is_own, self._made_of = False, made_of
            return
        self._is_own, self._made_of = False, made_of
        place = place_of_focus(self)
        self._room.clear()
        inside = self.make(opened)
        for form in self.forms:
            form.kept.connect(self._hear_kept)
        self._room.put(inside)
        inside.show()
        self.next_button.setText(self.words_after)
        self._foot.setVisible(bool(self.words_after))
        self.made_anew()
        going, self.go_on = self.go_on, None
        if going is not None:
            going()
        if place is not None and place_of_focus(self) is None:
            go_to_place(self, place)

    def stale(self) -> None:
        """Have it made anew the next time it is shown, whatever was kept."""
        self._made_of, self._is_own = None, False

    def made_anew(self) -> None:
        """Give the focus a place again, where an act of the part had it made anew."""

    def act(
        self,
        work: "Callable[[InGroup], Any]",
        words: str = "",
        *,
        kept: "Callable[[], Any] | None" = None,
        is_adding: bool = False,
    ) -> None:
        """Do something to the records, say so in words, and have the part made anew.

        ``kept`` is called as soon as it is done. What adds something is not done again while it
        is being done.
        """

        def then(_outcome: object) -> None:
            if kept is not None:
                kept()
            self.stale()
            self.acted.emit()
            if words:
                self.undo_offered.emit(words, self._undo)
            self.shown()

        self.put_away()
        do = self._adding.do if is_adding else self._acts.ask_too
        do(lambda: work(self.services.space.inside()), then=then, otherwise=self.failed.emit)

    def _undo(self) -> None:
        self.act(lambda inside: inside.records.undo())

    def _is_settled(self) -> bool:
        """Say whether all that was typed is kept; if not, this is asked for again then."""
        return all(form.autosave.is_settled for form in self.forms)

    def _hear_kept(self, _held: object) -> None:
        self._is_own = True
        self.acted.emit()
        self.shown()
