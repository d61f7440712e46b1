"""Floor 6: files for people. Dataclasses in, a file out."""
