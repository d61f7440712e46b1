"""The name of a file, so that every system takes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.stored_file import (
    MOST_NAME_BYTES,
    StoredFile,
    file_name,
    is_stored_file,
    without_secrets,
)
from vcs_desktop.domain.values import thing_of, values_of


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Our policy.pdf", "Our policy.pdf"),
        ("../../etc/passwd", "etc passwd"),
        ("C:\\temp\\a?.doc", "C temp a .doc"),
        ("con.txt", "_con.txt"),
        ("COM1", "_COM1"),
        ("consent.txt", "consent.txt"),
        (".hidden", "hidden"),
        ("ends with dots. . .", "ends with dots"),
        ("two\nlines.txt", "two lines.txt"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("cafe\u0301.txt", "café.txt"),
        ("...", ""),
    ],
)
def test_a_name_says_what_it_says_and_leads_nowhere(typed, expected):
    assert file_name(typed) == expected


def test_a_long_name_is_cut_before_its_ending():
    name = file_name("ü" * 400 + ".pdf")
    assert name.endswith("ü.pdf")
    assert len(name.encode()) <= MOST_NAME_BYTES


@given(st.text(max_size=300))
def test_every_name_is_one_that_every_system_takes_and_stays_as_it_is(text):
    name = file_name(text)
    assert not set(name) & set('<>:"/\\|?*\x00\n')
    assert len(name.encode()) <= MOST_NAME_BYTES + 1
    assert name == name.strip(" .")
    assert file_name(name) == name


def test_what_a_record_says_of_a_file_is_known_by_what_is_in_it():
    assert is_stored_file({"name": "a", "blob": "0", "key": "1"})
    assert not is_stored_file({"name": "a"})
    assert not is_stored_file("blob key")


def test_the_key_is_kept_in_the_record_and_shown_in_no_log():
    stored = StoredFile(name="a.pdf", blob="00", key="secret")
    assert values_of(stored)["key"] == "secret"
    assert thing_of(StoredFile, values_of(stored)) == stored
    assert "secret" not in repr(stored)


def test_what_leaves_the_app_says_of_a_file_what_it_is_and_no_more():
    file = {"name": "a.pdf", "size": 3, "blob": "0", "key": "1", "sha256": "2"}
    values = {"versions/1": {"file": file, "label": "key"}, "files": [file], "key": "of a door"}
    shown = {"name": "a.pdf", "size": 3}
    assert without_secrets(values) == {
        "versions/1": {"file": shown, "label": "key"},
        "files": [shown],
        "key": "of a door",
    }
