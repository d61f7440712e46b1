"""Meetings: planned, written down as they go, and looked back at."""
