"""A thousand hostile texts through every view: no file opened, no picture, no pause."""

import os
import sys
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from tests.support.canary import picture_in, shows_picture
from tests.support.hostile_texts import OF_EACH_SORT, hostile_texts
from tests.support.watched_folder import CAN_WATCH, WatchedFolder
from vcs_desktop.core.addresses import is_link
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.documents.guide import GuideDocument
from vcs_desktop.documents.guide.sheet import sheet_pdf
from vcs_desktop.documents.guide.web_page import guide_page
from vcs_desktop.domain.reading import Items, Table
from vcs_desktop.domain.reference import SourceNote
from vcs_desktop.feeds.markdown_text import read_markdown
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.prose import prose
from vcs_desktop.ui.widgets.reading_view import ReadingView
from vcs_desktop.ui.widgets.safe_text import SafeText

PROJECT = Path(__file__).parents[2]
# A text may take as many times as long as plain words of its length, of 4,000 letters at least.
LEAST_LETTERS = 4_096
MOST_TIMES = 40
# Making a PDF takes longest: the beginnings of five texts share one, and some have one alone.
ON_A_SHEET, TEXTS_ON_A_SHEET, SHEETS_WHOLE = 200, 5, 50
# Qt says that it has no font for a script that a hostile text brings; it shows boxes then.
pytestmark = pytest.mark.qt_log_ignore("OpenType support missing")


@dataclass
class _Watch:
    """What Python opened while ``on``; an audit hook stays for good, so it is made once."""

    on: bool = False
    opened: list[str] = field(default_factory=list)

    @contextmanager
    def watching(self):
        """Note what is opened from here on."""
        self.opened.clear()
        self.on = True
        try:
            yield
        finally:
            self.on = False

    def __call__(self, event, arguments):
        if self.on and event == "open" and isinstance(arguments[0], str | bytes):
            self.opened.append(os.fsdecode(arguments[0]))


PYTHON = _Watch()
sys.addaudithook(PYTHON)


