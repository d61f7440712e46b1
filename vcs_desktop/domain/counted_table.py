"""Counts in a table with its totals, of which none under five can be read or worked out.

What is shown of a table are equations: each row comes to its total, each column to its own, and
the totals to the whole. A number that is not shown is worked out where the equations leave it one
value. So numbers are left out until each of them could be another one. Whoever reads is taken to
know more than is told: which of them are under five and which are not.

Whoever reads may know this program too, and ask what made it leave out just these. Were it always
the smallest neighbour, its size would be known: of 13 with 5 in sight, the others could only be 5
and 3. So chance decides, by a secret that nobody has who only reads the table.

The numbers are a flow: from the rows to the columns, from there to the whole, and back to the
rows. Another table of the same equations is this one with some numbers changed along a circle.
Source: the theory of flows in networks (Ahuja, Magnanti, Orlin, Network Flows, 1993, 3.5), applied
to withheld cells of tables as in Willenborg and de Waal, Elements of Statistical Disclosure
Control, 2001, chapter 5.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from vcs_desktop.domain.attendance_sums import FEW

Counts = Sequence[Sequence[int]]
Place = tuple[int, int]
"""A row and a column; one further than the last is where the totals are."""

_Node = tuple[str, int]
_BEGIN: _Node = ("begin", 0)
_END: _Node = ("end", 0)
_TRIES = 16


@dataclass(frozen=True, slots=True)
class ToldTable:
    """What may be told of a table: its numbers, None for one that may not.

    The last row has the totals of the columns and, last, of everything. Where there are several
    columns, the last has the totals of the rows.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[int | None, ...], ...]

    @property
    def whole(self) -> int | None:
        """What all comes to."""
        return self.cells[-1][-1]


@dataclass(frozen=True, slots=True)
class _Cell:
    """A number in the flow from one node to another."""

    place: Place
    value: int
    tail: _Node
    head: _Node
    is_total: bool = False

    @property
    def is_few(self) -> bool:
        return 0 < self.value < FEW

    @property
    def can_grow(self) -> bool:
        return not self.is_few or self.value < FEW - 1

    @property
    def can_shrink(self) -> bool:
        return self.value > (1 if self.is_few else FEW)


def told_table(
    rows: Sequence[str], columns: Sequence[str], counts: Counts, secret: bytes
) -> ToldTable | None:
    """Return what may be told of some counts; None where nothing of them may.

    ``counts`` has a number for each column of each row. ``secret`` is something that whoever
    reads the table cannot know; the same gives the same table.
    """
    if sum(map(sum, counts)) < FEW:
        return None
    cells = [*_cells(counts)]
    hidden = _withheld(cells, secret)
    if hidden is None:
        return None
    shown = {each.place: None if each in hidden else each.value for each in cells}
    has_totals = len(columns) > 1
    wide = len(columns) + has_totals
    return ToldTable(
        tuple(rows),
        tuple(columns),
        tuple(tuple(shown[r, c] for c in range(wide)) for r in range(len(rows) + 1)),
    )


def _cells(counts: Counts) -> Iterator[_Cell]:
    """Yield every number of a table with its totals, as a part of the flow."""
    tall, wide = len(counts), len(counts[0])
    whole = sum(map(sum, counts))
    if wide == 1:
        for row, (value,) in enumerate(counts):
            yield _Cell((row, 0), value, _BEGIN, _END)
        yield _Cell((tall, 0), whole, _END, _BEGIN, is_total=True)
        return
    for row, values in enumerate(counts):
        for column, value in enumerate(values):
            yield _Cell((row, column), value, ("row", row), ("column", column))
        yield _Cell((row, wide), sum(values), _BEGIN, ("row", row), is_total=True)
    for column in range(wide):
        value = sum(values[column] for values in counts)
        yield _Cell((tall, column), value, ("column", column), _END, is_total=True)
    yield _Cell((tall, wide), whole, _END, _BEGIN, is_total=True)


def _withheld(cells: list[_Cell], secret: bytes) -> set[_Cell] | None:
    """Return what is not told; None where even that nothing is told is not enough.

    Of several tries the one is taken that leaves out the fewest, and of totals above all.
    """
    tries = (_one_try(cells, secret + bytes([number])) for number in range(_TRIES))
    found = [each for each in tries if each is not None]
    return min(found, key=_loss) if found else None


def _one_try(cells: list[_Cell], chance: bytes) -> set[_Cell] | None:
    """Return what is not told where chance decides between neighbours, not their size."""

    def by_chance(cell: _Cell) -> tuple[bool, bytes]:
        return cell.is_total, sha256(chance + f"{cell.place}".encode()).digest()

    hidden = {each for each in cells if each.is_few}
    while (given_away := _given_away(cells, hidden)) is not None:
        others = [each for each in cells if each.value and each not in hidden]
        if not others:
            return None
        ends = {given_away.tail, given_away.head}
        near = [each for each in others if ends & {each.tail, each.head}]
        hidden.add(min(near or others, key=by_chance))
    return hidden


def _loss(hidden: set[_Cell]) -> tuple[bool, int, int]:
    """Return how much is lost; how large a number is does not count, for it would be told so."""
    totals = [each for each in hidden if each.is_total]
    return any(each.tail == _END for each in totals), len(totals), len(hidden)


def _given_away(cells: list[_Cell], hidden: set[_Cell]) -> _Cell | None:
    """Return the first number that is not told and that can be worked out; None where none is."""
    in_order = [each for each in cells if each in hidden]
    ways: dict[_Node, list[tuple[_Node, _Cell]]] = {}
    for each in in_order:
        if each.can_grow:
            ways.setdefault(each.tail, []).append((each.head, each))
        if each.can_shrink:
            ways.setdefault(each.head, []).append((each.tail, each))
    return next((each for each in in_order if not _can_be_another(each, ways)), None)


def _can_be_another(cell: _Cell, ways: dict[_Node, list[tuple[_Node, _Cell]]]) -> bool:
    """Say whether others can make up for it, if it is one more or one less."""
    return (cell.can_grow and _leads(cell.head, cell.tail, cell, ways)) or (
        cell.can_shrink and _leads(cell.tail, cell.head, cell, ways)
    )


def _leads(
    start: _Node, goal: _Node, without: _Cell, ways: dict[_Node, list[tuple[_Node, _Cell]]]
) -> bool:
    """Say whether changes of other numbers lead from one node to another."""
    reached, ahead = {start}, [start]
    while ahead:
        for there, by in ways.get(ahead.pop(), ()):
            if by != without and there not in reached:
                reached.add(there)
                ahead.append(there)
    return goal in reached
