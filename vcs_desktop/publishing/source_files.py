"""Which files the sources are, and what stands in them, item by item.

A source is a file that we can read, or a folder of them. A folder with folders named
after kinds of record (``term``, ``event`` …) has texts to read as well, as the starter
library does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vcs_desktop.core.errors import AppError, CannotUseInput
from vcs_desktop.core.files import surely
from vcs_desktop.core.language import sentences, tr
from vcs_desktop.domain.library import Kind
from vcs_desktop.feeds.reading import Feed, open_feed
from vcs_desktop.feeds.result import Refusal
from vcs_desktop.feeds.starter_sources import is_source, read_items
from vcs_desktop.publishing.checking import shown
from vcs_desktop.wire.record import Record, Release

_ENDINGS: Final = (".json", ".csv", ".xlsx", ".docx", ".yaml", ".yml")
_PAPERS: Final = frozenset(
    (".pdf", ".doc", ".docx", ".odt", ".rtf", ".ppt", ".pptx", ".png", ".jpg", ".jpeg", ".gif")
)
_KINDS: Final = frozenset(map(str, Kind))


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read: where it is, what it is called, and whether it is texts of a folder."""

    path: Path
    name: str
    of_texts: bool = False


def source_files(paths: list[Path]) -> tuple[list[SourceFile], list[str]]:
    """Return the files to read, always in the same order, and those that are passed over."""
    files: list[SourceFile] = []
    passed_over: list[str] = []
    for path in paths:
        if not path.is_dir():
            files.append(SourceFile(path, shown(path.name)))
            continue
        texts = _has_kinds(path)
        if texts:
            files.append(SourceFile(path, shown(path.name), of_texts=True))
        for each in sorted(path.rglob("*")):
            inside = each.relative_to(path)
            if not each.is_file() or any(part.startswith(".") for part in inside.parts):
                continue
            if texts and is_source(each):
                continue
            name = shown(inside.as_posix())
            if each.suffix.lower() in _ENDINGS:
                files.append(SourceFile(each, name))
            else:
                passed_over.append(name)
    return files, passed_over


class Reading:
    """One source as it is read. ``format`` names it in words, ``read`` counts its items."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.format = ""
        self.read = 0

    def items(self) -> Iterator[tuple[str, str, Record | Release | Refusal]]:
        """Yield each item with its file and its place in words.

        Raises:
            AppError: it cannot be read, or not to its end: then nothing of it counts.
        """
        if self.file.of_texts:
            self.format = tr("Texts by kind")
            for name, where, text in read_items(self.file.path):
                self.read += 1
                yield shown(name), shown(where), text
            return
        feed = feed_of(self.file.path)
        self.format = feed.format
        for item in feed.items():
            self.read = feed.read
            where = item.where if isinstance(item, Refusal) else _place(item, feed.read)
            yield self.file.name, shown(where), item


def feed_of(path: Path) -> Feed:
    """Open a file as it is published; of a form or a paper it is said where those go.

    Raises:
        CannotUseInput: it holds nothing that we read.
    """
    try:
        return open_feed(path)
    except CannotUseInput as error:
        if path.suffix.casefold() not in _PAPERS or not path.is_file():
            raise
        advice = tr("Is it a form or a paper? Then put it under “Files that go along”.")
        if path.suffix.casefold() == ".docx":  # it may also be a Compact that came damaged
            advice = sentences(error.advice, advice)
        raise CannotUseInput(error.detail, message=error.message, advice=advice) from error


def why_not(error: AppError) -> str:
    """Return in words why a file cannot be used."""
    return shown(f"{error.message} {error.advice}")


def must_be_there(paths: list[Path]) -> None:
    """Do nothing if every source is there.

    Raises:
        CannotUseInput: one is not.
    """
    for path in paths:
        if not surely(path.exists):
            raise CannotUseInput(
                "no such source",
                message=tr("There is no file or folder called {name}.", name=shown(str(path))),
                advice=tr("Look at the name and the folder, and try again."),
            )


def _place(item: Record | Release, number: int) -> str:
    said = item.ocid if isinstance(item, Release) else item.id
    return tr("item {number} ({id})", number=number, id=said)


def _has_kinds(folder: Path) -> bool:
    return folder.name in _KINDS or any(
        each.name in _KINDS for each in folder.iterdir() if each.is_dir()
    )
