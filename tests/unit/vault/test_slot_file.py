"""``slots.json`` is read as if a stranger had written it, and lies there twice."""

import contextlib
import json
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.vault_examples import (
    ASHA,
    COMPUTER,
    GROUP,
    OTHER_GROUP,
    SECRET,
    new_keys,
    slots_of,
)
from vcs_desktop.core.errors import AppError, DiskFull
from vcs_desktop.core.group_errors import (
    DamagedOpener,
    DamagedSlots,
    MovedSlots,
    NewerGroup,
    NotRemembered,
)
from vcs_desktop.vault import sealing, slot_file
from vcs_desktop.vault.opening import open_with_computer, open_with_passphrase
from vcs_desktop.vault.slot_file import (
    COPY,
    MOST_BYTES,
    NAME,
    as_bytes,
    from_bytes,
    is_id,
    mend_copy,
    read_slots,
    write_slots,
)


@pytest.fixture
def folder(tmp_path, slots):
    made = tmp_path / GROUP
    made.mkdir()
    write_slots(made, slots)
    return made


def test_what_is_written_is_read_again(folder, slots):
    assert read_slots(folder) == slots
    assert (folder / NAME).read_bytes() == (folder / COPY).read_bytes() == as_bytes(slots)


def by_words(slots):
    return open_with_passphrase(slots, ASHA)


def by_computer(slots):
    return open_with_computer(slots, COMPUTER, SECRET)


@pytest.mark.parametrize(("way", "computer"), [(by_words, False), (by_computer, True)])
def test_every_single_bit_flip_is_refused_or_harmless(keys, capsys, way, computer):
    """All bits of a file with one way in: what is right opens it, or it is said what is wrong."""
    content = as_bytes(slots_of(keys, ben=False, code=False, computer=computer))
    asha = from_bytes(content).slots[0].id
    counted = {"harmless": 0, "the file": 0, "the way in": 0, "newer": 0}
    for place in range(len(content) * 8):
        flipped = bytearray(content)
        flipped[place // 8] ^= 1 << place % 8
        try:
            found = from_bytes(bytes(flipped))
            opened = way(found)
            assert (opened.keys, opened.slot.id, opened.slot.label) == (keys, asha, "Asha")
            assert found.name_inside(keys) == "Tea & Talk"
        except DamagedSlots:
            counted["the file"] += 1
        except (DamagedOpener, NotRemembered):
            counted["the way in"] += 1
        except NewerGroup:
            counted["newer"] += 1
        else:
            counted["harmless"] += 1
    assert sum(counted.values()) == len(content) * 8
    assert counted["harmless"] < 200  # blanks between the words
    with capsys.disabled():
        sys.stdout.write(f"\n{len(content) * 8} bit flips of a slot file: {counted}\n")


def test_a_flipped_bit_in_the_file_is_healed_from_the_copy(folder, slots):
    content = as_bytes(slots)
    for place in range(0, len(content) * 8, 61):
        flipped = bytearray(content)
        flipped[place // 8] ^= 1 << place % 8
        (folder / NAME).write_bytes(flipped)
        try:
            assert read_slots(folder) == slots
        except NewerGroup:
            continue
    mend_copy(folder, slots)
    assert (folder / NAME).read_bytes() == content


@pytest.mark.parametrize("left", [0, 1, 100, 1000])
def test_a_file_that_was_cut_off_is_healed_from_the_copy(folder, slots, left):
    (folder / NAME).write_bytes(as_bytes(slots)[:left])
    assert read_slots(folder) == slots


def test_a_file_that_is_gone_is_healed_and_one_that_is_gone_twice_is_said(folder, slots):
    (folder / NAME).unlink()
    assert read_slots(folder) == slots
    (folder / COPY).unlink()
    with pytest.raises(DamagedSlots):
        read_slots(folder)


def test_a_copy_of_an_older_key_is_not_taken_for_a_damaged_slot(folder, keys, slots):
    renewed = slots.renewed(keys.renewed(), keys, without=slots.slots[1].id)
    broken = as_bytes(renewed).replace(b'"label": "Asha"', b'"label": "Osha"')
    (folder / NAME).write_bytes(broken)
    assert read_slots(folder).key_id == renewed.key_id


def test_a_file_of_another_group_is_told_apart(folder):
    (folder / NAME).write_bytes(as_bytes(slots_of(new_keys(), group=OTHER_GROUP)))
    with pytest.raises(MovedSlots):
        read_slots(folder)


def test_a_newer_file_is_left_alone(folder, slots):
    newer = as_bytes(slots).replace(b'"version": 1', b'"version": 2')
    (folder / NAME).write_bytes(newer)
    with pytest.raises(NewerGroup):
        read_slots(folder)
    assert (folder / NAME).read_bytes() == newer


def changed(slots, change):
    content = json.loads(as_bytes(slots))
    change(content)
    return json.dumps(content).encode()


def put(path, value):
    def change(content):
        *way, last = path
        for step in way:
            content = content[step]
        content[last] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        put(["version"], 0),
        put(["version"], True),
        put(["version"], 1.0),
        put(["version"], "1"),
        put(["group"], "../../etc"),
        put(["group"], GROUP.upper()),
        put(["key"], "../../../x"),
        put(["shown_as"], "Tea\u202e & Talk"),
        put(["shown_as"], "Tea\n"),
        put(["shown_as"], "x" * 121),
        put(["shown_as"], None),
        put(["name"], "00"),
        put(["name"], "00" * 2000),
        put(["check"], "zz" * 8),
        put(["slots"], {}),
        put(["slots"], [1]),
        put(["more"], 1),
        put(["slots", 0, "more"], 1),
        put(["slots", 0, "id"], "asha"),
        put(["slots", 0, "kind"], "master"),
        put(["slots", 0, "kind"], "computer"),  # for nobody: its label is no id
        put(["slots", 0, "label"], "x" * 81),
        put(["slots", 0, "kdf"], None),
        put(["slots", 0, "kdf", "name"], "md5"),
        put(["slots", 0, "kdf", "passes"], 0),
        put(["slots", 0, "kdf", "passes"], 10**9),
        put(["slots", 0, "kdf", "memory_bytes"], 1 << 40),
        put(["slots", 0, "kdf", "memory_bytes"], 1),
        put(["slots", 0, "salt"], "00" * 15),
        put(["slots", 0, "salt"], "0g" * 16),
        put(["slots", 0, "address"], "AA" * 32),
        put(["slots", 0, "sealed"], "00" * 100_000),
        put(["slots", 0, "letter"], 7),
    ],
)
def test_a_hostile_file_is_refused_before_any_work(slots, change, monkeypatch):
    def worked(*_):
        raise AssertionError("a key was worked out")

    monkeypatch.setattr(sealing, "stretched", worked)
    with pytest.raises(DamagedSlots):
        from_bytes(changed(slots, change))


