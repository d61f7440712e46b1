"""Runs migrations on the connection it is given, inside that connection's transaction."""

from alembic import context

from vcs_desktop.server.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()
