"""Everything that a group keeps about one person, to hand over: to read, and for a computer."""

from vcs_desktop.documents.about_person.data import AboutPerson, Named
from vcs_desktop.documents.about_person.files import Written, write

__all__ = ["AboutPerson", "Named", "Written", "write"]
