"""The notice of a meeting, with its agenda."""

from vcs_desktop.documents.meeting_notice.content import notice_sheet

__all__ = ["notice_sheet"]
