"""Starting, choosing and opening groups."""
