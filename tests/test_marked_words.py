"""What is marked for translation can be taken out of the source, as CONTRIBUTING says."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.house_rules import read
from tests.support.marked_words import MARKS, messages

PROJECT = Path(__file__).resolve().parent.parent
FILES = sorted((PROJECT / "vcs_desktop").rglob("*.py"))
GUIDE = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")


@pytest.fixture(scope="module")
def marked():
    """Every marked text with what it is said in the many, or nothing."""
    found = {}
    for file in FILES:
        for each in messages(read(file, PROJECT)):
            found.setdefault(each.text, set()).add(each.many)
    return found


def test_many_words_are_marked(marked):
    assert len(marked) > 900


def test_one_text_is_never_said_in_two_ways_in_the_many(marked):
    assert {text for text, many in marked.items() if len(many - {""}) > 1} == set()


def test_the_guide_names_every_mark():
    keywords = dict.fromkeys(re.findall(r"--keyword=(\S+)", GUIDE))
    assert [*keywords] == ["tr", "tr_count:1,2", "marked"]
    assert {each.partition(":")[0] for each in keywords} == set(MARKS)


@pytest.mark.skipif(not shutil.which("xgettext"), reason="gettext's tools are not on this computer")
def test_gettext_finds_the_same_words(marked, tmp_path):
    out = tmp_path / "vcs-desktop.pot"
    keywords = [f"--keyword={each}" for each in ("tr", "tr_count:1,2", "marked")]
    order = ["xgettext", "--language=Python", "--from-code=UTF-8", *keywords, f"--output={out}"]
    subprocess.run([*order, *map(str, FILES)], check=True, capture_output=True)
    assert texts_in(out.read_text("utf-8")) == set(marked)


def texts_in(pot):
    """Return the texts of a file that gettext wrote, without its head."""
    found = re.findall(r'^msgid (".*"(?:\n".*")*)', pot, re.MULTILINE)
    joined = ("".join(re.findall(r'^(?:msgid )?"(.*)"$', each, re.MULTILINE)) for each in found)
    plain = {each.replace("\\n", "\n").replace('\\"', '"').replace("\\\\", "\\") for each in joined}
    return plain - {""}
