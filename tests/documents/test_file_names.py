"""Names of files that every system takes."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from vcs_desktop.documents.file_names import MOST_LETTERS, file_word


def test_words_become_a_plain_name():
    assert file_word("Zoë O'Neil", "person") == "zoe-o-neil"
    assert file_word("\u674e\u96f7", "person") == "person"
    assert file_word("../../etc/passwd", "person") == "etc-passwd"


@given(st.text())
@example("a" * 59 + " b")
def test_any_words_give_a_safe_name(text):
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", file_word(text, "person"))
    assert len(file_word(text, "person")) <= MOST_LETTERS
