"""One folder for each place in the window."""
