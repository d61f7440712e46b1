"""Floor 9: puts the parts together; the only floor that knows all others."""
