"""The lines that say whether an application is ready: good, to be done, or to look at."""

from dataclasses import dataclass
from enum import StrEnum


class Topic(StrEnum):
    """What a line is about; in this order they are shown."""

    VERSIONS = "versions"
    DECISION = "decision"
    RULES = "rules"
    QUESTIONS = "questions"
    FIGURES = "figures"
    BUDGET = "budget"
    EARLY = "early"
    PAPERS = "papers"
    CHECKED = "checked"
    SIGNATURES = "signatures"
    CLOSING = "closing"


class State(StrEnum):
    """Whether a line is good, has something to be done, or something to look at."""

    GOOD = "good"
    TO_DO = "to_do"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class ReadyLine:
    """One line. ``advice`` says what to do, and is empty where all is good.

    ``part`` is the id of the answer, line of the budget or needed paper that it is about.
    ``paper`` is the id of the group's own paper where that is what has to change, else empty.
    """

    topic: Topic
    state: State
    said: str
    advice: str = ""
    part: str = ""
    paper: str = ""


def good(topic: Topic, said: str) -> ReadyLine:
    """Return a line that is good."""
    return ReadyLine(topic, State.GOOD, said)


def to_do(topic: Topic, said: str, advice: str, part: str = "", paper: str = "") -> ReadyLine:
    """Return a line that has something to be done before it is sent."""
    return ReadyLine(topic, State.TO_DO, said, advice, part, paper)


def look(topic: Topic, said: str, advice: str, part: str = "", paper: str = "") -> ReadyLine:
    """Return a line that somebody should look at and decide."""
    return ReadyLine(topic, State.LOOK, said, advice, part, paper)
