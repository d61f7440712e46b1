"""One origin of what is in the library: whose, how old, how much."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.library import STARTER
from vcs_desktop.ui.pages.library.words import about, by_kind, facts_of, title_of
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.fold import Fold
from vcs_desktop.ui.widgets.prose import prose

if TYPE_CHECKING:
    from vcs_desktop.services.library import OriginHeld


class OriginCard(QWidget):
    """Says of an origin what a person may ask; what it holds by kind is in a fold.

    ``removal_asked`` carries the OriginHeld that is to go: one that others publish.
    """

    removal_asked = Signal(object)

    def __init__(self, origin: "OriginHeld") -> None:
        super().__init__()
        self.origin = origin
        title = title_of(origin)
        self.late = label(
            tr("It should have been replaced by now, so it may be out of date."), "warn", wrap=True
        )
        self.kinds = Fold(tr("What is in it"))
        self.kinds.button.setAccessibleName(tr("What is in it: {library}", library=title))
        self.kinds.content.put(FactGrid(by_kind(origin.counts)))
        self.remove_button = button(
            tr("Remove"), "quiet", icon="trash-2", name=tr("Remove {library}", library=title)
        )
        self._removing = panel(FlowLayout(self.remove_button))
        self.remove_button.clicked.connect(lambda: self.removal_asked.emit(origin))
        self.setLayout(
            column(
                card(
                    prose(title, "heading"),
                    label(about(origin), "muted", wrap=True),
                    FactGrid(facts_of(origin)),
                    self.late,
                    self.kinds,
                    self._removing,
                )
            )
        )
        # Only now: a widget that is shown before it has a parent flashes up as a window.
        self.kinds.setVisible(bool(origin.counts))
        self.late.setVisible(origin.is_late)
        self._removing.setVisible(origin.name != STARTER)
