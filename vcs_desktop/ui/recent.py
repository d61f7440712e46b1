"""Notes what was opened, so that Home and the search can offer it again."""

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks


def note_opened(services: Services, tasks: Tasks, record_id: str) -> None:
    """Remember a record as the one that was opened last.

    Where that cannot be written down, nobody is told: nothing that was asked for is lost.
    """
    tasks.run(
        lambda: services.choices.look_at(record_id),
        then=_go_on,
        otherwise=_go_on,
    )


def _go_on(_result: object) -> None:
    """Nothing that is on the screen changes."""
