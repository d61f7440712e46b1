"""No planted word is left by the window; the full set is ``python -m tests.crash.sentinels``."""

import os

import pytest

from tests.crash.sentinels import AT_LEAST, HOW, Words, found_in, planted, run_once
from vcs_desktop.domain.people import Person


@pytest.mark.skipif(os.name == "nt", reason="the child is ended by a signal")
@pytest.mark.parametrize("how", HOW)
def test_after_use_and_a_kill_no_file_holds_a_word_of_the_group(how):
    count, found = run_once(2026, how)
    assert found == []
    assert count >= AT_LEAST


def test_every_text_of_a_record_is_planted():
    words = Words(1)
    person = planted(Person, words)
    assert person.name in words.given
    assert person.emergency.phone in words.given
    assert all(role.title in words.given for role in person.roles)
    assert all(skill in words.given for skill in person.skills)


def test_a_word_that_lies_about_is_found_in_whatever_form(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"...Zqwrtplkjhgfdsvb...")
    (tmp_path / "b.bin").write_bytes("zqwrtplkjhgfdsvb".encode("utf-16-le"))
    (tmp_path / "c.log").write_text(b"zqwrtplkjhgfdsvb".hex())
    assert len(found_in(tmp_path, ["zqwrtplkjhgfdsvb", "otherwordentirely"])) == 3
