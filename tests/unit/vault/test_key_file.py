"""A key file opens with its secret words only, asks for no more work than ours, and is private."""

import json
import os
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.vault_examples import ASHA, BEN, QUICK
from vcs_desktop.core.errors import CannotUseInput, FolderNotWritable
from vcs_desktop.core.group_errors import NotEnoughMemory, WeakPassphrase
from vcs_desktop.core.publish_errors import (
    DamagedKeyFile,
    KeyFileIsThere,
    NewerKeyFile,
    NoKeyFile,
    OpenToOthers,
    OtherKeyFile,
    WrongKeyWords,
)
from vcs_desktop.vault import key_file, sealing
from vcs_desktop.vault.key_file import (
    MOST_BYTES,
    KeyFile,
    KeyKind,
    key_file_of,
    read_key_file,
    whole_holder,
    write_key_file,
)
from vcs_desktop.vault.sealing import FOR_PASSPHRASES, FOR_SMALL_COMPUTERS, Effort
from vcs_desktop.vault.signing import is_right, key_of, sign
from vcs_desktop.wire.signed import LIBRARY

POSIX = pytest.mark.skipif(os.name != "posix", reason="rights of this sort are of POSIX")


@pytest.fixture(scope="module")
def key():
    return KeyFile.make(KeyKind.PUBLISHER, "oxfordshire", "Asha Ó", ASHA, QUICK)


def changed(file, **changes):
    return json.dumps(json.loads(file.as_bytes()) | changes).encode()


def test_what_is_sealed_signs_for_the_key_that_stands_in_the_open(key, tmp_path):
    path = write_key_file(tmp_path, key)
    found = read_key_file(path)
    assert found == key
    seed = found.seed(f"  {ASHA.upper().lower()} ")
    assert key_of(seed) == key.key
    assert is_right(sign(seed, LIBRARY, b"{}"), LIBRARY)
    assert path.name == f"publisher-{key.key[:8]}.key"


def test_the_secret_stands_nowhere_in_the_file(key):
    assert key.seed(ASHA).hex() not in key.as_bytes().decode()
    assert ASHA not in key.as_bytes().decode()


@pytest.mark.parametrize("words", [BEN, "", "x" * 5000, ASHA.title()])
def test_other_words_do_not_open_it(key, words):
    with pytest.raises(WrongKeyWords):
        key.seed(words)


def test_weak_words_are_refused():
    for words in ("password", "oxfordshire", "Asha", ""):
        with pytest.raises(WeakPassphrase):
            KeyFile.make(KeyKind.ROOT, "oxfordshire", "Asha", words, QUICK)


