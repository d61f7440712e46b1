"""Questions with several answers of the same sort: each on a card, and a button for one more."""

from typing import TYPE_CHECKING

from vcs_desktop.ui.pages.our_group.about_keeping import Opened
from vcs_desktop.ui.pages.our_group.about_question import Question
from vcs_desktop.ui.sight import bring_into_sight
from vcs_desktop.ui.widgets.basics import Box, Button, button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.form_field import FormField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFrame, QWidget


class SeveralQuestion(Question):
    """Keeps a card for each part, under the part's id. Subclasses fill the cards."""

    def __init__(self, opened: Opened, more: str = "") -> None:
        """``more`` are the words of the button for one more; empty is that there is none."""
        super().__init__(opened)
        self.cards: dict[str, QFrame] = {}
        self.away_buttons: dict[str, Button] = {}
        self._list: Box = column(gap=12)
        self.room.put(panel(self._list))
        self.more_button = button(more)
        self.more_button.clicked.connect(self._add_one)
        if more:
            self.room.put(panel(FlowLayout(self.more_button)))

    def fill(self, part_id: str, room: Box) -> None:
        """Put the fields of a part on its card."""
        raise NotImplementedError

    def title_of(self, part_id: str) -> str:
        """Return what stands above a part."""
        raise NotImplementedError

    def away_words(self, part_id: str) -> str:
        """Return the words of the button that takes a part away; empty is no such button."""
        return ""

    def add_card(self, part_id: str) -> None:
        """Show a card for a part."""
        room = column(gap=12)
        made = card(label(self.title_of(part_id), "heading", wrap=True), panel(room), gap=8)
        self.cards[part_id] = made
        self.fill(part_id, room)
        if words := self.away_words(part_id):
            away = button(words, "quiet", icon="x")
            away.clicked.connect(lambda: self._take_away(part_id))
            self.away_buttons[part_id] = away
            room.put(panel(FlowLayout(away)))
        self._list.put(made)

    def field(self, part_id: str, name: str) -> FormField:
        """Return one field of a part."""
        return self.fields[f"{part_id}/{name}"]

    def add_to(self, part_id: str, name: str, field: FormField, room: Box) -> None:
        """Put a field on the card of a part."""
        self.add(f"{part_id}/{name}", field, room)

    def new_id(self) -> str:
        """Return an id for a part that is new."""
        return self.opened.ids.pop(0)

    def _add_one(self) -> None:
        part_id = self.new_id()
        self.add_card(part_id)
        first = next(each for name, each in self.fields.items() if name.startswith(part_id))
        self.cards[part_id].show()
        first.take_focus()
        bring_into_sight(self.cards[part_id])

    def _take_away(self, part_id: str) -> None:
        """Take a part away; undo in the Edit menu brings it back."""
        gone = self.cards.pop(part_id)
        self.away_buttons.pop(part_id)
        for name in [each for each in self.fields if each.startswith(f"{part_id}/")]:
            del self.fields[name]
        self._focus_beside(part_id)
        self._list.removeWidget(gone)
        gone.hide()
        gone.deleteLater()
        self.edited.emit()
        self.left.emit()

    def _focus_beside(self, _part_id: str) -> None:
        left: list[QWidget] = [*self.away_buttons.values()]
        (left[-1] if left else self.more_button).setFocus()
