"""Guides: finding, reading, checking oneself, and what was done at this computer."""

from vcs_desktop.services.learning.service import LearningService

__all__ = ["LearningService"]
