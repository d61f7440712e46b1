"""The filters and under them the people: what the page shows as a rule."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.ui.pages.people.filter_bar import FilterBar
from vcs_desktop.ui.pages.people.people_view import PeopleView
from vcs_desktop.ui.pages.people.view_model import PeopleViewModel, Seen
from vcs_desktop.ui.widgets.basics import column


class Browse(QWidget):
    """Asks for everybody and lists whoever is wanted.

    ``counted`` says how many are listed, in words; ``seen`` that there was an answer,
    with a Seen, or None where it failed.
    """

    counted = Signal(str)
    seen = Signal(object)

    def __init__(self, view_model: PeopleViewModel, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__()
        self.filter_bar = FilterBar()
        self.view = PeopleView(view_model, *asked)
        self._total = 0
        layout = column(self.filter_bar, gap=12)
        layout.put(self.view, 1)
        self.setLayout(layout)
        self.filter_bar.changed.connect(self._want)
        self.view.all_asked.connect(self._show_all)
        self.view.unlisted.connect(self.open)
        view_model.people.answered.connect(self._show)
        view_model.people.failed.connect(self._show_problem)

    def add(self) -> None:
        """Begin to add somebody; a filter would leave them out."""
        self.filter_bar.clear()
        self.view.add()

    def open(self, person_id: str) -> None:
        """Open one person; one whom the filters leave out is listed again."""
        if person_id not in self.view.listed_ids:
            self.filter_bar.clear()
        self.view.open(person_id)

    def _show(self, seen: Seen) -> None:
        self._total = len(seen.everybody)
        self.filter_bar.offer(seen.everybody)
        self._say_nobody()
        shown = self.view.show_seen(seen, self.filter_bar.wanted())
        self.seen.emit(seen)
        # Only now: had it the focus when it goes, Qt would choose where that goes.
        self.filter_bar.setVisible(bool(self._total))
        self._say_count(shown)

    def _want(self) -> None:
        self._say_nobody()
        self._say_count(self.view.want(self.filter_bar.wanted()))

    def _say_nobody(self) -> None:
        """Have words ready for a list without anybody in it."""
        if self._total:
            self.view.titles.say_nothing(
                tr("Nobody is like this"),
                tr("Look for another word, or for everybody."),
                tr("Show everybody"),
            )
            return
        self.view.titles.say_nothing(
            tr("The people of your group"),
            tr(
                "Keep who is on the committee, who helps, and how to reach them. "
                "Only people who can open this group see it."
            ),
            tr("Add a person"),
        )
        self.view.empty.offer_both()

    def _say_count(self, shown: int) -> None:
        people = tr_count("{count} person", "{count} people", self._total)
        all_of_them = shown == self._total
        said = people if all_of_them else tr("{shown} of {people}", shown=shown, people=people)
        self.counted.emit(said)

    def _show_problem(self, error: Exception) -> None:
        self.counted.emit("")
        self.view.titles.show_problem(error)
        self.seen.emit(None)

    def _show_all(self) -> None:
        if self._total:
            self.filter_bar.clear()
        else:
            self.view.add()
