"""Migrations of a group's file."""
