"""A service that lies to laptops: it drops, reorders, replays and cuts off what it holds."""

import hashlib
from dataclasses import replace

from tests.support.fake_service import FakeService


class HostileService(FakeService):
    """The service in memory, whose answers go through functions of a test.

    ``page`` changes a page of operations, ``pushed`` what is answered to a push, ``letters``
    the letters with keys, ``part`` a part of a file.
    """

    def __init__(self, server, address, group="", token="", **lies):
        super().__init__(server, address, group, token)
        self._lies = lies

    def entering(self, group, token):
        return HostileService(self.server, self.address, group, token, **self._lies)

    def operations(self, after, limit=500):
        page = super().operations(after, limit)
        changed = self._lies.get("page", lambda page, _after: page)(page, after)
        numbers = [each.number for each in changed.operations]
        assert numbers == sorted(set(numbers))  # else the way there refuses it
        return changed

    def push(self, operations):
        lie = self._lies.get("pushed")
        return super().push(operations) if lie is None else lie(self, operations)

    def epochs(self, after):
        return self._lies.get("letters", lambda letters: letters)(super().epochs(after))

    def get_blob(self, sha256, offset, most=1 << 20):
        return self._lies.get("part", lambda part: part)(super().get_blob(sha256, offset, most))


def lying(server, **lies):
    """Return what comes to a service that lies in these ways."""
    return lambda address: HostileService(server, address, **lies)


def with_body(stored, body):
    """Return an operation with other bytes, whose digest is right."""
    return replace(stored, body=body, sha256=hashlib.sha256(body).hexdigest())


def flipped(content, at=-1):
    """Return bytes with one bit changed."""
    changed = bytearray(content)
    changed[at] ^= 1
    return bytes(changed)
