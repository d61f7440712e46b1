"""How the service's tables came to be what they are."""
