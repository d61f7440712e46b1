"""Runs migrations on the connection it is given, inside that connection's transaction."""

from vcs_desktop.storage.group_tables import GroupBase
from vcs_desktop.storage.migrations.steps import run

run(GroupBase.metadata)
