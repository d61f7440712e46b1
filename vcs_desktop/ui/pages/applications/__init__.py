"""Applications for grants: begun, written, checked, kept, and what came of them."""
