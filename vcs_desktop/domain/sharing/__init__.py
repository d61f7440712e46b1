"""What a group chooses to tell the council: its records, what goes out of them, and the words."""
