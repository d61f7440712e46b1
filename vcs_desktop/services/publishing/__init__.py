"""Publishing a library: what would change, who checked it, signed; and what was published."""

from vcs_desktop.publishing.checking import Refused
from vcs_desktop.publishing.history import Note
from vcs_desktop.publishing.pack import Pack
from vcs_desktop.services.publishing.changing import (
    ChangeWanted,
    Holding,
    KeysChanged,
    KeysHeld,
    KeysPreview,
    Words,
)
from vcs_desktop.services.publishing.desk import Desk
from vcs_desktop.services.publishing.making import KeysMade, KeysWanted
from vcs_desktop.services.publishing.plan import Plan
from vcs_desktop.services.publishing.seen import Seen
from vcs_desktop.services.publishing.service import PublishingService
from vcs_desktop.wire.manifest import Manifest

__all__ = [
    "ChangeWanted",
    "Desk",
    "Holding",
    "KeysChanged",
    "KeysHeld",
    "KeysMade",
    "KeysPreview",
    "KeysWanted",
    "Manifest",
    "Note",
    "Pack",
    "Plan",
    "PublishingService",
    "Refused",
    "Seen",
    "Words",
]
