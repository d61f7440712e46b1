"""Training near us: what one can go to, and who teaches."""

from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.directory.view import DirectoryView

TRAINING = "training"


class TrainingNearView(DirectoryView):
    """The directory of the county, of which only those who teach."""

    def __init__(self, services: Services, tasks: Tasks) -> None:
        super().__init__(
            services,
            tasks,
            name=tr("Training near us"),
            about=tr(
                "Days to keep in mind, and who teaches groups in the county. We found no course "
                "with a day that is still to come, so ask them what is on."
            ),
            offer=TRAINING,
        )
