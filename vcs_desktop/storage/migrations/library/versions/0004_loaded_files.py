"""Which files a person here loaded, and which records each of them told of.

Kept as SQL beside this file, so that nothing said later about the tables can
change what this made.
"""

from pathlib import Path

from vcs_desktop.storage.migrations.steps import run_sql_beside

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of loaded files."""
    run_sql_beside(Path(__file__))
