"""The help page of our format for grants: it names every field, and its examples can be loaded."""

import re
from pathlib import Path

import pytest

from vcs_desktop.domain.funding_format import FIELDS
from vcs_desktop.domain.group import LegalForm
from vcs_desktop.feeds.reading import open_feed
from vcs_desktop.wire.record import Record

PAGE = Path(__file__).resolve().parents[2] / "resources" / "help" / "funding-call-format.md"


@pytest.fixture(scope="module")
def page():
    return PAGE.read_text("utf-8")


def example(page, kind, folder):
    (text,) = re.findall(rf"```{kind}\n(.*?)```", page, re.DOTALL)
    path = folder / f"example.{kind}"
    path.write_text(text, "utf-8")
    (item,) = open_feed(path).items()
    assert isinstance(item, Record), item
    return item


def test_the_page_names_every_field_and_each_of_its_parts(page):
    for note in FIELDS:
        row = next(
            line for line in page.splitlines() if line.startswith("|") and f"`{note.name}`" in line
        )
        assert all(f"`{part.name}`" in row for part in note.parts), note.name


def test_the_page_names_no_field_that_does_not_exist(page):
    named = {name for line in page.splitlines() if line.startswith("| `")
             for name in re.findall(r"`(\w+)`", line.split("|")[1])}  # fmt: skip
    assert named == {note.name for note in FIELDS}


def test_the_page_names_every_legal_form(page):
    assert all(f"`{form}`" in page for form in LegalForm)


def test_the_three_examples_are_one_and_the_same_grant(page, tmp_path):
    yaml, json, csv = (example(page, kind, tmp_path) for kind in ("yaml", "json", "csv"))
    assert yaml.id == "grant/practice-example"
    assert yaml == json == csv
    assert [each["unit"] for each in yaml.data["questions"]] == ["words", "characters"]
