"""Each laptop's operations form one line: what is missing in it is seen.

Where two computers write as one laptop, for somebody copied the group's folder, it branches. What
each of them did is signed and stands on what was before, so both is taken.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from vcs_desktop.domain.arriving_changes import Why
from vcs_desktop.sync.group_exchange.frames import Opened
from vcs_desktop.wire.operation import FIRST

Line = Mapping[str, str]
"""The digest before each operation, by the operation's digest."""

Believed = Callable[[Opened], bool]
"""Says of something that came whether the signature is good and of somebody who counts."""


def join_lines(came: Iterable[Opened]) -> None:
    """Tell each operation which one its signer made next in the same line.

    A blank only says which digest it had, so it follows nothing and nothing follows it.
    """
    whole = [each for each in came if each.logged.body is not None]
    after = {(each.inside.signer, each.logged.device, each.logged.previous): each for each in whole}
    for each in whole:
        each.next = after.get((each.inside.signer, each.logged.device, each.logged.digest))


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
        self._taken: dict[str, set[str]] = defaultdict(set)
        self._before: dict[str, dict[str, str]] = defaultdict(dict)
        self._blanks: dict[str, list[Opened]] = defaultdict(list)
        self._after: dict[tuple[str, str], list[Opened]] = defaultdict(list)
        for each in came:
            device = each.logged.device
            self._after[device, each.logged.previous].append(each)
            if each.logged.body is None:
                self._blanks[device].append(each)
            else:
                self._before[device][each.logged.digest] = each.logged.previous
        self._good: dict[str, set[str]] = {}
        self._vouched: set[tuple[str, str]] = set()

    def judge(self, opened: Opened) -> Why | None:
        """Say why an operation cannot stand in its line; None where it can."""
        device, previous = opened.logged.device, opened.logged.previous
        if previous == self._end(device):
            return None
        if self._end(device) == FIRST:
            return Why.GAP
        if previous == FIRST:
            return Why.FORKED  # no line begins twice
        is_here = previous in self._taken[device] or previous in self._line(device)
        return None if is_here else Why.GAP

    def take(self, opened: Opened) -> bool:
        """Let an operation be the end of its line, and say whether that branches by it."""
        device = opened.logged.device
        branches = opened.logged.previous != self._end(device)
        self._tails[device] = opened.logged.digest
        self._taken[device].add(opened.logged.digest)
        return branches and opened.logged.body is not None

    def is_before(self, opened: Opened, digests: set[str], believed: Believed, known: int) -> bool:
        """Say whether an operation is one of some in its line, or comes before one of them.

        What a blank says of its place only its signature vouches for: so it counts where
        nothing else says it, and only if it is ``believed``. ``known`` is of how many laptops
        that is said.
        """
        device = opened.logged.device
        key = f"{device} {sorted(digests)} {known}"
        if key not in self._good:
            blanks = [each for each in self._blanks[device] if believed(each)]
            self._good[key] = self._behind(device, digests, blanks)
        return opened.logged.digest in self._good[key]

    def is_vouched_for(self, blank: Opened, digests: set[str], believed: Believed) -> bool:
        """Say whether a blank stands before something that is ``believed``, or is one of some.

        What is not ``believed`` but vouched for itself is passed over.
        """
        device = blank.logged.device
        seen, left = set[tuple[str, str]](), [(device, blank.logged.digest)]
        while left:
            at = left.pop()
            after = self._after.get(at, ())
            if at in self._vouched or at[1] in digests or any(map(believed, after)):
                self._vouched |= seen | {at}
                return True
            seen.add(at)
            ends = ((device, each.logged.digest) for each in after if each.logged.body is None)
            left += [each for each in ends if each not in seen]
        return False

    def _behind(self, device: str, digests: set[str], blanks: Iterable[Opened]) -> set[str]:
        told = {each.logged.digest: each.logged.previous for each in blanks}
        before = {**told, **self._before[device], **self._line(device)}
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
