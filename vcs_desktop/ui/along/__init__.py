"""The files that go along with records of the library: shown beside them, opened and saved."""
