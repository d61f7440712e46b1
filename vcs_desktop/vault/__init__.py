"""Key slots, passphrases and recovery codes: the only place where anything is sealed."""
