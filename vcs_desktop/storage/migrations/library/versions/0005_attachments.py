"""Which files go along with a published line, and whose key signed what is known of it.

Kept as SQL beside this file, so that nothing said later about the tables can
change what this made.
"""

from pathlib import Path

from vcs_desktop.storage.migrations.steps import run_sql_beside

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of attachments, and the column of who signed."""
    run_sql_beside(Path(__file__))
