"""Where a button of one page leads on another: the id of what is shown there."""

_WRITE_TO = "write-to/"


def write_to(whom: str) -> str:
    """Return what the page of people shows to write to those in a list."""
    return f"{_WRITE_TO}{whom}"


def whom_in(thing_id: str) -> str:
    """Return the list that is to be written to; empty where something else is to be shown."""
    return thing_id.removeprefix(_WRITE_TO) if thing_id.startswith(_WRITE_TO) else ""
