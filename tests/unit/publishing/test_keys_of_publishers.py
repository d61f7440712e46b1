"""Who may publish changes only by the root key, and never at the cost of who publishes now."""

import os
import shutil

import pytest

from tests.support.library_examples import call
from tests.support.publishers import LINE, NAME, ROOT_WORDS, WORDS, Publisher, as_read
from tests.support.vault_examples import QUICK
from vcs_desktop.core.errors import AppError, CannotUseInput, FolderNotWritable
from vcs_desktop.core.group_errors import WeakPassphrase
from vcs_desktop.core.publish_errors import (
    ChainTooLong,
    DamagedRoots,
    KeyFileIsThere,
    NoUsableKey,
    OtherKeyFile,
    OtherLine,
    WrongKeyWords,
)
from vcs_desktop.publishing import keys
from vcs_desktop.publishing.keys import (
    Holder,
    hand_over,
    new_keys,
    opened,
    read_roots,
    remove,
    root_key,
    rotate,
    usable_key,
)
from vcs_desktop.publishing.roots import Roots
from vcs_desktop.sync.trust import believed, first_root, newest_root
from vcs_desktop.vault.key_file import KeyKind, read_key_file
from vcs_desktop.wire.roots import LONGEST_CHAIN, MOST_PUBLISHERS

LATER = "2026-12-01T09:00:00Z"
CY = Holder("Cy", "candle wobble thunder mint")


def files(folder):
    return sorted(path.name for path in folder.iterdir())


def names(folder):
    return [each.name for each in read_roots(folder).newest.publishers]


def test_a_new_folder_has_both_keys_and_a_chain_that_a_reader_believes(ann):
    chain = (ann.keys / "root.json").read_bytes()
    root = first_root(chain).root
    assert (root.line, root.name, root.version) == (LINE, NAME, 1)
    assert [each.name for each in root.publishers] == ["Ann"]
    assert len(files(ann.keys)) == 3
    assert ann.root().key == root.root


def test_both_keys_need_words_of_their_own_that_are_strong(tmp_path):
    def made(root_words, words, line=LINE, holder="Ann"):
        return new_keys(
            tmp_path / "keys", line, NAME, Holder("Chair", root_words), Holder(holder, words),
            LATER, QUICK,
        )  # fmt: skip

    for root_words, words, wrong in (
        (WORDS, WORDS, CannotUseInput),
        ("password", WORDS, WeakPassphrase),
        (ROOT_WORDS, "password", WeakPassphrase),
    ):
        with pytest.raises(wrong):
            made(root_words, words)
    for line, holder in (("Oxon!", "Ann"), ("", "Ann"), (LINE, ""), (LINE, "A\nnn")):
        with pytest.raises(CannotUseInput):
            made(ROOT_WORDS, WORDS, line, holder)
    assert not (tmp_path / "keys").exists()


def test_keys_are_never_written_over(ann):
    before = files(ann.keys)
    with pytest.raises(KeyFileIsThere):
        ann.begin()
    assert files(ann.keys) == before


def test_a_new_key_takes_the_place_of_the_old_one_in_two_links(ann):
    old = usable_key(ann.keys, KeyKind.PUBLISHER, read_roots(ann.keys))
    changed = rotate(ann.keys, ann.root, CY, LATER, effort=QUICK)
    assert names(ann.keys) == ["Cy"]
    assert [len(said.publishers) for said in changed.roots.said] == [1, 2, 1]
    found = usable_key(ann.keys, KeyKind.PUBLISHER, changed.roots)
    assert found == read_key_file(changed.file)
    assert found.key != old.key
    assert opened(found, CY.words).name == "Cy"
    known = believed(changed.roots.links[0])
    assert newest_root(changed.roots.content, known).root == changed.roots.newest


