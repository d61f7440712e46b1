"""One row of a spreadsheet: what would be kept of it, what stays out, and what is done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.services.people_import import PreviewRow
from vcs_desktop.ui.bring_in.manner import RowShown
from vcs_desktop.ui.pages.people import words
from vcs_desktop.ui.pages.people.bring_in.words import (
    Decisions,
    choices_of,
    decided,
    if_merged_words,
    same_as_words,
)
from vcs_desktop.ui.widgets.basics import Item, card, column, label, panel, picture, row
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.prose import prose, short_prose


class RowCard(RowShown):
    """``decided`` carries the number of the row, and what is to be done with it."""

    decided = Signal(int, str)

    def __init__(self, row_shown: PreviewRow, decisions: Decisions) -> None:
        super().__init__()
        self.row = row_shown
        person = row_shown.person
        number = label(tr("Row {row}", row=row_shown.number), "muted", wrap=True)
        items: list[Item] = [number]
        self.choice = ChoiceField(tr("What to do with this row"), tuple(choices_of(row_shown)))
        if person is not None:
            items = [label(short_prose(person.name), "title", wrap=True), number]
            items += [self._alike(), self.choice, self._facts()]
            self.choice.choose(decided(row_shown, decisions).value)
            self.choice.edited.connect(self._tell)
        items += [_warning(each) for each in row_shown.problems]
        self.setLayout(column(card(*items, gap=10)))

    def _alike(self) -> Item:
        same_as = self.row.same_as
        if same_as is None:
            return column(gap=0)
        lines = [prose(same_as_words(self.row))]
        if same_as.adds_nothing:
            lines.append(label(tr("Everything in this row is there already."), "muted", wrap=True))
        if same_as.left_behind:
            lines.append(prose(if_merged_words(self.row)))
        lines += [prose(each, "muted") for each in same_as.left_behind]
        return card(*lines, kind="info", gap=6)

    def _facts(self) -> QWidget:
        person = self.row.person
        if person is None:
            return QWidget()
        return FactGrid(
            (
                (tr("Phone"), person.phone),
                (tr("Email"), person.email),
                (tr("Address"), person.address),
                (tr("Roles"), "\n".join(words.role_words(each) for each in person.roles)),
                (tr("Skills"), ", ".join(person.skills)),
                (tr("In an emergency, call"), words.emergency_words(person.emergency)),
                (tr("DBS check"), words.dbs_words(person.dbs)),
                (tr("What they need to take part"), person.access_needs),
                (tr("Notes"), person.notes),
            )
        )

    def _tell(self) -> None:
        self.decided.emit(self.row.number, self.choice.chosen_id())


def _warning(problem: str) -> QWidget:
    line = row(picture("triangle-alert", "warn"), gap=10)
    line.put(prose(problem), 1)
    return panel(line)
