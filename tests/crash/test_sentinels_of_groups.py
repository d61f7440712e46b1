"""No byte of a secret is left where a stranger could look: data, temporary files, log, output."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.support.vault_examples import ASHA, BEN, service, written
from vcs_desktop.app.log_setup import log_kept_in
from vcs_desktop.core.errors import AppError
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.services.groups import NewGroup

PROJECT = Path(__file__).resolve().parents[2]
NAME, PERSON, NOTE = "Wellspring Zephyr Circle", "Quillon Marchbanks", "planted-note-8831"
WRONG = "lantern gravel mistletoe oboe"


def forms(secret):
    """Return the forms in which a secret could lie about."""
    return [secret.encode(), secret.encode("utf-16-le"), secret.encode().hex().encode()]


def found_in(place, *secrets):
    """Return which of some secrets is in which file of a folder."""
    return [
        (file.name, secret)
        for file in place.rglob("*")
        if file.is_file()
        for content in [file.read_bytes()]
        for secret in secrets
        if any(form in content for form in forms(secret))
    ]


@pytest.fixture
def places(tmp_path, monkeypatch):
    """A data folder, and an empty folder in which every temporary file is made."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(temporary))
    return DataFolder(tmp_path / "data"), temporary


def test_nothing_secret_is_on_the_disk_after_a_day_of_use(places):
    folder, temporary = places
    groups = service(folder.groups_folder)
    code = groups.new_code()
    with log_kept_in(folder):
        with groups.create(NewGroup(NAME, ASHA, "Q", hides_name=True)) as made:
            made.set_code(code)
            ben = made.add_opener("B", BEN)
            with made.database.writing() as session:
                session.execute(text("CREATE TABLE test_note (body)"))
                for _ in range(2000):
                    session.execute(text("INSERT INTO test_note VALUES (:b)"), {"b": NOTE})
            with made.database.reading() as session:
                sorted_by_size = text("SELECT body || :b FROM test_note ORDER BY random()")
                session.execute(sorted_by_size, {"b": PERSON}).all()
            keys = [made._keys.data, made._keys.bond]
            made.remove_opener(ben.id)
            made.set_code(code)
            keys.append(made._keys.data)
            while_open = found_in(folder.root, NAME, ASHA, BEN, PERSON, NOTE, written(code))
        for way in (
            lambda: groups.open(made.id, WRONG),
            lambda: groups.open_with_code(made.id, written(groups.new_code())),
            lambda: groups.open_with_code(made.id, WRONG),
        ):
            with pytest.raises(AppError):
                way()
        groups.open_with_code(made.id, written(code)).close()
    secrets = (NAME, ASHA, BEN, WRONG, PERSON, NOTE, written(code), "".join(code.groups()))
    assert while_open == []
    assert found_in(folder.root, *secrets) == []
    assert (folder.log_folder / "vcs-desktop.log").stat().st_size > 0
    for key in keys:
        for file in folder.root.rglob("*"):
            if file.is_file():
                content = file.read_bytes()
                assert key not in content
                assert key.hex().encode() not in content.lower()
    assert list(temporary.iterdir()) == []


def command(folder, *words, typed):
    """Run the real program; return what it put out, and its exit code."""
    run = subprocess.run(
        [sys.executable, "-m", "vcs_desktop", *words, "--data-dir", str(folder.root)],
        cwd=PROJECT, input=typed, capture_output=True, check=False, env=dict(os.environ),
    )  # fmt: skip
    return run.stdout + run.stderr, run.returncode


def test_the_commands_say_and_leave_nothing_secret(places):
    folder, temporary = places
    words = ("group", "create", "--name", NAME, "--hide-name", "--passphrase-stdin")
    said, code = command(folder, *words, typed=f"{ASHA}\n".encode())
    assert (code, ASHA.encode() in said) == (0, False)
    (group,) = (each.name for each in folder.groups_folder.iterdir() if each.is_dir())
    for typed, expected in ((ASHA, 0), (WRONG, 2)):
        said, code = command(
            folder, "group", "open-test", "--group", group, "--passphrase-stdin",
            typed=typed.encode(),
        )  # fmt: skip
        assert code == expected
        assert typed.encode() not in said
    said, _ = command(folder, "group", "list", "--json", typed=b"")
    assert NAME.encode() not in said
    assert found_in(folder.root, ASHA, WRONG, NAME) == []
    assert list(temporary.iterdir()) == []
