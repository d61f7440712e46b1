"""The ways from the list of people to what is shown in its place for a while, and back."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer

from vcs_desktop.core.language import sentences
from vcs_desktop.services.about_person import Gone
from vcs_desktop.services.people_import import ImportDone
from vcs_desktop.ui.bring_in.source import DropsOn
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.pages.people.aside_view import AsideView
from vcs_desktop.ui.pages.people.bring_in.view import BringInView
from vcs_desktop.ui.pages.people.bring_in.words import done_words
from vcs_desktop.ui.pages.people.duplicates_view import DuplicatesView
from vcs_desktop.ui.pages.people.everything_view import EverythingView
from vcs_desktop.ui.pages.people.opened import NEW
from vcs_desktop.ui.pages.people.review_view import ReviewView
from vcs_desktop.ui.pages.people.worried_view import WorriedView
from vcs_desktop.ui.pages.people.write_to.view import WriteToView

if TYPE_CHECKING:
    from vcs_desktop.ui.pages.people.page import PeoplePage

BRING_IN, PAIRS, REVIEW, EVERYTHING = "bring-in", "pairs", "review", "everything"
WRITE_TO, WORRIED = "write-to", "worried"


class Asides(QObject):
    """Makes them when they are first wanted, and joins them to the page."""

    def __init__(self, page: "PeoplePage", *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(page)
        self._page = page
        self._asked = asked
        places = page.places
        places.add(BRING_IN, self._make_bring_in)
        places.add(PAIRS, partial(self._make, DuplicatesView))
        places.add(REVIEW, partial(self._make, ReviewView))
        places.add(EVERYTHING, self._make_everything)
        places.add(WRITE_TO, partial(self._make, WriteToView))
        places.add(WORRIED, partial(self._make, WorriedView))
        self._drops = DropsOn(page)
        self._drops.dropped.connect(self._take_file)

    def bring_in(self) -> None:
        """Begin to bring people in."""
        view = self._go(BRING_IN)
        if isinstance(view, BringInView):
            view.begin()

    def pairs(self) -> None:
        """Show who may be here twice."""
        self._open(PAIRS)

    def review(self) -> None:
        """Show whom to look at again."""
        self._open(REVIEW)

    def years(self) -> None:
        """Show how long details are kept, also while there is nobody to look at again."""
        self._open(REVIEW)
        view = self._page.places.front()
        if isinstance(view, ReviewView):
            view.open_years()
            # Only when the choices are laid out: under the list there is little room for them.
            QTimer.singleShot(0, view, partial(self._page.bring_to_top, view.years))

    def everything(self, person_id: str, name: str) -> None:
        """Show what can be done with everything about somebody."""
        view = self._go(EVERYTHING)
        if isinstance(view, EverythingView):
            view.open(person_id, name)
            view.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def write_to(self) -> None:
        """Begin to write to whomever the list shows."""
        browse = self._page.browse
        ids = [each for each in browse.view.listed_ids if each != NEW]
        view = self._go(WRITE_TO)
        if isinstance(view, WriteToView):
            view.open(ids, is_some=browse.filter_bar.is_on())
            view.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def write_to_list(self, whom: str) -> None:
        """Begin to write to a list that another page has chosen."""
        view = self._go(WRITE_TO)
        if isinstance(view, WriteToView):
            view.open_list(whom)
            view.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def worried(self) -> None:
        """Show what the group does when somebody is worried about a person."""
        self._open(WORRIED)

    def _open(self, name: str) -> None:
        view = self._go(name)
        view.shown()
        if isinstance(view, AsideView):
            view.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, name: str) -> GroupPart:
        self._page.view.close_form()
        return self._page.places.go(name)

    def _take_file(self, path: Path) -> None:
        view = self._go(BRING_IN)
        if isinstance(view, BringInView):
            view.read(path)

    def _make(self, kind: type[AsideView]) -> GroupPart:
        made = kind(*self._asked)
        made.back_asked.connect(self._go_back)
        made.acted.connect(self._page.acts.tell_acted)
        made.person_asked.connect(self._page.show_thing)
        return made

    def _make_everything(self) -> GroupPart:
        made = self._make(EverythingView)
        if isinstance(made, EverythingView):
            made.erased.connect(self._tell_gone)
        return made

    def _make_bring_in(self) -> GroupPart:
        made = BringInView(*self._asked)
        made.back_asked.connect(self._go_back)
        made.taken_in.connect(self._tell_taken_in)
        return made

    def _tell_taken_in(self, done: ImportDone) -> None:
        if done.added or done.merged:
            self._page.acts.tell_acted(done_words(done))
            if done.added_ids:
                self._page.browse.open(done.added_ids[0])

    def _tell_gone(self, gone: Gone) -> None:
        page = self._page
        page.places.go_back()
        page.acts.tell_acted("")
        lines = [each.title for each in gone.still_named]
        page.message.tell(sentences(gone.said, *lines), "info")
        self._focus_list()

    def _go_back(self) -> None:
        self._page.places.go_back()
        self._page.view_model.look()
        self._page.view_model.look_around()
        self._focus_list()

    def _focus_list(self) -> None:
        self._page.view.titles.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
