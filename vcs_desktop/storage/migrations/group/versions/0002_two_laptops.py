"""How a group's laptops exchange their changes: keys, what was given and what has arrived.

Kept as SQL beside this file, so that nothing said later about the tables can
change what this made.
"""

from pathlib import Path

from vcs_desktop.storage.migrations.steps import run_sql_beside

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of the exchange."""
    run_sql_beside(Path(__file__))
