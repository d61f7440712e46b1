"""The guide for whoever publishes is right: its commands are understood, its words plain."""

import re
import shlex
from pathlib import Path

import pytest

from tests.support.reading_age import HARDEST_GRADE, grade, sentences
from vcs_desktop.app.service_arguments import parser

PROJECT = Path(__file__).parents[4]
GUIDE = (PROJECT / "resources" / "docs" / "publishing.md").read_text("utf-8")
COMMANDS = [
    shlex.split(found)[1:]
    for found in re.findall(r"^ +(vcs-service .*)$", GUIDE.replace("\\\n", " "), re.MULTILINE)
]


def test_every_job_is_in_it():
    named = {parser().understood(words).command for words in COMMANDS}
    assert named == {
        "keys new", "keys rotate", "keys hand-over", "publish", "validate", "pack", "serve",
        "history", "take-back", "report",
    }  # fmt: skip
    assert "keys remove" in GUIDE


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_each_of_its_commands_is_understood(words):
    assert parser().understood(words).command


def test_it_is_plain_to_read():
    assert grade(GUIDE) <= HARDEST_GRADE
    assert [each for each in sentences(GUIDE) if len(each) > 25] == []
