"""Whose operations are taken: which laptops the group let in, and up to where it took one out."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from typing import Any, Final

from vcs_desktop.core.ids import is_id
from vcs_desktop.domain.arriving_changes import Why
from vcs_desktop.domain.fold import Folded
from vcs_desktop.domain.kinds import DEVICE
from vcs_desktop.domain.laptops import digests_in
from vcs_desktop.domain.values import PART
from vcs_desktop.storage.exchange_state import Trusted
from vcs_desktop.sync.group_exchange.frames import Opened
from vcs_desktop.wire.fields import KEY
from vcs_desktop.wire.operation import FIRST, Deed, Operation

_UP_TO: Final = f"up_to{PART}"
_KEYS: Final = ("sign_key", "seal_key", "door")


class Book:
    """What is known of the laptops so far; it grows with each operation that is taken."""

    def __init__(self, trusted: Mapping[str, Trusted], devices: Iterable[Folded]) -> None:
        """``devices`` are the records of the laptops as they are now."""
        self._trusted = dict(trusted)
        self.new: list[Trusted] = []
        """Laptops that were let in by what was taken."""
        self.removed: dict[str, set[str]] = {}
        """For each laptop that was taken out, the digests up to which its work counts."""
        self.heard: set[str] = set()
        """Of which of them that was said by what was taken."""
        self._up_to: dict[str, set[str]] = defaultdict(set)
        for each in devices:
            versions = [v.value for v in each.choices.get("is_removed", ())]
            self._learn_up_to(each.id, each.values)
            for some in each.choices.values():
                for version in some:
                    self._learn_part(each.id, version.value)
            if each.values.get("is_removed") is True or True in versions:
                self._remove(each.id)

    def expect(self, removed: Mapping[str, set[str]]) -> None:
        """Judge as if it were known that laptops were taken out, of which it is said later."""
        for device, digests in removed.items():
            self._up_to[device] |= digests
            self._remove(device)

    @property
    def known(self) -> int:
        """How many laptops are known."""
        return len(self._trusted)

    def judge(self, opened: Opened) -> Why | None:
        """Say why an operation is not taken; None where its signature and signer are good.

        Where its signer was taken out, whether it stands before that is asked of the line.
        """
        signer = self._trusted.get(opened.inside.signer)
        if signer is None:
            return Why.STRANGER
        logged = opened.logged
        if signer.id != logged.device and logged.device in self._trusted:
            is_own_first = logged.previous == FIRST and logged.record_id == logged.device
            if logged.body is not None and not is_own_first:
                return Why.FORGED
        if logged.body is not None and not self._trusted.keys().isdisjoint(
            opened.operation.records
        ):
            return Why.FORGED  # a laptop is taken out, and never erased
        return None if opened.is_signed_by(signer.sign_key) else Why.FORGED

    def learn(self, opened: Opened, erased: Container[str]) -> None:
        """Learn what an operation that is taken says of laptops; none of the ``erased``."""
        logged = opened.logged
        if logged.kind != DEVICE or logged.body is None or logged.deed != Deed.CHANGE:
            return
        operation = opened.operation
        new = {name: each.new for name, each in operation.changes.items()}
        keys = [new.get(name) for name in _KEYS]
        signer = self._trusted[opened.inside.signer]
        if (
            operation.record not in self._trusted
            and operation.record not in erased
            # No service takes another door, and no welcome is read that names one.
            and is_id(operation.record)
            and all(isinstance(each, str) and KEY.fullmatch(each) for each in keys[:2])
            # By another's door comes only who was known by it before.
            and keys[2] in (operation.record, signer.door)
        ):
            made = Trusted(operation.record, *map(str, keys))
            self._trusted[made.id] = made
            self.new.append(made)
        if not _by_another(operation):  # of itself nobody says up to where it counts
            return
        self._learn_up_to(operation.record, new)
        if new.get("is_removed") is True:
            self._remove(operation.record)
            self.heard.add(operation.record)

    def _learn_up_to(self, device: str, values: Mapping[str, Any]) -> None:
        for name, value in values.items():
            if name.startswith(_UP_TO):
                self._learn_part(device, value)

    def _learn_part(self, device: str, part: Any) -> None:
        self._up_to[device].update(digests_in(part))

    def _remove(self, device: str) -> None:
        self.removed[device] = self._up_to[device]


def _by_another(operation: Operation) -> bool:
    return operation.device != operation.record
