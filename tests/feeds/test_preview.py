"""Pages of files are read in a process of their own, which has little and is soon ended."""

import json
import subprocess
import sys
import tempfile
import time
from threading import Event

import pytest

from tests.support.hostile_papers import MADE_TO_HARM
from tests.support.paper_files import a_pdf, a_picture
from vcs_desktop.core.errors import Stopped
from vcs_desktop.feeds import preview, preview_child
from vcs_desktop.feeds.preview import (
    LockedFile,
    NotShown,
    OtherKind,
    TooLargeToShow,
    TooSlowToShow,
    page_picture,
    page_texts,
)

PYTHON = [sys.executable, "-c"]


def child_that(monkeypatch, code):
    """Have another program in the place of ours, as a file that took it over would."""
    monkeypatch.setattr(preview, "_command", lambda: [*PYTHON, code])


# What is shown


def test_a_page_is_as_wide_as_asked_and_its_words_are_told():
    shown = page_picture(a_pdf("First", "Second words"), 1, width=400)
    assert (shown.page, shown.pages, shown.width) == (1, 2, 400)
    assert len(shown.pixels) == 3 * shown.width * shown.height
    assert shown.text.strip() == "Second words"
    assert min(shown.pixels) < 128 < max(shown.pixels)


def test_a_page_that_is_not_there_is_the_last():
    assert page_picture(a_pdf("First", "Second"), 9, width=100).page == 1


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "RGBA"), ("PNG", "L"), ("JPEG", "CMYK")])
def test_pictures_of_every_sort_come_as_plain_colours(kind, mode):
    shown = page_picture(a_picture(kind, (40, 20), mode=mode, colour=0), width=40)
    assert (shown.pages, shown.width, shown.height) == (1, 40, 20)
    assert len(shown.pixels) == 3 * 40 * 20


def test_what_can_be_seen_through_lies_on_white_paper():
    clear = a_picture("PNG", (4, 4), (255, 0, 0, 0), "RGBA")
    assert page_picture(clear, width=4).pixels == b"\xff" * 48


def test_a_large_picture_is_made_smaller_and_a_small_one_is_not_made_larger():
    assert page_picture(a_picture("JPEG", (1_200, 600)), width=300).width == 300
    assert page_picture(a_picture("PNG", (30, 60)), width=300).width == 30


def test_the_text_of_each_page_is_told():
    texts = page_texts(a_pdf("One", "Two"))
    assert [each.strip() for each in texts] == ["One", "Two"]


# What is not


def test_the_content_says_what_a_file_is():
    for content in (b"hello", b"GIF89a" + bytes(40), b"PK\x03\x04", b""):
        with pytest.raises(OtherKind):
            page_picture(content, width=100)
    with pytest.raises(OtherKind):
        page_texts(a_picture())


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (MADE_TO_HARM["too_many_pixels"](), TooLargeToShow),
        (MADE_TO_HARM["locked"](), LockedFile),
        (b"%PDF-1.4 nothing", NotShown),
        (a_picture()[:40], NotShown),
        (a_pdf("One")[:300], NotShown),
    ],
)
def test_why_a_file_is_not_shown_is_told_with_what_to_do(content, error):
    with pytest.raises(error) as told:
        page_picture(content, width=100)
    assert type(told.value) is error
    assert "Save a copy" in told.value.advice


@pytest.mark.parametrize("name", sorted(MADE_TO_HARM))
def test_no_file_that_was_made_to_harm_does(name):
    began = time.monotonic()
    for ask in (lambda data: page_picture(data, width=900), page_texts):
        try:
            ask(MADE_TO_HARM[name]())
        except NotShown:
            continue
    assert time.monotonic() - began < 2 * (preview_child.MOST_SECONDS + 2)


# A child that was taken over


def test_a_child_that_never_answers_is_ended(monkeypatch):
    monkeypatch.setattr(preview, "MOST_SECONDS", 0.5)
    child_that(monkeypatch, "import time; time.sleep(600)")
    began = time.monotonic()
    with pytest.raises(TooSlowToShow):
        page_picture(a_pdf("One") + bytes(3_000_000), width=100)
    assert time.monotonic() - began < 30


