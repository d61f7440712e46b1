"""macOS: an observer hears of locking, sleep and fast user switching.

None of this was ever run: there was no Mac. Where a step of it fails, the app hears
nothing and goes on; ``IdleWatch`` still locks.

Source: developer.apple.com, NSWorkspaceWillSleepNotification and
NSWorkspaceSessionDidResignActiveNotification; "com.apple.screenIsLocked" is not
documented, but what other programs listen to (KeePassXC, Bitwarden).
"""

import ctypes
import ctypes.util
import logging
from collections.abc import Callable
from ctypes import c_bool, c_char_p, c_size_t, c_void_p
from typing import Any, Final

OF_THE_SCREEN: Final = (b"com.apple.screenIsLocked",)
OF_THE_COMPUTER: Final = (
    b"NSWorkspaceWillSleepNotification",
    b"NSWorkspaceSessionDidResignActiveNotification",
)
_CLASS: Final = b"VCSDesktopSessionObserver"
_SELECTOR: Final = b"goneAway:"
_METHOD: Final = ctypes.CFUNCTYPE(None, c_void_p, c_void_p, c_void_p)

log = logging.getLogger(__name__)

_listening: "list[MacSession]" = []


class MacSession:
    """Fulfils ``SessionEvents``."""

    def __init__(self, objc: Any = None) -> None:
        """Make nothing yet. Only tests give a library of their own.

        Raises:
            OSError: this is not macOS; or AttributeError.
        """
        self._objc = objc or ctypes.CDLL(ctypes.util.find_library("objc"))
        _declare(self._objc)
        self._gone_away: Callable[[], None] | None = None
        self._observer: Any = None

    def listen(self, gone_away: Callable[[], None]) -> None:
        """Call this each time the person may have gone away, until ``stop``."""
        self._gone_away = gone_away
        if self._observer is not None:
            return
        _listening.append(self)
        self._observer = self._send(self._class(), b"new")
        if not self._observer:
            self._observer = None
            _listening.remove(self)
            log.info("there is nothing that could hear of locking")
            return
        for center, names in ((self._screen(), OF_THE_SCREEN), (self._computer(), OF_THE_COMPUTER)):
            for name in names:
                self._add(center, name)

    def stop(self) -> None:
        """Listen no more."""
        self._gone_away = None
        if self._observer is None:
            return
        for center in (self._screen(), self._computer()):
            self._send(center, b"removeObserver:", self._observer)
        self._send(self._observer, b"release")
        self._observer = None
        _listening.remove(self)

    def say(self) -> None:
        """Say that the person may have gone away."""
        if self._gone_away is not None:
            self._gone_away()

    def _class(self) -> Any:
        """Return a class of our own whose one method is ``_hear``."""
        parent = self._objc.objc_getClass(b"NSObject")
        made = self._objc.objc_allocateClassPair(parent, _CLASS, 0)
        if not made:  # it was made before
            return self._objc.objc_getClass(_CLASS)
        selector = self._objc.sel_registerName(_SELECTOR)
        self._objc.class_addMethod(made, selector, _heard, b"v@:@")
        self._objc.objc_registerClassPair(made)
        return made

    def _screen(self) -> Any:
        owner = self._objc.objc_getClass(b"NSDistributedNotificationCenter")
        return self._send(owner, b"defaultCenter")

    def _computer(self) -> Any:
        workspace = self._send(self._objc.objc_getClass(b"NSWorkspace"), b"sharedWorkspace")
        return self._send(workspace, b"notificationCenter")

    def _add(self, center: Any, name: bytes) -> None:
        words = ctypes.create_string_buffer(name)
        text = self._send(
            self._objc.objc_getClass(b"NSString"),
            b"stringWithUTF8String:",
            ctypes.addressof(words),
        )
        self._send(
            center, b"addObserver:selector:name:object:",
            self._observer, self._objc.sel_registerName(_SELECTOR), text, None,
        )  # fmt: skip

    def _send(self, receiver: Any, message: bytes, *given: Any) -> Any:
        """Send a message whose values are all pointers; to nothing, it answers nothing."""
        if not receiver:
            return None
        # Called in exactly the form of this message: Apple's own processors need it so.
        kind = ctypes.CFUNCTYPE(c_void_p, c_void_p, c_void_p, *(c_void_p for _ in given))
        call = kind(ctypes.cast(self._objc.objc_msgSend, c_void_p).value or 0)
        return call(receiver, self._objc.sel_registerName(message), *given)


def _hear(_observer: Any, _selector: Any, _notification: Any) -> None:
    for each in tuple(_listening):
        each.say()


# The class is there for as long as the program, and so is what it calls.
_heard: Final = _METHOD(_hear)


def _declare(objc: Any) -> None:
    """Say what the functions take and give: without it pointers would be cut to 32 bits."""
    for name, gives, takes in (
        ("objc_getClass", c_void_p, (c_char_p,)),
        ("sel_registerName", c_void_p, (c_char_p,)),
        ("objc_allocateClassPair", c_void_p, (c_void_p, c_char_p, c_size_t)),
        ("class_addMethod", c_bool, (c_void_p, c_void_p, _METHOD, c_char_p)),
        ("objc_registerClassPair", None, (c_void_p,)),
    ):
        function = getattr(objc, name)
        function.restype, function.argtypes = gives, takes
