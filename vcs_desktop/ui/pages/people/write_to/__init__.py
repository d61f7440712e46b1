"""Writing to people: who is in, by which way, who is left out and why."""
