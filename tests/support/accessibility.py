"""What every page and dialog has to keep to, as functions over any widget.

Each returns complaints in words; an empty list is good. ``order`` is what Tab stops at, where that
is known already. Source: WCAG 2.2 (2.4.3, 2.4.7, 2.5.8, 1.4.10, 4.1.2) and what screen readers do
with Qt.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTextEdit,
    QWidget,
)

from vcs_desktop.ui.widgets.choice_field import SteadyDropDown

LEAST_TARGET = 24
_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)
_NO_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client)


def every_complaint(root: QWidget) -> list[str]:
    """Return what all checks say about a widget that is on the screen."""
    order = list(stops(root))  # found once: it takes longer than to look at what is there
    of_stops = (without_name_or_role, said_twice, out_of_order, too_small)
    of_all: tuple[Callable[[QWidget], list[str]], ...] = (
        fields_without_label,
        rows_that_say_nothing,
        wider_than_the_window,
        words_cut_off,
    )
    said = [complaint for check in of_stops for complaint in check(root, order)]
    return said + [complaint for check in of_all for complaint in check(root)]


def without_name_or_role(root: QWidget, order: Sequence[QWidget] = ()) -> list[str]:
    """Whatever Tab stops at has a name and a role."""
    return [
        f"{_which(widget)} has no name or no role"
        for widget in order or stops(root)
        if not _name(widget) or spoken(widget).role() in _NO_ROLES
    ]


def fields_without_label(root: QWidget) -> list[str]:
    """A combo box has a label that points at it (any other name is ignored); a field has a name."""
    bad = [
        f"{_which(field)} has no label that points at it"
        for field in root.findChildren(QComboBox)
        if field.isVisibleTo(root) and not _labels_of(field)
    ]
    bad += [
        f"{_which(field)} has neither a label nor a name"
        for field in root.findChildren(QWidget)
        if isinstance(field, _FIELDS)
        and not isinstance(field, QComboBox)
        and field.isVisibleTo(root)
        and not isinstance(field.parentWidget(), _FIELDS)
        and not _labels_of(field)
        and not field.accessibleName()
    ]
    return bad


def said_twice(root: QWidget, order: Sequence[QWidget] = ()) -> list[str]:
    """A tool tip becomes the spoken description; it must not repeat the name."""
    return [
        f"{_which(widget)} says its name again as its description"
        for widget in order or stops(root)
        if _name(widget) and _name(widget) == spoken(widget).text(QAccessible.Text.Description)
    ]


def rows_that_say_nothing(root: QWidget) -> list[str]:
    """The rows of a list have words, and a screen reader is not told that they are check boxes."""
    bad = []
    for view in root.findChildren(QAbstractItemView):
        model = view.model()
        if model is None or not view.isVisibleTo(root):
            continue
        for row in range(min(model.rowCount(), 3)):
            index = model.index(row, 0)
            if not (index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()):
                bad.append(f"row {row} of {_which(view)} says nothing")
            if (
                isinstance(view, QListView)
                and spoken(view).child(row).role() == QAccessible.Role.CheckBox
            ):
                bad.append(f"row {row} of {_which(view)} is said to be a check box")
    return bad


def out_of_order(root: QWidget, order: Sequence[QWidget] = ()) -> list[str]:
    """Tab goes the way the eye does: along a line, then down; or over to the next column."""
    return [
        f"Tab goes back from {_which(one)} to {_which(other)}"
        for one, other in pairwise(order or stops(root))
        if _comes_before(_seen(other, one, root), _seen(one, other, root))
    ]


def too_small(root: QWidget, order: Sequence[QWidget] = ()) -> list[str]:
    """Whatever can be clicked is at least 24 pixels high and wide."""
    return [
        f"{_which(widget)} is {widget.width()} x {widget.height()}"
        for widget in order or stops(root)
        if min(widget.width(), widget.height()) < LEAST_TARGET
    ]


def wider_than_the_window(root: QWidget) -> list[str]:
    """Nothing scrolls sideways and nothing is cut off at the edge."""
    bad = [
        f"what is in {_which(area)} needs {area.widget().width()} pixels, "
        f"and has {area.viewport().width()}"
        for area in root.findChildren(QScrollArea)
        if area.isVisibleTo(root)
        and area.widget() is not None
        and area.widget().width() > area.viewport().width()
    ]
    bad += [
        f"{_which(view)} scrolls sideways"
        for view in root.findChildren(QAbstractItemView)
        if view.isVisibleTo(root) and view.horizontalScrollBar().maximum() > 0
    ]
    if root.isWindow() and root.minimumSizeHint().width() > root.width():
        bad.append(f"the window needs {root.minimumSizeHint().width()} pixels")
    return bad


def words_cut_off(root: QWidget) -> list[str]:
    """Every button, every label and every box to choose from is as wide as its words."""
    bad = [
        f"{_which(widget)} needs {widget.sizeHint().width()} pixels, and has {widget.width()}"
        for widget in root.findChildren(QAbstractButton)
        if widget.isVisibleTo(root) and widget.text() and widget.width() < widget.sizeHint().width()
    ]
    bad += [
        f"“{widget.text()}” needs {widget.sizeHint().width()} pixels, and has {widget.width()}"
        for widget in root.findChildren(QLabel)
        if widget.isVisibleTo(root)
        and widget.text()
        and not widget.wordWrap()
        and widget.width() < widget.sizeHint().width()
    ]
    bad += [
        f"“{box.currentText()}” is cut off in {_which(box)}"
        for box in root.findChildren(QComboBox)
        if box.isVisibleTo(root) and _is_cut_off(box)
    ]
    return bad


def words_without_room(root: QWidget) -> list[str]:
    """Every label is as high as its words are at its width."""
    return [
        f"“{widget.text()}” needs {_height_of(widget)} pixels down, and has {widget.height()}"
        for widget in root.findChildren(QLabel)
        if widget.isVisibleTo(root) and widget.text() and widget.height() < _height_of(widget)
    ]


def _height_of(label: QLabel) -> int:
    """Return the height that Qt finds now: a label of ours says what it found before."""
    if label.wordWrap():
        return QLabel.heightForWidth(label, label.width())
    return label.sizeHint().height()


def _is_cut_off(box: QComboBox) -> bool:
    if not isinstance(box, SteadyDropDown):
        return _room_for_words(box) < _words_of(box)
    room, words = box.room_for_words().size(), box.size_of_words()
    return room.width() < words.width() or room.height() < words.height()


def _room_for_words(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    option.initFrom(box)
    part = QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box).width()


def _words_of(box: QComboBox) -> int:
    return box.fontMetrics().horizontalAdvance(box.currentText())


def stops(root: QWidget) -> Iterator[QWidget]:
    """Yield what Tab stops at inside a widget, in the order of Tab."""
    for widget in _focus_chain(root):
        if (
            root.isAncestorOf(widget)
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisibleTo(root)
            and widget.isEnabled()
            and widget.focusProxy() is None
        ):
            yield widget


def _focus_chain(root: QWidget) -> list[QWidget]:
    """Return the chain of focus from a widget on.

    PySide takes each for the child of the one before, and would have it die with that
    one; to be asked for as the children they are puts them right again.
    """
    chain = [root.nextInFocusChain()]
    while (widget := chain[-1].nextInFocusChain()) is not chain[0]:
        chain.append(widget)
    window = root.window()
    window.findChildren(QWidget)
    if above := window.parentWidget():
        above.findChildren(QWidget)
    else:
        window.setParent(None)  # it is in the chain too; it stays where it is
    return chain


def spoken(widget: QWidget) -> QAccessibleInterface:
    """Return what a screen reader is told about a widget."""
    QAccessible.setActive(True)
    return QAccessible.queryAccessibleInterface(widget)


def _name(widget: QWidget) -> str:
    return spoken(widget).text(QAccessible.Text.Name).strip()


def _labels_of(widget: QWidget) -> list[str]:
    return [
        other.text(QAccessible.Text.Name)
        for other, relation in spoken(widget).relations()
        if relation & QAccessible.RelationFlag.Label
    ]


def _place(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


def _seen(widget: QWidget, beside: QWidget, root: QWidget) -> QRect:
    """Return where the eye finds a widget: where it is in a pane that scrolls, the pane counts."""
    shown = widget
    above = widget.parentWidget()
    while above is not None and above is not root and not above.isAncestorOf(beside):
        if isinstance(above, QScrollArea):
            shown = above
        above = above.parentWidget()
    return _place(shown, root)


def _comes_before(one: QRect, other: QRect) -> bool:
    """Say whether a reader's eye meets ``one`` before ``other``, read from left to right."""
    above = one.bottom() < other.top()
    beside = not above and one.top() <= other.bottom()
    if above:
        return one.left() <= other.right()
    return beside and one.right() < other.left()


def _which(widget: QWidget) -> str:
    words = widget.accessibleName() or widget.objectName()
    if isinstance(widget, QAbstractButton):
        words = words or widget.text()
    return f"{type(widget).__name__} “{words}”"
