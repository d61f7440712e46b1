"""The group's papers: its policies, its insurance, its lease, its accounts."""

from dataclasses import dataclass
from datetime import date

from vcs_desktop.domain.group_documents import DocumentKind
from vcs_desktop.domain.stored_file import StoredFile


@dataclass(frozen=True, slots=True)
class PaperVersion:
    """One version of a paper: the file, and the day it was added."""

    id: str
    label: str = ""
    file: StoredFile | None = None
    added_on: date | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper that the group has, with a file or without.

    ``name`` is the group's own name for it, needed only where the kind does not say it.
    ``agreed_on`` is the day it was last agreed or looked through, ``review_on`` the day
    the group wants to look again, and ``expires_on`` the last day on which it holds, such
    as an insurance; None is not known.
    """

    id: str = ""
    name: str = ""
    kind: DocumentKind = DocumentKind.OTHER
    agreed_on: date | None = None
    review_on: date | None = None
    expires_on: date | None = None
    note: str = ""
    versions: tuple[PaperVersion, ...] = ()
