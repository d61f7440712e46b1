"""What an application says on paper, whichever file it becomes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from vcs_desktop.domain.application_whole import Whole
from vcs_desktop.domain.stored_file import StoredFile


@dataclass(frozen=True, slots=True)
class PaperSent:
    """A paper that the funder asks for: its name, and the group's own that goes with it.

    ``ours`` is what the group calls it, empty while none is chosen. ``dated`` is the day it is
    of. ``file`` is the version that goes along, None where there is only a note of it.
    """

    asked: str
    ours: str = ""
    dated: date | None = None
    file: StoredFile | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who signs: their name, what they are, and when they did."""

    name: str
    role: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class ApplicationSheet:
    """An application with everything around it that its papers tell.

    ``group`` is the group's name and ``about`` what it says of itself: its number, its place.
    ``made_on`` is the day that the files say. ``copy_number`` is that of a kept copy, None for a
    draft.
    """

    whole: Whole
    group: str
    made_on: date
    about: Mapping[str, str] = field(default_factory=dict)
    papers: tuple[PaperSent, ...] = ()
    signers: tuple[Signer, ...] = ()
    checked_by: str = ""
    copy_number: int | None = None
