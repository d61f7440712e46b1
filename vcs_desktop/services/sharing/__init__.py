"""What a group shares with the council: drafts, what was agreed, the outbox and the replies."""

from vcs_desktop.services.sharing.service import SharedLine, SharingService, ToAgree

__all__ = ["SharedLine", "SharingService", "ToAgree"]
