"""A group is brought back: whole, in one step, nothing written over, nothing risen again."""

import json

import pytest
from sqlalchemy import text

from tests.support.vault_examples import ASHA, BEN, GROUP, QUICK, files, service, written
from vcs_desktop.core.backup_errors import GroupIsHere, NoGoodBackup, NoLongerIn
from vcs_desktop.core.disks import Disk
from vcs_desktop.core.errors import FolderNotWritable
from vcs_desktop.core.group_errors import (
    DamagedSlots,
    GroupDamaged,
    GroupFileMissing,
    GroupInUse,
    MistypedCode,
    NewerGroup,
    NoSuchGroup,
    OnNetworkDrive,
    WaitFirst,
    WrongCode,
    WrongPassphrase,
)
from vcs_desktop.domain.kinds import OUR_GROUP, OUR_RETENTION_RULES, PROFILE
from vcs_desktop.domain.our_group import OurGroup
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups import restoring
from vcs_desktop.services.groups.practice import WORDS
from vcs_desktop.services.groups.restoring import by_code, by_words
from vcs_desktop.services.in_group import in_group
from vcs_desktop.storage.operation_log import log
from vcs_desktop.vault.opening import slot_for_person
from vcs_desktop.vault.slot_file import read_slots, write_slots
from vcs_desktop.vault.slots import GroupKeys

DEV = "meadow biscuit copper lantern"

DAMAGE = pytest.mark.logs("CORRUPT|NOTADB|IOERR")


@pytest.fixture
def used(groups, tea, clock, tmp_path):
    """A group with Carol, Dev, a backup and a copy; Dev is erased and Eve comes since."""
    with groups.open(tea, ASHA) as opened:
        inside = in_group(opened, clock)
        carol = inside.people.add(Person(name="Carol"))
        dev = inside.people.add(Person(name="Dev"))
        inside.backups.back_up_if_changed()
        copy = inside.backups.copy_to(tmp_path / "tea.vcsgroup")
        inside.records.erase([dev])
        inside.people.add(Person(name="Eve"))
    return {"copy": copy, "carol": carol, "dev": dev}


def names(groups, tea, clock, words=ASHA):
    with groups.open(tea, words) as opened:
        inside = in_group(opened, clock)
        assert inside.records.checked().complaints == ()
        return [each.name for each in inside.people.people()]


def data_file(groups, tea):
    (found,) = (groups._folder / tea).glob("data-*.db")
    return found


def damage(path):
    content = bytearray(path.read_bytes())
    content[5_000] ^= 1  # its second page, which each opening reads
    path.write_bytes(content)


def test_a_copy_brings_a_group_to_another_computer(used, tmp_path, clock, tea):
    other = service(tmp_path / "other", clock)
    done = other.restoring.restore(used["copy"], by_words(ASHA))
    assert (done.group, done.inside.people, done.erased_again) == (tea, 2, 0)
    assert names(other, tea, clock) == ["Carol", "Dev"]
    assert not [each for each in files(other, tea) if "source" in each]


def test_each_time_the_computer_is_a_new_one(used, groups, tmp_path, clock, tea):
    def device(groups):
        with groups.open(tea, ASHA) as opened, opened.database.reading() as session:
            return session.scalar(text("SELECT id FROM this_device"))

    other = service(tmp_path / "other", clock)
    other.restoring.restore(used["copy"], by_words(ASHA))
    first = device(other)
    other.restoring.restore(used["copy"], by_words(ASHA), replace=True)
    assert len({device(groups), first, device(other)}) == 3


def test_everybody_and_the_code_get_in_as_before_and_other_words_do_not(
    groups, tea, clock, tmp_path
):
    code = groups.new_code()
    with groups.open(tea, ASHA) as opened:
        opened.add_opener("Ben", BEN)
        opened.set_code(code)
        copy = in_group(opened, clock).backups.copy_to(tmp_path / "tea.vcsgroup")
    other = service(tmp_path / "other", clock)
    with pytest.raises(WrongPassphrase):
        other.restoring.restore(copy, by_words("wrong words wrong words"))
    assert other.groups() == ()
    other.restoring.restore(copy, by_code(written(code)))
    other.open(tea, BEN).close()
    other.open(tea, ASHA).close()
    other.open_with_code(tea, written(code)).close()
    with pytest.raises(MistypedCode):
        by_code("0")


def test_a_group_that_is_here_is_replaced_only_when_it_was_said(used, groups, tea, clock):
    with pytest.raises(GroupIsHere):
        groups.restoring.restore(used["copy"], by_words(ASHA))
    assert names(groups, tea, clock) == ["Carol", "Eve"]


