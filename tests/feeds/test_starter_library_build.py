"""The starter library is built from readable sources: the same bytes each time, or not at all."""

import gzip
import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.feeds.starter_sources import read_sources
from vcs_desktop.feeds.yaml_text import read_yaml
from vcs_desktop.publishing import starter
from vcs_desktop.publishing.starter import SourcesHaveProblems, build_starter
from vcs_desktop.wire.manifest import manifest_of
from vcs_desktop.wire.record import record_of
from vcs_desktop.wire.state import state_digest

_ROOT = Path(__file__).parents[2]
_TERM = "- id: term/{0}\n  title: {0}\n  text: What it means.\n"


def _write(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.fixture
def sources(tmp_path):
    folder = tmp_path / "library"
    head = "source: Us\nlicence: MIT\nasOf: '2026-11-20'\n"
    items = "".join(f"  {line}\n" for line in (_TERM.format("b") + _TERM.format("a")).splitlines())
    _write(folder, "term/words.yaml", f"{head}items:\n{items}")
    guide = f"---\nid: training/one\ntitle: A guide\n{head}---\n# Begin\n\nWords.\n"
    _write(folder, "training/guide.md", guide)
    return folder


def test_fields_at_the_top_of_a_file_stand_in_for_what_its_items_leave_out(sources):
    records, problems = read_sources(sources)
    assert problems == []
    assert [record.id for record in records] == ["term/a", "term/b", "training/one"]
    assert records[0].data["source"] == "Us"
    assert records[0].data["asOf"] == "2026-11-20"


def test_the_words_below_front_matter_are_the_body(sources):
    records, _ = read_sources(sources)
    assert records[2].data["body"] == "# Begin\n\nWords."
    _write(
        sources,
        "term/c.md",
        "---\nid: term/c\ntitle: C\nsource: X\nlicence: MIT\nasOf: '2026-01-01'\n---\nIt means.\n",
    )
    records, _ = read_sources(sources)
    assert records[2].data["text"] == "It means."


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        (
            "term/x.yaml",
            "id: term/x\ntitle: X\ntext: T\nlicence: MIT\nasOf: '2026-01-01'",
            "source",
        ),
        ("term/x.yaml", "title: X\ntext: T\nsource: S\nlicence: MIT\nasOf: '2026-01-01'", "“id”"),
        ("term/x.yaml", "- id: term/x\n  practice: true\n  title: X", "“text” is missing"),
        ("term/x.yaml", "- id: term/a\n  practice: true\n  title: X\n  text: T", "the same id"),
        (
            "term/x.yaml",
            "- id: x\n  practice: true\n  title: X\n  text: T\n  n: 1.0e+999",
            "a number",
        ),
        ("term/x.yaml", "- words", "no named fields"),
        ("term/x.yaml", "a: [", "YAML"),
        ("other/x.yaml", "id: x", "not a kind"),
        ("term/x.md", "no fields", "---"),
        ("term/x.md", "---\n- a list\n---\n", "not fields"),
        ("tender/x.yaml", "id: x\npractice: true", "ocid"),
    ],
)
def test_a_problem_is_told_with_its_file_and_the_build_stops(sources, tmp_path, name, text, says):
    _write(sources, name, text)
    _, problems = read_sources(sources)
    assert len(problems) == 1
    assert problems[0].startswith(name)
    assert says in problems[0]
    with pytest.raises(SourcesHaveProblems) as stopped:
        build_starter(sources, tmp_path / "out")
    assert problems[0] in stopped.value.message
    assert not (tmp_path / "out").exists()


def test_all_problems_are_told_at_once(sources):
    _write(sources, "term/x.yaml", "- id: x\n- id: y\n")
    _write(sources, "fact/y.yaml", "- id: z\n")
    assert len(read_sources(sources)[1]) == 3


def test_the_manifest_tells_the_truth_about_the_snapshot(sources, tmp_path):
    manifest = build_starter(sources, tmp_path / "out")
    assert manifest_of((tmp_path / "out" / "library.json").read_bytes()) == manifest
    packed = (tmp_path / "out" / manifest.snapshot.path).read_bytes()
    lines = gzip.decompress(packed).splitlines(keepends=True)
    assert manifest.snapshot.size == len(packed)
    assert manifest.snapshot.sha256 == hashlib.sha256(packed).hexdigest()
    assert manifest.snapshot.records == len(lines) == 3
    assert manifest.snapshot.unpacked == sum(map(len, lines))
    assert manifest.digest == state_digest(lines)
    assert [record_of(line) for line in lines] == read_sources(sources)[0]
    assert manifest.issued == "2026-11-20T00:00:00Z"


def test_the_same_sources_give_the_same_bytes(sources, tmp_path):
    for name in ("one", "two"):
        build_starter(sources, tmp_path / name)
    files = [path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*.*")]
    assert len(files) == 2
    for file in files:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_the_command_builds_the_librarys_own_sources_or_says_what_is_wrong(
    sources, tmp_path, monkeypatch, capsys
):
    resources = tmp_path / "root" / "resources"
    resources.parent.mkdir()
    (tmp_path / "root" / "vcs_desktop" / "publishing").mkdir(parents=True)
    sources.rename(tmp_path / "moved")
    resources.mkdir()
    (tmp_path / "moved").rename(resources / "library")
    monkeypatch.setattr(
        starter, "__file__", str(tmp_path / "root" / "vcs_desktop" / "publishing" / "starter.py")
    )
    assert starter.main() == 0
    assert "3 records" in capsys.readouterr().out
    _write(resources / "library", "term/x.yaml", "- id: x\n")
    assert starter.main() == 2
    assert "term/x.yaml" in capsys.readouterr().err


def test_the_sources_that_travel_with_the_app_have_no_problems():
    records, problems = read_sources(_ROOT / "resources" / "library")
    assert problems == []
    assert records


def test_building_needs_nothing_but_the_standard_library_and_yaml():
    code = (
        "import sys; import vcs_desktop.publishing.starter as s;"
        "heavy = {'sqlalchemy', 'openpyxl', 'ftfy', 'ocdsmerge', 'PySide6', 'reportlab'};"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=_ROOT)


def test_yaml_written_by_hand_has_no_surprises():
    content = read_yaml("day: 2026-12-04\nat: 12:30\nn: 1_000\nf: 1.5\nb: yes\nodd: 0o9\nx: 0x1F")
    assert content == {
        "day": "2026-12-04",
        "at": "12:30",
        "n": 1000,
        "f": 1.5,
        "b": True,
        "odd": "0o9",
        "x": "0x1F",
    }
    with pytest.raises(CannotUseInput, match="characters"):
        read_yaml("x" * 5_000_000)
    with pytest.raises(CannotUseInput):
        read_yaml("[" * 5_000)
