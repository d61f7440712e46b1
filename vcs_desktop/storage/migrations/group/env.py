"""Runs migrations on the connection it is given, inside that connection's transaction."""

from alembic import context

from vcs_desktop.storage.group_tables import GroupBase

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=GroupBase.metadata,
    # SQLite can change little of a table in place: it is rebuilt under its name.
    render_as_batch=True,
    # Ours is the only transaction: a failure takes every step back.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
