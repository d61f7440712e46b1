"""The minutes of a meeting, and the list of what was promised."""

from vcs_desktop.documents.minutes.actions import ActionLine, actions_sheet
from vcs_desktop.documents.minutes.content import minutes_sheet
from vcs_desktop.documents.minutes.data import Minutes

__all__ = ["ActionLine", "Minutes", "actions_sheet", "minutes_sheet"]
