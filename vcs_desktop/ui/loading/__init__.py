"""Files of a person's own: looked at, added to the library, and what came of it."""
