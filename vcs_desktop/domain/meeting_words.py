"""Words of people, put among our own sentences."""

_ENDS = (".", "!", "?", "…", ":", ";")


def ended(text: str) -> str:
    """Return words with an end, so that another sentence can follow them."""
    said = text.strip()
    return said if not said or said.endswith(_ENDS) else f"{said}."
