"""What arrives, under kills, mutants and a full disk: quick sets on each run."""

from tests.crash.test_backup_kills import forks, run, watches

KILLS, PLAYS, MUTANTS, ANSWERS, POINTS = 13, 4, 2_000, 500, 16


@forks
def test_who_kills_the_arrival_of_a_library_finds_the_old_or_the_new_and_never_between(capsys):
    """In full: ``python -m tests.crash.arrival_kills --kills 500``."""
    said, code = run(capsys, "arrival_kills", "--kills", KILLS)
    assert (code, said.endswith(f"; {PLAYS * KILLS} kills made")) == (0, True)


def test_no_mutant_of_a_library_is_taken_in_with_other_content(capsys):
    """In full: ``python -m tests.crash.mutated_libraries --mutants 100000``."""
    said, code = run(capsys, "mutated_libraries", "--mutants", MUTANTS)
    assert (code, said.startswith(f"{MUTANTS} mutants; 0 ")) == (0, True)


def test_no_answer_of_a_service_brings_in_what_is_not_signed(capsys):
    """In full: ``python -m tests.crash.fuzzed_answers --answers 20000``."""
    said, code = run(capsys, "fuzzed_answers", "--answers", ANSWERS)
    assert (code, " answers; 0 taken in" in said) == (0, True)


@forks
@watches
def test_a_disk_that_is_full_while_a_library_arrives_loses_nothing_and_is_said_in_words(capsys):
    """In full: ``python -m tests.crash.arrival_full_disks``."""
    said, code = run(capsys, "arrival_full_disks", "--points", POINTS)
    assert (code, said.endswith("; 0 things lost, torn or not said")) == (0, True)
