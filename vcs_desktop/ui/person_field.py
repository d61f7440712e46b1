"""A field to find a person of the group in: a few letters, and Enter."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.names_typed import Matches, NameFinder, shared_names
from vcs_desktop.ui.finder_field import FinderField
from vcs_desktop.ui.question import Question

if TYPE_CHECKING:
    from vcs_desktop.services.people import PersonLine
    from vcs_desktop.services.who import Pickable
    from vcs_desktop.ui.background import Tasks


@dataclass(frozen=True, slots=True)
class _Everybody:
    """Who can be found, made ready away from the window."""

    names: Mapping[str, str]
    notes: Mapping[str, str]
    finder: NameFinder


class PersonField(FinderField):
    """One person of the group.

    ``picked`` carries the id of who was picked, ``new_wanted`` the name of somebody to be
    made; the field keeps that name until ``set_person`` says who they became. ``emptied``
    says that a person was taken out of the field. With ``empties`` the field is for one
    after the other: it is empty again after each.
    """

    _ask: "Callable[[], Iterable[Pickable]] | None" = None
    _question: Question | None = None
    _is_known, _is_awaited, _is_entered, _is_opened = True, False, False, False

    def set_people(self, lines: "Iterable[PersonLine]") -> None:
        """Say who can be found; of those who share a name, telephone or email tell them apart."""
        lines = tuple(lines)
        names = [(line.id, line.name) for line in lines]
        shared = shared_names(names)
        notes = {line.id: line.phone or line.email for line in lines if line.id in shared}
        self.set_names(names, notes)

    def ask_people(
        self,
        tasks: "Tasks",
        ask: "Callable[[], Iterable[Pickable]]",
        known: Iterable[tuple[str, str]] = (),
    ) -> None:
        """Have it asked who can be found, on the data lane, when somebody comes to the field.

        ``known`` are the (id, name) of those whom it can show before.
        """
        self.set_names(known)
        self._ask, self._is_known = ask, False
        self._question = Question(tasks, self)
        self._question.answered.connect(self._meet_everybody)
        self._question.failed.connect(self._tell_not_asked)

    def person_id(self) -> str:
        """Return the id of who is in the field; empty is nobody."""
        return self.chosen_id()

    def set_person(self, person_id: str) -> None:
        """Show somebody who is kept; an empty id is nobody."""
        self.set_chosen(person_id)

    def list_words(self) -> str:
        """Return what a screen reader calls the list of those who match."""
        return tr("People who match")

    def new_words(self, name: str) -> str:
        """Return the row that offers what was typed as a new person."""
        return tr("Add “{name}” as a new person", name=name)

    def not_chosen_words(self) -> str:
        """Return what is wrong when letters were typed and nobody was chosen."""
        return tr("Choose a person from the list, or add a new one.")

    def count_words(self, count: int, shown: int) -> str:
        """Return how many match."""
        if not count:
            return tr("Nobody matches.")
        if count > shown:
            return tr("{count} people match. Type more letters.", count=count)
        return tr_count("{count} person matches.", "{count} people match.", count)

    def matching(self, typed: str, most: int) -> Matches:
        """Return who matches, or with the arrow down those who stand first."""
        is_opened, self._is_opened = self._is_opened, False
        return (
            self._finder.first(most) if is_opened and not typed else super().matching(typed, most)
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask who can be found when somebody comes to the field."""
        if event.type() == QEvent.Type.FocusIn and watched in self._stops:
            self._look_who_is_there()
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        """Take the first who matches as soon as it is known who is there.

        The arrow down in the empty field shows who is there.
        """
        if self._is_awaited and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._is_entered = True
            return True
        is_down = event.key() == Qt.Key.Key_Down and not self.box.text()
        if is_down and not self.list.isVisibleTo(self):
            self._is_opened = True
            self._look()
            return True
        return super()._press(event)

    def _look(self) -> None:
        """Show who matches; nobody is said to be missing before it is known who is there."""
        self._is_entered = False
        self._look_who_is_there()
        if not self._is_awaited:
            super()._look()

    def _look_who_is_there(self) -> None:
        ask, question = self._ask, self._question
        if ask is None or question is None or self._is_known or self._is_awaited:
            return
        self._is_awaited = True
        known = dict(self._names)
        question.ask(lambda: _everybody(known, ask()))

    def _meet_everybody(self, found: _Everybody) -> None:
        self._is_known, self._is_awaited = True, False
        self.set_error("")
        self._names, self._notes, self._finder = found.names, found.notes, found.finder
        is_entered = self._is_entered
        if not self._is_to_find() and not self._is_opened:
            return
        self._look()
        if is_entered:
            self._take(self.list.currentIndex().row())
        elif not self.box.hasFocus():
            self.on_left()

    def _is_to_find(self) -> bool:
        """Say whether what stands in the field is yet to be found."""
        return self.box.text().strip() != self._names.get(self._chosen_id, "")

    def _tell_not_asked(self, error: Exception) -> None:
        """Say why nobody can be found; whoever comes back, or types on, asks again."""
        self._is_awaited = False
        self.set_error(words_for(error))


def _everybody(known: Mapping[str, str], people: "Iterable[Pickable]") -> _Everybody:
    people = tuple(people)
    names = {each.id: each.name for each in people}
    shared = shared_names(names.items())
    notes = {each.id: each.reach for each in people if each.id in shared}
    finder = NameFinder(names.items())
    finder.prepare()
    return _Everybody({**known, **names}, notes, finder)
