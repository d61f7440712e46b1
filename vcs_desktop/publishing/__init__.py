"""A wing: the council's side of the library."""
