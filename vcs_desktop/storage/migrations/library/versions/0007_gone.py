"""What was taken out of a library, so that people are told of it.

Kept as SQL beside this file, so that nothing said later about the tables can
change what this made.
"""

from pathlib import Path

from vcs_desktop.storage.migrations.steps import run_sql_beside

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    run_sql_beside(Path(__file__))
