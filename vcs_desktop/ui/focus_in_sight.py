"""Keeps the field that somebody is at in sight, however they came there."""

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from vcs_desktop.ui.sight import bring_into_sight
from vcs_desktop.ui.widgets.form_field import FormField


class FocusInSight(QObject):
    """Scrolls to whatever in a form gets the focus; nothing moves under the mouse."""

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        self._form = form
        # Only when all has been laid out: before, the field is not where it will be.
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._settled.timeout.connect(self._bring)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    @Slot(QWidget, QWidget)
    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is not None and not pressed and self._form.isAncestorOf(now):
            self._settled.start()

    @Slot()
    def _bring(self) -> None:
        now = QApplication.focusWidget()
        if now is None or not self._form.isAncestorOf(now):
            return
        if (field := _field_of(now)) is not None:
            bring_into_sight(field)
        bring_into_sight(now)


def _field_of(widget: QWidget) -> FormField | None:
    """Return the field that a widget stands in, with its name and what is wrong with it."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, FormField):
        above = above.parentWidget()
    return above
