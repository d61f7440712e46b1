"""Damage of a group's files: told apart, never shown as true, and nothing half made is left."""

import json
import os
import random

import pytest
from sqlalchemy import text

from tests.support.vault_examples import ASHA, TEA, files, notes, write_note
from vcs_desktop.core.errors import DiskFull
from vcs_desktop.core.group_errors import (
    DamagedOpener,
    DamagedSlots,
    GroupDamaged,
    GroupFileMissing,
    MovedSlots,
    NewerGroup,
)
from vcs_desktop.services.groups import GroupState
from vcs_desktop.services.groups import service as service_module
from vcs_desktop.storage.group_hold import Hold


@pytest.mark.parametrize("content", ["", "[]", '{"wrong": "many"}', '{"wrong": 9, "last_at": 1}'])
def test_a_damaged_count_of_tries_keeps_nobody_out(groups, tea, content):
    (groups._folder / tea / "tries.json").write_text(content)
    groups.open(tea, ASHA).close()


def test_damage_is_no_wrong_try(groups, tea):
    path = groups._folder / tea
    content = json.loads((path / "slots.json").read_text())
    content["slots"][0]["salt"] = "00" * 16
    for name in ("slots.json", "slots-copy.json"):
        (path / name).write_text(json.dumps(content))
    for _ in range(8):
        with pytest.raises(DamagedOpener):
            groups.open(tea, ASHA)


def test_damaged_moved_and_newer_files_are_told_apart_in_the_list_and_at_the_door(groups, tea):
    path = groups._folder / tea
    good = (path / "slots.json").read_text()

    def put(content):
        for name in ("slots.json", "slots-copy.json"):
            (path / name).write_text(content)

    for content, state, error in (
        ("{", GroupState.DAMAGED, DamagedSlots),
        (good.replace('"version": 1', '"version": 2'), GroupState.NEWER, NewerGroup),
    ):
        put(content)
        (line,) = groups.groups()
        assert (line.state, line.is_hidden) == (state, False)
        with pytest.raises(error):
            groups.open(tea, ASHA)
    put(good)
    moved = path.with_name("0" + tea[1:] if tea[0] != "0" else "1" + tea[1:])
    path.rename(moved)
    assert groups.groups()[0].state is GroupState.MOVED
    with pytest.raises(MovedSlots):
        groups.open(moved.name, ASHA)


def test_records_that_are_gone_cut_off_or_another_groups_are_told_from_wrong_words(groups, tea):
    (data,) = (groups._folder / tea).glob("data-*.db")
    whole = data.read_bytes()
    data.write_bytes(whole[:100])
    with pytest.raises(GroupDamaged):
        groups.open(tea, ASHA)
    data.write_bytes(b"")
    with pytest.raises(GroupDamaged):
        groups.open(tea, ASHA)
    data.write_bytes(os.urandom(len(whole)))
    with pytest.raises(GroupDamaged) as found:
        groups.open(tea, ASHA)
    assert "library" not in f"{found.value.message} {found.value.advice}"
    data.unlink()
    with pytest.raises(GroupFileMissing):
        groups.open(tea, ASHA)
    assert not data.exists()  # a new, empty one would look as if all were lost
    data.write_bytes(whole)
    groups.open(tea, ASHA).close()


def test_a_hundred_damages_of_the_records_are_all_noticed_at_the_door(groups, tea):
    with groups.open(tea, ASHA) as opened:
        for number in range(50):
            write_note(opened, "x" * 40 * number)
    (data,) = (groups._folder / tea).glob("data-*.db")
    whole, chance = data.read_bytes(), random.Random(4)
    for _ in range(100):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        data.write_bytes(damaged)
        with pytest.raises(GroupDamaged):
            groups.open(tea, ASHA)
    data.write_bytes(whole)
    with groups.open(tea, ASHA) as opened:
        assert len(notes(opened)) == 50


def test_records_of_a_newer_app_are_left_alone(groups, tea):
    with groups.open(tea, ASHA) as opened, opened.database.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerGroup):
        groups.open(tea, ASHA)


def test_no_page_with_a_code_is_left_of_a_group_whose_making_fails(groups, monkeypatch, tmp_path):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(service_module, "make_ready", fail)
    with pytest.raises(DiskFull):
        groups.create(TEA, code_sheet=tmp_path / "code.pdf")
    assert not (tmp_path / "code.pdf").exists()


@pytest.mark.parametrize("step", ["make_ready", "write_slots"])
def test_a_group_whose_making_fails_is_not_there(groups, monkeypatch, step):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(service_module, step, fail)
    with pytest.raises(DiskFull):
        groups.create(TEA)
    assert [file.name for file in groups._folder.iterdir()] == ["new.lock"]


def test_records_that_came_out_in_the_clear_are_never_used(groups, monkeypatch):
    def in_the_clear(path, _key):
        path.write_bytes(b"SQLite format 3\0" + bytes(8000))

    monkeypatch.setattr(service_module, "make_ready", in_the_clear)
    with pytest.raises(RuntimeError):
        groups.create(TEA)
    assert groups.groups() == ()


def test_what_was_left_of_a_group_that_was_never_finished_is_cleared_away(groups, tea):
    left = groups._folder / ".new-0000"
    left.mkdir()
    (left / "data-0.db").write_bytes(b"half")
    assert len(groups.groups()) == 1
    with Hold(groups._folder / "new.lock"):  # somebody is making one just now
        groups.create(TEA).close()
        assert left.exists()
    groups.create(TEA).close()
    assert not left.exists()


def test_files_of_older_keys_are_cleared_away_at_the_next_opening(groups, tea):
    folder = groups._folder / tea
    (data,) = folder.glob("data-*.db")
    for end in (".db", ".db-wal", ".db.part", "-before-0002.db", ".changing"):
        (folder / f"data-0123456789abcdef{end}").write_bytes(b"left over")
    data.with_suffix(".changing").touch()
    groups.open(tea, ASHA).close()
    assert [name for name in files(groups, tea) if name.startswith("data-")] == [data.name]


@pytest.mark.parametrize("name", ["data-.changing", "data-[a-f].changing", "data-0123.changing"])
def test_a_note_of_a_change_that_names_no_key_deletes_nothing(groups, tea, name):
    groups.open(tea, ASHA).close()
    (groups._folder / tea / name).touch()
    before = files(groups, tea)
    groups.open(tea, ASHA).close()
    assert files(groups, tea) == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_in_place_of_the_ways_in_is_damage_and_nobody_waits_for_it(groups, tea):
    for name in ("slots.json", "slots-copy.json"):
        (groups._folder / tea / name).unlink()
        os.mkfifo(groups._folder / tea / name)
    assert groups.groups()[0].state is GroupState.DAMAGED
