"""A tree is the version before or the new one, whatever happens on the way; readers check it."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from hashlib import sha256

import pytest

from tests.support.library_examples import call, grant
from tests.support.publishers import (
    BEGAN,
    FIRST,
    SECOND,
    Publisher,
    as_read,
    files_of,
    ids_of,
    lines_of_records,
    notes_of,
)
from tests.support.vault_examples import QUICK
from vcs_desktop.app.tree_check import check_tree
from vcs_desktop.core.errors import Busy, CannotUseInput, FolderNotWritable, Stopped
from vcs_desktop.core.publish_errors import (
    DamagedTree,
    NothingToTakeBack,
    NothingUsable,
    NoUsableKey,
    OtherLine,
    TooMuch,
)
from vcs_desktop.publishing import tree as tree_module
from vcs_desktop.publishing.attaching import attach
from vcs_desktop.publishing.comparing import Counts, What, changes, item_of
from vcs_desktop.publishing.keys import Holder, read_roots, remove, rotate
from vcs_desktop.publishing.published import published, roots_with
from vcs_desktop.services.publishing import Plan
from vcs_desktop.vault.signing import sign
from vcs_desktop.wire.manifest import manifest_bytes
from vcs_desktop.wire.record import line_of
from vcs_desktop.wire.signed import LIBRARY, signed_bytes

CY = Holder("Cy", "candle wobble thunder mint")
LATER = "2026-12-01T09:00:00Z"


def planned(ann, records):
    """Return what publishing some records would change."""
    roots = read_roots(ann.keys)
    lines = partial(lines_of_records, records)
    with Plan(ann.keys, ann.tree, roots, published(ann.tree, roots), lines) as plan:
        plan.compare("Comparing", None)
    return plan


def test_a_reader_gets_what_was_published(ann):
    ann.publish(*FIRST)
    manifest, records = as_read(ann.tree)
    assert (manifest.version, manifest.line, manifest.deltas) == (1, "oxfordshire", ())
    assert records == sorted(FIRST, key=lambda each: (each.kind, each.id))
    ann.publish(*SECOND)
    manifest, records = as_read(ann.tree)
    assert manifest.version == 2
    assert ids_of(records) == ids_of(SECOND)
    assert check_tree(ann.tree).problems == []
    assert check_tree(ann.tree, ann.keys / "root.json").problems == []


def test_the_same_records_at_the_same_moment_give_the_same_bytes(ann, tmp_path):
    other = Publisher(tmp_path / "other")
    other.keys = ann.keys
    for publisher in (ann, other):
        publisher.publish(*FIRST)
        publisher.publish(*reversed(SECOND))
        publisher.take_back()
    assert files_of(ann.tree) == files_of(other.tree)


def test_what_will_change_is_said_item_by_item(ann):
    ann.publish(*FIRST)
    found = planned(ann, SECOND)
    said = [(each.what, each.kind, each.title, each.fields) for each in found.items]
    assert said == [
        (What.ADDED, "funding_call", "choir", ()),
        (What.GONE, "funding_call", "hall", ()),
        (What.CHANGED, "funding_call", "roof", ("grantMaximumAward",)),
    ]
    assert found.counts == Counts(added=1, changed=1, gone=1, same=2)
    assert found.before.manifest.version == 1
    assert not found.counts.is_nothing
    assert ann.publish(*SECOND).added == 1


def test_a_record_that_only_says_a_later_day_says_so():
    old, new = grant("seeds"), replace(grant("seeds"), modified="2026-11-20")
    (change,) = changes([line_of(old)], lines_of_records([new]), Counts())
    assert item_of(change).fields == ("modified",)


def test_an_empty_tree_and_no_records_are_told_apart(ann):
    assert planned(ann, FIRST).before is None
    with pytest.raises(NothingUsable):
        ann.publish()
    assert not (ann.tree / "library.json").exists()
    with pytest.raises(NothingToTakeBack):
        ann.take_back()
    with pytest.raises(NothingUsable):
        ann.publishing().renew()


def test_deltas_are_kept_as_long_as_they_are_smaller_than_the_snapshot(ann):
    many = [call(f"grant {number}") for number in range(60)]
    ann.publish(*many)
    for number in range(30):
        many[number] = call(f"grant {number}", grantMaximumAward=5_000 + number)
        ann.publish(*many)
        manifest, _ = as_read(ann.tree)
        assert sum(each.size for each in manifest.deltas) < manifest.snapshot.size
        assert check_tree(ann.tree).problems == []
    assert 2 < len(manifest.deltas) < 30
    assert manifest.deltas[-1].to == 31
    changed = [call(f"other {number}") for number in range(60)]
    ann.publish(*changed)
    assert len(as_read(ann.tree)[0].deltas) <= 1


def test_no_more_deltas_are_kept_than_readers_take(ann, monkeypatch):
    monkeypatch.setattr(tree_module, "MOST_DELTAS", 3)
    many = [
        call(f"grant {number}", summary=sha256(b"%d" % number).hexdigest() * 4)
        for number in range(60)
    ]
    for number in range(6):
        many[0] = call("grant 0", grantMaximumAward=number + 1)
        ann.publish(*many)
    assert [each.to for each in as_read(ann.tree)[0].deltas] == [4, 5, 6]


def test_what_nobody_can_ask_for_is_deleted_and_nothing_else(ann, monkeypatch):
    monkeypatch.setattr(tree_module, "KEPT_VERSIONS", 2)
    for name in ("other", "snapshots/mine.txt", "snapshots/0x.ndjson.gz"):
        (ann.tree / name).parent.mkdir(parents=True, exist_ok=True)
        (ann.tree / name).write_text("mine")
    for number in range(5):
        ann.publish(*FIRST, call(f"new {number}"))
    kept = {path.name for path in (ann.tree / "snapshots").iterdir()}
    assert kept == {"4.ndjson.gz", "5.ndjson.gz", "mine.txt", "0x.ndjson.gz"}
    assert (ann.tree / "other").read_text() == "mine"


def test_a_delta_that_was_lost_is_not_named_any_more(ann):
    for number in range(3):
        ann.publish(*FIRST, call(f"new {number}"))
    (ann.tree / "deltas" / "2.ndjson.gz").unlink()
    ann.publish(*FIRST)
    assert [each.to for each in as_read(ann.tree)[0].deltas] == [3, 4]
    assert check_tree(ann.tree).problems == []


def test_files_go_along_and_stay_as_long_as_they_can_be_asked_for(ann, tmp_path, monkeypatch):
    monkeypatch.setattr(tree_module, "KEPT_VERSIONS", 1)
    (tmp_path / "form.pdf").write_bytes(b"a form")
    (tmp_path / "copy.pdf").write_bytes(b"a form")
    files = attach([tmp_path / "form.pdf", tmp_path / "copy.pdf"])
    assert len(files) == 1
    ann.publish(*FIRST, attachments=files)
    manifest, _ = as_read(ann.tree)
    path = ann.tree / manifest.attachments[0].path
    assert path.read_bytes() == b"a form"
    assert check_tree(ann.tree).problems == []
    ann.publish(*SECOND)
    assert as_read(ann.tree)[0].attachments == ()
    assert path.exists()
    ann.publish(*FIRST)
    assert not path.exists()


def test_files_that_went_along_come_back_with_what_is_taken_back(ann, tmp_path):
    (tmp_path / "form.pdf").write_bytes(b"a form")
    ann.publish(*FIRST, attachments=attach([tmp_path / "form.pdf"]))
    ann.publish(*SECOND)
    ann.take_back()
    assert len(as_read(ann.tree)[0].attachments) == 1
    assert check_tree(ann.tree).problems == []


def test_a_key_never_goes_along_whatever_it_is_called(ann, tmp_path):
    slides = tmp_path / "slides.key"
    slides.write_bytes(b"slides of a talk")
    assert len(attach([slides])) == 1
    for key in [*ann.keys.glob("*.key")]:
        with pytest.raises(CannotUseInput, match="a key"):
            attach([slides, key.rename(tmp_path / "form.pdf")])


def test_what_is_no_file_or_changes_meanwhile_does_not_go_along(ann, tmp_path, monkeypatch):
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(CannotUseInput):
            attach([path])
    (tmp_path / "form.pdf").write_bytes(b"a form")
    files = attach([tmp_path / "form.pdf"])
    (tmp_path / "form.pdf").write_bytes(b"another")
    with pytest.raises(CannotUseInput):
        ann.publish(*FIRST, attachments=files)
    assert not (ann.tree / "library.json").exists()
    monkeypatch.setattr("vcs_desktop.publishing.attaching.MOST_ATTACHMENTS", 0)
    with pytest.raises(TooMuch):
        attach([tmp_path / "form.pdf"])


@pytest.mark.parametrize(
    "change",
    [
        lambda content: b"",
        lambda content: b"{}",
        lambda content: content[:-1],
        lambda content: content.replace(b'"version":1', b'"version":7'),
        lambda content: b"x" * (2 << 20),
    ],
)
def test_a_tree_that_somebody_changed_is_not_gone_on_with(ann, change):
    ann.publish(*FIRST)
    path = ann.tree / "library.json"
    path.write_bytes(change(path.read_bytes()))
    with pytest.raises(DamagedTree):
        ann.publish(*SECOND)


def test_the_tree_of_somebody_else_is_not_gone_on_with(ann, tmp_path):
    other = Publisher(tmp_path / "other").begin()
    other.publish(*FIRST)
    other.keys = ann.keys
    with pytest.raises(OtherLine):
        other.publish(*SECOND)
    (other.tree / "root.json").unlink()
    with pytest.raises(DamagedTree):
        other.publish(*SECOND)


def test_who_may_publish_no_more_signs_nothing(ann, tmp_path):
    ann.publish(*FIRST)
    publishing = ann.publishing()
    rotate(ann.keys, ann.root, CY, LATER, add_in=tmp_path / "cy", effort=QUICK)
    remove(ann.keys, ann.root, "Ann", LATER)
    roots = roots_with(ann.tree, read_roots(ann.keys))
    with pytest.raises(NoUsableKey):
        replace(publishing, roots=roots).publish(lambda: lines_of_records(SECOND))
    with pytest.raises(NoUsableKey):
        replace(publishing, roots=roots).renew()


def test_after_a_version_that_none_can_follow_nothing_is_signed_that_no_reader_takes(ann):
    ann.publish(*FIRST)
    signer = ann.publishing().signer
    said = replace(as_read(ann.tree)[0], version=999_999_999)
    made_up = signed_bytes(sign(signer.seed, LIBRARY, manifest_bytes(said)))
    (ann.tree / "library.json").write_bytes(made_up)
    with pytest.raises(DamagedTree):
        ann.publish(*SECOND)
    assert (ann.tree / "library.json").read_bytes() == made_up


def test_a_new_key_signs_what_is_there_again_and_publishes_on(ann):
    ann.publish(*FIRST)
    rotate(ann.keys, ann.root, CY, LATER, effort=QUICK)
    ann.words = CY.words
    before, _ = as_read(ann.tree)
    roots = roots_with(ann.tree, read_roots(ann.keys))
    assert tree_module.needs_signing(ann.tree, roots, published(ann.tree, roots))
    ann.publishing().renew()
    after, _ = as_read(ann.tree)
    assert (after.version, after.digest) == (before.version, before.digest)
    assert check_tree(ann.tree).by == "Cy"
    assert not tree_module.needs_signing(ann.tree, roots, published(ann.tree, roots))
    ann.publish(*SECOND)
    assert [note.by for note in notes_of(ann)] == ["Ann", "Cy"]


def test_another_publisher_learns_of_new_roots_from_the_tree(ann, tmp_path):
    ann.publish(*FIRST)
    rotate(ann.keys, ann.root, CY, LATER, add_in=tmp_path / "cy", effort=QUICK)
    ann.publish(*SECOND)
    remove(ann.keys, ann.root, "Cy", LATER)
    ann.publish(*FIRST)
    cy = Publisher(tmp_path, words=CY.words)
    cy.keys, cy.tree = tmp_path / "cy", ann.tree
    with pytest.raises(NoUsableKey):
        cy.publish(*SECOND)


def test_a_clock_that_runs_behind_makes_no_version_older_than_the_one_before(ann):
    ann.publish(*FIRST)
    ann.now = BEGAN - timedelta(days=400)
    ann.publish(*SECOND)
    manifest = as_read(ann.tree)[0]
    assert (manifest.version, manifest.issued) == (2, "2026-11-23T09:01:00Z")
    # Nor does it count as out of date the moment it is signed.
    assert manifest.expires == "2027-02-23T09:01:00Z"


def test_a_version_says_when_it_is_out_of_date_and_is_renewed(ann):
    ann.publish(*FIRST)
    assert as_read(ann.tree)[0].expires == "2027-02-23T09:01:00Z"
    ann.now = BEGAN + timedelta(days=100)
    ann.publishing().renew()
    manifest, _ = as_read(ann.tree)
    assert (manifest.version, manifest.expires) == (1, "2027-06-03T09:01:00Z")


def test_who_was_overtaken_is_told_and_signs_nothing(ann):
    ann.publish(*FIRST)
    one = ann.publishing()

    def meanwhile():
        ann.publish(*SECOND)
        return lines_of_records(FIRST)

    with pytest.raises(Busy):
        one.publish(_first_then(lambda: lines_of_records(FIRST), meanwhile))
    assert as_read(ann.tree)[0].version == 2


def _first_then(*ways):
    left = iter(ways)

    def lines():
        return next(left)()

    return lines


def test_somebody_can_watch_and_stop(ann):
    ann.publish(*FIRST)

    def look(words, done):
        raise Stopped

    with pytest.raises(Stopped):
        replace(ann.publishing(), look=look).publish(lambda: lines_of_records(SECOND))
    assert ids_of(as_read(ann.tree)[1]) == ids_of(FIRST)


def test_it_can_be_stopped_until_it_counts(ann):
    ann.publish(*FIRST)
    before = (ann.tree / "library.json").read_bytes()

    def look(words, done):
        if (ann.tree / "deltas/2.ndjson.gz").exists():  # all but the manifest is written
            raise Stopped

    with pytest.raises(Stopped):
        replace(ann.publishing(), look=look).publish(lambda: lines_of_records(SECOND))
    with pytest.raises(Stopped):
        replace(ann.publishing(), look=look).renew()
    assert (ann.tree / "library.json").read_bytes() == before
    assert ann.publish(*SECOND).version == 2


def test_a_manifest_that_no_reader_takes_is_not_written(ann, monkeypatch):
    ann.publish(*FIRST)
    monkeypatch.setattr(tree_module, "LARGEST_MANIFEST", 10)
    with pytest.raises(TooMuch):
        ann.publish(*SECOND)
    assert as_read(ann.tree)[0].version == 1


def test_a_folder_that_is_none_cannot_be_published_into(ann, tmp_path):
    (tmp_path / "file").write_text("x")
    ann.tree = tmp_path / "file" / "tree"
    with pytest.raises((FolderNotWritable, DamagedTree)):
        ann.publish(*FIRST)
