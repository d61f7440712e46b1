"""One part of an open application, such as its answers or its budget."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.ui.group_part import GroupPart


class ApplicationPart(GroupPart):
    """Shows one application at a time; made when it is first opened.

    ``acted`` says that something was kept. ``undo_offered`` carries words and what takes it
    back, ``failed`` an error to be said in words. ``part_asked`` carries the name of another
    part and the id of what to show there, or nothing; ``next_asked`` wants the part after this,
    ``record_asked`` a record on another page, by its kind and id.
    """

    acted = Signal()
    undo_offered = Signal(str, object)
    failed = Signal(object)
    part_asked = Signal(str, str)
    next_asked = Signal()
    record_asked = Signal(str, str)

    application_id = ""
    words_after = ""
    """What to offer when all of it is filled in: to go on to the part after this one."""

    def open(self, application_id: str) -> None:
        """Show another application: keep what is half written of the one before, and look."""
        if application_id != self.application_id:
            self.put_away()
            self.application_id = application_id
        self.shown()

    def show_thing(self, thing_id: str) -> None:
        """Bring something of it into sight, such as an answer by its id."""

    def find_here(self) -> QWidget | None:
        """Return the field that finds words in it, or None if there is none."""
        return None
