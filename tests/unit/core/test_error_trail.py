"""What the log says of an error: kinds and places, and not a word of anybody's."""

from vcs_desktop.core.error_trail import trail_of
from vcs_desktop.core.errors import CannotUseInput, FolderNotWritable


def caught(act):
    try:
        act()
    except Exception as error:  # noqa: BLE001  whatever it is
        return error
    raise AssertionError("nothing went wrong")


def test_the_words_of_an_error_are_not_told_but_where_it_came_from_is():
    told = trail_of(caught(lambda: int("Asha")))
    assert "Asha" not in told
    assert told.startswith("ValueError\n")
    assert "core/test_error_trail.py:" in told
    assert " in caught" in told


def test_a_file_named_after_somebody_is_not_told_by_what_caused_an_error_of_ours(tmp_path):
    def write():
        try:
            (tmp_path / "not there" / "Asha Khan.html").write_text("")
        except OSError as error:
            raise FolderNotWritable(f"export: {error.strerror}") from error

    told = trail_of(caught(write))
    assert "Asha" not in told
    assert told.startswith("FolderNotWritable (export: No such file or directory)\n")
    assert "\nbecause of FileNotFoundError\n" in told


def test_words_for_a_person_stay_on_the_screen():
    error = CannotUseInput(message="Asha is there already.")
    assert trail_of(error) == "CannotUseInput"


def test_an_error_that_is_its_own_cause_is_told_once_and_a_long_row_is_cut_short():
    error = ValueError("Asha")
    error.__cause__ = error
    assert trail_of(error).count("ValueError") == 10
