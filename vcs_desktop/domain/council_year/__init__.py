"""A year of a council with its groups: its own plan, and in numbers what groups agreed to share."""
