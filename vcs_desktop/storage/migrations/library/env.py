"""Runs migrations on the connection it is given, inside that connection's transaction."""

from vcs_desktop.storage.library_tables import LibraryBase
from vcs_desktop.storage.migrations.steps import run

run(LibraryBase.metadata)
