"""Who may publish is changed by the root key: seen first, then with the words of both holders."""

import pytest

from tests.support.arriving import Laptop
from tests.support.council_office import NAME, ROOT_HOLDER, ROOT_WORDS, WORDS, Office
from tests.support.publishers import Publisher
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.publish_errors import (
    FolderInUse,
    KeyFileIsThere,
    NoUsableKey,
    OtherKeyFile,
    WrongKeyWords,
)
from vcs_desktop.domain.publisher_keys import Change
from vcs_desktop.publishing.keys import read_roots
from vcs_desktop.services.arrivals import Outcome
from vcs_desktop.services.publishing import ChangeWanted, Words

NEW = "copper violin harbour sunset lantern"


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "office")
    made.publish()
    return made


@pytest.fixture
def laptop(tmp_path, office):
    made = Laptop(tmp_path / "laptop")
    offer = made.arrivals.look_at(office.tree)
    assert made.arrivals.take_in(office.tree, trust=offer.fingerprint).outcome == Outcome.DONE
    yield made
    made.close()


def names(held):
    return [each.name for each in held.holdings]


def change(office, change, holder="", *, desk=None, **more):
    """Change who may publish, as the two holders do."""
    folder, key, name = more.get("folder"), more.get("key", ""), more.get("name", "")
    words = "" if change is Change.TAKE_OUT else NEW
    root = more.get("root", office.root_file)
    return office.publishing.change_keys(
        desk or office.desk(), office.tree, ChangeWanted(change, holder, key, name),
        Words(root, ROOT_WORDS, words, folder),
    )  # fmt: skip


def add_dee(office, tmp_path):
    """Let Dee publish too, and return the folder with her key."""
    folder = tmp_path / "dee"
    folder.mkdir()
    change(office, Change.ONE_MORE, "Dee", folder=folder)
    return folder


def test_it_is_seen_before_it_is_done_and_changes_nothing(office):
    desk, before = office.desk(), (office.keys / "root.json").read_bytes()
    held = office.publishing.keys_held(desk, office.tree)
    assert (held.name, names(held), [e.is_open for e in held.holdings]) == (NAME, ["Ann"], [True])
    seen = office.publishing.preview_keys(
        desk, office.tree, ChangeWanted(Change.NEW_KEY, "Cy Example")
    )
    assert (names(seen.before), names(seen.after)) == (["Ann"], ["Cy Example"])
    assert seen.after.holdings[0].shown == ""
    assert seen.after.digits == seen.before.digits == desk.digits
    more = office.publishing.preview_keys(
        desk, office.tree, ChangeWanted(Change.ONE_MORE, "Cy Example")
    )
    assert names(more.after) == ["Ann", "Cy Example"]
    assert (office.keys / "root.json").read_bytes() == before


def test_a_new_officer_publishes_in_place_of_the_one_who_left_and_laptops_take_it(office, laptop):
    changed = change(office, Change.NEW_KEY, "Cy Example")
    assert names(changed.now) == ["Cy Example"]
    desk = office.publishing.open_key(changed.file, NEW)
    with office.plan() as plan:
        assert plan.changes_nothing
        office.publishing.publish(plan, desk.signer, "Bo Example")
    assert laptop.arrivals.take_in(office.tree).error is None
    with pytest.raises(NoUsableKey):
        office.publishing.open_key(
            next(each for each in office.keys.glob("publisher-*") if each != changed.file), WORDS
        )


def test_one_more_officer_has_a_folder_of_their_own_and_nobody_loses_a_key(office, tmp_path):
    folder = add_dee(office, tmp_path)
    held = office.publishing.keys_held(office.desk(), office.tree)
    assert names(held) == ["Ann", "Dee"]
    (theirs,) = folder.glob("publisher-*.key")
    assert office.publishing.open_key(theirs, NEW).holder == "Dee"
    with pytest.raises(KeyFileIsThere):
        change(office, Change.ONE_MORE, "Eve", folder=folder)
    with pytest.raises(FolderInUse):
        change(office, Change.ONE_MORE, "Eve", folder=office.folder)


def test_somebody_who_is_taken_out_publishes_no_more(office, tmp_path, laptop):
    folder = add_dee(office, tmp_path)
    office.publish()
    desk = office.desk()
    dee = office.publishing.keys_held(desk, office.tree).holdings[1]
    changed = change(office, Change.TAKE_OUT, key=dee.key, desk=desk)
    assert (names(changed.now), changed.file) == (["Ann"], None)
    office.publish()
    assert laptop.arrivals.take_in(office.tree).error is None
    (theirs,) = folder.glob("publisher-*.key")
    hers = office.publishing.open_key(theirs, NEW)
    with (
        office.publishing.plan(folder, office.tree, [office.book]) as plan,
        pytest.raises(NoUsableKey),
    ):
        office.publishing.publish(plan, hers.signer, "Bo Example")


def test_the_key_that_is_open_stays_so_that_somebody_can_publish_the_change(office, tmp_path):
    desk = office.desk()
    with pytest.raises(CannotUseInput, match="open"):
        office.publishing.preview_keys(
            desk, office.tree, ChangeWanted(Change.TAKE_OUT, key=desk.signer.key)
        )
    with pytest.raises(CannotUseInput, match="may not publish"):
        office.publishing.preview_keys(
            desk, office.tree, ChangeWanted(Change.TAKE_OUT, key="0" * 64)
        )


