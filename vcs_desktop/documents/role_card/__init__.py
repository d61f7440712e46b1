"""A volunteer role as a notice for the board."""

from vcs_desktop.documents.role_card.content import RoleCard, text_of
from vcs_desktop.documents.role_card.files import write_role_card

__all__ = ["RoleCard", "text_of", "write_role_card"]