def test_every_single_bit_flip_is_refused_or_harmless(key, capsys):
    content, counted = key.as_bytes(), {"harmless": 0, "said": 0}
    for place in range(len(content) * 8):
        flipped = bytearray(content)
        flipped[place // 8] ^= 1 << place % 8
        try:
            assert key_file_of(bytes(flipped)).seed(ASHA) == key.seed(ASHA)
        except (DamagedKeyFile, NewerKeyFile):
            counted["said"] += 1
        else:
            counted["harmless"] += 1
    assert counted["harmless"] < 20  # the blank at the end
    with capsys.disabled():
        sys.stdout.write(f"\n{len(content) * 8} bit flips of a key file: {counted}\n")


@pytest.mark.parametrize(
    "changes",
    [
        {"for": "master"},
        {"line": "../up"},
        {"holder": ""},
        {"holder": "Asha\u202e"},
        {"holder": "x" * 121},
        {"key": "0" * 63},
        {"kdf": "md5"},
        {"passes": 13},
        {"passes": 0},
        {"passes": 1 << 40},
        {"memory_bytes": (1 << 30) + 1},
        {"memory_bytes": 1 << 52},
        {"memory_bytes": 1},
        {"memory_bytes": True},
        {"salt": "00"},
        {"sealed": "00"},
        {"sealed": "zz" * 72},
        {"check": "0" * 16},
        {"holder": "Bo"},
        {"format": 0},
        {"format": "1"},
        {"format": None},
    ],
    ids=str,
)
def test_a_hostile_file_is_refused_before_any_work_is_done(key, changes, monkeypatch):
    monkeypatch.setattr(sealing, "stretched", None)
    with pytest.raises(DamagedKeyFile):
        key_file_of(changed(key, **changes))


@given(st.binary(max_size=300))
def test_what_is_no_key_file_is_refused(content):
    with pytest.raises(DamagedKeyFile):
        key_file_of(content)


def test_a_file_without_end_or_nested_without_end_is_refused():
    for content in (b" " * (MOST_BYTES + 1), b"[" * MOST_BYTES):
        with pytest.raises(DamagedKeyFile):
            key_file_of(content)


def test_a_newer_file_is_left_alone(key):
    with pytest.raises(NewerKeyFile):
        key_file_of(changed(key, format=2, more="fields"))


def test_a_key_for_something_else_is_told_apart(key):
    key.must_be(KeyKind.PUBLISHER, "oxfordshire")
    for kind, line in ((KeyKind.ROOT, "oxfordshire"), (KeyKind.PUBLISHER, "cherwell")):
        with pytest.raises(OtherKeyFile):
            key.must_be(kind, line)


def test_a_file_that_signs_for_another_key_than_it_says_is_damaged(key):
    other = KeyFile.make(KeyKind.PUBLISHER, "oxfordshire", "Asha", ASHA, QUICK)
    lying = key_file.replace(key, key=other.key)
    sealed = sealing.seal(
        sealing.stretched(ASHA.encode(), key.salt, key.effort), key.seed(ASHA), lying._bound
    )
    with pytest.raises(DamagedKeyFile):
        key_file.replace(lying, sealed=sealed).seed(ASHA)


@POSIX
def test_it_is_private_when_it_is_written_and_has_to_be_when_it_is_read(key, tmp_path):
    path = write_key_file(tmp_path, key)
    assert path.stat().st_mode & 0o777 == 0o600
    for mode in (0o640, 0o604, 0o644, 0o666):
        path.chmod(mode)
        with pytest.raises(OpenToOthers) as refused:
            read_key_file(path)
        assert f'chmod 600 "{path}"' in refused.value.advice
    path.chmod(0o400)
    assert read_key_file(path) == key


def test_one_that_is_there_is_never_written_over(key, tmp_path):
    path = write_key_file(tmp_path, key)
    before = path.read_bytes()
    with pytest.raises(KeyFileIsThere):
        write_key_file(tmp_path, key)
    assert path.read_bytes() == before


def test_one_that_is_not_there_or_a_folder_is_said(tmp_path):
    for path in (tmp_path / "none.key", tmp_path):
        with pytest.raises(NoKeyFile):
            read_key_file(path)


@POSIX
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.key")
    with pytest.raises(NoKeyFile):
        read_key_file(tmp_path / "pipe.key")


def test_a_folder_that_is_none_cannot_be_written_to(key, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(FolderNotWritable):
        write_key_file(tmp_path / "file", key)


def test_with_little_memory_it_takes_less_of_it(monkeypatch):
    real, asked = sealing.stretched, []

    def short_of_memory(secret, salt, effort):
        asked.append(effort)
        if effort.memory_bytes > FOR_SMALL_COMPUTERS.memory_bytes:
            raise NotEnoughMemory
        return real(secret, salt, QUICK)

    monkeypatch.setattr(sealing, "stretched", short_of_memory)
    made = KeyFile.make(KeyKind.ROOT, "oxfordshire", "Asha", ASHA)
    assert asked == [FOR_PASSPHRASES, FOR_SMALL_COMPUTERS]
    assert made.effort == FOR_SMALL_COMPUTERS
    monkeypatch.setattr(sealing, "stretched", lambda *_: (_ for _ in ()).throw(NotEnoughMemory()))
    with pytest.raises(NotEnoughMemory):
        KeyFile.make(KeyKind.ROOT, "oxfordshire", "Asha", ASHA, Effort(1, 8 << 10))


def test_a_holder_has_a_name_that_can_stand_on_one_line():
    for typed in ("Asha Rao", " Asha  Rao ", "Asha\tRao", "Asha\u00a0 Rao"):
        assert whole_holder(typed) == "Asha Rao"
    for name in ("", " ", "a\nb", "x" * 121, "a\u202eb"):
        with pytest.raises(CannotUseInput):
            whole_holder(name)