def test_what_was_erased_since_is_erased_again_and_the_present_file_is_kept(
    used, groups, tea, clock
):
    present = data_file(groups, tea)
    before = present.read_bytes()
    done = groups.restoring.restore(used["copy"], by_words(ASHA), replace=True)
    assert (done.erased_again, done.inside.people) == (1, 1)
    assert names(groups, tea, clock) == ["Carol"]
    aside = groups._folder / tea / "backups" / f"{present.stem}-aside.db"
    assert aside.read_bytes() == before
    with groups.open(tea, ASHA) as opened, opened.database.reading() as session:
        assert all(each.body is None for each in log(session) if each.record_id == used["dev"])


def test_whoever_was_erased_since_is_not_counted_when_one_looks_inside(
    used, groups, tea, clock, tmp_path
):
    restoring = groups.restoring
    assert restoring.look_inside(used["copy"], by_words(ASHA)).people == 1
    assert restoring.newest_good_backup(tea, by_words(ASHA)).inside.people == 1
    other = service(tmp_path / "other", clock)
    assert other.restoring.look_inside(used["copy"], by_words(ASHA)).people == 2


@DAMAGE
def test_what_was_erased_is_known_also_where_the_present_file_cannot_be_read(
    used, groups, tea, clock
):
    data_file(groups, tea).write_bytes(b"not a file any more" * 1000)
    (backup,) = groups.restoring.backups(tea)
    done = groups.restoring.restore(backup, by_words(ASHA), replace=True)
    assert (done.erased_again, names(groups, tea, clock)) == (1, ["Carol"])


def test_what_the_present_file_knows_counts_where_the_list_is_gone(used, groups, tea, clock):
    (groups._folder / tea / "erased.json").unlink()
    groups.restoring.restore(used["copy"], by_words(ASHA), replace=True)
    assert names(groups, tea, clock) == ["Carol"]
    assert used["dev"] in (groups._folder / tea / "erased.json").read_text()


@DAMAGE
def test_damage_is_said_and_the_newest_good_backup_is_offered(used, groups, tea, clock):
    with groups.open(tea, ASHA) as opened:
        newest = in_group(opened, clock).backups.back_up_if_changed()
    damage(data_file(groups, tea))
    with pytest.raises(GroupDamaged):
        groups.open(tea, ASHA)
    found = groups.restoring.newest_good_backup(tea, by_words(ASHA))
    assert (found.backup, found.inside.people) == (newest, 2)
    damage(newest.path)
    found = groups.restoring.newest_good_backup(tea, by_words(ASHA))
    assert found.backup.number < newest.number
    groups.restoring.restore(found.backup, by_words(ASHA), replace=True)
    assert names(groups, tea, clock) == ["Carol"]
    damage(found.backup.path)
    with pytest.raises(NoGoodBackup):
        groups.restoring.newest_good_backup(tea, by_words(ASHA))


def test_a_file_that_is_gone_and_ways_in_that_are_damaged_are_brought_back(
    used, groups, tea, clock
):
    folder = groups._folder / tea
    data_file(groups, tea).unlink()
    with pytest.raises(GroupFileMissing):
        groups.open(tea, ASHA)
    for name in ("slots.json", "slots-copy.json"):
        (folder / name).write_text(f"{{ {name}")
    with pytest.raises(DamagedSlots):
        groups.open(tea, ASHA)
    found = groups.restoring.newest_good_backup(tea, by_words(ASHA))
    assert groups.restoring.preview(found.backup).name == "Tea & Talk"
    assert groups.restoring.look_inside(found.backup, by_words(ASHA)).people == 1
    groups.restoring.restore(found.backup, by_words(ASHA), replace=True)
    assert names(groups, tea, clock) == ["Carol"]
    kept = {each.read_text() for each in (folder / "backups").glob("damaged-*")}
    assert kept == {"{ slots.json", "{ slots-copy.json"}


def test_what_a_backup_lacks_may_still_be_in_its_log_and_is_put_aside_with_it(
    used, groups, tea, clock
):
    with groups.open(tea, ASHA) as opened:
        in_group(opened, clock).people.add(Person(name="Fay"))
        data = data_file(groups, tea)
        both = [data.read_bytes(), data.with_name(f"{data.name}-wal").read_bytes()]
    data.write_bytes(both[0])
    data.with_name(f"{data.name}-wal").write_bytes(
        both[1]
    )  # as a program that was killed leaves it
    (backup,) = groups.restoring.backups(tea)
    groups.restoring.restore(backup, by_words(ASHA), replace=True)
    folder = groups._folder / tea / "backups"
    assert (folder / f"{data.stem}-aside.db").read_bytes() == both[0]
    assert (folder / f"{data.stem}-aside.db-wal").read_bytes() == both[1]
    assert not [each for each in files(groups, tea) if each.endswith((".replaced", ".changing"))]


