"""Listens to the system that the app runs on."""

import logging
import sys

from vcs_desktop.core.session_events import NoSessionEvents, SessionEvents

log = logging.getLogger(__name__)


def system_session_events() -> SessionEvents:
    """Return what this system says of locking, sleep and other users.

    Ask after the window was painted, for the first listening connects to the system.
    Where that cannot be done nothing is ever said, which ``IdleWatch`` makes up for.
    """
    try:
        if sys.platform == "win32":
            from vcs_desktop.ui.system.windows_session import WindowsSession

            return WindowsSession()
        if sys.platform == "darwin":
            from vcs_desktop.ui.system.mac_session import MacSession

            return MacSession()
        from vcs_desktop.ui.system.linux_session import LinuxSession

        return LinuxSession()
    except (ImportError, OSError, AttributeError) as error:
        log.info("the system says nothing of its session: %s", type(error).__name__)
        return NoSessionEvents()
