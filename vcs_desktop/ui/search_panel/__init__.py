"""The search of the whole window: the list under its field, and what fills it."""
