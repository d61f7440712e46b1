"""A newer library: looked for, fetched, and what became of that said in plain words."""
