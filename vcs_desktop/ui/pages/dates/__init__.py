"""The Dates page: everything that falls due, as a list, as a month, and what must be filed."""