def test_one_more_publisher_gets_a_folder_and_nobody_loses_anything(ann, tmp_path):
    changed = rotate(ann.keys, ann.root, CY, LATER, add_in=tmp_path / "cy", effort=QUICK)
    assert names(ann.keys) == names(tmp_path / "cy") == ["Ann", "Cy"]
    assert changed.file.parent == tmp_path / "cy"
    assert usable_key(ann.keys, KeyKind.PUBLISHER, changed.roots).holder == "Ann"
    assert usable_key(tmp_path / "cy", KeyKind.PUBLISHER, changed.roots).holder == "Cy"
    with pytest.raises(KeyFileIsThere):
        rotate(ann.keys, ann.root, CY, LATER, add_in=tmp_path / "cy", effort=QUICK)


def test_where_the_stick_of_one_more_officer_fails_nothing_is_changed(ann, tmp_path, monkeypatch):
    before, real = (ann.keys / "root.json").read_bytes(), keys.write_roots

    def pulled_out(folder, roots):
        if folder.name == "cy":
            raise FolderNotWritable
        real(folder, roots)

    monkeypatch.setattr(keys, "write_roots", pulled_out)
    with pytest.raises(FolderNotWritable):
        rotate(ann.keys, ann.root, CY, LATER, add_in=tmp_path / "cy", effort=QUICK)
    assert (ann.keys / "root.json").read_bytes() == before


def test_who_has_left_may_publish_no_more_but_somebody_always_may(ann, tmp_path):
    rotate(ann.keys, ann.root, CY, LATER, add_in=tmp_path / "cy", effort=QUICK)
    with pytest.raises(CannotUseInput, match="Nobody of this name"):
        remove(ann.keys, ann.root, "Bo", LATER)
    remove(ann.keys, ann.root, "Ann", LATER)
    assert names(ann.keys) == ["Cy"]
    with pytest.raises(CannotUseInput, match="Nobody would be left"):
        remove(ann.keys, ann.root, read_roots(ann.keys).newest.publishers[0].key[:8], LATER)
    with pytest.raises(NoUsableKey):
        usable_key(ann.keys, KeyKind.PUBLISHER, read_roots(ann.keys))


def test_the_root_key_is_handed_over_and_the_old_one_counts_no_more(ann):
    before = ann.root()
    hand_over(ann.keys, ann.root, CY, LATER, name="North Oxfordshire", effort=QUICK)
    roots = read_roots(ann.keys)
    assert roots.newest.name == "North Oxfordshire"
    assert roots.newest.root != before.key
    assert names(ann.keys) == ["Ann"]
    with pytest.raises(OtherLine):
        rotate(ann.keys, lambda: before, Holder("Di", ROOT_WORDS), LATER, effort=QUICK)
    ann.root_words = CY.words
    rotate(ann.keys, ann.root, Holder("Di", ROOT_WORDS), LATER, effort=QUICK)
    assert names(ann.keys) == ["Di"]
    known = believed(roots.links[0])
    assert newest_root(read_roots(ann.keys).content, known).root.version == 4


def test_the_root_key_may_lie_elsewhere(ann, tmp_path):
    roots = read_roots(ann.keys)
    (file,) = ann.keys.glob("root-*.key")
    away = tmp_path / "stick" / file.name
    away.parent.mkdir()
    shutil.move(file, away)
    with pytest.raises(NoUsableKey):
        root_key(ann.keys, roots)
    assert root_key(away, roots).key == roots.newest.root
    assert root_key(away.parent, roots).key == roots.newest.root
    (publisher,) = ann.keys.glob("publisher-*.key")
    with pytest.raises(OtherKeyFile):
        root_key(publisher, roots)


def test_an_old_root_key_and_several_keys_are_said(ann, tmp_path):
    (file,) = ann.keys.glob("root-*.key")
    shutil.copy2(file, ann.keys / "root-copy.key")
    with pytest.raises(NoUsableKey, match="several") as several:
        root_key(ann.keys, read_roots(ann.keys))
    assert "folder of their own" in several.value.advice
    (ann.keys / "root-copy.key").unlink()
    hand_over(ann.keys, ann.root, CY, LATER, effort=QUICK)
    with pytest.raises(NoUsableKey):
        root_key(file, read_roots(ann.keys))


