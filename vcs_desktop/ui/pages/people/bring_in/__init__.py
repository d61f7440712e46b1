"""Bringing people in from a spreadsheet: read, looked at, and then added in one step."""
