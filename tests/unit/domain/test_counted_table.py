"""No count under five can be read in a table, nor worked out from all that it shows."""

from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from vcs_desktop.domain.attendance_sums import FEW
from vcs_desktop.domain.counted_table import told_table

NUMBERS = some.integers(0, 12)


def tables(most_rows, most_columns, numbers=NUMBERS):
    return some.integers(1, most_columns).flatmap(
        lambda wide: some.lists(
            some.lists(numbers, min_size=wide, max_size=wide), min_size=1, max_size=most_rows
        )
    )


def told(counts, secret=b"of the council"):
    wide = len(counts[0])
    return told_table([f"row {n}" for n in range(len(counts))], [f"c{n}" for n in range(wide)],
                      counts, secret)  # fmt: skip


def with_totals(counts):
    rows = [[*row, sum(row)] if len(row) > 1 else [*row] for row in counts]
    return [*rows, [sum(column) for column in zip(*rows, strict=True)]]


def hidden_of(table):
    return {(r, c) for r, row in enumerate(table.cells) for c, v in enumerate(row) if v is None}


def may_be(true, value):
    """Say whether a number that is not told could be ``value``, for who knows if it is few."""
    return 1 <= value < FEW if 0 < true < FEW else value >= FEW


def could_be(counts, table, others):
    """Return which withheld numbers have another value in one of some other tables."""
    whole, hidden = with_totals(counts), hidden_of(table)
    found = set()
    for other in others:
        tried = with_totals(other)
        differ = {(r, c) for r, row in enumerate(whole) for c, v in enumerate(row)
                  if tried[r][c] != v}  # fmt: skip
        if differ <= hidden and all(may_be(whole[r][c], tried[r][c]) for r, c in differ):
            found |= differ
    return found


def all_others(counts, table, steps):
    """Yield every table in which withheld numbers are other ones, by so many each."""
    places = sorted(p for p in hidden_of(table) if p[0] < len(counts) and p[1] < len(counts[0]))
    for changes in product(steps, repeat=len(places)):
        other = [list(row) for row in counts]
        for (row, column), change in zip(places, changes, strict=True):
            other[row][column] += change
        yield other


def must_be_safe(counts, steps=(-1, 0, 1)):
    table = told(counts)
    if table is None:
        return
    whole = with_totals(counts)
    for row, cells in enumerate(table.cells):
        for column, cell in enumerate(cells):
            assert cell is None or cell == whole[row][column]
            assert cell is None or not 0 < cell < FEW
    assert could_be(counts, table, all_others(counts, table, steps)) == hidden_of(table)


@settings(max_examples=150, deadline=None)
@given(tables(3, 3))
@example([[1, 9, 9], [9, 1, 9], [9, 9, 1]])
@example([[4, 4], [4, 4]])
@example([[1, 1, 9], [1, 1, 9], [9, 9, 9]])
@example([[2, 7, 0], [7, 2, 3], [0, 3, 7]])
@example([[3, 0, 0], [0, 8, 0], [0, 0, 9]])
def test_no_withheld_number_can_be_worked_out_from_totals_and_the_others(counts):
    must_be_safe(counts)


@settings(max_examples=60, deadline=None)
@given(tables(4, 1) | tables(2, 2))
def test_that_holds_whatever_the_other_numbers_may_be(counts):
    """One more or less is enough to see it: here all other numbers near by are tried."""
    table = told(counts)
    if table is not None:
        near = could_be(counts, table, all_others(counts, table, range(-5, 6)))
        assert near == could_be(counts, table, all_others(counts, table, (-1, 0, 1)))
        assert near == hidden_of(table)


@given(tables(6, 6, some.integers(FEW, 40) | some.just(0)))
def test_nothing_is_withheld_where_nothing_is_few(counts):
    table = told(counts)
    if table is not None:
        assert hidden_of(table) == set()


@settings(max_examples=60, deadline=None)
@given(tables(17, 7, some.integers(0, 6)))
def test_a_table_as_large_as_those_of_a_county_is_never_told_with_a_few_in_it(counts):
    table = told(counts)
    cells = () if table is None else [cell for row in table.cells for cell in row]
    assert not any(cell is not None and 0 < cell < FEW for cell in cells)


SECRETS = [bytes([number]) for number in range(8)]


def test_one_neighbour_goes_with_a_small_number_and_its_size_does_not_choose_it():
    tables = [told([[3], [7], [6], [20]], secret) for secret in SECRETS]
    assert all(len(hidden_of(each)) == 2 and each.whole == 36 for each in tables)
    assert {row for each in tables for row, _ in hidden_of(each)} == {0, 1, 2, 3}
    assert told([[3], [7], [6], [20]]) == told([[3], [7], [6], [20]])


def rows_of(tall, whole):
    """Yield every row of so many numbers that come to so much."""
    if tall == 1:
        yield (whole,)
        return
    for first in range(whole + 1):
        yield from ((first, *others) for others in rows_of(tall - 1, whole - first))


@pytest.mark.parametrize("whole", [13, 16])
def test_to_know_how_numbers_are_left_out_does_not_give_a_small_one_away(whole):
    """Whoever knows this program, but no secret, tries every table that could have come to it."""
    made = {}
    for numbers in rows_of(3, whole):
        if 0 not in numbers:
            for secret in SECRETS:
                table = told([[each] for each in numbers], secret)
                if table is not None and table.whole is not None:
                    made.setdefault(table.cells, set()).add(numbers)
    assert made
    for cells, came_of in made.items():
        for row in range(3):
            if cells[row][0] is None:
                assert len({numbers[row] for numbers in came_of}) > 1


def test_a_neighbour_that_gives_it_away_is_not_enough():
    """1 and 5 come to 6: where the other is 5 at least, the first is 1."""
    for secret in SECRETS:
        assert hidden_of(told([[1], [5], [8]], secret)) != {(0, 0), (1, 0)}


@pytest.mark.parametrize("counts", [[[0]], [[4]], [[0, 0], [1, 2]], [[0], [3]]])
def test_what_comes_to_less_than_five_is_not_told_at_all(counts):
    assert told(counts) is None


def test_two_small_numbers_on_a_diagonal_take_two_more_with_them():
    table = told([[2, 8, 30], [9, 3, 30], [30, 30, 30]])
    assert hidden_of(table) == {(0, 0), (0, 1), (1, 0), (1, 1)}
