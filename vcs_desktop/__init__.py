"""VCS Desktop: grants, contracts, learning and records for small community groups, offline."""

__version__ = "0.1.0"
