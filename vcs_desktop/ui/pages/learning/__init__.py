"""Learning: guides, rules and limits, training near us."""
