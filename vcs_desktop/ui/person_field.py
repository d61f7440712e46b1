"""A field to find a person of the group in: a few letters, and Enter."""

from typing import TYPE_CHECKING

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.names_typed import shared_names
from vcs_desktop.ui.finder_field import FinderField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vcs_desktop.services.people import PersonLine


class PersonField(FinderField):
    """One person of the group.

    ``picked`` carries the id of who was picked, ``new_wanted`` the name of somebody to be
    made; the field keeps that name until ``set_person`` says who they became. ``emptied``
    says that a person was taken out of the field. With ``empties`` the field is for one
    after the other: it is empty again after each.
    """

    def set_people(self, lines: "Iterable[PersonLine]") -> None:
        """Say who can be found; of those who share a name, telephone or email tell them apart."""
        lines = tuple(lines)
        names = [(line.id, line.name) for line in lines]
        shared = shared_names(names)
        notes = {line.id: line.phone or line.email for line in lines if line.id in shared}
        self.set_names(names, notes)

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
