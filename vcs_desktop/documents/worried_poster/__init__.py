"""A poster for the wall: what to do when one is worried about somebody, and who leads."""

from vcs_desktop.documents.worried_poster.content import Poster
from vcs_desktop.documents.worried_poster.files import write_poster

__all__ = ["Poster", "write_poster"]