def test_a_group_that_somebody_has_open_is_not_replaced(used, groups, tea, clock):
    with groups.open(tea, ASHA), pytest.raises(GroupInUse):
        groups.restoring.restore(used["copy"], by_words(ASHA), replace=True)
    assert names(groups, tea, clock) == ["Carol", "Eve"]


@pytest.mark.parametrize("step", ["build", "write_slots"])
def test_a_restore_that_fails_leaves_everything_as_it_was(
    used, groups, tea, clock, monkeypatch, step, tmp_path
):
    def fail(*_):
        raise OSError(5, "no")

    other = service(tmp_path / "other", clock)
    with monkeypatch.context() as broken:
        broken.setattr(restoring, step, fail)
        with pytest.raises(FolderNotWritable):
            groups.restoring.restore(used["copy"], by_words(ASHA), replace=True)
        with pytest.raises(FolderNotWritable):
            other.restoring.restore(used["copy"], by_words(ASHA))
    assert names(groups, tea, clock) == ["Carol", "Eve"]
    assert len(list((groups._folder / tea).glob("data-*"))) == 1
    assert [each.name for each in other._folder.iterdir()] == ["new.lock"]


def test_wrong_words_count_as_at_the_door(used, groups, tea):
    (backup,) = groups.restoring.backups(tea)
    for _ in range(5):
        with pytest.raises(WrongPassphrase):
            groups.restoring.newest_good_backup(tea, by_words("no no no no"))
    for way in (
        lambda: groups.restoring.restore(backup, by_words(ASHA), replace=True),
        lambda: groups.restoring.newest_good_backup(tea, by_words(ASHA)),
        lambda: groups.open(tea, ASHA),
    ):
        with pytest.raises(WaitFirst):
            way()


def test_when_somebody_is_taken_out_what_was_put_aside_goes_with_the_old_key(
    used, groups, tea, clock
):
    groups.restoring.restore(used["copy"], by_words(ASHA), replace=True)
    with groups.open(tea, ASHA) as opened:
        opened.remove_opener(opened.add_opener("Ben", BEN).id)
    left = [each.name for each in (groups._folder / tea / "backups").iterdir()]
    assert left == ["turn.lock"]


def test_the_practice_group_is_marked_as_such_wherever_it_is_brought(groups, clock, tmp_path):
    with groups.practice.open() as opened:
        copy = in_group(opened, clock).backups.copy_to(tmp_path / "practice.vcsgroup")
    other = service(tmp_path / "other", clock)
    other.restoring.restore(copy, by_words(WORDS))
    assert [line.is_practice for line in other.groups()] == [True]


def test_no_group_is_brought_to_a_network_drive(used, tmp_path, clock):
    other = service(tmp_path / "other", clock, disk=Disk.NETWORK)
    with pytest.raises(OnNetworkDrive):
        other.restoring.restore(used["copy"], by_words(ASHA))


def test_a_copy_of_a_newer_app_is_left_alone(groups, tea, clock, tmp_path):
    with groups.open(tea, ASHA) as opened:
        with opened.database.writing() as session:
            session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        copy = in_group(opened, clock).backups.copy_to(tmp_path / "tea.vcsgroup")
    other = service(tmp_path / "other", clock)
    with pytest.raises(NewerGroup):
        other.restoring.restore(copy, by_words(ASHA))
    assert other.groups() == ()


def test_a_group_that_is_not_here_has_no_backups(groups, tea):
    for name in ("", "..", GROUP):
        with pytest.raises(NoSuchGroup):
            groups.restoring.backups(name)
    with pytest.raises(NoGoodBackup):
        groups.restoring.newest_good_backup(tea, by_words(ASHA))


def test_backups_of_before_are_there_after_a_restore_and_the_next_one_follows(
    used, groups, tea, clock
):
    groups.restoring.restore(used["copy"], by_words(ASHA), replace=True)
    with groups.open(tea, ASHA) as opened:
        backups = in_group(opened, clock).backups
        assert backups.back_up_if_changed().number == 2
        assert len({each.key_id for each in backups.list()}) == 2
    found = groups.restoring.newest_good_backup(tea, by_words(ASHA))
    assert found.backup.number == 2


