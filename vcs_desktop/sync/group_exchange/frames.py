"""Operations into sealed frames, and out of them again."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC
from typing import Any, Final

from vcs_desktop.domain.arriving_changes import Why
from vcs_desktop.storage.exchange_log import Arrived, Signed, ToGive
from vcs_desktop.storage.exchange_state import Epoch
from vcs_desktop.storage.operation_log import Logged, read_operation
from vcs_desktop.vault.device_keys import SignKeys
from vcs_desktop.vault.operation_sealing import Place, is_signed_by, opened, sealed, signature_of
from vcs_desktop.vault.sealing import NotOpened
from vcs_desktop.wire.operation import Operation, operation_digest
from vcs_desktop.wire.record import canonical
from vcs_desktop.wire.sealed_frame import Frame, Inside, Sort, frame_of

_BLANK: Final = (
    "id", "device", "kind", "record_id", "deed", "act_id", "at", "who", "previous", "digest",
)  # fmt: skip


@dataclass(slots=True)
class Opened:
    """What was in a frame, whose signature is not believed yet.

    ``next`` is what its signer signed as the next in the same line, where that came too, and
    ``looked_at`` says for each key that was asked about whether its owner signed it.
    """

    arrived: Arrived
    place: Place
    inside: Inside = field(repr=False)
    logged: Logged
    operation: Operation = field(repr=False)
    next: "Opened | None" = field(default=None, repr=False, compare=False)
    looked_at: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)

    @property
    def signed(self) -> Signed:
        """How it was signed, to be kept with the operation."""
        return Signed(self.inside.signer, self.place.epoch, self.inside.signature)

    def is_signed_by(self, key: str) -> bool:
        """Say whether the owner of a key signed it, or signed what stands on it in the line.

        An operation names the digest of the one before it. So one signature vouches for all
        before it by the same signer, and of a long line only its end is looked at.
        """
        before: list[Opened] = []
        at = self
        while at.next is not None and key not in at.looked_at:
            before.append(at)
            at = at.next
        is_good = at.is_signed_alone_by(key)
        for each in reversed(before):
            is_good = is_good or each.is_signed_alone_by(key)
            each.looked_at[key] = is_good
        return is_good

    def is_signed_alone_by(self, key: str) -> bool:
        """Say whether the owner of a key signed this one itself."""
        if key not in self.looked_at:
            self.looked_at[key] = is_signed_by(self.place, self.inside, key)
        return self.looked_at[key]


class Keys:
    """The keys of a group's epochs, and what this computer signs with."""

    def __init__(
        self, group: str, epochs: Sequence[Epoch], own: Mapping[str, bytes], me: str
    ) -> None:
        """``own`` are the secrets of every id of this computer, and ``me`` the id it has now."""
        self.group = group
        self._keys: dict[int, list[bytes]] = defaultdict(list)
        for each in epochs:
            self._keys[each.epoch].append(each.key)
        # Only what everybody could have by now: of an epoch that the service has refused
        # nobody else gets a letter.
        self.newest = max(
            (each for each in epochs if each.is_given or each.epoch == 1),
            key=lambda each: (each.epoch, each.by),
        )
        self._own = {device: SignKeys.of(seed) for device, seed in own.items()}
        self.me = me

    def open(self, arrived: Arrived) -> Opened | Why:
        """Return what came, or why it cannot be read."""
        unsealed = self._unsealed(arrived)
        if isinstance(unsealed, Why):
            return unsealed
        place, inside = unsealed
        try:
            logged, operation = _read(place.sort, inside.content)
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
            return Why.FORGED
        if logged.id != arrived.id:
            return Why.FORGED
        return Opened(arrived, place, inside, logged, operation)

    def is_whole(self, arrived: Arrived, digest: str) -> bool:
        """Say whether it is the operation with a digest, its words not read: that is quicker."""
        unsealed = self._unsealed(arrived)
        if isinstance(unsealed, Why):
            return False
        place, inside = unsealed
        return place.sort is Sort.OPERATION and operation_digest(inside.content) == digest

    def _unsealed(self, arrived: Arrived) -> tuple[Place, Inside] | Why:
        try:
            frame = frame_of(arrived.body)
        except ValueError:
            return Why.NOT_OURS
        keys = self._keys.get(frame.epoch)
        if not keys:
            return Why.NO_KEY
        place = Place(frame.sort, self.group, arrived.id, frame.epoch)
        inside = _inside(place, keys, frame)
        return Why.NOT_OURS if inside is None else (place, inside)

    def signed(self, each: ToGive) -> Signed:
        """Return how an operation is signed; with a new key what we did ourselves is signed anew.

        What nobody's key belongs to, from before the group was shared, we vouch for.
        """
        own = self._own.get(each.logged.device)
        if each.signed is not None:
            is_ours = own is not None and each.signed.signer == each.logged.device
            if not is_ours or each.signed.epoch == self.newest.epoch:
                return each.signed
        signer = each.logged.device if own is not None else self.me
        place = Place(Sort.OPERATION, self.group, each.logged.id, self.newest.epoch)
        keys = own if own is not None else self._own[self.me]
        signature = signature_of(place, signer, keys, each.logged.body or b"")
        return Signed(signer, self.newest.epoch, signature)

    def sealed(self, each: ToGive, signed: Signed) -> bytes:
        """Return the frame of an operation: on every laptop that gives it the same bytes."""
        if each.logged.body is None:
            return self.blank(each.logged)
        place = Place(Sort.OPERATION, self.group, each.logged.id, signed.epoch)
        inside = Inside(signed.signer, signed.signature, each.logged.body)
        return sealed(place, self._key_of(signed.epoch), inside)

    def blank(self, logged: Logged) -> bytes:
        """Return the frame of what stands in the place of an erased operation."""
        place = Place(Sort.BLANK, self.group, logged.id, self.newest.epoch)
        content = canonical({name: getattr(logged, name) for name in _BLANK})
        signature = signature_of(place, self.me, self._own[self.me], content)
        return sealed(place, self.newest.key, Inside(self.me, signature, content))

    def _key_of(self, epoch: int) -> bytes:
        return self.newest.key if epoch == self.newest.epoch else self._keys[epoch][0]


def _inside(place: Place, keys: Sequence[bytes], frame: Frame) -> Inside | None:
    for key in keys:
        try:
            return opened(place, key, frame)
        except NotOpened:
            continue
    return None


def _read(sort: Sort, content: bytes) -> tuple[Logged, Operation]:
    """Return what was signed as it stands in a log, and what it says.

    Raises:
        ValueError: it is no operation, nor a blank.
    """
    if sort is Sort.OPERATION:
        return read_operation(content)
    said: dict[str, Any] = json.loads(content)
    if not isinstance(said, dict) or canonical(said) != content or set(said) != set(_BLANK):
        raise ValueError("not a blank as we write it")
    if not all(isinstance(each, str) and each for each in (said["id"], said["device"])):
        raise ValueError("a blank without an id")
    if not all(isinstance(said[name], str) for name in _BLANK):
        raise ValueError("a blank says something else than words")
    logged = Logged(**said, body=None)
    operation = logged.operation()
    if operation.at.tzinfo is None or operation.at.astimezone(UTC).isoformat() != logged.at:
        raise ValueError("a blank's moment is not as we write it")
    return logged, operation
