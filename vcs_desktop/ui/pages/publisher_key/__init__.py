"""The key of whoever publishes: opened, or made for the first time."""
