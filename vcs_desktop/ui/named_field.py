"""A field for a person of the group, or for the typed name of somebody who is not in its list."""

from typing import TYPE_CHECKING

from vcs_desktop.core.language import tr
from vcs_desktop.ui.bound_fields import one
from vcs_desktop.ui.kept_form import Bound
from vcs_desktop.ui.person_field import PersonField
from vcs_desktop.ui.widgets.form_field import FormField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from vcs_desktop.services.who import Pickable
    from vcs_desktop.ui.background import Tasks


class NamedField(PersonField):
    """Whoever is chosen is kept by their id, and any other name as it is typed.

    While somebody types, what stood there before counts: half a name is nobody.
    """

    def __init__(self, title: str, hint: str = "", *, optional: bool = False) -> None:
        super().__init__(title, hint, optional=optional)
        self._said = ""
        self._is_typed = False
        self.box.textEdited.connect(self._hear_typing)
        self.picked.connect(self._take_said)
        self.new_wanted.connect(self._take_said)

    def show_said(
        self, tasks: "Tasks", ask: "Callable[[], Iterable[Pickable]]", said: str, name: str
    ) -> None:
        """Show what is kept, which is called ``name``; ``ask`` tells who can be found."""
        self.ask_people(tasks, ask, [(said, name)] if said != name else ())
        self._said = said
        self.set_chosen(said if said != name else "")
        self.box.setText(name)
        self.box.setCursorPosition(0)

    def said(self) -> str:
        """Return the id of who was chosen, or the name that was typed; empty is nobody."""
        return self._said

    def new_words(self, name: str) -> str:
        """Return the row that offers to keep what was typed as it is."""
        return tr("Write down “{name}” as it is", name=name)

    def problem(self) -> str:
        """Return nothing: any name can be written down."""
        return ""

    def settle(self) -> None:
        """Take what is typed as it stands."""
        said = self.chosen_id() or " ".join(self.box.text().split())
        if self._is_typed and said != self._said:
            self._said = said
            self.on_edited()

    def on_left(self) -> None:
        """Take what was typed: whoever is called so, or else the words."""
        if not self._is_typed:  # also where a kept name is that of somebody in the list
            self._close()
            FormField.on_left(self)
            return
        self.settle()
        super().on_left()
        self._is_typed = not self._is_known

    def _take_said(self, said: str) -> None:
        self._said, self._is_typed = said, False
        self.on_edited()

    def _hear_typing(self) -> None:
        self._is_typed = True

    def _is_to_find(self) -> bool:
        return self._is_typed


def bound_named(field: NamedField, name: str) -> Bound:
    """Return a field that shows what is kept already, for whoever is named so in a record."""
    return Bound(field, lambda _thing: None, lambda: one(name, field.said()))
