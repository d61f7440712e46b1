"""One thing that is shared, as it was read, with what the window shows round it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from vcs_desktop.domain.sharing.preview import profile_said
from vcs_desktop.domain.sharing.shared import Shared

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup
    from vcs_desktop.services.records import Held
    from vcs_desktop.services.sharing import ToAgree


@dataclass(frozen=True, slots=True)
class Opened:
    """``names`` are those of people by id, ``told`` what each field of a profile would say."""

    held: "Held[Shared]"
    to_agree: "ToAgree"
    names: Mapping[str, str]
    told: Mapping[str, tuple[str, ...]]
    today: date

    @property
    def shared(self) -> Shared:
        """What is shared."""
        return self.held.thing


def read_opened(inside: "InGroup", record_id: str) -> Opened:
    """Read one thing, on the data lane.

    Raises:
        NoSuchRecord: there is none with this id.
    """
    sharing = inside.sharing
    source = sharing.source()
    return Opened(
        sharing.one(record_id),
        sharing.to_agree(record_id),
        source.names,
        profile_said(source),
        source.today,
    )
