"""A library that somebody publishes, before, while and after it comes in."""
