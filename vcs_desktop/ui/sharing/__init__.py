"""What the open group shares with the council: the list, a new one, the preview, what came back."""