@pytest.fixture
def left(groups, tea, clock, tmp_path):
    """A group that Ben has left since a copy was made, and that Dev came to."""
    with groups.open(tea, ASHA) as opened:
        ben = opened.add_opener("Ben", BEN)
        old_code = groups.new_code()
        opened.set_code(old_code)
        copy = in_group(opened, clock).backups.copy_to(tmp_path / "tea.vcsgroup")
        opened.remove_opener(ben.id)
        opened.add_opener("Dev", DEV)
        code = groups.new_code()
        opened.set_code(code)
    return {"copy": copy, "ben": ben.id, "code": written(code), "old code": written(old_code)}


def test_who_was_taken_out_since_the_copy_stays_out_and_who_came_since_gets_in(left, groups, tea):
    groups.restoring.restore(left["copy"], by_words(ASHA), replace=True)
    with pytest.raises(WrongPassphrase):
        groups.open(tea, BEN)
    with pytest.raises(WrongCode):
        groups.open_with_code(tea, left["old code"])
    groups.open(tea, ASHA).close()
    groups.open_with_code(tea, left["code"]).close()
    with groups.open(tea, DEV) as opened:
        assert [each.label for each in opened.openers] == ["Asha", "Dev"]


@pytest.mark.parametrize("who", ["ben", "old code"])
def test_who_was_taken_out_puts_no_copy_in_the_place_of_the_group(left, groups, tea, who):
    before = files(groups, tea)
    way = by_words(BEN) if who == "ben" else by_code(left[who])
    with pytest.raises(NoLongerIn):
        groups.restoring.restore(left["copy"], way, replace=True)
    assert files(groups, tea) == before
    groups.open(tea, DEV).close()


def test_words_from_before_they_were_changed_bring_a_copy_back_and_nobody_who_left(
    left, groups, tea
):
    with groups.open(tea, ASHA) as opened:
        opened.change_words(opened.opener_id, "violin lantern pebble orchard")
    groups.restoring.restore(left["copy"], by_words(ASHA), replace=True)
    with groups.open(tea, ASHA) as opened:
        assert [each.label for each in opened.openers] == ["Asha"]
    with pytest.raises(WrongPassphrase):
        groups.open(tea, BEN)


def test_a_way_in_that_was_smuggled_in_beside_the_others_does_not_come_with_them(left, groups, tea):
    slots = read_slots(groups._folder / tea)
    smuggled = slot_for_person(tea, GroupKeys.new(), "Eve", BEN, QUICK)
    write_slots(groups._folder / tea, slots.with_slots(*slots.slots, smuggled))
    groups.restoring.restore(left["copy"], by_words(ASHA), replace=True)
    with groups.open(tea, ASHA) as opened:
        assert [each.label for each in opened.openers] == ["Asha", "Dev"]


def test_where_nobody_can_tell_who_is_in_the_ways_in_of_the_copy_count(left, groups, tea):
    for name in ("slots.json", "slots-copy.json"):
        (groups._folder / tea / name).write_text("{", "utf-8")
    groups.restoring.restore(left["copy"], by_words(ASHA), replace=True)
    with groups.open(tea, BEN) as opened:
        assert [each.label for each in opened.openers] == ["Asha", "Ben"]


def test_a_group_that_hides_its_name_since_the_copy_hides_it_still(left, groups, tea):
    with groups.open(tea, ASHA) as opened:
        opened.rename("Tea & Talk", hides_name=True)
    groups.restoring.restore(left["copy"], by_words(ASHA), replace=True)
    assert [each.name for each in groups.groups()] == [""]
    with groups.open(tea, ASHA) as opened:
        assert opened.name == "Tea & Talk"


def test_a_list_that_somebody_wrote_into_takes_no_record_that_could_not_be_made_anew(
    groups, tea, clock, tmp_path
):
    with groups.open(tea, ASHA) as opened:
        inside = in_group(opened, clock)
        inside.records.add(PROFILE, OurGroup(name="Tea & Talk"), record_id=OUR_GROUP)
        copy = inside.backups.copy_to(tmp_path / "tea.vcsgroup")
    listed = {"version": 1, "erased": [OUR_GROUP, OUR_RETENTION_RULES]}
    (groups._folder / tea / "erased.json").write_text(json.dumps(listed), "utf-8")
    assert groups.restoring.restore(copy, by_words(ASHA), replace=True).erased_again == 0
    with groups.open(tea, ASHA) as opened:
        assert in_group(opened, clock).our_group.profile().name == "Tea & Talk"
