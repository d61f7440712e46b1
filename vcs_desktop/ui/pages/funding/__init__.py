"""Funding: find grants and contracts, see why they fit, take them to the committee."""
