"""The applications of an open group: begun, answered, put in order."""

from vcs_desktop.services.applications.lines import ApplicationLine, NextDate
from vcs_desktop.services.applications.reading import OpenApplication
from vcs_desktop.services.applications.service import ApplicationsService

__all__ = ["ApplicationLine", "ApplicationsService", "NextDate", "OpenApplication"]
