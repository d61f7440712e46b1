"""Papers come in with files, get newer ones, fall due, and are found by what stands in them."""

from dataclasses import replace
from datetime import date, timedelta
from threading import Event

import pytest

from tests.support.paper_files import a_pdf, a_picture, put
from tests.support.vault_examples import TEA, MovableClock, service
from vcs_desktop.core.file_errors import EmptyFile, FileMissing, FileNotThere
from vcs_desktop.domain.days import months_on
from vcs_desktop.domain.due import DueKind
from vcs_desktop.domain.group_documents import DocumentKind
from vcs_desktop.domain.kinds import DOCUMENT
from vcs_desktop.domain.papers import Paper, has_run_out, is_due, needs_a_look, newest
from vcs_desktop.services.in_group import in_group
from vcs_desktop.services.papers import SOON_MONTHS, NoNameYet
from vcs_desktop.services.records import NoSuchRecord

LEAD = "The safeguarding lead is called.\nRing her at once."


@pytest.fixture
def inside(tmp_path):
    clock = MovableClock()
    group = service(tmp_path / "groups", clock).create(TEA)
    yield in_group(group, clock)
    group.close()


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "theirs"
    folder.mkdir()
    return folder


def titles(inside, typed):
    return [each.title for each in inside.search.found(typed)]


# Adding


def test_several_files_become_papers_with_a_guessed_kind_and_their_bytes(inside, files):
    policy = put(files, "Safeguarding_policy-2026.pdf", a_pdf(LEAD))
    photo = put(files, "the hall.png", a_picture())
    added = inside.papers.add_files([policy, photo])
    assert [(each.name, each.kind) for each in added.papers] == [
        ("Safeguarding policy 2026", DocumentKind.SAFEGUARDING),
        ("The hall", DocumentKind.OTHER),
    ]
    assert added.left_out == ()
    assert inside.papers.all() == list(added.papers)
    stored = newest(added.papers[0]).file
    assert stored.media_type == "application/pdf"
    assert inside.blobs.read(stored) == policy.read_bytes()
    assert inside.records.offers().undo == "Undo: 2 changes"
    inside.records.undo()
    assert inside.papers.all() == []


def test_a_file_that_cannot_be_taken_is_told_and_the_others_are_taken(inside, files):
    good = put(files, "Lease.pdf", a_pdf())
    empty = put(files, "Accounts.pdf", b"")
    added = inside.papers.add_files([empty, files / "gone.pdf", good])
    assert [each.name for each in added.papers] == ["Lease"]
    assert [(each.file_name, type(each.why)) for each in added.left_out] == [
        ("Accounts.pdf", EmptyFile),
        ("gone.pdf", FileNotThere),
    ]


def test_a_paper_is_written_only_when_its_file_is_on_the_disk(inside, files, monkeypatch):
    at_writing = []
    make = inside.records.new_in

    def look(act, kind, thing, record_id):
        at_writing.append(inside.blobs.is_there(newest(thing).file))
        return make(act, kind, thing, record_id)

    monkeypatch.setattr(inside.records, "new_in", look)
    inside.papers.add_files([put(files, "Lease.pdf", a_pdf())])
    assert at_writing == [True]


def test_who_stops_keeps_what_was_done_by_then(inside, files):
    stop, told = Event(), []
    paths = [put(files, f"Paper {n}.pdf", a_pdf()) for n in range(3)]

    def progress(done, total):
        told.append((done, total))
        if done == 1:
            stop.set()

    added = inside.papers.add_files(paths, progress, stop)
    assert added.was_stopped
    assert [each.name for each in added.papers] == ["Paper 0"]
    assert told == [(0, 3), (1, 3), (3, 3)]


def test_a_newer_file_takes_the_place_of_the_older_one_which_is_kept(inside, files):
    (paper,) = inside.papers.add_files([put(files, "Lease.pdf", a_pdf("old"))]).papers
    after = inside.papers.add_version(paper.id, put(files, "Lease 2.png", a_picture()))
    assert [each.file.name for each in after.versions] == ["Lease.pdf", "Lease 2.png"]
    assert newest(after).file.name == "Lease 2.png"
    assert inside.records.offers().undo == "Undo: change Lease"
    left = inside.papers.take_version_away(paper.id, after.versions[1].id)
    assert newest(left).file.name == "Lease.pdf"


def test_a_version_that_cannot_be_taken_changes_nothing(inside, files):
    paper_id = inside.papers.add(Paper(name="Lease"))
    with pytest.raises(FileNotThere):
        inside.papers.add_version(paper_id, files / "gone.pdf")
    assert inside.papers.paper(paper_id).thing.versions == ()
    with pytest.raises(NoSuchRecord):
        inside.papers.add_version("nobody", put(files, "Lease.pdf", a_pdf()))


def test_a_paper_without_name_or_kind_is_not_kept(inside):
    with pytest.raises(NoNameYet):
        inside.papers.add(Paper(name="  "))
    paper_id = inside.papers.add(Paper(kind=DocumentKind.INSURANCE))
    held = inside.papers.paper(paper_id)
    with pytest.raises(NoNameYet):
        inside.papers.save(held, replace(held.thing, kind=DocumentKind.OTHER))


# What falls due


