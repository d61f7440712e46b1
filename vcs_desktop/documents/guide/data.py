"""Everything that a guide says outside the window."""

from dataclasses import dataclass

from vcs_desktop.domain.reading import Text
from vcs_desktop.domain.reference import Question, SourceNote


@dataclass(frozen=True, slots=True)
class GuideDocument:
    """A guide to be read in a browser, with the sheet to print that belongs to it.

    ``about`` is a short line such as "15 minutes, first steps". ``goals`` complete
    "After this you can …". ``terms`` are words and what they mean. ``source_line``
    says who wrote it, on what terms, and when it was checked. ``language`` is that
    of the text, such as "en-GB".
    """

    title: str
    text: Text = ()
    summary: str = ""
    about: str = ""
    goals: tuple[str, ...] = ()
    check: tuple[Question, ...] = ()
    sheet: Text = ()
    terms: tuple[tuple[str, str], ...] = ()
    sources: tuple[SourceNote, ...] = ()
    source_line: str = ""
    language: str = "en-GB"
