"""The library of outcomes that travels with the program."""

from functools import cache

from vcs_desktop.core.resources import resource
from vcs_desktop.domain.outcomes import Outcome
from vcs_desktop.feeds.yaml_text import read_yaml


@cache
def outcomes() -> tuple[Outcome, ...]:
    """Return every outcome in the order in which it is offered."""
    told = read_yaml(resource("applications/outcomes.yaml").read_text("utf-8"))
    return tuple(
        Outcome(
            id=each["id"],
            theme=each["theme"],
            change=each["change"],
            activities=tuple(each["activities"]),
            measures=tuple(each["measures"]),
            source=each.get("source", ""),
        )
        for each in told["outcomes"]
    )
