"""The first tour: a card that points at one part of the window after another."""
