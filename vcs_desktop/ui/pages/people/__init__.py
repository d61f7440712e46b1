"""The people of the open group."""
