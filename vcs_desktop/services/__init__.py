"""Floor 7: what a person can do, one module for each noun. No Qt."""
