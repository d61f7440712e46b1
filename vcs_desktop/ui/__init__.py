"""Floor 8: Qt widgets. No SQL, no HTTP, no rules."""
