"""Windows as it would answer, and systems of which nothing is heard."""

import ctypes.util
import sys

import pytest

from tests.support.session_events import FakeSessionEvents
from vcs_desktop.core.session_events import NoSessionEvents
from vcs_desktop.ui.system.session_events import system_session_events
from vcs_desktop.ui.system.windows_session import (
    POWER_BROADCAST,
    SESSION_CHANGE,
    SUSPEND,
    WindowsSession,
)

CREATED = 0x0001
HANDLE, INSTANCE = 0x7FFF_0000_1234, 0x7FF6_0000_0000  # longer than 32 bits


class Library:
    """Functions whose types can be declared."""

    def __init__(self, **functions):
        for name, function in functions.items():
            # A lambda around each takes the declarations, as a function of ctypes does.
            setattr(self, name, lambda *given, f=function: f(*given))


class PretendedWindows:
    """Registers a class, makes a window of it, and calls its procedure with messages."""

    def __init__(self, *, makes_windows=True, tells=True):
        self.kinds, self.windows, self.told, self.unheard = {}, {}, [], []
        self.makes_windows, self.tells = makes_windows, tells
        self.user32 = Library(
            RegisterClassW=self._register,
            CreateWindowExW=self._create,
            DestroyWindow=self.windows.pop,
            UnregisterClassW=lambda name, instance: self.kinds.pop(name),
            DefWindowProcW=lambda *message: self.unheard.append(message) or 1,
        )
        self.wtsapi32 = Library(
            WTSRegisterSessionNotification=lambda handle, _: (
                self.tells and (self.told.append(handle) or 1)
            ),
            WTSUnRegisterSessionNotification=lambda handle: (
                handle in self.told and self.told.remove(handle)
            ),
        )
        self.kernel32 = Library(GetModuleHandleW=lambda _: INSTANCE)

    def _register(self, reference):
        kind = reference._obj
        assert kind.hInstance == INSTANCE
        self.kinds[kind.lpszClassName] = kind.lpfnWndProc
        return 1

    def _create(self, more, kind, *_):
        if not self.makes_windows:
            return None
        self.windows[HANDLE] = self.kinds[kind]
        self.send(CREATED)
        return HANDLE

    def send(self, message, first=0, second=0):
        for procedure in self.windows.values():
            procedure(HANDLE, message, first, second)

    def session(self):
        return WindowsSession(self.user32, self.wtsapi32, self.kernel32)


@pytest.fixture
def heard():
    return []


def test_locking_sleep_and_another_user_are_heard_and_nothing_else(heard):
    windows = PretendedWindows()
    session = windows.session()
    session.listen(lambda: heard.append(1))
    for what in range(16):
        windows.send(SESSION_CHANGE, what)
    assert len(heard) == 4  # locked, logged off, and two ways of another user
    for what in range(20):
        windows.send(POWER_BROADCAST, what)
    assert len(heard) == 5
    windows.send(0x0200, SUSPEND)  # a mouse that moved
    assert len(heard) == 5
    assert windows.unheard[0] == (HANDLE, CREATED, 0, 0)
    assert len(windows.unheard) == 38  # Windows does its own with each
    session.stop()
    assert (windows.windows, windows.kinds, windows.told) == ({}, {}, [])


def test_it_can_stop_and_listen_again(heard):
    windows = PretendedWindows()
    session = windows.session()
    session.stop()
    for _ in range(2):
        session.listen(lambda: heard.append(1))
        session.listen(lambda: heard.append(2))
        windows.send(SESSION_CHANGE, 7)
        session.stop()
        session.stop()
        windows.send(SESSION_CHANGE, 7)
    assert heard == [2, 2]


def test_a_windows_that_makes_no_window_or_does_not_tell_is_no_trouble(heard):
    for windows in (PretendedWindows(makes_windows=False), PretendedWindows(tells=False)):
        session = windows.session()
        session.listen(lambda: heard.append(1))
        windows.send(POWER_BROADCAST, SUSPEND)
        session.stop()
    assert heard == [1]  # the window alone is told of sleep


@pytest.mark.parametrize("system", ["win32", "darwin"])
@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="here it would be there")
def test_where_the_system_is_not_what_it_says_nothing_is_ever_heard(monkeypatch, system):
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(ctypes.util, "find_library", lambda name: None)
    events = system_session_events()
    monkeypatch.undo()
    assert isinstance(events, NoSessionEvents)
    events.listen(lambda: pytest.fail("nobody can have said it"))
    events.stop()


@pytest.mark.skipif(sys.platform != "linux", reason="Linux is asked")
def test_linux_is_asked_by_d_bus(qapp):
    assert type(system_session_events()).__name__ == "LinuxSession"


def test_the_pretended_computer_of_tests_does_as_a_real_one(heard):
    events = FakeSessionEvents()
    events.go_away()
    events.listen(lambda: heard.append(1))
    events.go_away()
    events.stop()
    events.go_away()
    assert heard == [1]
