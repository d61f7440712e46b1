"""Pages of help, as they are read."""

from dataclasses import dataclass

from vcs_desktop.domain.reading import Text


@dataclass(frozen=True, slots=True)
class HelpTopic:
    """One page of help. ``summary`` says in a line what it is good for."""

    id: str
    title: str
    summary: str
    text: Text
