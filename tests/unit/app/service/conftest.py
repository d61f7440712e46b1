"""What each test of ``vcs-service`` starts with: a way to run it, and keys that cost nothing."""

import io
import json
import sys

import pytest

from tests.support.publishers import ROOT_WORDS, WORDS
from tests.support.vault_examples import QUICK
from vcs_desktop.app.service_entry import main
from vcs_desktop.vault import sealing


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch):
    """Keys that cost nothing."""
    real = sealing.stretched
    monkeypatch.setattr(sealing, "stretched", lambda secret, salt, _: real(secret, salt, QUICK))


@pytest.fixture
def run(capsys, monkeypatch):
    """Run a command with lines of input; return its answer and its exit code."""

    def run_it(*words, typed=(), as_json=True):
        lines = "".join(f"{line}\n" for line in typed)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
        ending = [*(["--passphrase-stdin"] if typed else []), *(["--json"] if as_json else [])]
        code = main([*map(str, words), *ending])
        out, err = capsys.readouterr()
        return (json.loads(out) if as_json else out + err), code

    return run_it


@pytest.fixture
def place(tmp_path, run):
    """A folder with new keys in ``keys``, and sources."""
    made, code = run(
        "keys", "new", "--out", tmp_path / "keys", "--line", "oxfordshire", "--name", "Practice",
        "--holder", "Ann", "--root-holder", "Chair", typed=(ROOT_WORDS, WORDS),
    )  # fmt: skip
    assert (code, made["line"]) == (0, "oxfordshire")
    write_terms(tmp_path / "library", "a", "b")
    return tmp_path


def write_terms(folder, *names, text="What it means."):
    """Write sources that are words of the glossary."""
    path = folder / "term" / "words.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    head = "source: Us\nlicence: MIT\nasOf: '2026-11-20'\nitems:\n"
    items = (f"  - id: term/{name}\n    title: {name}\n    text: {text}\n" for name in names)
    path.write_text(head + "".join(items), "utf-8")
