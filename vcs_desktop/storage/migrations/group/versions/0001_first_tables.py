"""The first tables of a group's file, as they were released.

Kept as SQL beside this file, so that nothing said later about the tables can
change what this made.
"""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table, index and guard."""
    tables = Path(__file__).with_suffix(".sql").read_text("utf-8")
    for table in tables.split(";\n"):
        if table.strip():
            op.get_bind().exec_driver_sql(table)