def test_too_many_ways_in_and_the_same_twice_are_refused(slots):
    def many(content):
        content["slots"] *= 6

    def twice(content):
        content["slots"].append(content["slots"][0])

    for change in (many, twice):
        with pytest.raises(DamagedSlots):
            from_bytes(changed(slots, change))


@pytest.mark.parametrize(
    "content",
    [
        b"", b"[]", b"null", b"1", b"\xff\xfe", b"[" * 60_000, b'{"version": NaN}',
        b'{"version": 1, "version": 1}', b'{"version": ' + b"9" * 5_000 + b"}",
        b" " * (MOST_BYTES + 1),
    ],
)  # fmt: skip
def test_what_is_no_such_file_at_all_is_refused_quickly(content):
    begun = time.monotonic()
    with pytest.raises((DamagedSlots, NewerGroup)):
        from_bytes(content)
    assert time.monotonic() - begun < 5


@settings(max_examples=300)
@given(st.data())
def test_a_file_changed_anywhere_gives_its_keys_or_an_error_of_ours(data):
    keys = new_keys()
    content = as_bytes(slots_of(keys, ben=False, code=False))
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 200)))
    changed_file = content[:start] + data.draw(st.binary(max_size=200)) + content[end:]
    with contextlib.suppress(AppError):
        assert open_with_passphrase(from_bytes(changed_file), ASHA).keys == keys


def test_a_file_that_cannot_be_written_leaves_the_old_one(folder, slots, keys, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(slot_file, "write_whole", full)
    with pytest.raises(DiskFull):
        write_slots(folder, slots_of(keys, ben=False))
    assert read_slots(folder) == slots
    (folder / COPY).write_bytes(b"")
    mend_copy(folder, slots)  # nothing can be done, and nothing is said
    assert read_slots(folder) == slots


def test_damaged_ways_in_are_never_written_over_good_ones(folder, slots):
    from dataclasses import replace

    mend_copy(folder, replace(slots, shown_as="Coffee"))
    assert read_slots(folder) == slots


def test_what_is_not_an_id_is_no_name_of_a_folder():
    assert is_id(GROUP)
    for other in (
        "",
        "..",
        ".new-x",
        GROUP + "\n",
        GROUP[:-1],
        "con",
        GROUP.upper()[:1] + "/" * 35,
    ):
        assert not is_id(other)
