"""Floor 5: how the library and the group's records travel."""
