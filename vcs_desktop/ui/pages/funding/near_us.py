"""Who has been funded near us: a few figures, the funders, and the awards themselves."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStackedLayout, QTableView, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain import money
from vcs_desktop.ui.along.along import Along
from vcs_desktop.ui.pages.funding.award_table import (
    AMOUNT,
    FUNDER,
    TITLE,
    WHEN,
    WHERE,
    AwardTableModel,
)
from vcs_desktop.ui.pages.funding.near_us_view_model import NearUsViewModel
from vcs_desktop.ui.sight import RowInSight
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.words_field import WordsField

if TYPE_CHECKING:
    from vcs_desktop.services.funding import FundedNearUs

_FUNDERS_SHOWN = 3
# In logical pixels at 100 % text: below this a column is left out.
_COLUMNS_FROM = {WHERE: 900, TITLE: 700, FUNDER: 540}
_NARROW = 480


class NearUs(QWidget):
    """Awards near the group. ``back_asked`` takes the person back to the list."""

    back_asked = Signal()
    load_asked = Signal()

    def __init__(self, view_model: NearUsViewModel, along: Along) -> None:
        super().__init__()
        self._view_model = view_model
        self._along = along
        self._files = column()
        self._award_id = ""
        self.back_button = button(tr("Back to grants and contracts"), "quiet", icon="arrow-left")
        self.find_field = WordsField(tr("Place or funder"), tr("Such as Cherwell"))
        self.where = label("", "muted", wrap=True)
        self.facts = FactGrid()
        self.awards = QTableView()
        self._model = AwardTableModel(self)
        self.awards.setModel(self._model)
        RowInSight(self.awards)
        self.empty = EmptyState(
            tr("Looking for awards"), tr("This takes a moment."), icon="map-pin"
        )
        self._found = QWidget(self)
        self._states = QStackedLayout(self._found)
        self._states.addWidget(self.empty)
        self._states.addWidget(self.awards)
        self._lay()
        self._dress_table()
        self._connect()

    def begin(self) -> None:
        """Come into sight and look."""
        self.look()
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def look(self) -> None:
        """Look for what the box says, or near the group when it is empty."""
        self._view_model.find(self.find_field.words())

    def show_award(self, award_id: str) -> None:
        """Show one award among what its funder has given."""
        self._award_id = award_id
        self._view_model.find_with(award_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the columns that there is no room for, and put the field under its name."""
        super().resizeEvent(event)
        for place, least in _COLUMNS_FROM.items():
            self.awards.setColumnHidden(place, self.width() < look.px(least))
        self.find_field.set_narrow(self.width() < look.px(_NARROW))

    def _lay(self) -> None:
        body = column(
            panel(FlowLayout(self.back_button)),
            label(tr("Who has been funded near us"), "title", wrap=True),
            self.where,
            panel(FlowLayout(self.find_field)),
            self.facts,
            gap=8,
        )
        body.put(self._found, 1)
        body.put(panel(self._files))
        self.setLayout(body)

    def _dress_table(self) -> None:
        self.awards.setAccessibleName(tr("Awards near us"))
        self.awards.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.awards.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.awards.setTabKeyNavigation(False)
        self.awards.setWordWrap(True)
        self.awards.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.awards.verticalHeader().hide()
        header = self.awards.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for place in (WHEN, AMOUNT):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        rows = self.awards.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._scale()
        look.changed.connect(self._scale)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back_asked)
        self.find_field.asked.connect(self.look)
        self.empty.button.clicked.connect(self.load_asked)
        self.awards.selectionModel().currentRowChanged.connect(self._show_files)
        self._view_model.found.connect(self._show)
        self._view_model.found_with.connect(self._show_with)
        self._view_model.failed.connect(self._show_problem)

    def _show(self, near: "FundedNearUs") -> None:
        self._model.show_awards(near.awards)
        self._files.clear()
        self.where.setText(_where(near))
        self.where.setVisible(bool(near.awards))
        self.facts.set_facts(_facts(near))
        self.facts.setVisible(bool(near.awards))
        if near.awards:
            self._states.setCurrentWidget(self.awards)
            return
        self.empty.set_words(
            tr("No awards found {where}", where=near.where),
            tr(
                "We look through published lists of grants and contracts already given. "
                "You can add such a list from a file, or try another place."
            ),
            tr("Add from a file"),
        )
        self._states.setCurrentWidget(self.empty)

    def _show_files(self, now: QModelIndex) -> None:
        """Show the files of the award under the hand, where it has any."""
        self._files.clear()
        if award_id := self._model.id_at(now.row()):
            self._files.put(self._along.card(award_id))

    def _show_with(self, near: "FundedNearUs") -> None:
        self.find_field.set_words(near.words)
        self._show(near)
        self.awards.selectRow(self._model.row_of(self._award_id))
        self.awards.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_problem(self, error: Exception) -> None:
        self.facts.hide()
        self.empty.set_words(tr("We could not look"), words_for(error))
        self._states.setCurrentWidget(self.empty)

    def _scale(self) -> None:
        self.awards.verticalHeader().setMinimumSectionSize(look.px(36))
        self.awards.setMinimumHeight(look.px(180))


def _where(near: "FundedNearUs") -> str:
    found = tr_count(
        "{count} award {where}.", "{count} awards {where}.", near.total, where=near.where
    )
    listed = len(near.awards)
    if near.total <= listed:
        return found
    shown = tr_count("The newest {count} is listed.", "The newest {count} are listed.", listed)
    return f"{found} {shown}"


def _facts(near: "FundedNearUs") -> list[tuple[str, str]]:
    summary = near.summary
    if summary.median_pence is None or summary.least_pence is None or summary.most_pence is None:
        return []
    funders = ", ".join(
        f"{line.name} ({line.count:,})" for line in summary.funders[:_FUNDERS_SHOWN]
    )
    return [
        (tr("The middle amount"), money.in_pounds(summary.median_pence)),
        (tr("From least to most"), money.range_in_pounds(summary.least_pence, summary.most_pence)),
        (tr("Who funded most often"), funders),
    ]
