"""A page with one of everything, so that the frame can be tested before and beside real pages."""

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QLineEdit, QListView

from vcs_desktop.domain.fit.result import Answer, Reason
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel, row, scroll
from vcs_desktop.ui.widgets.chips import Chip
from vcs_desktop.ui.widgets.choice import Choice
from vcs_desktop.ui.widgets.drop_zone import DropZone
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.fold import Fold
from vcs_desktop.ui.widgets.list_detail import ListDetail
from vcs_desktop.ui.widgets.reasons_list import ReasonsList
from vcs_desktop.ui.widgets.undo_bar import UndoBar

_WHAT = (
    "Small grants for groups that cook, share food or keep a warm room open to everyone "
    "this winter. You can ask for equipment, room hire, training or volunteer expenses."
)
_FACTS = (
    ("How much", "£500 to £5,000"),
    ("Closes", "Friday 4 December 2026"),
    ("Who decides", "Cherwell Vale Community Fund"),
    ("You hear by", "about Friday 29 January 2027"),
)
_REASONS = (
    Reason(
        "documents",
        Answer.UNKNOWN,
        "Check your safeguarding policy",
        "They ask for one reviewed in the last 12 months. Yours was reviewed 14 months ago.",
    ),
    Reason(
        "income",
        Answer.MEETS,
        "Your income is under their limit",
        "They fund groups with an income under £100,000. Your last accounts show £18,400.",
    ),
    Reason(
        "area",
        Answer.FAILS,
        "They do not fund your area",
        "They fund groups in Banbury. You told us that you work in Oxford.",
    ),
)


class DemoPage(Page):
    """Shows a list with a detail, filters, a field, facts, reasons and a fold."""

    def __init__(self) -> None:
        super().__init__("Funding", "6 you can look at, those that fit you best first")
        self.add_actions(
            button("Print list", "quiet", icon="printer"),
            button("Committee sheet", icon="file-text"),
        )
        self.visits = 0
        self.asked: list[str] = []
        self.shown_things: list[str] = []
        self.chips = [Chip(words) for words in ("Grants", "Contracts to bid for", "Closing soon")]
        self.chips[0].setChecked(True)
        self.order = Choice("Sort by", [("fit", "How well it fits"), ("date", "Closing date")])
        self.name_field = QLineEdit()
        self.list = QListView()
        self.list.setAccessibleName("Grants and contracts")
        self.list.setModel(QStringListModel([f"Grant number {number}" for number in range(40)]))
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.list_detail = ListDetail(self.list, scroll(panel(self._detail())))
        self.undo_bar = UndoBar()
        field = row(label("Name on the sheet", buddy=self.name_field), self.name_field, None)
        self.body.put(panel(FlowLayout(*self.chips)))
        self.body.put(row(self.order, None))
        self.body.put(field)
        self.body.put(self.list_detail, 1)
        self.body.put(self.undo_bar)

    def shown(self) -> None:
        self.visits += 1
        self.ready.emit()

    def ask(self, words: str) -> None:
        self.asked.append(words)

    def show_thing(self, thing_id: str) -> None:
        self.shown_things.append(thing_id)

    def find_here(self) -> QLineEdit:
        return self.name_field

    def _detail(self):
        self.reasons = ReasonsList(_REASONS)
        self.fold = Fold("4 you cannot apply for")
        self.fold.content.put(label("Village hall repairs and access", wrap=True))
        self.drop_zone = DropZone("Drop a file with grants or contracts here, or add one.")
        main = card(
            label("Community kitchens and warm spaces", "title", wrap=True),
            label(_WHAT, wrap=True),
            FactGrid(_FACTS),
            row(button("Keep", icon="bookmark", name="Keep this grant"), None),
            gap=12,
        )
        why = card(label("Find out first: 2 things", "heading", wrap=True), self.reasons, gap=11)
        return column(main, why, self.fold, self.drop_zone, None, margins=(4, 4, 8, 16), gap=12)
