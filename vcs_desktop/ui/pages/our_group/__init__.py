"""What the open group says of itself, who can open it, its copies and its bin."""
