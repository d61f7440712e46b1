"""A laptop whose window gets updates from a service on this computer."""

from tests.support.arriving import Laptop
from tests.support.library_examples import call

MANY = tuple(call(f"grant {number:03}", note=f"{number * 7919}") for number in range(300))


class Network:
    """A network that is as a test says, and tells when it changes."""

    def __init__(self, *, is_online=None, is_metered=None, is_behind_portal=None):
        self.is_online = is_online
        self.is_metered = is_metered
        self.is_behind_portal = is_behind_portal
        self._changed = []

    def listen(self, changed):
        self._changed.append(changed)

    def stop(self):
        self._changed.clear()

    def become(self, **said):
        for name, value in said.items():
            setattr(self, name, value)
        for changed in list(self._changed):
            changed()


class Arriving:
    """The one service that getting updates needs, at a laptop of its own."""

    def __init__(self, folder, *, clock=None, afterwards=None):
        self.laptop = Laptop(folder, clock=clock, afterwards=afterwards)
        self.arrivals = self.laptop.arrivals
        self.clock = self.laptop.clock

    def close(self):
        self.laptop.close()
