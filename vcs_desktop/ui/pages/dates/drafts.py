"""Under which names lies on the desk what was half written about dates."""

NEW = "new"
"""Stands for the id of a date that is not in the group's records yet."""

FORM_OPEN = "dates/form"
"""Under this name lies on the desk which date was being written when the group was locked."""


def draft_name(record_id: str) -> str:
    """Return under which name a draft of a date lies on the desk."""
    return f"draft/own_date/{record_id}"
