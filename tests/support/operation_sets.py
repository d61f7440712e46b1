"""Sets of operations such as several computers make that now and then hear of one another."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from vcs_desktop.domain.fold import fold_record
from vcs_desktop.wire.operation import Change, Deed, Operation

START = datetime(2026, 11, 23, 9, tzinfo=UTC)
RECORDS = ("p1", "p2")
NAMES = ("name", "notes", "roles/r1")
VALUES = st.sampled_from([None, "a", "b", "a\nb\nc", "x\na\nb\nc", "a\nb\nc\ny", 1, True])

SETTLED = ("terms", "papers/p1", "changes/c1", "order")
"""Fields of an application that are settled without asking anybody, as far as they can be."""

INNER = st.dictionaries(
    st.sampled_from(["taken_on", "digest", "order", "award_max_pence", "name"]),
    st.integers(0, 2),
    max_size=3,
)


def steps_of(names, values):
    """Return what three computers may do to fields of these names."""
    return st.lists(
        st.tuples(
            st.integers(0, 2),
            st.sampled_from(["change", "change", "change", "delete", "restore", "erase", "hear"]),
            st.sampled_from(RECORDS),
            st.sampled_from(names),
            values,
            st.integers(0, 2),
        ),
        max_size=14,
    )


STEPS = steps_of(NAMES, VALUES)
SETTLED_STEPS = steps_of(SETTLED, st.none() | INNER)


def operations_of(steps, kind="person"):
    """Return the operations that some steps of three computers make, in the order of making."""
    heard = [{}, {}, {}]
    made = []
    for number, (computer, what, record, name, value, other) in enumerate(steps):
        if what == "hear":
            heard[computer] |= heard[other]
            continue
        operation = _operation(number, computer, what, record, name, value, heard[computer], kind)
        heard[computer][operation.id] = operation
        made.append(operation)
    return made


def _operation(number, computer, what, record, name, value, heard, kind):
    of_record = [each for each in heard.values() if each.record == record]
    before = fold_record(of_record) if of_record else None
    erases, changes = what == Deed.ERASE, what == Deed.CHANGE
    old = before.values.get(name) if before else None
    # The clock of each computer is wrong by an hour more; ids sort by these clocks.
    return Operation(
        id=f"{5 - computer}-{number:03}",
        device=f"d{computer}",
        kind=kind,
        record="" if erases else record,
        deed=Deed(what),
        act=f"a{number}",
        verb=what,
        who="asha",
        at=START + timedelta(hours=5 - computer, seconds=number),
        changes={name: Change(old, value)} if changes else {},
        based_on=before.heads if before and not erases else (),
        records=(record,) if erases else (),
    )
