"""Nobody touching our windows is noticed, with a clock that the test sets."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget

from vcs_desktop.ui.system.idle import LOOK_EVERY_S, IdleWatch, seconds_gone_by


class Seconds:
    """A clock that a test sets."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def seconds():
    return Seconds()


@pytest.fixture
def window(show):
    """A window with a line to write in."""
    made = QWidget()
    QVBoxLayout(made).addWidget(QLineEdit())
    return show(made)


@pytest.fixture
def idle():
    """How often somebody was found to be idle."""
    return []


@pytest.fixture
def watch(window, seconds, idle, qtbot):
    made = IdleWatch(5, seconds)
    made.idle.connect(lambda: idle.append(seconds.now))
    made.watch()
    yield made
    made.rest()


def go_on(watch, seconds, minutes):
    """Let time go by, with a look as often as the timer would."""
    until = seconds.now + minutes * 60
    while seconds.now < until and watch.is_watching:
        seconds.now += LOOK_EVERY_S
        watch.look()


def press_a_key(window):
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)


def use_a_shortcut(window):
    used = []
    QShortcut(QKeySequence("Ctrl+J"), window, lambda: used.append(1))
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert used


def move_the_mouse(window):
    QTest.mouseMove(window.windowHandle(), QPoint(40, 50))
    QTest.mouseMove(window.windowHandle(), QPoint(60, 70))


def click(window):
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton)


def turn_the_wheel(window):
    QTest.wheelEvent(window.windowHandle(), QPointF(20, 20), QPoint(0, 120))


def touch(window):
    finger = QTest.createTouchDevice()
    QTest.touchEvent(window.windowHandle(), finger).press(0, QPoint(5, 5)).commit()
    QTest.touchEvent(window.windowHandle(), finger).release(0, QPoint(5, 5)).commit()


def write_through_an_input_method(window):
    """Put a word where no key was pressed: so Chinese is written, and dictation."""
    field = window.findChild(QLineEdit)
    field.setFocus()
    event = QInputMethodEvent()
    event.setCommitString("茶")
    QApplication.sendEvent(field, event)
    assert field.text() == "茶"
    QGuiApplication.inputMethod().cursorRectangleChanged.emit()  # the screen that is not there


def test_nobody_for_five_minutes_is_idle_once(watch, seconds, idle):
    go_on(watch, seconds, 4.9)
    assert idle == []
    go_on(watch, seconds, 20)
    assert idle == [1000 + 5 * 60]
    assert not watch.is_watching
    watch.look()
    assert len(idle) == 1


@pytest.mark.parametrize(
    "act",
    [
        press_a_key,
        use_a_shortcut,
        move_the_mouse,
        click,
        turn_the_wheel,
        touch,
        write_through_an_input_method,
    ],
)
def test_any_touch_of_a_window_begins_the_time_anew(watch, seconds, idle, window, act):
    go_on(watch, seconds, 4.5)
    act(window)
    go_on(watch, seconds, 5)
    assert idle == []
    go_on(watch, seconds, 0.2)
    assert len(idle) == 1


def test_it_is_never_early_and_at_most_one_look_late(watch, seconds, idle, window):
    """Of many touches between two looks only the first is felt, yet the last one counts."""
    press_a_key(window)
    seconds.now += LOOK_EVERY_S - 1
    press_a_key(window)
    last = seconds.now
    seconds.now += 1
    watch.look()
    go_on(watch, seconds, 6)
    assert 5 * 60 <= idle[0] - last <= 5 * 60 + LOOK_EVERY_S


def test_while_somebody_works_python_sees_one_event_between_two_looks(watch, window, monkeypatch):
    seen = []
    plain = IdleWatch.eventFilter
    monkeypatch.setattr(
        IdleWatch, "eventFilter", lambda *given: seen.append(given[2].type()) or plain(*given)
    )
    press_a_key(window)
    seen.clear()
    for _ in range(50):
        press_a_key(window)
        move_the_mouse(window)
    assert seen == []
    watch.look()
    press_a_key(window)
    assert seen


def test_a_dialog_that_opens_later_is_felt_too(watch, seconds, idle, window, qtbot):
    dialog = QDialog(window)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.open()
    go_on(watch, seconds, 4)
    press_a_key(dialog)
    go_on(watch, seconds, 4)
    dialog.close()
    assert idle == []


def test_a_window_that_went_is_no_trouble(watch, seconds, idle, qtbot):
    for _ in range(20):
        dialog = QDialog()
        dialog.show()
        qtbot.waitExposed(dialog)
        watch.look()
        press_a_key(dialog)
        dialog.deleteLater()
        del dialog
        QApplication.sendPostedEvents(None, 52)  # what is to be deleted is
    go_on(watch, seconds, 6)
    assert len(idle) == 1


def test_sleep_counts_when_the_computer_wakes_and_looks(watch, seconds, idle):
    seconds.now += 3600
    watch.look()
    assert len(idle) == 1


def test_sleep_counts_when_a_touch_wakes_the_computer(watch, seconds, idle, window):
    go_on(watch, seconds, 1)
    seconds.now += 3600
    press_a_key(window)
    assert len(idle) == 1


def test_sleep_that_began_right_after_a_touch_counts(watch, seconds, idle, window):
    press_a_key(window)
    seconds.now += 3600
    press_a_key(window)
    watch.look()
    assert len(idle) == 1


def test_the_minutes_can_be_changed_while_it_watches(watch, seconds, idle):
    go_on(watch, seconds, 3)
    watch.minutes = 2
    watch.look()
    assert len(idle) == 1


def test_after_resting_it_begins_anew(watch, seconds, idle, window):
    go_on(watch, seconds, 4)
    watch.rest()
    watch.rest()
    seconds.now += 3600
    press_a_key(window)
    assert idle == []
    watch.watch()
    go_on(watch, seconds, 4)
    assert idle == []
    go_on(watch, seconds, 2)
    assert len(idle) == 1


def test_the_timer_looks_by_itself(window, qtbot):
    passing = iter(range(0, 10_000, 61))
    watch = IdleWatch(1, lambda: next(passing))
    watch._timer.setInterval(1)
    with qtbot.waitSignal(watch.idle):
        watch.watch()


def test_the_clock_only_goes_on():
    before = seconds_gone_by()
    assert before <= seconds_gone_by() < before + 60