def test_what_needs_a_look_is_told_and_falls_due(inside):
    days = {
        "has run out": {"expires_on": date(2026, 11, 22)},
        "last day": {"expires_on": date(2026, 11, 23)},
        "soon": {"expires_on": date(2026, 12, 23)},
        "later": {"expires_on": date(2026, 12, 24)},
        "to look at": {"review_on": date(2026, 11, 23)},
        "not yet": {"review_on": date(2026, 11, 24)},
    }
    for name, told in days.items():
        inside.papers.add(Paper(name=name, **told))
    lines = {line.name: line for line in inside.papers.lines()}
    assert list(lines) == sorted(days)
    assert {name for name, line in lines.items() if line.needs_a_look} == {
        "has run out", "last day", "soon", "to look at",
    }  # fmt: skip
    assert {name for name, line in lines.items() if line.has_run_out} == {"has run out"}
    dues = inside.papers.dues()
    assert len(dues) == len(days)
    assert {each.kind for each in dues} == {DueKind.EXPIRY, DueKind.REVIEW}
    assert all(each.record_kind == DOCUMENT and each.record_id for each in dues)


def test_the_list_and_the_rule_agree_on_every_day_about_what_needs_a_look(inside):
    today = inside.records.clock.today()
    soon = months_on(today, SOON_MONTHS)
    days = [None, *(each + timedelta(by) for each in (today, soon) for by in (-400, -1, 0, 1, 400))]
    for review_on in days:
        for expires_on in days:
            told = Paper(name="A paper", review_on=review_on, expires_on=expires_on)
            inside.papers.add(told)
    for line in inside.papers.lines():
        paper = inside.papers.paper(line.id).thing
        assert line.paper == paper
        assert line.needs_a_look == needs_a_look(paper, today, soon=soon)
        assert line.has_run_out == has_run_out(paper, today)
        assert line.is_due == is_due(paper, today)


def test_what_funders_ask_for_often_is_missing_until_it_is_there(inside):
    assert DocumentKind.INSURANCE in inside.papers.missing()
    inside.papers.add(Paper(kind=DocumentKind.INSURANCE))
    assert DocumentKind.INSURANCE not in inside.papers.missing()


# Found by its words


def test_a_paper_is_found_by_a_word_inside_its_pdf_and_told_on_which_page(inside, files):
    path = put(files, "Policy.pdf", a_pdf("Nothing of it here", LEAD))
    (paper,) = inside.papers.add_files([path]).papers
    assert titles(inside, "safeguarding lead") == []
    assert inside.paper_files.read_texts() == 1
    (found,) = inside.search.found("safegu LEAD")
    assert (found.id, found.kind, found.title) == (paper.id, DOCUMENT, "Policy")
    assert found.why == "Page 2: The safeguarding lead is called."
    assert titles(inside, "policy lead") == ["Policy"]
    assert titles(inside, "lead minibus") == []
    assert inside.paper_files.read_texts() == 0


def test_a_paper_is_found_by_its_kind_where_it_has_no_name(inside):
    inside.papers.add(Paper(kind=DocumentKind.INSURANCE))
    assert titles(inside, "public liab") == ["Public liability insurance"]


def test_nothing_of_a_files_key_is_ever_found_or_shown(inside, files):
    (paper,) = inside.papers.add_files([put(files, "Policy.pdf", a_pdf(LEAD))]).papers
    stored = newest(paper).file
    for secret in (stored.key, stored.blob, stored.sha256):
        assert inside.search.found(secret[:12]) == []


def test_only_the_version_that_holds_now_is_looked_through(inside, files):
    (paper,) = inside.papers.add_files([put(files, "Policy.pdf", a_pdf("custard"))]).papers
    inside.paper_files.read_texts()
    inside.papers.add_version(paper.id, put(files, "Policy 2.pdf", a_pdf("rhubarb")))
    inside.paper_files.read_texts()
    assert titles(inside, "custard") == []
    assert titles(inside, "rhubarb") == ["Policy"]
    inside.papers.add_version(paper.id, put(files, "Policy 3.png", a_picture()))
    inside.paper_files.read_texts()
    assert titles(inside, "rhubarb") == []


def test_the_words_of_a_file_go_with_its_record(inside, files):
    (paper,) = inside.papers.add_files([put(files, "Policy.pdf", a_pdf("custard"))]).papers
    inside.paper_files.read_texts()
    inside.papers.remove(paper.id)
    assert titles(inside, "custard") == []
    inside.records.restore(paper.id)
    assert titles(inside, "custard") == ["Policy"]
    inside.records.erase([paper.id])
    assert titles(inside, "custard") == []
    assert inside.paper_files.pages_of(paper.id) == []


def test_a_pdf_that_cannot_be_read_is_tried_once_and_one_that_is_away_again(inside, files):
    broken = put(files, "Policy.pdf", b"%PDF-1.4 broken")
    inside.papers.add_files([broken])
    assert inside.paper_files.read_texts() == 1
    assert inside.paper_files.read_texts() == 0
    path = put(files, "Lease.pdf", a_pdf("custard"))
    (lease,) = inside.papers.add_files([path]).papers
    stored = newest(lease).file
    away = next(inside.group.database.path.parent.rglob(f"*{stored.blob}*"))
    kept = away.read_bytes()
    away.unlink()
    with pytest.raises(FileMissing):
        inside.paper_files.page(stored, width=100)
    assert inside.paper_files.read_texts() == 0  # or whoever reads on would never end
    away.write_bytes(kept)
    assert inside.paper_files.read_texts() == 1
    assert titles(inside, "custard") == ["Lease"]


def test_a_page_is_a_picture_with_its_words(inside, files):
    (paper,) = inside.papers.add_files([put(files, "Policy.pdf", a_pdf("one", "two"))]).papers
    shown = inside.paper_files.page(newest(paper).file, 1, width=300)
    assert (shown.page, shown.pages, shown.width) == (1, 2, 300)
    assert shown.text.strip() == "two"
    assert len(shown.pixels) == 3 * shown.width * shown.height
