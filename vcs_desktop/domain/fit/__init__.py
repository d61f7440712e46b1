"""Fit: "what can we apply for, and should we?" Pure rules, each with its source."""
