"""Publishing a library: what would change, who checked it, signed; and what was published."""

from vcs_desktop.services.publishing.desk import Desk
from vcs_desktop.services.publishing.making import KeysMade, KeysWanted
from vcs_desktop.services.publishing.plan import Plan
from vcs_desktop.services.publishing.seen import Seen
from vcs_desktop.services.publishing.service import PublishingService

__all__ = ["Desk", "KeysMade", "KeysWanted", "Plan", "PublishingService", "Seen"]
