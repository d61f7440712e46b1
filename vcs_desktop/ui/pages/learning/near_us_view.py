"""Training near us: what one can go to, and who teaches."""

from typing import TYPE_CHECKING

from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.along.along import Along
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.directory.view import DirectoryView

if TYPE_CHECKING:
    from vcs_desktop.services.council import DirectoryView as Found

TRAINING = "training"


class TrainingNearView(DirectoryView):
    """The directory of the county, of which only those who teach."""

    def __init__(self, services: Services, tasks: Tasks, along: Along | None = None) -> None:
        super().__init__(
            services,
            tasks,
            name=tr("Training near us"),
            about=_with_days(),
            offer=TRAINING,
            along=along,
        )

    def _show(self, found: "Found") -> None:
        self.about.setText(_with_days() if found.has_day_to_come else _without_days())
        super()._show(found)


def _with_days() -> str:
    return tr("What you can go to, and who teaches groups in the county. Ask them what else is on.")


def _without_days() -> str:
    return tr(
        "Who teaches groups in the county. We found no course with a day that is still to "
        "come, so ask them what is on."
    )
