"""Who may come into the service in memory, who wants to, and what is shared there."""

import hashlib
import secrets
from dataclasses import replace
from datetime import timedelta

from tests.support.fake_service_tables import KeptCode, KeptGroup, KeptJoin, KeptShared
from vcs_desktop.sync import service_errors as errors
from vcs_desktop.wire import service as wire


class Asking:
    """What every part of it needs."""

    def __init__(self, server, address, group="", token=""):
        self.server = server
        self.address = address
        self._group_id = group
        self._token = token

    def _ask(self, what, do):
        self.server.requests += 1
        self.server.asked.append(what)
        self.server.faults("before", what)
        answer = do(self.server.tables)
        self.server.faults("after", what)
        return answer

    def _enter(self, t, *, own=False):
        """Return the group; ``own`` asks about no group by its id."""
        known = t.tokens.get(self._token)
        if known is None:
            raise errors.TokenNotKnown(code=wire.Code.UNKNOWN_TOKEN)
        group = t.groups[known[0]]
        if known[1] in group.removed:
            raise errors.DeviceRemoved(code=wire.Code.REMOVED)
        if known[0] != self._group_id and not own:
            raise errors.NotThere(code=wire.Code.NOT_THERE)
        t.used.add(self._token)
        return group

    def _new_token(self, t, group, device):
        """Return a token, the only one that a device has from now on."""
        for token in [token for token, of in t.tokens.items() if of == (group, device)]:
            del t.tokens[token]
        token = secrets.token_urlsafe(32)
        t.tokens[token] = (group, device)
        return token

    def _has_used_its_token(self, t, group, device):
        return any(t.tokens.get(token) == (group, device) for token in t.used)


class Door(Asking):
    """What anybody may ask."""

    def probe(self):
        return self._ask("probe", lambda t: wire.Probe("n" * 20, t.era, "", "A service"))

    def start_group(self, group, code, device):
        def start(t):
            kept = t.codes.get(KeptCode.typed(code))
            if kept is None:
                raise errors.NotThere(code=wire.Code.NOT_THERE)
            is_same = kept.group == group and t.groups[group].devices.get(device.id) == device
            used = kept.group is not None and not is_same
            if kept.until <= self.server.clock.now() or used:
                raise errors.Gone(code=wire.Code.EXPIRED)
            if is_same and self._has_used_its_token(t, group, device.id):
                raise errors.Gone(code=wire.Code.EXPIRED)
            if not is_same and group in t.groups:
                raise errors.Taken(code=wire.Code.TAKEN)
            kept.group = group
            t.groups.setdefault(group, KeptGroup()).devices[device.id] = device
            return wire.Admitted(self._new_token(t, group, device.id), t.era)

        return self._ask("start_group", start)

    def _invitation(self, t, locator):
        for group_id, group in t.groups.items():
            if locator in group.invitations:
                kept = group.invitations[locator]
                if kept[1] <= self.server.clock.now():
                    raise errors.Gone(code=wire.Code.EXPIRED)
                return group_id, kept
        raise errors.NotThere(code=wire.Code.NOT_THERE)

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
            request, known = wire.JoinRequest(locator, device, proof), t.joins.get(device.id)
            if known and known.request.locator == locator and known.request != request:
                raise errors.Taken(code=wire.Code.TAKEN)
            waiting = secrets.token_urlsafe(32)
            if known and known.request == request:
                known.waiting = waiting
            else:
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
            if join.refused or self._has_used_its_token(t, join.group, device):
                raise errors.Gone(code=wire.Code.EXPIRED)
            if join.welcome is None:
                return None
            token = self._new_token(t, join.group, device)
            return wire.Welcome(join.welcome, wire.Admitted(token, t.era))

        return self._ask("joined", answer)


class Laptops(Asking):
    """The laptops of a group."""

    def _waits(self, join):
        return join.group == self._group_id and join.welcome is None and not join.refused

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
            group, now = self._enter(t), self.server.clock.now()
            if group.invitations.get(locator, ("",))[0] == offer:
                return
            still = [each for each in group.invitations.values() if each[1] > now]
            known = any(locator in each.invitations for each in t.groups.values())
            if known or len(still) >= wire.MOST_INVITATIONS:
                raise errors.Taken(code=wire.Code.TAKEN)
            group.invitations[locator] = (offer, now + timedelta(seconds=wire.INVITATION_S))

        self._ask("invite", put)

    def joins(self):
        def read(t):
            self._enter(t)
            return tuple(each.request for each in t.joins.values() if self._waits(each))

        return self._ask("joins", read)

    def welcome(self, device, welcome):
        def put(t):
            group, join = self._enter(t), t.joins.get(device)
            if join is not None and join.group == self._group_id and join.welcome is not None:
                if join.welcome != welcome:
                    raise errors.OtherBytes(code=wire.Code.OTHER_BYTES)
                return
            if join is None or not self._waits(join):
                raise errors.NotThere(code=wire.Code.NOT_THERE)
            join.welcome = welcome
            group.devices[device] = join.request.device
            self._new_token(t, self._group_id, device)

        self._ask("welcome", put)

    def refuse(self, device):
        def put(t):
            self._enter(t)
            join = t.joins.get(device)
            if join is None or join.group != self._group_id or join.welcome is not None:
                raise errors.NotThere(code=wire.Code.NOT_THERE)
            join.refused = True

        self._ask("refuse", put)


class Shared(Asking):
    """What is shared with the council."""

    def submit(self, submission):
        def put(t):
            self._enter(t, own=True)
            group = t.tokens[self._token][0]
            kept = t.inbox.get(submission.uuid)
            if kept is None:
                sha256 = hashlib.sha256(submission.body).hexdigest()
                now = self.server.clock.now().replace(microsecond=0)
                receipt = wire.Receipt(submission.uuid, sha256, now, t.era)
                state = wire.SubmissionState(wire.State.RECEIVED, None, None)
                kept = t.inbox[submission.uuid] = KeptShared(group, submission, receipt, state)
            if kept.group == group and kept.state.state is wire.State.WITHDRAWN:
                raise errors.Gone(code=wire.Code.WITHDRAWN)
            if (kept.group, kept.submission) != (group, submission):
                raise errors.OtherBytes(code=wire.Code.OTHER_BYTES)
            return replace(kept.receipt, era=t.era)

        return self._ask("submit", put)

    def submission(self, uuid):
        def read(t):
            kept = self._shared(t, uuid)
            until, today = kept.state.keep_until_on, self.server.clock.today()
            if until is not None and until < today and kept.state.state != wire.State.WITHDRAWN:
                kept.state = replace(kept.state, state=wire.State.KEPT_UNTIL_OVER)
            return kept.state

        return self._ask("submission", read)

    def withdraw(self, uuid):
        def take_back(t):
            kept = self._shared(t, uuid)
            kept.state = replace(kept.state, state=wire.State.WITHDRAWN, reply=None)

        self._ask("withdraw", take_back)

    def _shared(self, t, uuid):
        self._enter(t, own=True)
        kept = t.inbox.get(uuid)
        if kept is None or kept.group != t.tokens[self._token][0]:
            raise errors.NotThere(code=wire.Code.NOT_THERE)
        return kept
