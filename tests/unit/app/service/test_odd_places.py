"""A place that cannot even be looked at is told in words, whichever command it was given to."""

import sys

import pytest

from tests.support.publishers import ROOT_WORDS, WORDS
from vcs_desktop.core.files import surely
from vcs_desktop.ui.arrivals.dropped import is_library

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="there a name that is too long is only one that is not there"
)
TYPED = (ROOT_WORDS, WORDS)


@pytest.fixture
def nowhere(tmp_path):
    """Return a place of which the system answers an error: so does a folder that is locked."""
    return tmp_path / ("x" * 300) / "a"


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        (("publish", "{}", "--tree", "tree", "--keys", "keys"), ()),
        (("keys", "new", "--out", "{}", "--line", "a", "--name", "A", "--holder", "Bo",
          "--root-holder", "Cy"), TYPED),
        (("keys", "rotate", "--keys", "keys", "--root-key", "{}", "--holder", "Bo"), TYPED),
        (("keys", "rotate", "--keys", "keys", "--add-in", "{}", "--holder", "Bo"), TYPED),
        (("serve", "--tree", "{}"), ()),
        (("template", "--out", "{}.xlsx"), ()),
    ],
    ids=lambda each: " ".join(each[:2]) if each and each is not TYPED else "",
)  # fmt: skip
def test_it_is_told_in_words(place, run, nowhere, monkeypatch, words, typed):
    monkeypatch.chdir(place)
    said, code = run(*(each.format(nowhere) for each in words), typed=typed)
    assert code == 2
    assert said["error"]["message"]
    assert "Errno" not in str(said)


def test_what_is_dropped_from_there_is_no_library(nowhere):
    assert not is_library(nowhere)


def test_what_nobody_can_tell_is_not_so(nowhere, tmp_path):
    assert surely(tmp_path.exists)
    assert not surely(nowhere.exists)
