"""Migrations of ``library.db``."""
