"""Floor 2: formats on the wire and on a stick, shared with the service."""
