"""The library: where what is in it came from, how old it is, and what can be added or removed."""
