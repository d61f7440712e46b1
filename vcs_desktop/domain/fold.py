"""What a set of operations adds up to: the same records on every computer that has the same set.

A pure function. The order in which operations arrived, and how often, is nothing to
it; only which of them were made on top of which.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from vcs_desktop.domain.kinds import is_long_text
from vcs_desktop.domain.settled import may_settle, settled
from vcs_desktop.domain.three_way import merged
from vcs_desktop.domain.values import same
from vcs_desktop.wire.operation import Deed, Operation

MOST_ROUNDS = 40
"""Merges are worked out from the merges before them; further back than this, a person chooses."""

MayMerge = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Version:
    """One of several values that a field was given, none knowing of the others."""

    operation: str
    value: Any


@dataclass(frozen=True, slots=True)
class Folded:
    """One record, as all operations together leave it.

    ``heads`` are the operations that no other was made on top of. ``choices`` are
    the fields with several versions; ``values`` shows one of them meanwhile, the
    one made last that says something. ``binned_at`` is None when it is not in the
    bin. ``returned`` says that it was deleted in one place and changed in another:
    the change won, and a person should see that.
    """

    id: str
    kind: str
    values: Mapping[str, Any]
    heads: tuple[str, ...]
    choices: Mapping[str, tuple[Version, ...]]
    binned_at: datetime | None
    returned: bool


def fold(operations: Iterable[Operation], may_merge: MayMerge = is_long_text) -> dict[str, Folded]:
    """Return every record by its id; what was erased is not among them.

    ``may_merge`` says of a kind and a field whether two versions of it may be merged
    line by line.
    """
    erased: set[str] = set()
    of_record: dict[str, list[Operation]] = defaultdict(list)
    for operation in operations:
        if operation.deed == Deed.ERASE:
            erased.update(operation.records)
        else:
            of_record[operation.record].append(operation)
    return {
        record: fold_record(of_record[record], may_merge)
        for record in sorted(of_record.keys() - erased)
    }


def fold_record(operations: Iterable[Operation], may_merge: MayMerge = is_long_text) -> Folded:
    """Return what the operations of one record, of which there is at least one, add up to."""
    past = _Past(operations)
    kind = past.all[0].kind
    values: dict[str, Any] = {}
    choices: dict[str, tuple[Version, ...]] = {}
    for name in sorted({name for each in past.all for name in each.changes}):
        writes = [n for n, each in enumerate(past.all) if name in each.changes]
        shown, versions = _field(past, name, writes, may_merge(kind, name))
        if shown is not None:
            values[name] = shown
        if versions:
            choices[name] = versions
    heads = [past.all[n] for n in past.newest(range(len(past.all)))]
    deletes = [each for each in heads if each.deed == Deed.DELETE]
    binned = len(deletes) == len(heads)
    return Folded(
        id=past.all[0].record,
        kind=kind,
        values=values,
        heads=tuple(each.id for each in heads),
        choices=choices,
        binned_at=max(each.at for each in deletes) if binned else None,
        returned=bool(deletes) and not binned,
    )


class _Past:
    """The operations of one record by id, and for each the set of those it stands on.

    A set is a whole number with a bit for each operation: quick, and small even for
    a record with thousands.
    """

    def __init__(self, operations: Iterable[Operation]) -> None:
        self.all = sorted({each.id: each for each in operations}.values(), key=lambda o: o.id)
        number = {each.id: n for n, each in enumerate(self.all)}
        self._below = [[number[b] for b in each.based_on if b in number] for each in self.all]
        self.behind = [0] * len(self.all)
        done = 0
        for start in range(len(self.all)):
            done = self._walk(start, done)

    def _walk(self, start: int, done: int) -> int:
        """Work out what an operation stands on, deepest first, and return who is done.

        Nobody honest makes a ring; if there is one, it is cut where it is first met.
        """
        stack, entered = [start], done
        while stack:
            n = stack[-1]
            entered |= 1 << n
            waiting = [b for b in self._below[n] if not entered >> b & 1]
            if waiting:
                stack.extend(waiting)
                continue
            stack.pop()
            if not done >> n & 1:
                for b in self._below[n]:
                    if done >> b & 1:
                        self.behind[n] |= self.behind[b] | 1 << b
                done |= 1 << n
        return done

    def newest(self, among: Iterable[int]) -> list[int]:
        """Return those that no other among them stands on."""
        some = list(among)
        covered = 0
        for n in some:
            covered |= self.behind[n]
        return [n for n in some if not covered >> n & 1]


def _field(
    past: _Past, name: str, writes: Sequence[int], may_merge: bool, rounds: int = MOST_ROUNDS
) -> tuple[Any, tuple[Version, ...]]:
    """Return what a field shows, and its versions when a person has to choose."""
    newest = past.newest(writes)
    versions = [Version(past.all[n].id, past.all[n].changes[name].new) for n in newest]
    first = versions[0].value
    if all(same(each.value, first) for each in versions):
        return first, ()
    kind = past.all[0].kind
    if rounds and (may_merge or may_settle(kind, name)):
        base, unsettled = _before(past, name, writes, newest, may_merge, rounds)
        values = [each.value for each in versions]
        if may_merge:
            found = None if unsettled else _merged(base, values)
        else:
            known = base if isinstance(base, dict) else {}
            found = settled(kind, name, None if unsettled else known, values)
        if found is not None:
            return found, ()
    shown = max(versions, key=lambda each: (each.value is not None, each.operation))
    return shown.value, _unlike(versions)


def _before(
    past: _Past,
    name: str,
    writes: Sequence[int],
    newest: Sequence[int],
    may_merge: bool,
    rounds: int,
) -> tuple[Any, tuple[Version, ...]]:
    """Return what a field showed before its newest versions, and its versions at that time."""
    common = -1
    for n in newest:
        common &= past.behind[n]
    before = [n for n in writes if common >> n & 1]
    return _field(past, name, before, may_merge, rounds - 1) if before else ("", ())


def _unlike(versions: Sequence[Version]) -> tuple[Version, ...]:
    """Return the versions, of those that say the same only the first."""
    return tuple(
        each
        for n, each in enumerate(versions)
        if not any(same(each.value, before.value) for before in versions[:n])
    )


def _merged(base: Any, values: Sequence[Any]) -> str | None:
    """Return one text with every change to the base, or None where that cannot be.

    A text that was emptied is a version for a person to see, so it is never merged.
    """
    if not all(isinstance(each, str) for each in values) or not isinstance(base, str | None):
        return None
    texts: list[str] = list(values)
    found: str | None = texts[0]
    for text in texts[1:]:
        found = None if found is None else merged(base or "", found, text)
    return found
