"""Measures how quick the app is, each time against a floor measured in the same run."""
