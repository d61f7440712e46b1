"""What the system says of its network, where it says something and where it does not."""

import pytest
from PySide6.QtNetwork import QNetworkInformation

from vcs_desktop.core.network_state import UnknownNetwork
from vcs_desktop.ui.system.network_state import SystemNetwork, system_network_state

Feature, Reach = QNetworkInformation.Feature, QNetworkInformation.Reachability


class Signal:
    """Connects and says, as Qt's do."""

    def __init__(self):
        self.slots = []

    def connect(self, slot):
        self.slots.append(slot)

    def disconnect(self, slot):
        self.slots.remove(slot)

    def emit(self):
        for slot in list(self.slots):
            slot()


class Information:
    """A system that knows some things of its network."""

    def __init__(self, *knows, reach=Reach.Unknown, metered=False, portal=False):
        self.knows = knows
        self.reachability = lambda: reach
        self.isMetered = lambda: metered
        self.isBehindCaptivePortal = lambda: portal
        self.reachabilityChanged = Signal()
        self.isMeteredChanged = Signal()
        self.isBehindCaptivePortalChanged = Signal()

    def supports(self, feature):
        return feature in self.knows


def said(network):
    return network.is_online, network.is_metered, network.is_behind_portal


def test_a_system_that_knows_nothing_says_nothing(qapp):
    assert said(SystemNetwork(Information())) == (None, None, None)
    assert said(UnknownNetwork()) == (None, None, None)


def test_a_system_that_knows_all_says_it(qapp):
    every = (Feature.Reachability, Feature.Metered, Feature.CaptivePortal)
    network = SystemNetwork(Information(*every, reach=Reach.Online, metered=True, portal=True))
    assert said(network) == (True, True, True)


@pytest.mark.parametrize(
    ("reach", "is_online"),
    [
        (Reach.Online, True),
        (Reach.Disconnected, False),
        (Reach.Local, None),
        (Reach.Site, None),
        (Reach.Unknown, None),
    ],
)
def test_a_network_that_ends_in_this_house_may_still_have_the_service(qapp, reach, is_online):
    assert SystemNetwork(Information(Feature.Reachability, reach=reach)).is_online is is_online


def test_what_changes_is_told_until_nobody_listens_any_more(qapp):
    information, heard = Information(), []
    network = SystemNetwork(information)
    network.listen(lambda: heard.append(1))
    information.isMeteredChanged.emit()
    information.reachabilityChanged.emit()
    assert len(heard) == 2
    network.stop()
    network.stop()
    information.isMeteredChanged.emit()
    assert len(heard) == 2
    assert information.isMeteredChanged.slots == []


def test_a_computer_without_a_way_to_know_is_one_of_which_nothing_is_known(qapp, monkeypatch):
    monkeypatch.setattr(QNetworkInformation, "loadDefaultBackend", lambda: False)
    network = system_network_state()
    assert said(network) == (None, None, None)
    network.listen(lambda: None)
    network.stop()


def test_this_computer_answers_something(qapp):
    network = system_network_state()
    assert all(each in (True, False, None) for each in said(network))
    network.listen(lambda: None)
    network.stop()
