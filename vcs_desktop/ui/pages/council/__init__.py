"""Council: what was promised, what was agreed, where the money goes, who is near."""
