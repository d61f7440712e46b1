"""A quick set of kills on each run; the full set is ``python -m tests.crash.laptop_kills``."""

from tests.crash.test_backup_kills import forks, run

KILLS = 50


@forks
def test_a_laptop_that_is_killed_in_an_exchange_goes_on_and_nothing_is_lost(capsys):
    """In full: ``python -m tests.crash.laptop_kills --kills 500``."""
    said, code = run(capsys, "laptop_kills", "--kills", KILLS)
    assert (code, said.endswith(f"{KILLS} kills made; 0 things lost or torn")) == (0, True)
