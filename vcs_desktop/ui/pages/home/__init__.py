"""Home: what to look at first."""
