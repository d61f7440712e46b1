"""Files of which no record tells: they go, but late, and never by a wrong clock alone."""

from dataclasses import replace

import pytest

from tests.support.vault_examples import ASHA
from vcs_desktop.core.errors import AppError
from vcs_desktop.core.group_errors import GroupInUse
from vcs_desktop.domain.kinds import DOCUMENT
from vcs_desktop.domain.papers import Paper, PaperVersion
from vcs_desktop.services.groups.restoring import by_words
from vcs_desktop.services.in_group import in_group

DAY_S = 24 * 60 * 60


@pytest.fixture
def inside(groups, tea, clock):
    with groups.open(tea, ASHA) as opened:
        yield in_group(opened, clock)


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "policy.pdf"
    path.write_bytes(b"%PDF-1.7 policy")
    return path


def lying(inside):
    return {each.name for each in (inside.group.files().folder.path / "blobs").iterdir()}


def kept(inside, stored):
    version = PaperVersion(id=inside.records.ids.new(), file=stored)
    return inside.records.add(DOCUMENT, Paper(name="Policy", versions=(version,)))


def look(inside, clock, *, days=0):
    clock.go_on(days * DAY_S)
    return inside.backups.clear_away_files()


def looked_until_due(inside, clock):
    """Look as often as it takes; return how much was cleared away by the last look."""
    gone = [look(inside, clock, days=days) for days in (0, 30, 1, 1)]
    assert gone[:-1] == [0, 0, 0]
    return gone[-1]


def test_what_no_record_tells_of_goes_after_a_month_and_three_more_days(inside, clock, paper):
    stored, lost = inside.blobs.add(paper), inside.blobs.add(paper)
    kept(inside, stored)
    assert look(inside, clock) == 0
    assert look(inside, clock, days=29) == 0
    assert [look(inside, clock, days=days) for days in (1, 1)] == [0, 0]
    assert lost.blob in lying(inside)
    assert look(inside, clock, days=1) == 1
    assert lying(inside) == {stored.blob}


def test_looking_often_on_one_day_is_looking_once(inside, clock, paper):
    lost = inside.blobs.add(paper)
    look(inside, clock)
    look(inside, clock, days=40)
    for _ in range(10):
        assert look(inside, clock) == 0
    assert lying(inside) == {lost.blob}


def test_a_clock_that_is_twenty_years_off_for_a_day_takes_nothing(inside, clock, paper):
    lost = inside.blobs.add(paper)
    look(inside, clock)
    for days in (1, 20 * 365, -20 * 365, 1, 20 * 365, -20 * 365 + 1):
        assert look(inside, clock, days=days) == 0
    assert lying(inside) == {lost.blob}


def test_a_clock_that_went_back_lets_the_time_begin_anew(inside, clock, paper):
    clock.go_on(3_000 * DAY_S)
    lost = inside.blobs.add(paper)
    look(inside, clock)
    clock.go_on(-3_000 * DAY_S)
    assert looked_until_due(inside, clock) == 1
    assert lost.blob not in lying(inside)


def test_what_an_undo_can_bring_back_stays_however_long(inside, clock, paper):
    stored = inside.blobs.add(paper)
    paper_id = kept(inside, stored)
    held = inside.records.held(Paper, paper_id)
    inside.records.save(held, replace(held.thing, versions=()))
    for days in (0, 30, 1, 1, 1):
        assert look(inside, clock, days=days) == 0
    inside.records.undo()
    assert inside.blobs.read(stored) == paper.read_bytes()


def test_what_is_half_written_keeps_its_file(inside, clock, paper):
    stored = inside.blobs.add(paper)
    inside.desk.put("draft/document/new", {"file": {"blob": stored.blob, "key": stored.key}})
    for days in (0, 30, 1, 1, 1):
        assert look(inside, clock, days=days) == 0
    assert lying(inside) == {stored.blob}


def test_what_was_told_of_in_between_begins_anew(inside, clock, paper):
    stored = inside.blobs.add(paper)
    look(inside, clock)
    inside.desk.put("draft/document/new", {"blob": stored.blob})
    look(inside, clock, days=30)
    inside.desk.clear("draft/document/new")
    assert look(inside, clock, days=1) == 0
    assert [look(inside, clock, days=1) for _ in range(5)] == [0] * 5
    assert lying(inside) == {stored.blob}


def test_what_a_backup_here_tells_of_stays_as_long_as_the_backup(inside, clock, paper):
    stored = inside.blobs.add(paper)
    inside.desk.put("draft/document/new", {"blob": stored.blob})
    backup = inside.backups.back_up_if_changed()
    inside.desk.clear("draft/document/new")
    assert looked_until_due(inside, clock) == 0
    backup.path.unlink()
    assert look(inside, clock, days=1) == 1


def test_nothing_goes_while_a_file_of_another_key_lies_there(groups, tea, clock, paper, tmp_path):
    with groups.open(tea, ASHA) as opened:
        inside = in_group(opened, clock)
        copy = inside.backups.copy_to(tmp_path / "copy.vcsgroup")
        stored = inside.blobs.add(paper)
        kept(inside, stored)
    groups.restoring.restore(copy, by_words(ASHA), replace=True)
    with groups.open(tea, ASHA) as opened:
        inside = in_group(opened, clock)
        assert looked_until_due(inside, clock) == 0
        assert lying(inside) == {stored.blob}
        for aside in (inside.group.files().folder.path / "backups").glob("*-aside*.db"):
            aside.unlink()
        assert look(inside, clock, days=1) == 1


def test_nothing_goes_while_another_window_has_the_group_open(groups, tea, inside, clock, paper):
    lost = inside.blobs.add(paper)
    for days in (0, 30, 1):
        look(inside, clock, days=days)
    with groups.open(tea, ASHA), pytest.raises(GroupInUse):
        look(inside, clock, days=1)
    assert lying(inside) == {lost.blob}
    assert look(inside, clock, days=1) == 1


def test_the_group_is_open_as_before_when_files_were_cleared_away(inside, clock, paper):
    inside.blobs.add(paper)
    assert looked_until_due(inside, clock) == 1
    assert inside.group.is_open
    kept(inside, inside.blobs.add(paper))


def test_a_damaged_file_that_was_put_aside_goes_too(inside, clock, paper):
    stored = inside.blobs.add(paper)
    kept(inside, stored)
    folder = inside.group.files().folder.path / "blobs"
    (folder / ("0" * 64 + "-aside")).write_bytes(b"damaged")
    (folder / "somebody's.txt").write_bytes(b"not ours")
    assert looked_until_due(inside, clock) == 1
    assert lying(inside) == {stored.blob, "somebody's.txt"}


def test_a_group_that_is_locked_clears_nothing_away(groups, tea, clock, paper):
    with groups.open(tea, ASHA) as opened:
        inside = in_group(opened, clock)
        inside.blobs.add(paper)
    with pytest.raises(AppError):
        inside.backups.clear_away_files()


def test_what_was_left_half_written_goes_when_the_group_is_opened(groups, tea, clock, paper):
    with groups.open(tea, ASHA) as opened:
        inside = in_group(opened, clock)
        stored = inside.blobs.add(paper)
        folder = opened.files().folder.path / "blobs"
    for name in (".0123.part", f"{stored.blob}.part"):
        (folder / name).write_bytes(b"half")
    with groups.open(tea, ASHA):
        assert {each.name for each in folder.iterdir()} == {stored.blob}
