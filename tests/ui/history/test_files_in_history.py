"""A file in the history is its name and its size; its key and where it lies are never shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.kinds import DOCUMENT, KINDS
from vcs_desktop.domain.papers import Paper, PaperVersion
from vcs_desktop.domain.stored_file import StoredFile
from vcs_desktop.domain.values import values_of
from vcs_desktop.ui.history.lines import lines_of, value_in_words
from vcs_desktop.wire.operation import Change

SECRETS = ("b10b" * 16, "5ec7e7" * 10, "d19e57" * 10)


def stored(name="policy.pdf", size=1_400_000):
    blob, key, digest = SECRETS
    return StoredFile(name, "application/pdf", size, blob, key, digest)


def values(file):
    return values_of(Paper(versions=(PaperVersion(id="v1", label="2026", file=file),)))


def said(old, new, kind=DOCUMENT):
    names = sorted({*old, *new})
    changes = {name: Change(old.get(name), new.get(name)) for name in names}
    return " ".join(
        text for line in lines_of(kind, changes) for text in (line.said, line.told, line.old)
    )


def test_a_version_is_told_by_its_file_s_name_and_size():
    told = said({}, values(stored()))
    assert "policy.pdf (1.4 MB)" in told
    assert not any(each in told for each in SECRETS)


def test_another_file_in_a_version_is_told_by_both_names():
    told = said(values(stored("old.pdf")), values(stored("new.pdf")))
    assert "from “old.pdf (1.4 MB)” to “new.pdf (1.4 MB)”" in told
    assert not any(each in told for each in SECRETS)


file_values = st.fixed_dictionaries(
    {"blob": st.just(SECRETS[0]), "key": st.just(SECRETS[1])},
    optional={
        "sha256": st.just(SECRETS[2]),
        "name": st.text(max_size=5) | st.integers(),
        "size": st.integers() | st.text(max_size=3) | st.booleans(),
        "from_newer": st.integers(),
    },
)
inside = st.one_of(
    file_values,
    st.lists(file_values, max_size=2),
    st.dictionaries(st.sampled_from(["file", "picture", "label"]), file_values, max_size=2),
)


@given(
    kind=st.sampled_from([*KINDS, "newer"]),
    name=st.sampled_from(["versions/v1", "file", "notes", "picture/1", "came/p"]),
    old=st.none() | inside,
    new=st.none() | inside,
)
def test_whatever_keeps_a_file_wherever_its_key_is_never_said(kind, name, old, new):
    told = said({name: old} if old else {}, {name: new} if new else {}, kind)
    told += value_in_words(kind, name, new) + value_in_words(kind, name, old)
    assert not any(each in told for each in SECRETS)


@pytest.mark.parametrize(("size", "words"), [(0, "policy.pdf"), (900, "policy.pdf (1 KB)")])
def test_a_size_that_says_nothing_is_left_out(size, words):
    assert value_in_words(DOCUMENT, "file", values_of(stored(size=size))) == words
