"""The pane that shows one grant or contract."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.domain.opportunities import OpportunityDetail
from vcs_desktop.services.choices import Choices
from vcs_desktop.ui.along.along import Along
from vcs_desktop.ui.pages.funding.contract_parts import contract_parts
from vcs_desktop.ui.pages.funding.fit_card import FitCard
from vcs_desktop.ui.pages.funding.grant_parts import grant_parts
from vcs_desktop.ui.pages.funding.list_model import chosen
from vcs_desktop.ui.pages.funding.summary_card import SummaryCard
from vcs_desktop.ui.widgets.basics import column, panel, scroll
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.source_line import SourceLine

if TYPE_CHECKING:
    from vcs_desktop.ui.along.along_card import AlongCard

# Source: the design guide. What is over sooner needs no word about it.
_SAY_LOADING_AFTER_MS = 300


class DetailPane(QWidget):
    """Empty, on its way, a problem, or everything about one.

    ``parts`` stand under the fit: for a contract, first what it is in plain
    English. ``opened`` says that a new card stands there, so that the page joins its
    signals; ``card`` is None while nothing is open.
    """

    opened = Signal()

    def __init__(self, along: Along) -> None:
        """``along`` makes the card of the files that go along with one."""
        super().__init__()
        self._along = along
        self.empty = EmptyState(
            tr("Nothing is chosen"),
            tr("Choose a grant or a contract in the list to read it here."),
            icon="list",
        )
        self.problem = EmptyState(
            tr("We could not open this"), "", tr("Try again"), icon="triangle-alert"
        )
        self.blank = QWidget()
        self.loading = EmptyState(tr("Opening it"), tr("This takes a moment."), icon="clock")
        self.area = scroll(panel(column()))
        self.area.setProperty("kind", "clear")
        self._states = QStackedLayout(self)
        for state in (self.empty, self.blank, self.loading, self.problem, self.area):
            self._states.addWidget(state)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SAY_LOADING_AFTER_MS)
        self._pause.timeout.connect(self._say_loading)
        self.card: SummaryCard | None = None
        self.fit_card: FitCard | None = None
        self.parts: list[QWidget] = []
        self.files: AlongCard | None = None
        self.detail: OpportunityDetail | None = None

    def wait(self) -> None:
        """Expect a new one: what is open stays until it comes, or until that takes long."""
        self._pause.start()

    def show_nothing(self, *, can_choose: bool) -> None:
        """Go back to the words that say what this pane is for; say nothing beside an empty list."""
        self._pause.stop()
        self.card = self.detail = None
        self._states.setCurrentWidget(self.empty if can_choose else self.blank)

    def show_detail(self, detail: OpportunityDetail) -> None:
        """Show one, from its top."""
        self._pause.stop()
        self.detail = detail
        self.card = SummaryCard(detail)
        # Queued, so that the panel has its place before it is brought into sight.
        self.card.hiding_begun.connect(self._bring_hide_panel, Qt.ConnectionType.QueuedConnection)
        inner = column(self.card, margins=(4, 4, 8, 16), gap=12)
        fit = detail.line.fit
        self.fit_card = None if fit is None else FitCard(fit, detail.judged_for)
        if self.fit_card is not None:
            inner.put(self.fit_card)
        self.parts = _parts_of(detail)
        for part in self.parts:
            inner.put(part)
        self.files = self._along.card(detail.line.record.id)
        inner.put(self.files)
        inner.put(_source_of(detail))
        inner.put(None)
        self.area.show_widget(panel(inner))
        self._states.setCurrentWidget(self.area)
        self.opened.emit()

    def show_problem(self, error: Exception) -> None:
        """Say in words why it cannot be shown."""
        self._pause.stop()
        self.card = self.detail = None
        self.problem.set_words(tr("We could not open this"), words_for(error), tr("Try again"))
        self._states.setCurrentWidget(self.problem)

    def show_choices(self, choices: Choices) -> None:
        """Say on the buttons what has been chosen."""
        if self.card is not None and self.detail is not None:
            self.card.show_choices(chosen(self.detail.line, choices))

    def _bring_hide_panel(self) -> None:
        if self.card is not None:
            self.area.ensureWidgetVisible(self.card.hide_panel)

    def _say_loading(self) -> None:
        self._states.setCurrentWidget(self.loading)


def _source_of(detail: OpportunityDetail) -> QWidget:
    own = detail.call.url if detail.call else detail.notice.url if detail.notice else ""
    return SourceLine(detail.provenance, own)


def _parts_of(detail: OpportunityDetail) -> list[QWidget]:
    if detail.notice is not None:
        return contract_parts(detail, detail.notice)
    return grant_parts(detail.call) if detail.call is not None else []
