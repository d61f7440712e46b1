"""Floor 3: what things are and the rules about them. Standard library only, no I/O."""
