"""What makes the card of a record's files, for whichever page shows the record."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.widgets.basics import column, panel

if TYPE_CHECKING:
    from vcs_desktop.ui.along.along_card import AlongCard
    from vcs_desktop.ui.updates.updates import Updates


@dataclass(frozen=True, slots=True)
class Along:
    """Asks services for files; ``updates`` gets those that are missing, None where none does."""

    services: Services
    tasks: Tasks
    updates: "Updates | None" = None

    def card(self, record_id: str) -> "AlongCard":
        """Return the card of a record's files, which shows itself only where there are any."""
        from vcs_desktop.ui.along.along_card import AlongCard

        return AlongCard(self.services, self.tasks, self.updates, record_id)

    def under(self, shown: QWidget, record_id: str) -> QWidget:
        """Return what shows a record, with its files under it."""
        return panel(column(shown, self.card(record_id), gap=10))
