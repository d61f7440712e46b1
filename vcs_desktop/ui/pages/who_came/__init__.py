"""Who came: the sheets, their sums, and what the group runs."""
