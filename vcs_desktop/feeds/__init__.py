"""Floor 6: readers of other people's formats. Bytes in, records and problems out."""
