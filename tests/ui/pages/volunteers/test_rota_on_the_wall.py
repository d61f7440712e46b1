"""The rota as it is printed for the wall comes in again, with who agreed and who was asked."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.group_file import computer
from vcs_desktop.documents.table_out import content_of
from vcs_desktop.domain.kinds import SHIFT
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.volunteering import OnShift, Shift
from vcs_desktop.services.bring_in import BringIn
from vcs_desktop.services.rota import RotaService
from vcs_desktop.ui.pages.volunteers.rota_rows import rota_table

TODAY = date(2026, 11, 23)
NAMES = ("Asha Khan", "Ben", "Cara")
clock = st.sampled_from(["", "00:00", "09:30", "13:00", "19:00"])
a_shift = st.builds(
    Shift,
    name=st.sampled_from(["Kitchen", "Door; and keys", "=1+1"]),
    on=st.dates(TODAY, date(2027, 1, 3)),
    starts=clock,
    ends=clock,
    needed=st.integers(0, 5_000),
    people=st.dictionaries(st.sampled_from(NAMES), st.sampled_from([True, None]), max_size=3).map(
        lambda found: tuple(OnShift(name, answer) for name, answer in found.items())
    ),
)


def _is_told_apart(shift, every):
    """A row without times means any shift of its name that day, so there must be just one."""
    same = [each for each in every if (each.name, each.on) == (shift.name, shift.on)]
    return len(same) == 1 or (shift.starts, shift.ends) != ("", "")


def wall(here):
    return rota_table(RotaService(here.records).rota(), TODAY, "Tea & Talk")


@given(
    st.lists(
        a_shift,
        min_size=1,
        max_size=4,
        unique_by=lambda each: (each.name, each.on, each.starts, each.ends),
    ).filter(lambda shifts: all(_is_told_apart(each, shifts) for each in shifts)),
    st.sampled_from([".csv", ".xlsx"]),
)
@settings(max_examples=25, deadline=None)
def test_what_hangs_on_the_wall_comes_in_elsewhere_as_it_was(tmp_path_factory, shifts, ending):
    folder = tmp_path_factory.mktemp("wall")
    here, there = (computer(folder / f"{seed}.db", seed=seed) for seed in (1, 2))
    try:
        ids = {name: here.people.add(Person(name=name)) for name in NAMES}
        for name in NAMES:
            there.people.add(Person(name=name))
        for shift in shifts:
            people = tuple(replace(each, id=ids[each.id]) for each in shift.people)
            here.records.add(SHIFT, replace(shift, people=people))
        table = wall(here)
        path = folder / f"rota{ending}"
        path.write_bytes(content_of(table, ending))
        kept = here.rows("record")
        for each in (there, here):
            coming = BringIn(each.records, "rota")
            read = coming.read(path)
            assert read.remarks == ()
            assert coming.carry_out(coming.preview(read)).left_out == ()
            assert sorted(map(_plain, wall(each).rows)) == sorted(map(_plain, table.rows))
        assert here.rows("record") == kept
    finally:
        here.database.close()
        there.database.close()


def _plain(row):
    """Return a row with names in one order: whose record is older stands first."""
    return [sorted(each.split("; ")) if isinstance(each, str) else [str(each)] for each in row]
