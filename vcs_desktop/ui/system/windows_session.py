"""Windows: a window that is never shown hears of locking, sleep and other users.

A window of our own rather than a filter of all of Qt's messages: Python is asked only
about the few that this window gets. It was tried with a pretended Windows, never on one.

Source: learn.microsoft.com, WTSRegisterSessionNotification, WM_WTSSESSION_CHANGE,
WM_POWERBROADCAST.
"""

import ctypes
import logging
import sys
from collections.abc import Callable
from ctypes import wintypes
from typing import Any, Final

SESSION_CHANGE: Final = 0x02B1
POWER_BROADCAST: Final = 0x0218
SUSPEND: Final = 0x4
GONE_AWAY: Final = {
    0x2,  # another user took over the screen
    0x4,  # the remote desktop was left
    0x6,  # logged off
    0x7,  # locked
}
_THIS_SESSION: Final = 0
_CLASS: Final = "VCSDesktopSession"
# Only Windows has a calling convention of its own for this.
_FUNCTION: Any = getattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE)
_RESULT: Any = ctypes.c_ssize_t
_PROCEDURE: Any = _FUNCTION(_RESULT, wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM)

log = logging.getLogger(__name__)


class _WindowClass(ctypes.Structure):
    """What Windows wants to know of a kind of window (``WNDCLASSW``)."""

    _fields_ = (
        ("style", wintypes.UINT),
        ("lpfnWndProc", _PROCEDURE),
        ("cbClsExtra", ctypes.c_int),
        ("cbWndExtra", ctypes.c_int),
        ("hInstance", wintypes.HINSTANCE),
        ("hIcon", wintypes.HANDLE),
        ("hCursor", wintypes.HANDLE),
        ("hbrBackground", wintypes.HANDLE),
        ("lpszMenuName", wintypes.LPCWSTR),
        ("lpszClassName", wintypes.LPCWSTR),
    )


class WindowsSession:
    """Fulfils ``SessionEvents``; where the window cannot be made it never says anything."""

    def __init__(self, user32: Any = None, wtsapi32: Any = None, kernel32: Any = None) -> None:
        """Make nothing yet. Only tests give libraries of their own.

        Raises:
            OSError: this is not Windows, or parts of it are missing; or AttributeError.
        """
        self._user32 = user32 or _library("user32")
        self._wtsapi32 = wtsapi32 or _library("wtsapi32")
        self._instance = (kernel32 or _library("kernel32")).GetModuleHandleW(None)
        _declare(self._user32, self._wtsapi32)
        self._gone_away: Callable[[], None] | None = None
        self._window: Any = None
        # Kept for as long as Windows may call it.
        self._procedure = _PROCEDURE(self._hear)

    def listen(self, gone_away: Callable[[], None]) -> None:
        """Call this each time the person may have gone away, until ``stop``."""
        self._gone_away = gone_away
        if self._window is not None:
            return
        kind = _WindowClass(
            lpfnWndProc=self._procedure, hInstance=self._instance, lpszClassName=_CLASS
        )
        self._user32.RegisterClassW(ctypes.byref(kind))
        # Not one "for messages only": those are not told of sleep.
        self._window = self._user32.CreateWindowExW(
            0, _CLASS, _CLASS, 0, 0, 0, 0, 0, None, None, self._instance, None
        )
        if not self._window:
            self._window = None
            log.info("there is no window to hear of locking")
        elif not self._wtsapi32.WTSRegisterSessionNotification(self._window, _THIS_SESSION):
            log.info("Windows will not say when it is locked")

    def stop(self) -> None:
        """Listen no more."""
        self._gone_away = None
        if self._window is not None:
            self._wtsapi32.WTSUnRegisterSessionNotification(self._window)
            self._user32.DestroyWindow(self._window)
            self._window = None
            self._user32.UnregisterClassW(_CLASS, self._instance)

    def _hear(self, window: Any, message: int, first: int, second: int) -> int:
        away = (message == SESSION_CHANGE and first in GONE_AWAY) or (
            message == POWER_BROADCAST and first == SUSPEND
        )
        if away and self._gone_away is not None:
            self._gone_away()
        return int(self._user32.DefWindowProcW(window, message, first, second))


def _library(name: str) -> Any:
    if sys.platform == "win32":
        return ctypes.WinDLL(name)
    raise OSError("this is not Windows")


def _declare(user32: Any, wtsapi32: Any) -> None:
    """Say what the functions take: without it a window's number would be cut to 32 bits."""
    user32.DefWindowProcW.restype = _RESULT
    user32.DefWindowProcW.argtypes = _PROCEDURE._argtypes_
    user32.CreateWindowExW.restype = wintypes.HWND
    user32.CreateWindowExW.argtypes = (
        wintypes.DWORD, wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.DWORD,
        ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_int,
        wintypes.HWND, wintypes.HMENU, wintypes.HINSTANCE, wintypes.LPVOID,
    )  # fmt: skip
    user32.DestroyWindow.argtypes = (wintypes.HWND,)
    user32.UnregisterClassW.argtypes = (wintypes.LPCWSTR, wintypes.HINSTANCE)
    wtsapi32.WTSRegisterSessionNotification.argtypes = (wintypes.HWND, wintypes.DWORD)
    wtsapi32.WTSUnRegisterSessionNotification.argtypes = (wintypes.HWND,)
