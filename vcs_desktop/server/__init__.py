"""The infrastructure service: keeps what groups have sealed, and what they chose to share."""
