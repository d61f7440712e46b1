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

from tests.support.fake_service_asking import Asking, Shared
from tests.support.fake_service_tables import (
    KeptGroup,
    KeptJoin,
    KeptOperation,
    Tables,
)
from tests.support.vault_examples import MovableClock
from vcs_desktop.sync import service_errors as errors
from vcs_desktop.wire import service as wire
from vcs_desktop.wire.service_joining_json import letters_digest


class _Door(Asking):
    """What anybody may ask."""

    def probe(self):
        return self._ask("probe", lambda t: wire.Probe("n" * 20, t.era, "", "A service"))

    def start_group(self, group, code, device):
        def start(t):
            plain = code.upper().replace(" ", "").replace("-", "")
            if plain not in t.codes:
                raise errors.NotThere(code=wire.Code.NOT_THERE)
            used, token, until = t.codes[plain]
            is_over = used is None and self.server.clock.now() > until
            if is_over or used not in (None, (group, device)) or token in t.used:
                raise errors.Gone(code=wire.Code.EXPIRED)
            if group in t.groups and used is None:
                raise errors.Taken(code=wire.Code.TAKEN)
            t.tokens.pop(token, None)
            t.groups.setdefault(group, KeptGroup()).devices[device.id] = device
            token = self._new_token(t, group, device.id)
            t.codes[plain] = (group, device), token, until
            return wire.Admitted(token, t.era)

        return self._ask("start_group", start)

    def invitation(self, locator):
        def find(t):
            group, kept = self._invitation(t, locator)
            return wire.Invitation(group, kept[0], kept[1])

        return self._ask("invitation", find)

    def ask_to_join(self, locator, device, proof):
        def ask(t):
            group, _ = self._invitation(t, locator)
            if device.id in t.groups[group].devices:
                raise errors.Taken(code=wire.Code.TAKEN)
            known = t.joins.get(device.id)
            is_other = known is not None and known.request.device != device
            if is_other and not known.refused:
                raise errors.Taken(code=wire.Code.TAKEN)
            waiting = secrets.token_urlsafe(32)
            request = wire.JoinRequest(locator, device, proof)
            t.joins[device.id] = KeptJoin(group, request, waiting)
            return waiting

        return self._ask("ask_to_join", ask)

    def joined(self, device, waiting_token):
        def answer(t):
            waits = [each for each in t.joins.values() if each.waiting == waiting_token]
            if not waits:
                raise errors.TokenNotKnown(code=wire.Code.UNKNOWN_TOKEN)
            (join,) = waits
            if join.request.device.id != device:
                raise errors.NotThere(code=wire.Code.NOT_THERE)
            if join.refused or join.is_used:
                raise errors.Gone(code=wire.Code.EXPIRED)
            if join.welcome is None:
                return None
            t.tokens.pop(join.token, None)
            join.token = self._new_token(t, join.group, device)
            return wire.Welcome(join.welcome, wire.Admitted(join.token, t.era))

        return self._ask("joined", answer)


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
            known.body, known.blank = None, blank
            known.blanked_by = t.tokens[self._token][1]

        self._ask("blank", put)

    def put_back(self, uuid, body):
        def put(t):
            group = self._enter(t)
            known = next((each for each in group.operations if each.uuid == uuid), None)
            if known is None:
                raise errors.NotThere(code=wire.Code.NOT_THERE)
            if known.sha256 != hashlib.sha256(body).hexdigest():
                raise errors.OtherBytes(code=wire.Code.OTHER_BYTES)
            known.body, known.blank, known.blanked_by = body, None, ""

        self._ask("put_back", put)

    def put_epoch(self, number, epoch):
        def put(t):
            group = self._enter(t)
            known = group.epochs.get(number)
            if epoch.by != t.tokens[self._token][1]:
                raise errors.NotAllowed(code=wire.Code.NOT_ALLOWED)
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


class _Files(Asking):
    """The sealed files."""

    def blob_received(self, sha256):
        def count(t):
            return len(self._files(t, sha256).get(sha256, (b"", 0))[0])

        return self._ask("blob_received", count)

    def put_blob(self, sha256, offset, size, part):
        def put(t):
            if not offset:
                self._enter(t).erased_blobs.discard(sha256)
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


class _Laptops(Asking):
    """The laptops of a group."""

    def devices(self):
        def read(t):
            group = self._enter(t)
            return tuple(
                wire.ListedDevice(each, each.id in group.removed) for each in group.devices.values()
            )

        return self._ask("devices", read)

    def remove_device(self, device):
        def remove(t):
            group = self._enter(t)
            if device not in group.devices:
                raise errors.NotThere(code=wire.Code.NOT_THERE)
            group.removed.add(device)

        self._ask("remove_device", remove)

    def invite(self, locator, offer):
        def put(t):
            group = self._enter(t)
            now = self.server.clock.now()
            still = {key: each for key, each in group.invitations.items() if each[1] > now}
            others = [each for each in t.groups.values() if each is not group]
            is_elsewhere = any(locator in each.invitations for each in others)
            is_other = group.invitations.get(locator, (offer,))[0] != offer
            if is_elsewhere or is_other or len(still.keys() - {locator}) >= wire.MOST_INVITATIONS:
                raise errors.Taken(code=wire.Code.TAKEN)
            until = now + timedelta(seconds=wire.INVITATION_S)
            group.invitations = {**still, locator: (offer, until)}

        self._ask("invite", put)

    def joins(self):
        def read(t):
            self._enter(t)
            return tuple(each.request for each in t.joins.values() if self._waits(each))

        return self._ask("joins", read)

    def welcome(self, device, welcome):
        def put(t):
            group = self._enter(t)
            join = t.joins.get(device)
            if join is None or join.group != self._group_id or join.refused:
                raise errors.NotThere(code=wire.Code.NOT_THERE)
            if join.welcome is not None:
                if join.welcome != welcome:
                    raise errors.OtherBytes(code=wire.Code.OTHER_BYTES)
                return
            join.welcome = welcome
            group.devices[device] = join.request.device
            join.token = self._new_token(t, self._group_id, device)

        self._ask("welcome", put)

    def refuse(self, device):
        def put(t):
            self._enter(t)
            join = t.joins.get(device)
            if join is None or join.group != self._group_id:
                raise errors.NotThere(code=wire.Code.NOT_THERE)
            join.refused = True

        self._ask("refuse", put)


class FakeService(_Door, _Log, _Files, _Laptops, Shared):
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
        code = secrets.token_hex(8).upper()
        self.tables.codes[code] = None, "", self.clock.now() + timedelta(days=14)
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
