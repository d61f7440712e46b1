"""Bringing in a spreadsheet of anything: where from, what is in it, a look, and done."""
