"""Where the focus was in a part, found again once the part was made anew."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from vcs_desktop.ui.reading_order import tab_stops
from vcs_desktop.ui.widgets.form_field import FormField


@dataclass(frozen=True, slots=True)
class Place:
    """What had the focus: of which sort it is, and what it is called."""

    sort: type[QWidget]
    name: str


def place_of_focus(room: QWidget) -> Place | None:
    """Return where the focus is inside a widget, None when it is elsewhere."""
    focus = QApplication.focusWidget()
    if focus is None or not room.isAncestorOf(focus):
        return None
    return Place(type(focus), _called(focus))


def go_to_place(room: QWidget, place: Place) -> None:
    """Give the focus to what is now at a place; where that is gone, the focus stays."""
    for stop in tab_stops(room):
        if type(stop) is place.sort and _called(stop) == place.name:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
            return


def _called(widget: QWidget) -> str:
    """Return what somebody calls it: by the field that it stands in, and by its own words."""
    field = next((each for each in _above(widget) if isinstance(each, FormField)), None)
    said = widget.text() if isinstance(widget, QAbstractButton) else ""
    return "/".join((field.title if field is not None else "", widget.accessibleName() or said))


def _above(widget: QWidget) -> Iterator[QWidget]:
    above = widget.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()
