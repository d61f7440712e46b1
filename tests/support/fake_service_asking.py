"""What every part of a service in memory needs, and the part by which something is shared."""

import hashlib
import secrets

from tests.support.fake_service_tables import KeptSubmission
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

    def _enter(self, t):
        group_id, device = self._who(t)
        if group_id != self._group_id:
            raise errors.NotThere(code=wire.Code.NOT_THERE)
        join = t.joins.get(device)
        if join is not None and join.token == self._token:
            join.is_used = True
        return t.groups[group_id]

    def _who(self, t):
        known = t.tokens.get(self._token)
        if known is None:
            raise errors.TokenNotKnown(code=wire.Code.UNKNOWN_TOKEN)
        t.used.add(self._token)
        if known[1] in t.groups[known[0]].removed:
            raise errors.DeviceRemoved(code=wire.Code.REMOVED)
        return known

    def _files(self, t, sha256):
        group = self._enter(t)
        if sha256 in group.erased_blobs:
            raise errors.Gone(code=wire.Code.ERASED)
        return group.blobs

    def _invitation(self, t, locator):
        for group_id, group in t.groups.items():
            if locator in group.invitations:
                kept = group.invitations[locator]
                if kept[1] <= self.server.clock.now():
                    raise errors.Gone(code=wire.Code.EXPIRED)
                return group_id, kept
        raise errors.NotThere(code=wire.Code.NOT_THERE)

    def _waits(self, join):
        return join.group == self._group_id and join.welcome is None and not join.refused

    def _new_token(self, t, group, device):
        token = secrets.token_urlsafe(32)
        t.tokens[token] = (group, device)
        return token


class Shared(Asking):
    """What is shared with the council."""

    def submit(self, submission):
        def put(t):
            group, _ = self._who(t)
            kept = t.inbox.setdefault(submission.uuid, KeptSubmission(group, submission))
            if kept.withdrawn and kept.group == group:
                raise errors.Gone(code=wire.Code.WITHDRAWN)
            if (kept.group, kept.submission) != (group, submission):
                raise errors.OtherBytes(code=wire.Code.OTHER_BYTES)
            kept.received_at = kept.received_at or self.server.clock.now()
            sha256 = hashlib.sha256(submission.body).hexdigest()
            return wire.Receipt(submission.uuid, sha256, kept.received_at, t.era)

        return self._ask("submit", put)

    def submission(self, uuid):
        def read(t):
            kept = self._kept(t, uuid)
            is_over = kept.until is not None and self.server.clock.today() > kept.until
            state = wire.State.ANSWERED if kept.reply is not None else wire.State.RECEIVED
            state = wire.State.KEPT_UNTIL_OVER if is_over else state
            state = wire.State.WITHDRAWN if kept.withdrawn else state
            return wire.SubmissionState(state, kept.reply, kept.until)

        return self._ask("submission", read)

    def withdraw(self, uuid):
        def take_back(t):
            self._kept(t, uuid).withdrawn = True

        self._ask("withdraw", take_back)

    def _kept(self, t, uuid):
        group, _ = self._who(t)
        kept = t.inbox.get(uuid)
        if kept is None or kept.group != group:
            raise errors.NotThere(code=wire.Code.NOT_THERE)
        return kept
