"""Words that the group says are right: names of people, places and projects."""

from dataclasses import dataclass

from vcs_desktop.domain.values import PART


@dataclass(frozen=True, slots=True)
class OurWord:
    """One word; its id is the word itself, so that two computers that add it agree."""

    id: str


@dataclass(frozen=True, slots=True)
class OurWords:
    """The group's own word list."""

    id: str = ""
    name: str = ""
    words: tuple[OurWord, ...] = ()


def can_be_added(word: str) -> bool:
    """Say whether a word can stand in the list."""
    return bool(word.strip()) and PART not in word
