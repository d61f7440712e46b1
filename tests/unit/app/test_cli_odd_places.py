"""A place that cannot even be looked at is told in words, whatever of a group was asked for."""

import io
import sys

import pytest

from tests.support.vault_examples import ASHA

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="there a name that is too long is only one that is not there"
)


@pytest.fixture
def typed(ask, monkeypatch):
    """Run a command that reads the secret words."""

    def asked(*words):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ASHA.encode())))
        return ask("group", *words, "--passphrase-stdin")

    return asked


@pytest.mark.parametrize(
    "words",
    [
        ("create", "--name", "Choir", "--recovery-out", "{}.pdf"),
        ("backup", "--group", "Tea", "--out", "{}"),
        ("restore", "{}"),
        ("import", "documents", "{}", "--group", "Tea"),
        ("import", "people", "{}.csv", "--group", "Tea"),
    ],
    ids=lambda words: " ".join(words[:2]),
)
def test_it_is_told_in_words_and_nothing_is_made(typed, ask, tmp_path, words):
    assert typed("create", "--name", "Tea")[0] == 0
    nowhere = tmp_path / ("x" * 300) / "a"
    code, said = typed(*(each.format(nowhere) for each in words))
    assert code != 0
    assert said["error"]["message"]
    assert "Errno" not in str(said)
    assert [each["name"] for each in ask("group", "list")[1]["groups"]] == ["Tea"]
