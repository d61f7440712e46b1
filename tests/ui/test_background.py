"""Work in the background comes back in order, to whoever is there, never after the end."""

import sys
import threading

import pytest
from PySide6.QtCore import QObject, Signal
from shiboken6 import delete

from vcs_desktop.ui.background import Tasks


class Receiver(QObject):
    """Notes what comes back, and on which thread."""

    progressed = Signal(int)

    def __init__(self):
        super().__init__()
        self.heard = []
        self.threads = set()

    def hear(self, what):
        self.heard.append(what)
        self.threads.add(threading.current_thread())

    def hear_error(self, error):
        self.hear(f"failed: {error}")


@pytest.fixture
def receiver(qapp):
    return Receiver()


def test_results_come_back_on_the_thread_of_the_window(tasks, receiver, qtbot):
    worked_on = []
    tasks.run(
        lambda: worked_on.append(threading.current_thread()) or "done",
        then=receiver.hear,
        otherwise=receiver.hear_error,
    )
    qtbot.waitUntil(lambda: receiver.heard == ["done"])
    assert receiver.threads == {threading.current_thread()}
    assert worked_on != [threading.current_thread()]


def test_a_lane_keeps_its_order(tasks, receiver, qtbot):
    for number in range(200):
        tasks.run(lambda number=number: number, then=receiver.hear, otherwise=receiver.hear_error)
    qtbot.waitUntil(lambda: len(receiver.heard) == 200)
    assert receiver.heard == list(range(200))


def test_the_end_never_overtakes_the_progress(tasks, qtbot):
    receivers = []
    for _ in range(300):
        receiver = Receiver()
        receiver.progressed.connect(receiver.hear)
        receivers.append(receiver)

        def work(receiver=receiver):
            for step in range(3):
                receiver.progressed.emit(step)
            return "end"

        tasks.run(work, then=receiver.hear, otherwise=receiver.hear_error, lane="work")
    qtbot.waitUntil(lambda: all(receiver.heard[-1:] == ["end"] for receiver in receivers))
    assert [receiver.heard for receiver in receivers if receiver.heard != [0, 1, 2, "end"]] == []


def test_lanes_do_not_wait_for_one_another(tasks, receiver, qtbot):
    gate = threading.Event()
    tasks.run(gate.wait, then=receiver.hear, otherwise=receiver.hear_error, lane="work")
    tasks.run(lambda: "quick", then=receiver.hear, otherwise=receiver.hear_error, lane="data")
    qtbot.waitUntil(lambda: receiver.heard == ["quick"])
    gate.set()
    qtbot.waitUntil(lambda: receiver.heard == ["quick", True])


def test_a_failure_is_told_and_the_lane_goes_on(tasks, receiver, qtbot):
    def fail():
        raise ValueError("no such thing")

    tasks.run(fail, then=receiver.hear, otherwise=receiver.hear_error)
    tasks.run(lambda: "next", then=receiver.hear, otherwise=receiver.hear_error)
    qtbot.waitUntil(lambda: receiver.heard == ["failed: no such thing", "next"])


def test_nothing_is_told_to_a_receiver_that_is_gone(tasks, receiver, qtbot):
    gone = Receiver()
    gate = threading.Event()
    tasks.run(gate.wait, then=gone.hear, otherwise=gone.hear_error)
    tasks.run(lambda: "after", then=receiver.hear, otherwise=receiver.hear_error)
    delete(gone)
    gate.set()
    qtbot.waitUntil(lambda: receiver.heard == ["after"])
    assert gone.heard == []


def test_after_the_end_nothing_begins_and_nothing_is_told(qapp, receiver):
    tasks = Tasks()
    begun, stop = threading.Event(), threading.Event()
    later = []

    def wait_for_the_end():
        begun.set()
        return stop.wait(10)

    how = {"then": receiver.hear, "otherwise": receiver.hear_error}
    tasks.run(wait_for_the_end, **how, lane="work", stop=stop)
    tasks.run(lambda: later.append(1), **how, lane="work")
    assert begun.wait(10)
    tasks.stop()
    tasks.stop()
    tasks.run(lambda: later.append(2), then=receiver.hear, otherwise=receiver.hear_error)
    qapp.sendPostedEvents()
    assert receiver.heard == []
    assert later == []


def test_what_waits_on_the_data_lane_is_done_when_the_window_closes(qapp, receiver):
    tasks = Tasks()
    gate = threading.Event()
    written = []
    how = {"then": receiver.hear, "otherwise": receiver.hear_error}
    tasks.run(lambda: gate.wait(10), **how)
    tasks.run(lambda: written.append("the last words"), **how)
    gate.set()
    tasks.stop()
    assert written == ["the last words"]


def test_long_work_is_told_that_the_window_closes(qapp, receiver):
    tasks = Tasks()
    stop = threading.Event()
    ended = []
    tasks.run(
        lambda: ended.append(stop.wait(10)),
        then=receiver.hear,
        otherwise=receiver.hear_error,
        lane="work",
        stop=stop,
    )
    tasks.stop()
    assert stop.is_set()
    assert ended in ([True], [])


def test_work_that_has_ended_is_not_told_to_stop(tasks, receiver, qtbot):
    stop = threading.Event()
    tasks.run(lambda: "done", then=receiver.hear, otherwise=receiver.hear_error, stop=stop)
    qtbot.waitUntil(lambda: receiver.heard == ["done"])
    tasks.stop()
    assert not stop.is_set()


def test_signals_do_not_wear_out_the_interpreter(receiver):
    """PySide6 6.12.0 on Python 3.11 drops a reference to ``True`` with every emit, and aborts."""
    before = sys.getrefcount(True)
    for step in range(200_000):
        receiver.progressed.emit(step)
    assert sys.getrefcount(True) > before - 1000


def test_the_log_says_where_work_failed_and_nothing_of_what_it_was_about(tasks, qtbot, caplog):
    failed = []
    with caplog.at_level("INFO"):
        tasks.run(lambda: int("Asha"), then=failed.append, otherwise=failed.append)
        qtbot.waitUntil(lambda: bool(failed))
    assert "background work failed: ValueError" in caplog.text
    assert "Asha" not in caplog.text
