"""Local facts: figures about places, with their day and their source."""
