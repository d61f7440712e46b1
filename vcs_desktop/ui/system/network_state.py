"""Asks the system what kind of network this computer is on, as far as it says so."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, SignalInstance, Slot
from PySide6.QtNetwork import QNetworkInformation

from vcs_desktop.core.network_state import NetworkState, UnknownNetwork

log = logging.getLogger(__name__)

_Feature = QNetworkInformation.Feature
_Reach = QNetworkInformation.Reachability
_IS_ONLINE = {_Reach.Online: True, _Reach.Disconnected: False}
"""What reaches this place only may still reach a service that stands here: nobody knows."""


class SystemNetwork(QObject):
    """Fulfils ``NetworkState`` by what Qt hears from the system."""

    def __init__(self, information: QNetworkInformation) -> None:
        super().__init__()
        self._information = information
        self._changed: Callable[[], None] | None = None

    @property
    def is_online(self) -> bool | None:
        """Whether the internet can be reached."""
        if not self._information.supports(_Feature.Reachability):
            return None
        return _IS_ONLINE.get(self._information.reachability())

    @property
    def is_metered(self) -> bool | None:
        """Whether it costs by the amount."""
        can = self._information.supports(_Feature.Metered)
        return bool(self._information.isMetered()) if can else None

    @property
    def is_behind_portal(self) -> bool | None:
        """Whether somebody has to sign in to the Wi-Fi first."""
        can = self._information.supports(_Feature.CaptivePortal)
        return bool(self._information.isBehindCaptivePortal()) if can else None

    def listen(self, changed: Callable[[], None]) -> None:
        """Call this whenever any of it changes, until ``stop``."""
        if self._changed is None:
            for said in self._signals():
                said.connect(self._tell)
        self._changed = changed

    def stop(self) -> None:
        """Listen no more. A second time does nothing."""
        if self._changed is not None:
            self._changed = None
            for said in self._signals():
                said.disconnect(self._tell)

    @Slot()
    def _tell(self) -> None:
        if self._changed is not None:
            self._changed()

    def _signals(self) -> tuple[SignalInstance, ...]:
        information = self._information
        return (
            information.reachabilityChanged,
            information.isMeteredChanged,
            information.isBehindCaptivePortalChanged,
        )


def system_network_state() -> NetworkState:
    """Return what this system says of its network; where it says nothing, nothing is known.

    Ask on the window's thread, after the window was painted.
    """
    if not QNetworkInformation.loadDefaultBackend():
        log.info("the system says nothing of its network")
        return UnknownNetwork()
    information = QNetworkInformation.instance()
    return UnknownNetwork() if information is None else SystemNetwork(information)
