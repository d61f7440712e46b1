"""The tests; a package, so that what other packages ship under this name is not taken for it."""
