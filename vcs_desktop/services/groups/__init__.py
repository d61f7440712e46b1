"""The groups of this computer: made, listed, opened, locked."""

from vcs_desktop.services.groups.lines import GroupLine, GroupState, NewGroup, Opener
from vcs_desktop.services.groups.open_group import OpenGroup
from vcs_desktop.services.groups.service import GroupsService

__all__ = ["GroupLine", "GroupState", "GroupsService", "NewGroup", "OpenGroup", "Opener"]
