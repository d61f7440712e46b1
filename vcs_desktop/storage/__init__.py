"""Floor 4: the local databases. SQLAlchemy lives here."""
