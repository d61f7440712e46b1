"""What the migrations of both sorts of file share. Released ones stand on it: it stays as it is."""

from pathlib import Path

from alembic import context, op
from sqlalchemy import MetaData


def run(metadata: MetaData) -> None:
    """Run the migrations that are asked for, inside the caller's transaction."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=metadata,
        # SQLite can change little of a table in place: it is rebuilt under its name.
        render_as_batch=True,
        # Ours is the only transaction: a failure takes every step back.
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def run_sql_beside(script: Path) -> None:
    """Run the statements in the SQL file of a migration's name; each ends at a line's end."""
    for statement in script.with_suffix(".sql").read_text("utf-8").split(";\n"):
        if statement.strip():
            op.get_bind().exec_driver_sql(statement)
