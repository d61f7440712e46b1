"""The paragraphs of a Word file (DOCX), with their numbers, headings and tables.

Read as a stranger's file: measured from outside first, no entities, nothing followed, and piece
by piece. Text that was struck out in "track changes" is no text; nor is what a form shows
where nothing was filled in.
Source: ECMA-376 part 1, 17 (WordprocessingML).
"""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from defusedxml import ElementTree

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import marked
from vcs_desktop.domain.form_lines import FormLine
from vcs_desktop.domain.reader_copy import FileBack, Remark, WordLine
from vcs_desktop.feeds.archives import checked_names
from vcs_desktop.feeds.word_numbers import Numbers, Style, W, is_on, numbers_in, styles_in

DOCUMENT = "word/document.xml"
COMMENTS = "word/comments.xml"
MOST_REMARKS = 500
MOST_XML_BYTES = 40_000_000
MOST_LETTERS = 2_000_000
MOST_PARAGRAPHS = 50_000
MOST_TAGS = 1_500_000
"""Of two hundred pages there are some two hundred thousand; each takes memory while it is read."""
_EDGES = " \t"
_BODY_TEXT = 9
"""Source: ECMA-376 part 1, 17.3.1.20: an outline level of 9 is no heading."""

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSEEN = frozenset({f"{W}del", f"{W}moveFrom", _FALLBACK})
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}


_FRONT = ("title", "subtitle", "toc")
"""Styles of what stands on a cover or in a list of contents."""


@dataclass(frozen=True, slots=True)
class HeadedLine:
    """A paragraph as somebody reads it who goes by the headings.

    ``level`` is 1 for a Heading 1, and 0 for text. ``is_front`` is a title, or a line of a
    list of contents. A heading is without the number that Word puts before it.
    """

    text: str
    level: int = 0
    is_front: bool = False


class NotReadAsWord(CannotUseInput):
    """A DOCX that cannot be read."""

    message = marked("This Word file is damaged, locked, or too large. Nothing was changed.")
    advice = marked("Open it in Word, save it again as DOCX, and bring in the new copy.")


def docx_lines(path: Path) -> list[FormLine]:
    """Return the paragraphs of a Word file, in their order.

    Raises:
        NotReadAsWord: it is damaged, locked, unsafe or too large.
    """
    with _opened(path) as archive:
        return [
            FormLine(each.strip(" "), paragraph.is_strong, paragraph.cell)
            for paragraph in _paragraphs(archive)
            for each in f"{paragraph.label}{paragraph.text.strip(_EDGES)}".split("\n")
        ]


def word_file(path: Path) -> FileBack:
    """Return the lines of a Word file to the letter, and the comments beside them.

    Raises:
        NotReadAsWord: it is damaged, locked, unsafe or too large.
    """
    with _opened(path) as archive:
        lines = tuple(
            WordLine(each, paragraph.is_heading and bool(each.strip()))
            for paragraph in _paragraphs(archive)
            for each in f"{paragraph.label}{paragraph.text}".split("\n")
        )
        return FileBack(lines, _part(archive, COMMENTS, _remarks_in) or ())


