"""Help: pages to read, and the words of the sector explained."""