def test_a_new_root_key_is_announced_by_the_old_one_which_counts_no_more(office, laptop):
    old = office.root_file
    changed = change(office, Change.HAND_OVER, "Head of Places", name="North Oxfordshire Council")
    assert changed.now.name == "North Oxfordshire Council"
    assert changed.now.digits == office.desk().digits
    office.publish()
    assert laptop.arrivals.take_in(office.tree).error is None
    assert laptop.arrivals.look_at(office.tree).is_known
    with pytest.raises(NoUsableKey):
        office.try_root(ChangeWanted(Change.NEW_KEY, "Cy"), old, ROOT_WORDS)
    office.try_root(ChangeWanted(Change.NEW_KEY, "Cy"), changed.file, NEW)
    with pytest.raises(CannotUseInput, match="both keys"):
        office.try_root(ChangeWanted(Change.NEW_KEY, "head of places "), changed.file, NEW)


@pytest.mark.parametrize("wanted", [Change.NEW_KEY, Change.ONE_MORE])
def test_whoever_keeps_the_root_key_gets_none_to_publish(office, tmp_path, wanted):
    before, folder = (office.keys / "root.json").read_bytes(), tmp_path / "more"
    for name in (ROOT_HOLDER, f" {ROOT_HOLDER.upper()}  "):
        with pytest.raises(CannotUseInput, match="both keys"):
            office.try_root(ChangeWanted(wanted, name), office.root_file, ROOT_WORDS)
        with pytest.raises(CannotUseInput, match="both keys"):
            change(office, wanted, name, folder=folder)
    assert (office.keys / "root.json").read_bytes() == before
    assert not folder.exists()


def test_the_root_key_is_handed_to_nobody_who_publishes(office, tmp_path):
    add_dee(office, tmp_path)
    before = (office.keys / "root.json").read_bytes()
    for name in (office.desk().holder, "dee"):
        with pytest.raises(CannotUseInput, match="both keys"):
            office.publishing.preview_keys(
                office.desk(), office.tree, ChangeWanted(Change.HAND_OVER, name)
            )
        with pytest.raises(CannotUseInput, match="both keys"):
            change(office, Change.HAND_OVER, name)
    assert (office.keys / "root.json").read_bytes() == before


def test_without_the_root_key_and_its_words_nothing_changes(office, tmp_path):
    desk, before = office.desk(), (office.keys / "root.json").read_bytes()
    wanted = ChangeWanted(Change.NEW_KEY, "Cy")
    strangers = Publisher(tmp_path / "stranger").begin(line="elsewhere")
    theirs = next(strangers.keys.glob("root-*.key"))
    for root, words, error in (
        (office.root_file, "other words than those", WrongKeyWords),
        (office.key_file, WORDS, OtherKeyFile),
        (theirs, ROOT_WORDS, OtherKeyFile),
    ):
        with pytest.raises(error):
            office.publishing.change_keys(desk, office.tree, wanted, Words(root, words, NEW))
        with pytest.raises(error):
            office.try_root(wanted, root, words)
    with pytest.raises(CannotUseInput, match="same secret words"):
        office.publishing.change_keys(
            desk, office.tree, wanted, Words(office.root_file, ROOT_WORDS, ROOT_WORDS)
        )
    assert (office.keys / "root.json").read_bytes() == before
    assert len([*office.keys.glob("*.key")]) == 2


def test_a_change_goes_on_from_what_another_officer_changed_and_published(office, tmp_path):
    folder = add_dee(office, tmp_path)
    office.publish()
    (theirs,) = folder.glob("publisher-*.key")
    hers = office.publishing.open_key(theirs, NEW)
    third = tmp_path / "third"
    third.mkdir()
    change(office, Change.ONE_MORE, "Eve", folder=third)
    office.publish()
    assert len(read_roots(folder).links) < len(read_roots(office.tree).links)
    eve = office.publishing.keys_held(hers, office.tree).holdings[2]
    change(office, Change.TAKE_OUT, key=eve.key, desk=hers)
    with office.publishing.plan(folder, office.tree, [office.book]) as plan:
        office.publishing.publish(plan, hers.signer, "Bo Example")
    assert [each.name for each in read_roots(office.tree).newest.publishers] == ["Ann", "Dee"]


@pytest.mark.parametrize("which", list(Change))
def test_the_page_to_print_says_what_to_do_and_no_secret(office, tmp_path, which):
    from vcs_desktop.feeds.preview import page_texts

    folder = add_dee(office, tmp_path)
    dee = office.publishing.keys_held(office.desk(), office.tree).holdings[1]
    own = tmp_path / "own"
    own.mkdir()
    changed = change(office, which, "" if which is Change.TAKE_OUT else "Cy Example",
                     key=dee.key, folder=own)  # fmt: skip
    out = tmp_path / "paper.pdf"
    office.publishing.write_change_paper(out, changed)
    said = " ".join(" ".join(page_texts(out.read_bytes())).split())
    assert changed.now.digits.split()[0] in said
    assert "Do this now" in said
    gone = {Change.TAKE_OUT: "May publish no more: Dee", Change.NEW_KEY: "May publish no more: Ann"}
    assert gone.get(which, "May publish now:") in said
    assert ("May publish no more" in said) == (which in gone)
    assert all(words not in said for words in (NEW, ROOT_WORDS, WORDS))
    if changed.file:
        assert changed.file.name in said
    assert folder.exists()
