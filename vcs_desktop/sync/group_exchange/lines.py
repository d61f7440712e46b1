"""Each laptop's operations form one line: what is missing in it, or comes twice, is seen."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from vcs_desktop.domain.arriving_changes import Why
from vcs_desktop.sync.group_exchange.frames import Opened
from vcs_desktop.wire.operation import FIRST

Line = Mapping[str, str]
"""The digest before each operation, by the operation's digest."""


class Lines:
    """The end of each line here, moved on by what is taken."""

    def __init__(
        self,
        tail: Callable[[str], str],
        line: Callable[[str], Line],
        came: Iterable[Opened],
    ) -> None:
        """``tail`` returns the newest digest of a device here, and ``line`` all of its line."""
        self._tail = tail
        self._line = line
        self._tails: dict[str, str] = {}
        self._before: dict[str, dict[str, str]] = defaultdict(dict)
        for each in came:
            self._before[each.logged.device][each.logged.digest] = each.logged.previous
        self._good: dict[str, set[str]] = {}

    def judge(self, opened: Opened) -> Why | None:
        """Say why an operation cannot stand at the end of its line; None where it can."""
        device, previous = opened.logged.device, opened.logged.previous
        if previous == self._end(device):
            return None
        taken = self._line(device)
        is_behind = previous == FIRST or previous in taken
        return Why.FORKED if is_behind and self._end(device) != FIRST else Why.GAP

    def take(self, opened: Opened) -> None:
        """Let an operation be the end of its line."""
        self._tails[opened.logged.device] = opened.logged.digest

    def is_before(self, opened: Opened, digests: set[str]) -> bool:
        """Say whether an operation is one of some in its line, or comes before one of them."""
        key = f"{opened.logged.device} {sorted(digests)}"
        if key not in self._good:
            self._good[key] = self._behind(opened.logged.device, digests)
        return opened.logged.digest in self._good[key]

    def _behind(self, device: str, digests: set[str]) -> set[str]:
        before = {**self._line(device), **self._before[device]}
        good: set[str] = set()
        for digest in digests:
            at = digest
            while at in before and at not in good:
                good.add(at)
                at = before[at]
        return good

    def _end(self, device: str) -> str:
        if device not in self._tails:
            self._tails[device] = self._tail(device)
        return self._tails[device]
