"""The tour: every place of the real window, pictured."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QImage

from vcs_desktop.app import tour
from vcs_desktop.app.tour import applications, camera
from vcs_desktop.app.tour.camera import Camera
from vcs_desktop.core.errors import words_for

PLACES = (
    "home", "funding", "learning", "facts", "council", "people", "our-group", "groups", "help",
    "settings",
)  # fmt: skip
JOBS = (
    "welcome", "shown-round", "funding", "a-grant", "why-it-fits", "the-committee-sheet", "a-guide",
    "find-in-a-guide", "a-word-explained", "the-check", "a-fact", "council-agreement",
    "council-money", "search", "commands", "help", "glossary", "settings", "groups", "start-name",
    "start-words", "home-of-a-group", "people", "a-new-person", "our-group-about",
    "our-group-access", "our-group-copies", "our-group-bin", "locked", "application-start",
    "application-answers", "application-plan", "application-budget", "application-papers",
    "application-ready", "application-kept", "application-after", "publish-put-in",
    "publish-what-will-change", "publish-checked-by", "publish-done", "library",
    "publish-no-plan-yet", "publish-our-action-plan", "publish-report-to-osca",
    "library-on-a-stick", "library-taken-in", "library-refused", "our-group-laptops",
    "two-laptops-code", "two-laptops-four-words", "two-laptops-compare", "two-laptops-apart-first",
    "two-laptops-apart-second", "two-laptops-together-first", "two-laptops-together-second",
    "two-laptops-what-came",
)  # fmt: skip


@pytest.fixture(autouse=True)
def no_longer_than_needed(monkeypatch):
    """Rest as often as for real, but not as long: a minute of nothing else was waited for."""
    monkeypatch.setattr(camera, "_SETTLING_MS", 10)
    monkeypatch.setattr(camera, "_LOOK_EVERY_MS", 5)


def test_the_tour_leaves_pictures_and_the_committee_sheet(tmp_path, capsys):
    out = tmp_path / "tour"
    assert tour.run_tour(out) == 0
    pictures = sorted(out.glob("*.png"))
    assert [file.name[:3] for file in pictures] == [f"{n:03}" for n in range(1, len(pictures) + 1)]
    names = [file.stem[4:] for file in pictures]
    assert set(JOBS) <= set(names)
    for look in ("dark", "high-contrast", "text-150", "text-200", "small-screen", "right-to-left"):
        assert {f"{look}-{place}" for place in PLACES} <= set(names)
    assert all(not QImage(str(file)).isNull() for file in pictures)
    assert (out / tour.SHEET).read_bytes().startswith(b"%PDF")
    assert (out / tour.SHEET).with_suffix(".html").read_text("utf-8").startswith("<!DOCTYPE html>")
    with pypdfium2.PdfDocument((out / applications.COPY).read_bytes()) as copy:
        said = " ".join(page.get_textpage().get_text_range() for page in copy)
    assert "Kept copy 1" in said
    assert "ten visits" in said
    assert "£2,250" in said
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines() == [file.name for file in pictures]


def test_pictures_that_cannot_be_written_end_the_tour_in_words(tmp_path, monkeypatch):
    monkeypatch.setattr(Camera, "picture", _refuse)
    with pytest.raises(tour.TourStuck) as stuck:
        tour.run_tour(Path(tmp_path))
    assert "tour" in words_for(stuck.value)


def _refuse(_camera, name):
    raise tour.TourStuck(name)