class Page(HTMLParser):
    """What a browser would make of a page: its tags, and where it leads."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.addresses = set(), set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.addresses |= {value for name, value in attributes if name in ("href", "src", "data")}


ALLOWED_TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "section", "nav", "h1", "h2", "h3",
    "h4", "h5", "h6", "p", "br", "strong", "a", "span", "div", "ul", "ol", "li", "label", "input",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


def lines_of(text):
    for block in text:
        if isinstance(block, Items):
            yield from (item.line for item in block.items)
        elif isinstance(block, Table):
            yield from (line for row in (block.head, *block.rows) for line in row)
        else:
            yield block.line


def took(view, source):
    """Return how many seconds it takes to read and show a text, and to lay out its label."""
    begun = time.perf_counter()
    view.show_text(read_markdown(source), "Hostile")
    prose(source).heightForWidth(400)
    return time.perf_counter() - begun


def harm_in_window(view):
    if shows_picture(view.grab().toImage()):
        yield "a picture is shown"
    document = view.browser.document()
    formats = document.allFormats()
    if any(each.isImageFormat() for each in formats):
        yield "a picture has its place in the text"
    links = {each.toCharFormat().anchorHref() for each in formats if each.isCharFormat()}
    yield from (f"a link to {link[:80]!r}" for link in links if link and not is_link(link))


def harm_in_label(text):
    label = prose(text)
    if label.textFormat() != Qt.TextFormat.PlainText:
        yield "a label reads it as HTML"
    label.resize(300, 200)
    if shows_picture(label.grab().toImage()):
        yield "a label shows a picture"


def harm_in_page(source, text):
    sources = (SourceNote(source[:80], source[:300]),)
    page = Page(guide_page(GuideDocument(source[:300], text, sources=sources)))
    if page.tags - ALLOWED_TAGS:
        yield f"the web page has {page.tags - ALLOWED_TAGS}"
    for address in page.addresses:
        if not is_link(address) and not address.startswith(("#part-", "#source-")):
            yield f"the web page leads to {address[:80]!r}"


def harm_in_sheet(title, text):
    try:
        pdf = sheet_pdf(GuideDocument(title, sheet=text))
    except CannotUseInput:
        return
    for mark in (b"/URI", b"/Launch", b"/JavaScript", b"/EmbeddedFile", b"/Subtype /Image"):
        if mark in pdf:
            yield f"the sheet has {mark!r}"


@dataclass
class Walk:
    """What came of showing every text. ``outside`` are files that are not of the program."""

    harm: list[str] = field(default_factory=list)
    sorts: Counter = field(default_factory=Counter)
    seconds: list[tuple[float, str]] = field(default_factory=list)
    asked: list[object] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    in_folder: list[str] = field(default_factory=list)
    # Parts of several texts, until they are enough for one sheet.
    waiting: list[tuple[str, object]] = field(default_factory=list)

    def show(self, view, sort, source):
        self.sorts[sort] += 1
        begun = time.perf_counter()
        text = read_markdown(source)
        view.show_text(text, sort)
        prose(source).heightForWidth(400)
        self.seconds.append((time.perf_counter() - begun, source))
        links = {span.link for line in lines_of(text) for span in line if span.link}
        found = [f"a link to {link[:80]!r}" for link in links if not is_link(link)]
        found += [*harm_in_window(view), *harm_in_label(source), *harm_in_page(source, text)]
        self.waiting.append((source[:60], read_markdown(source[:ON_A_SHEET])))
        if self.sorts[sort] % SHEETS_WHOLE == 0:
            found += harm_in_sheet(source[:60], text)
        if len(self.waiting) == TEXTS_ON_A_SHEET:
            title = " ".join(title for title, _text in self.waiting)
            found += harm_in_sheet(title, sum((text for _title, text in self.waiting), ()))
            self.waiting.clear()
        self.harm += [f"{sort} {self.sorts[sort]}: {each}" for each in found]


@pytest.fixture(scope="module")
def shown(qapp, tmp_path_factory):
    """Return the view, and what came of showing every text in it."""
    look.begin(qapp, "light", 100)
    there = picture_in(tmp_path_factory.mktemp("hostile"))
    folder = WatchedFolder(there.parent) if CAN_WATCH else None
    walk, view = Walk(), ReadingView()
    view.resize(320, 240)
    view.show()
    sheet_pdf(GuideDocument("Fonts", sheet=read_markdown("are loaded first")))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(there.parent)
        patch.setattr(
            SafeText,
            "loadResource",
            lambda _, kind, name: walk.asked.append(name) or QImage(),
        )
        with PYTHON.watching():
            for sort, source in hostile_texts(there):
                walk.show(view, sort, source)
    walk.outside = [path for path in PYTHON.opened if not _is_ours(path)]
    if folder is not None:
        walk.in_folder = folder.opened()
        folder.close()
    yield view, walk
    view.close()
    view.deleteLater()


def test_a_thousand_hostile_texts_do_no_harm(shown):
    _view, walk = shown
    assert not walk.harm
    assert len(walk.sorts) == 10
    assert set(walk.sorts.values()) == {OF_EACH_SORT}


def test_a_thousand_hostile_texts_have_nothing_loaded_and_no_file_opened(shown):
    _view, walk = shown
    assert not walk.asked
    assert not walk.outside
    assert not walk.in_folder


def test_no_hostile_text_takes_much_longer_than_plain_words(shown):
    view, walk = shown
    plain: dict[int, float] = {}
    slow = []
    for seconds, source in walk.seconds:
        letters = max(LEAST_LETTERS, 1 << (len(source) - 1).bit_length())
        if letters not in plain:
            plain[letters] = min(took(view, "plain words " * (letters // 12)) for _ in range(5))
        allowed = plain[letters] * MOST_TIMES
        # Once may be slow for another reason: the computer has other things to do.
        if seconds > allowed and min(took(view, source) for _ in range(3)) > allowed:
            slow.append(f"{len(source)} letters, {seconds / plain[letters]:.0f}: {source[:60]!r}")
    assert not slow


def _is_ours(path):
    """Say whether a file is of the program itself: its modules, its resources, Python's own."""
    places = (PROJECT, sys.prefix, sys.base_prefix)
    return any(Path(path).is_relative_to(place) for place in places)


@pytest.mark.skipif(not CAN_WATCH, reason="only Linux says which files a program opens")
def test_the_watch_sees_what_is_opened_and_what_is_drawn(tmp_path, show):
    """The probes themselves: what a careless label would do is noticed by all of them."""
    there = picture_in(tmp_path)
    folder = WatchedFolder(tmp_path)
    image = QImage(str(there))
    assert folder.opened() == ["canary.png"]
    assert shows_picture(image)
    with PYTHON.watching():
        there.read_bytes()
    assert str(there) in PYTHON.opened
    assert not _is_ours(str(there))
    folder.close()
    assert not shows_picture(show(prose("plain"), 300, 200).grab().toImage())