def test_wrong_words_change_nothing(ann):
    before = files(ann.keys), (ann.keys / "root.json").read_bytes()
    ann.root_words = "wrong"
    with pytest.raises(WrongKeyWords):
        rotate(ann.keys, ann.root, CY, LATER, effort=QUICK)
    assert (files(ann.keys), (ann.keys / "root.json").read_bytes()) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda content: b"",
        lambda content: b"{}\n",
        lambda content: content[:-1],
        lambda content: content.replace(b"Ann", b"Eve"),
        lambda content: content * 2,
        lambda content: b"".join(content.splitlines(keepends=True)[::2]),
        lambda content: b"".join(content.splitlines(keepends=True)[::-1]),
    ],
)
def test_a_chain_that_somebody_changed_is_refused(ann, change):
    rotate(ann.keys, ann.root, CY, LATER, effort=QUICK)
    content = change((ann.keys / "root.json").read_bytes())
    with pytest.raises(DamagedRoots):
        Roots.read(content)


def test_a_folder_without_a_chain_is_said(tmp_path):
    with pytest.raises(DamagedRoots):
        read_roots(tmp_path)


def test_a_clock_that_runs_behind_makes_no_root_older_than_the_one_before(ann):
    changed = rotate(ann.keys, ann.root, CY, "2020-01-01T00:00:00Z", effort=QUICK)
    assert len({said.issued for said in changed.roots.said}) == 1


def test_a_chain_does_not_grow_beyond_what_readers_take(ann):
    roots, seed = read_roots(ann.keys), ann.root().seed
    grown = roots.grown(seed, LATER, *[roots.newest] * (LONGEST_CHAIN - 1))
    assert first_root(grown.content).root.version == LONGEST_CHAIN
    with pytest.raises(ChainTooLong):
        grown.grown(seed, LATER, roots.newest)


def test_there_are_never_more_publishers_than_readers_take(ann, tmp_path, monkeypatch):
    monkeypatch.setattr(keys, "MOST_PUBLISHERS", 2)
    rotate(ann.keys, ann.root, CY, LATER, add_in=tmp_path / "cy", effort=QUICK)
    with pytest.raises(CannotUseInput, match="2 people"):
        rotate(ann.keys, ann.root, CY, LATER, add_in=tmp_path / "di", effort=QUICK)
    assert MOST_PUBLISHERS > 2


class Crash(BaseException):
    """The power is gone."""


@pytest.mark.parametrize("at", range(1, 3))
def test_a_crash_while_a_key_is_replaced_leaves_a_folder_that_publishes(ann, monkeypatch, at):
    ann.publish(call("roof"))
    count = [0]
    replace = os.replace

    def crashing(path, target):
        count[0] += 1
        if count[0] == at:
            raise Crash
        replace(path, target)
        return target

    with monkeypatch.context() as patched:
        patched.setattr("pathlib.Path.replace", crashing)
        with pytest.raises(Crash):
            rotate(ann.keys, ann.root, CY, LATER, effort=QUICK)
    ann.publish(call("hall"))
    assert as_read(ann.tree)[0].version == 2
    changed = rotate(ann.keys, ann.root, CY, LATER, effort=QUICK)
    assert [each.name for each in changed.roots.newest.publishers] == ["Cy"]


def test_errors_about_keys_say_something_to_do(tmp_path):
    for wrong in (DamagedRoots, NoUsableKey, KeyFileIsThere, ChainTooLong, OtherLine):
        error = wrong()
        assert isinstance(error, AppError)
        assert error.message.endswith(".")
        assert error.advice.endswith(".")


def test_a_publisher_of_another_line_does_not_belong_here(ann, tmp_path):
    other = Publisher(tmp_path / "other").begin("cherwell")
    ann.publish(call("roof"))
    other.tree = ann.tree
    with pytest.raises(OtherLine):
        other.publish(call("hall"))
