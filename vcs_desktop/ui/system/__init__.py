"""Qt adapters for what the operating system tells us."""
