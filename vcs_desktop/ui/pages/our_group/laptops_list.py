"""The laptops of the group, each with its person, when it was last heard of, and a way out."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.pages.our_group import laptops_words as words
from vcs_desktop.ui.widgets.basics import Button, button, column, label, panel, picture, row
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import short_prose

if TYPE_CHECKING:
    from datetime import date

    from vcs_desktop.services.two_laptops.lines import LaptopLine


class LaptopsList(QWidget):
    """``out_asked`` carries a laptop that is to be taken out, ``person_out_asked`` its person."""

    out_asked = Signal(object)
    person_out_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.take_out_buttons: dict[str, Button] = {}
        self._shown: object = None
        self._rows = column(gap=12)
        self.setLayout(column(panel(self._rows)))

    def show_laptops(self, laptops: "tuple[LaptopLine, ...]", today: "date", *, may: bool) -> None:
        """Show these; ``may`` says whether any can be taken out now."""
        if self._shown == (laptops, today, may):
            return  # whoever has the focus here keeps it
        self._shown = laptops, today, may
        self._rows.clear()
        self.setVisible(bool(laptops))
        self.take_out_buttons = {}
        owners = [each.owner_id for each in laptops if not each.is_removed and not each.is_this]
        for each in laptops:
            several = bool(each.owner_id) and owners.count(each.owner_id) > 1
            self._rows.put(self._row(each, today, may=may, several=several))

    def _row(self, line: "LaptopLine", today: "date", *, may: bool, several: bool) -> QWidget:
        about = words.laptop_about(line, today)
        said = column(
            label(words.laptop_title(line), "muted" if line.is_removed else "strong", wrap=True),
            label(about, "muted", wrap=True) if about else None,
            gap=0,
        )
        buttons = []
        if may and not line.is_this and not line.is_removed:
            name = words.laptop_name(line)
            out = button(tr("Take out"), "quiet", name=tr("Take out {name}", name=name))
            out.clicked.connect(partial(self.out_asked.emit, line))
            self.take_out_buttons[line.id] = out
            buttons.append(out)
            if several:
                owner = short_prose(line.owner) or tr("this person")
                buttons.append(self._all_of(line, owner))
        if buttons:
            said.put(panel(FlowLayout(*buttons)))
        beside = row(picture("laptop", "muted" if line.is_removed else "brand"), gap=12)
        beside.put(panel(said), 1)
        return panel(beside)

    def _all_of(self, line: "LaptopLine", owner: str) -> Button:
        made = button(tr("Take out all laptops of {name}", name=owner), "quiet")
        made.clicked.connect(partial(self.person_out_asked.emit, line))
        self.take_out_buttons[line.owner_id] = made
        return made