def test_a_child_that_says_too_much_is_ended(monkeypatch):
    monkeypatch.setattr(preview, "_MOST_ANSWER", 100_000)
    child_that(monkeypatch, "import sys\nwhile True: sys.stdout.buffer.write(bytes(65536))")
    with pytest.raises(NotShown):
        page_picture(a_pdf("One"), width=100)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "nonsense",
        "[1]",
        json.dumps({"pages": 1, "width": 100, "height": 100, "text": ""}),
        json.dumps({"pages": 1, "width": -1, "height": -3, "text": ""}),
        json.dumps({"pages": 1, "width": "x", "height": 3, "text": ""}),
        json.dumps({"texts": "no list"}),
        json.dumps({"refused": "a word of its own"}),
    ],
)
def test_a_child_that_says_what_cannot_be_is_not_believed(monkeypatch, said):
    child_that(monkeypatch, f"print({said!r})")
    for ask in (lambda: page_picture(b"x", width=100), lambda: page_texts(b"x")):
        with pytest.raises(NotShown):
            ask()


def test_who_stops_waits_no_longer(monkeypatch):
    child_that(monkeypatch, "import time; time.sleep(600)")
    stop = Event()
    stop.set()
    with pytest.raises(Stopped):
        page_picture(a_pdf("One"), width=100, stop=stop)


# What the child has


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limits")
def test_the_child_has_little_memory_and_time_and_can_write_no_file(tmp_path):
    code = f"""
import resource
from vcs_desktop.feeds import preview_child
preview_child.limit()
for name in ("AS", "CPU", "CORE", "FSIZE"):
    print(name, *resource.getrlimit(getattr(resource, "RLIMIT_" + name)))
try:
    bytearray(600 << 20)
except MemoryError:
    print("no memory")
try:
    with open({str(tmp_path / "x")!r}, "wb", buffering=0) as file:
        file.write(b"x")
except OSError:
    print("no file")
"""
    ran = subprocess.run([*PYTHON, code], capture_output=True, text=True, check=False)
    told = ran.stdout.splitlines()
    assert told[:4] == [
        "AS 536870912 536870912", "CPU 5 5", "CORE 0 0", "FSIZE 0 0",
    ], ran.stderr  # fmt: skip
    if sys.platform == "linux":
        assert told[4:] == ["no memory", "no file"]


def test_nothing_of_a_file_is_ever_on_the_disk(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    page_picture(a_pdf("One"), width=100)
    page_texts(a_pdf("One"))
    assert list(tmp_path.iterdir()) == []


def test_the_child_is_told_nothing_of_our_surroundings(monkeypatch):
    monkeypatch.setenv("A_SECRET", "words")
    code = "import json, os; print(json.dumps({'texts': sorted(os.environ)}))"
    child_that(monkeypatch, code)
    told = page_texts(b"x")
    assert "A_SECRET" not in told
    assert "PYTHONPATH" in told


def test_a_program_packed_into_one_file_starts_itself(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert preview._command() == [sys.executable, "preview-child"]


def test_the_program_itself_can_be_the_child():
    data = a_pdf("One")
    question = json.dumps({"do": "text", "size": len(data)}).encode() + b"\n" + data
    code = "from vcs_desktop.app.entry import main; main()"
    order = [*PYTHON, code, "preview-child"]
    ran = subprocess.run(order, input=question, capture_output=True, check=False)
    assert json.loads(ran.stdout)["texts"][0].strip() == "One"


def test_no_folder_where_somebody_happens_to_be_is_looked_into(tmp_path, monkeypatch):
    (tmp_path / "PIL").mkdir()
    (tmp_path / "PIL" / "__init__.py").write_text("raise SystemExit(9)")
    (tmp_path / "json.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    assert page_picture(a_picture(), width=10).width == 10
