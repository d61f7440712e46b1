"""Which of the operations that came are taken, and why the others are not.

They are gone through in the order of the service again and again, until none is taken any
more: one may let a laptop in whose own come before it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from vcs_desktop.domain.arriving_changes import Why
from vcs_desktop.sync.group_exchange.book import Book
from vcs_desktop.sync.group_exchange.frames import Opened
from vcs_desktop.sync.group_exchange.lines import Line, Lines
from vcs_desktop.wire.operation import Deed


@dataclass(frozen=True, slots=True)
class Here:
    """What is here already: books and lines are made anew for each try."""

    book: Callable[[], Book]
    tail: Callable[[str], str]
    line: Callable[[str], Line]
    erased: set[str]


@dataclass(slots=True)
class Sorting:
    """What becomes of what came. ``book`` knows the laptops with all that is taken."""

    book: Book
    taken: list[Opened] = field(default_factory=list)
    whys: dict[str, Why] = field(default_factory=dict)
    branched: set[str] = field(default_factory=set)
    """The devices as which two computers write."""


def sorted_out(came: Sequence[Opened], here: Here) -> Sorting:
    """Return which are taken, in an order in which each stands on those before it.

    The blank of an erased operation comes before the word that it was erased. So that word
    is hoped for, and where it is not taken in the end, the blank is not either.

    That a laptop was taken out counts from the start, wherever it was said: else whoever puts
    them in order could let it write on. What is said by nobody who counts then does not.
    """
    hoped = here.erased | erased_by(came)
    expected: dict[str, set[str]] | None = None
    while True:
        found = _tried(came, here, hoped, expected or {})
        certain = here.erased | erased_by(found.taken)
        if not all(each.logged.body or each.logged.record_id in certain for each in found.taken):
            hoped = certain
            continue
        heard = {each: set(found.book.removed[each]) for each in found.book.heard}
        if expected is None and heard:
            expected = heard
        elif expected is None or expected.keys() <= heard.keys():
            return found
        else:
            expected = {each: expected[each] for each in expected.keys() & heard.keys()}


def _tried(
    came: Sequence[Opened], here: Here, erased: set[str], expected: Mapping[str, set[str]]
) -> Sorting:
    found = Sorting(here.book())
    found.book.expect(expected)
    lines = Lines(here.tail, here.line, came)
    left = list(came)
    while left:
        waiting = []
        for each in left:
            why = _judged(each, found.book, lines, erased)
            if why is None:
                if lines.take(each):
                    found.branched.add(each.logged.device)
                found.book.learn(each, erased)
                found.taken.append(each)
                found.whys.pop(each.arrived.id, None)
            else:
                found.whys[each.arrived.id] = why
                waiting.append(each)
        if len(waiting) == len(left):
            break
        left = waiting
    return found


def _judged(each: Opened, book: Book, lines: Lines, erased: set[str]) -> Why | None:
    if each.logged.body is None and each.logged.record_id not in erased:
        return Why.EARLY
    why = lines.judge(each) or book.judge(each)
    up_to = book.removed.get(each.inside.signer)
    if why is not None or up_to is None:
        return why
    if each.logged.body is None:
        ends = set().union(*book.removed.values())
        counts = lines.is_vouched_for(each, ends, lambda one: _counts(one, book))
    else:
        counts = lines.is_before(each, up_to, lambda one: book.judge(one) is None, book.known)
    return None if counts else Why.REMOVED


def _counts(each: Opened, book: Book) -> bool:
    return each.inside.signer not in book.removed and book.judge(each) is None


def erased_by(some: Iterable[Opened]) -> set[str]:
    """Return the records of which some operations say that they were erased."""
    return {
        record
        for each in some
        if each.logged.deed == Deed.ERASE and each.logged.body is not None
        for record in each.operation.records
    }
