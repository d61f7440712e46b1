"""What the cards of the page have in common."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.history.dialog import HistoryButton
from vcs_desktop.ui.history.two_versions import TwoVersions
from vcs_desktop.ui.person_field import PersonField
from vcs_desktop.ui.widgets.basics import Button, button
from vcs_desktop.ui.widgets.prose import short_prose

if TYPE_CHECKING:
    from vcs_desktop.domain.fold import Folded
    from vcs_desktop.services.who import Pickable
    from vcs_desktop.ui.pages.volunteers.list_part import ListPart


def history_button(part: "ListPart", record_id: str, title: str) -> Button:
    """Return the button that opens the history of a record."""
    made = HistoryButton(part.services, part.tasks, part.session)
    made.set_record(record_id, title)
    return made


def bin_button(title: str) -> Button:
    """Return the button that puts a record in the bin."""
    name = tr("Put {name} in the bin", name=short_prose(title))
    return button(tr("Put in the bin"), "quiet", icon="trash-2", name=name)


def versions_above(part: "ListPart", record: "Folded") -> list[QWidget]:
    """Return what has to be settled in a record, to stand above its card."""
    if not (record.choices or record.returned):
        return []
    made = TwoVersions(part.services, part.tasks, part.session)
    made.show_versions(record.id)
    return [made]


def find_everybody(field: PersonField, part: "ListPart", *known: tuple[str, str]) -> None:
    """Let a field find everybody in the group; of ``known`` it says the names before."""

    def ask() -> "list[Pickable]":
        from vcs_desktop.services.who import to_pick_from

        return to_pick_from(part.services.space.inside().records)

    field.ask_people(part.tasks, ask, known)