def headed_lines(path: Path) -> list[HeadedLine]:
    """Return the paragraphs of a Word file that say anything, each with its heading's level.

    Raises:
        NotReadAsWord: it is damaged, locked, unsafe or too large.
    """
    with _opened(path) as archive:
        return [
            HeadedLine(
                " ".join(text.split()) if each.level else f"{each.label}{text}",
                each.level,
                each.called.startswith(_FRONT),
            )
            for each in _paragraphs(archive)
            if (text := each.text.strip())
        ]


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open a Word file; whatever a hostile one makes a reader raise, it is a bad file."""
    try:
        checked_names(path)
        with zipfile.ZipFile(path) as archive:
            yield archive
    except NotReadAsWord:
        raise
    except CannotUseInput as error:
        raise NotReadAsWord(error.detail) from error
    except Exception as error:
        raise NotReadAsWord(type(error).__name__) from error


def _paragraphs(archive: zipfile.ZipFile) -> "list[_Told]":
    numbers = _part(archive, "word/numbering.xml", numbers_in) or Numbers()
    styles = _part(archive, "word/styles.xml", styles_in) or {}
    with archive.open(_small(archive, DOCUMENT)) as file:
        return list(_Reader(numbers, styles).paragraphs(file))


def _remarks_in(root: Any) -> tuple[Remark, ...]:
    found = []
    for comment in root.findall(f"{W}comment")[:MOST_REMARKS]:
        lines = (
            "".join(one.text or "" for one in each.iter(f"{W}t")) for each in comment.iter(f"{W}p")
        )
        text = "\n".join(filter(None, lines))[:MOST_LETTERS]
        if text.strip():
            found.append(Remark(comment.get(f"{W}author", ""), text))
    return tuple(found)


def _small(archive: zipfile.ZipFile, name: str) -> zipfile.ZipInfo:
    entry = archive.getinfo(name)
    if entry.file_size > MOST_XML_BYTES:
        raise NotReadAsWord(name)
    return entry


def _part(archive: zipfile.ZipFile, name: str, read: Any) -> Any:
    if name not in archive.namelist():
        return None
    return read(ElementTree.fromstring(archive.read(_small(archive, name))))


@dataclass(slots=True)
class _Paragraph:
    style: Style = field(default_factory=Style)
    list_id: str = ""
    level: int = 0
    is_heading: bool = False
    heading_level: int = 0
    pieces: list[str] = field(default_factory=list)
    letters: int = 0
    bold_letters: int = 0
    cell: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    """A paragraph that has been read: the number it has by itself, and its words."""

    label: str
    text: str
    is_heading: bool
    is_strong: bool
    cell: tuple[int, int, int] | None
    level: int = 0
    called: str = ""


@dataclass(slots=True)
class _Run:
    is_bold: bool | None = None
    is_hidden: bool = False


class _Reader:
    """Goes through a document once, from its first tag to its last."""

    def __init__(self, numbers: Numbers, styles: dict[str, Style]) -> None:
        self._numbers = numbers
        self._styles = styles
        self._paragraphs: list[_Paragraph] = []
        self._runs: list[_Run] = []
        self._cells: list[tuple[int, int, int]] = []  # of each open table: it, its row, its column
        self._controls: list[bool] = []
        self._table_count = 0
        self._unseen = 0
        self._letters = 0

    def paragraphs(self, file: IO[bytes]) -> Iterator[_Told]:
        """Yield the paragraphs of ``document.xml``; one may have line breaks in it."""
        count = tags = 0
        for event, element in ElementTree.iterparse(file, events=("start", "end")):
            if event == "start":
                tags += 1
                if tags > MOST_TAGS:
                    raise NotReadAsWord("too many tags")
                self._start(element)
                continue
            done = self._end(element)
            if done is None:
                continue
            element.clear()
            count += 1 + done.text.count("\n")
            if count > MOST_PARAGRAPHS or self._letters > MOST_LETTERS:
                raise NotReadAsWord("too much text")
            yield done

    def _start(self, element: Any) -> None:
        tag = element.tag
        if tag == f"{W}p":
            cell = self._cells[-1] if self._cells else None
            self._paragraphs.append(_Paragraph(cell=cell))
        elif tag == f"{W}r":
            self._runs.append(_Run())
        elif tag == f"{W}tbl":
            self._cells.append((self._table_count, -1, -1))
            self._table_count += 1
        elif tag == f"{W}tr" and self._cells:
            table, row, _column = self._cells[-1]
            self._cells[-1] = (table, row + 1, -1)
        elif tag == f"{W}tc" and self._cells:
            table, row, column = self._cells[-1]
            self._cells[-1] = (table, row, column + 1)
        elif tag == f"{W}sdt":
            self._controls.append(False)
        elif tag == f"{W}showingPlcHdr" and self._controls and not self._controls[-1]:
            self._controls[-1] = is_on(element)
            self._unseen += self._controls[-1]
        elif tag in _UNSEEN:
            self._unseen += 1

    def _end(self, element: Any) -> _Told | None:
        """Take the end of a tag; return the paragraph that it ends."""
        tag = element.tag
        if tag == f"{W}p" and self._paragraphs:
            return self._told(self._paragraphs.pop())
        if tag == f"{W}r" and self._runs:
            self._runs.pop()
        elif tag == f"{W}tbl" and self._cells:
            self._cells.pop()
        elif tag == f"{W}sdt" and self._controls:
            self._unseen -= self._controls.pop()
        elif tag in _UNSEEN:
            self._unseen -= 1
        elif self._runs and self._paragraphs:
            self._in_run(element)
        elif self._paragraphs:
            self._in_paragraph(element)
        return None

    def _in_run(self, element: Any) -> None:
        tag, run = element.tag, self._runs[-1]
        if tag == f"{W}t":
            self._say(element.text or "", run)
        elif tag in _SIGNS:
            self._say(_SIGNS[tag], run)
        elif tag == f"{W}b":
            run.is_bold = is_on(element)
        elif tag in (f"{W}vanish", f"{W}webHidden"):
            run.is_hidden = is_on(element)

    def _say(self, text: str, run: _Run) -> None:
        if run.is_hidden or self._unseen:
            return
        paragraph = self._paragraphs[-1]
        seen = len("".join(text.split()))
        is_bold = paragraph.style.is_bold if run.is_bold is None else run.is_bold
        paragraph.pieces.append(text)
        paragraph.letters += seen
        paragraph.bold_letters += seen if is_bold else 0
        self._letters += len(text)

    def _in_paragraph(self, element: Any) -> None:
        tag, paragraph = element.tag, self._paragraphs[-1]
        said = element.get(f"{W}val", "")
        if tag == f"{W}pStyle":
            paragraph.style = self._styles.get(said, Style())
            paragraph.is_heading = paragraph.style.is_heading
            paragraph.heading_level = paragraph.heading_level or paragraph.style.heading_level
            paragraph.list_id = paragraph.list_id or paragraph.style.list_id
            paragraph.level = paragraph.level or paragraph.style.level
        elif tag == f"{W}numId":
            paragraph.list_id = said
        elif tag == f"{W}ilvl" and said.isdecimal():
            paragraph.level = int(said[:3])
        elif tag == f"{W}outlineLvl":
            paragraph.is_heading = True
            if said.isdecimal() and int(said[:3]) < _BODY_TEXT:
                paragraph.heading_level = int(said[:3]) + 1

    def _told(self, paragraph: _Paragraph) -> _Told:
        text = "".join(paragraph.pieces)
        is_there = bool(text.strip(_EDGES))
        label = self._numbers.next_label(paragraph.list_id, paragraph.level) if is_there else ""
        is_bold = 0 < paragraph.letters == paragraph.bold_letters
        is_strong = is_bold or (paragraph.is_heading and is_there)
        return _Told(
            label,
            text,
            paragraph.is_heading,
            is_strong,
            paragraph.cell,
            paragraph.heading_level,
            paragraph.style.called,
        )
