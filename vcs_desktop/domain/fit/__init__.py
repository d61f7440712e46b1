"""Fit: "what can we apply for, and should we?" Pure rules, each with its source."""

RULES_VERSION = "2"
"""Raised whenever a rule changes, so that answers kept from older rules are not used."""
