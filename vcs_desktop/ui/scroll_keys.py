"""Scrolling words that hold nothing at which Tab could stop."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QWidget

_KEYS = {
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}


def let_keys_scroll(owner: QWidget, pane: QAbstractScrollArea) -> None:
    """Have the arrows and the page keys scroll a pane while the focus is anywhere in its owner."""
    for key, way in _KEYS.items():
        shortcut = QShortcut(key, owner)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(partial(pane.verticalScrollBar().triggerAction, way))
