"""Secret words, the printed code, and a second way into a group: what several pages share."""
