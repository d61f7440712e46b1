"""The group's papers: the list, one in full, its files, and their pages."""
