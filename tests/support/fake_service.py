"""An infrastructure service in memory, as the contract between laptop and service has it.

``FakeServer`` holds what a database holds, and ``at`` gives a laptop its way to it. What can
go wrong on the way is said by ``faults``: a function that is told each request before and
after it was done, and may raise.
"""

import copy
import hashlib
import secrets
import uuid
from datetime import timedelta

from tests.support.fake_service_doors import Asking, Door, Laptops, Shared
from tests.support.fake_service_tables import KeptCode, KeptOperation, Tables
from tests.support.vault_examples import MovableClock
from vcs_desktop.sync import service_errors as errors
from vcs_desktop.wire import service as wire
from vcs_desktop.wire.service_joining_json import letters_digest


class _Parts(Asking):
    """What operations and files need."""

    def _files(self, t, sha256):
        group = self._enter(t)
        if sha256 in group.erased_blobs:
            raise errors.Gone(code=wire.Code.ERASED)
        return group.blobs


class _Log(Asking):
    """The sealed operations, and the keys."""

    def operations(self, after, limit=wire.MOST_IN_A_PAGE):
        def read(t):
            group = self._enter(t)
            found, size = [], 0
            for each in group.operations[after:]:
                size += len(each.body or each.blank or b"")
                if len(found) == limit or (found and size > wire.MOST_BODIES):
                    break
                found.append(
                    wire.StoredOperation(
                        each.number,
                        each.uuid,
                        each.device,
                        each.sha256,
                        each.body,
                        each.blank,
                        each.blanked_by,
                    )
                )
            waiting = [j for j in t.joins.values() if self._waits(j)]
            head = len(group.operations)
            epoch = max(group.epochs, default=0)
            return wire.Page(t.era, head, epoch, len(waiting), tuple(found))

        return self._ask("operations", read)

    def push(self, operations):
        def store(t):
            group, device = self._enter(t), t.tokens[self._token][1]
            assert 0 < len(operations) <= wire.MOST_IN_A_PUSH
            assert sum(len(each.body) for each in operations) <= wire.MOST_BODIES
            held = {each.uuid: each for each in group.operations}
            results = []
            for each in operations:
                sha256 = hashlib.sha256(each.body).hexdigest()
                known = held.get(each.uuid)
                if known is None:
                    number = len(group.operations) + 1
                    known = KeptOperation(number, each.uuid, device, sha256, each.body)
                    group.operations.append(known)
                    held[each.uuid] = known
                    results.append(wire.Pushed(each.uuid, wire.Outcome.STORED, number))
                elif known.body is None:
                    results.append(wire.Pushed(each.uuid, wire.Outcome.ERASED, known.number))
                elif known.sha256 == sha256:
                    results.append(wire.Pushed(each.uuid, wire.Outcome.SAME, known.number))
                else:
                    results.append(wire.Pushed(each.uuid, wire.Outcome.OTHER_BYTES, None))
            return wire.PushAnswer(t.era, tuple(results))

        return self._ask("push", store)

    def blank(self, uuid, blank):
        def put(t):
            group = self._enter(t)
            known = next((each for each in group.operations if each.uuid == uuid), None)
            if known is None:
                raise errors.NotThere(code=wire.Code.NOT_THERE)
            if known.body is None and known.blank != blank:
                raise errors.OtherBytes(code=wire.Code.OTHER_BYTES)
            known.body, known.blank = None, blank
            known.blanked_by = t.tokens[self._token][1]

        self._ask("blank", put)

    def put_epoch(self, number, epoch):
        def put(t):
            group = self._enter(t)
            if epoch.by != t.tokens[self._token][1]:
                raise errors.NotAllowed(code=wire.Code.NOT_ALLOWED)
            known = group.epochs.get(number)
            if known == epoch:
                return
            if known is not None or number != max(group.epochs, default=0) + 1:
                raise errors.Taken(code=wire.Code.TAKEN)
            group.epochs[number] = epoch

        self._ask("put_epoch", put)

    def epochs(self, after):
        def read(t):
            group, device = self._enter(t), t.tokens[self._token][1]
            return tuple(
                wire.EpochLetter(
                    number,
                    each.by,
                    each.letters.get(device),
                    letters_digest(each.letters),
                    each.signature,
                )
                for number, each in sorted(group.epochs.items())
                if number > after
            )

        return self._ask("epochs", read)


class _Files(_Parts):
    """The sealed files."""

    def blob_received(self, sha256):
        def count(t):
            return len(self._files(t, sha256).get(sha256, (b"", 0))[0])

        return self._ask("blob_received", count)

    def put_blob(self, sha256, offset, size, part):
        def put(t):
            files = self._files(t, sha256)
            there, whole = files.get(sha256, (b"", size))
            assert len(part) <= wire.MOST_PART
            if whole != size and not offset and len(there) < whole:
                there = b""
            elif whole != size:
                raise errors.Refused(code=wire.Code.OTHER_BYTES)
            if offset > len(there):
                raise errors.Refused(code=wire.Code.WRONG_OFFSET)
            now = there[:offset] + part if offset + len(part) > len(there) else there
            if len(now) == size and hashlib.sha256(now).hexdigest() != sha256:
                files.pop(sha256, None)
                raise errors.NotUnderstood(code=wire.Code.MALFORMED)
            files[sha256] = now, size
            return len(now)

        return self._ask("put_blob", put)

    def get_blob(self, sha256, offset, most=wire.MOST_PART):
        def get(t):
            content, size = self._files(t, sha256).get(sha256, (b"", -1))
            if len(content) != size or offset >= size:
                raise errors.NotThere(code=wire.Code.NOT_THERE)
            return content[offset : offset + most]

        return self._ask("get_blob", get)

    def erase_blob(self, sha256):
        def erase(t):
            group = self._enter(t)
            group.blobs.pop(sha256, None)
            group.erased_blobs.add(sha256)

        self._ask("erase_blob", erase)


class FakeService(Door, _Log, _Files, Laptops, Shared):
    """The service as one laptop, or anybody, may ask it."""

    def entering(self, group, token):
        return FakeService(self.server, self.address, group, token)

    def close(self):
        pass


class FakeServer:
    """The service itself. ``requests`` counts what was asked, ``octets`` the bodies that went."""

    def __init__(self, clock=None):
        self.clock = clock or MovableClock()
        self.tables = Tables()
        self.requests = 0
        self.asked = []
        self.faults = lambda _when, _what: None

    def at(self, address):
        """Return the way in for anybody."""
        return FakeService(self, address)

    def new_code(self):
        """Return a code by which a group may begin, as an officer makes one."""
        code = secrets.token_hex(8)
        until = self.clock.now() + timedelta(days=14)
        self.tables.codes[KeptCode.typed(code)] = KeptCode(until)
        return code

    def backup(self):
        """Return the database as it is now."""
        return copy.deepcopy(self.tables)

    def restore(self, backup):
        """Put the database back: a new era begins."""
        self.tables = copy.deepcopy(backup)
        self.tables.era = str(uuid.uuid4())

    def group(self, group):
        """Return what is held of a group."""
        return self.tables.groups[group]
