"""The tour: the main job in the real window, pictured."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from vcs_desktop.app import tour
from vcs_desktop.core.errors import words_for


def test_the_tour_leaves_pictures_and_the_committee_sheet(tmp_path, capsys):
    out = tmp_path / "tour"
    assert tour.run_tour(out) == 0
    pictures = sorted(out.glob("*.png"))
    assert [file.name[:2] for file in pictures] == [f"{n:02}" for n in range(1, len(pictures) + 1)]
    assert len(pictures) == 22
    assert all(not QImage(str(file)).isNull() for file in pictures)
    assert (out / tour.SHEET).read_bytes().startswith(b"%PDF")
    assert (out / tour.SHEET).with_suffix(".html").read_text("utf-8").startswith("<!DOCTYPE html>")
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines() == [file.name for file in pictures]


def test_pictures_that_cannot_be_written_end_the_tour_in_words(tmp_path, monkeypatch):
    monkeypatch.setattr(tour._Tour, "_picture", _refuse)
    with pytest.raises(tour.TourStuck) as stuck:
        tour.run_tour(Path(tmp_path))
    assert "tour" in words_for(stuck.value)


def _refuse(_tour, name):
    raise tour.TourStuck(name)
