"""What a paper is called, which version holds, when to look at it, and what a file's name says."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.due import DueKind
from vcs_desktop.domain.group_documents import ASKED_OFTEN, NAMES, DocumentKind
from vcs_desktop.domain.kinds import DOCUMENT, title_of
from vcs_desktop.domain.paper_names import guessed_kind, name_of_file
from vcs_desktop.domain.papers import (
    Paper,
    PaperVersion,
    dues_of,
    has_run_out,
    is_due,
    kinds_missing,
    name_of,
    needs_a_look,
    newest,
    newest_first,
    with_version,
)
from vcs_desktop.domain.stored_file import StoredFile
from vcs_desktop.domain.values import thing_of, values_of

TODAY = date(2026, 11, 28)
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
FILE = StoredFile("a.pdf", "application/pdf", 1, "b" * 64, "c" * 64, "d" * 64)
VERSIONS = st.lists(
    st.builds(
        PaperVersion,
        st.uuids().map(str),
        st.just(""),
        st.sampled_from([None, FILE]),
        st.none() | DAYS,
    ),
    max_size=5,
    unique_by=lambda each: each.id,
).map(tuple)


@given(VERSIONS)
def test_the_version_that_holds_is_the_last_with_a_file_and_none_is_lost(versions):
    paper = Paper("1", versions=versions)
    assert set(newest_first(paper)) == set(versions)
    held = newest(paper)
    with_file = [each for each in versions if each.file]
    assert (held is None) == (not with_file)
    if held:
        assert held.file
        assert all((each.added_on or date.min) <= (held.added_on or date.min) for each in with_file)


@given(VERSIONS)
def test_a_paper_is_read_as_it_was_written(versions):
    paper = Paper("1", "Lease", DocumentKind.OTHER, TODAY, TODAY, TODAY, "Note\nmore", versions)
    kept = thing_of(Paper, values_of(paper), "1")
    assert set(kept.versions) == set(versions)
    assert kept == Paper(
        "1", "Lease", DocumentKind.OTHER, TODAY, TODAY, TODAY, "Note\nmore", kept.versions
    )


@given(VERSIONS, DAYS)
def test_a_newer_file_takes_nothing_away(versions, on):
    before = Paper("1", versions=versions)
    after = with_version(before, PaperVersion("new", file=FILE, added_on=on))
    assert set(before.versions) < set(after.versions)


@given(st.none() | DAYS, st.none() | DAYS, DAYS)
def test_what_is_due_or_has_run_out_needs_a_look_and_nothing_long_before(review, expires, on):
    paper = Paper("1", review_on=review, expires_on=expires)
    soon = on + timedelta(30)
    if is_due(paper, on) or has_run_out(paper, on):
        assert needs_a_look(paper, on, soon=soon)
    if not needs_a_look(paper, on, soon=soon):
        assert review is None or review > on
        assert expires is None or expires > soon
    assert [each.on for each in dues_of(paper)] == [day for day in (review, expires) if day]


@pytest.mark.parametrize(("expires", "run_out"), [(TODAY, False), (TODAY - timedelta(1), True)])
def test_a_paper_holds_on_its_last_day(expires, run_out):
    assert has_run_out(Paper(expires_on=expires), TODAY) == run_out


def test_each_day_of_a_paper_is_told_in_words_and_leads_to_it():
    paper = Paper("p1", kind=DocumentKind.INSURANCE, review_on=TODAY, expires_on=TODAY)
    review, expiry = dues_of(paper)
    assert (review.kind, expiry.kind) == (DueKind.REVIEW, DueKind.EXPIRY)
    assert review.what == "Look through again: Public liability insurance"
    assert expiry.what == "Last day that it holds: Public liability insurance"
    assert {(each.record_kind, each.record_id) for each in (review, expiry)} == {(DOCUMENT, "p1")}
    assert review.id != expiry.id


def test_a_paper_without_a_name_is_called_by_its_kind_in_lists_too():
    for kind in DocumentKind:
        paper = Paper("1", kind=kind)
        assert name_of(paper) == NAMES[kind] == title_of(DOCUMENT, values_of(paper))
        assert title_of(DOCUMENT, values_of(Paper("1", "Ours", kind))) == "Ours"
    assert title_of(DOCUMENT, {"kind": "of a newer app"}) == ""


def test_what_nearly_every_funder_asks_for_is_missing_until_it_is_there():
    assert kinds_missing(()) == ASKED_OFTEN
    assert kinds_missing(ASKED_OFTEN) == ()


@pytest.mark.parametrize(
    ("file_name", "name", "kind"),
    [
        ("Safeguarding_Policy-v3.pdf", "Safeguarding Policy v3", "safeguarding"),
        ("child protection.docx", "Child protection", "safeguarding"),
        ("Public Liability 2026.pdf", "Public Liability 2026", "insurance"),
        ("GDPR-privacy.notice.pdf", "GDPR privacy notice", "data_protection"),
        ("H&S policy.pdf", "H&S policy", "health_and_safety"),
        ("bank-statement-oct.pdf", "Bank statement oct", "bank_statement"),
        ("Annual accounts 2025.xlsx", "Annual accounts 2025", "accounts"),
        ("constitution SIGNED.PDF", "Constitution SIGNED", "constitution"),
        ("Volunteer policy.pdf", "Volunteer policy", "volunteers"),
        ("Volunteers rota.pdf", "Volunteers rota", "other"),
        ("Lease.pdf", "Lease", "other"),
        ("IMG_2034.jpg", "IMG 2034", "other"),
        (".pdf", ".pdf", "other"),
    ],
)
def test_the_name_of_a_file_tells_the_paper(file_name, name, kind):
    assert name_of_file(file_name) == name
    assert guessed_kind(file_name) == kind


@given(st.text(min_size=1, max_size=40))
def test_every_name_of_a_file_gives_a_paper_a_name(file_name):
    assert name_of_file(file_name)
    assert guessed_kind(file_name) in DocumentKind
