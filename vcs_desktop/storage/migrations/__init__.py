"""How older files become like new ones. Alembic reads these folders as scripts."""
