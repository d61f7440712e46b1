"""Floor 1: what every floor needs. Standard library and platformdirs only."""
