"""Funding calls in our own documented format: YAML, JSON, CSV and XLSX."""
