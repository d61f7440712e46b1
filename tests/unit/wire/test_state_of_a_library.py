"""The digest of what a library holds follows what comes and goes, in whichever order."""

from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.wire.record_line import line_digest
from vcs_desktop.wire.state import State, state_digest

lines = st.lists(st.binary(min_size=1, max_size=12), max_size=12, unique=True)


@given(lines, st.randoms())
def test_the_order_of_lines_does_not_matter(some, chance):
    mixed = list(some)
    chance.shuffle(mixed)
    assert state_digest(mixed) == state_digest(some)


@given(lines, lines)
def test_what_came_and_went_leaves_no_trace(stay, go):
    state = State(state_digest(stay))
    for line in go:
        state.add(line_digest(line))
    for line in reversed(go):
        state.take(line_digest(line))
    assert state.digest() == state_digest(stay)


@given(lines, lines)
def test_other_lines_have_another_digest(some, others):
    assert (state_digest(some) == state_digest(others)) == (set(some) == set(others))


def test_nothing_has_a_digest_too_and_it_can_be_gone_on_from():
    assert State().digest() == state_digest([]) == State(state_digest([])).digest() == "0" * 64
