"""Read-only questions to the databases, one module for each noun."""
