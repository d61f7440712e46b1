"""The index of titles is tidied after a load and no more while it is on its way.

Kept as SQL beside this file, so that nothing said later about the tables can
change what this made.
"""

from pathlib import Path

from vcs_desktop.storage.migrations.steps import run_sql_beside

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Say so to the index."""
    run_sql_beside(Path(__file__))
