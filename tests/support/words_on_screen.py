"""Every word that a part of the window shows or has a screen reader say, and where it stands."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QTableView,
    QWidget,
)
from sqlalchemy import select

from tests.support.pseudo_language import plain_pieces
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.resources import resource
from vcs_desktop.domain.areas import name_of
from vcs_desktop.domain.library import Kind
from vcs_desktop.services.applications.outcomes import outcomes
from vcs_desktop.storage.group_tables import RecordRow
from vcs_desktop.storage.queries import records

_ROWS = 60
_SAME_IN_EVERY_LANGUAGE = ("vcs desktop", "ctrl", "shift", "alt", "pdf", "gbp", "esc", "tab")
_KEYS = re.compile(r"(ctrl|shift|alt)\+\S+")
_KEY_FILES = re.compile(r"((publisher|root)-)?[0-9a-f]{8}(\.key)?")
"""What key files are called: each is named by its key, which is another one each time."""
_SPACE = re.compile(r"\s+")
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)


class DataWords:
    """Everything that is data and not words of the app: records, help pages, names of places."""

    def __init__(self, parts: Parts, *more: str) -> None:
        """``more`` is what the person brings, such as names of files."""
        profile = parts.funding.profile
        texts = [profile.name, *profile.areas, *map(name_of, profile.areas)]
        texts += [name for _, name in parts.funding.areas()]
        texts += [str(parts.folder.root), *more, *_SAME_IN_EVERY_LANGUAGE]
        with parts.file.reading() as session:
            for kind in Kind:
                for record in records.of_kind(session, kind):
                    texts += _texts_in(record.data)
        if parts.space.is_open:
            inside = parts.space.inside()
            texts += [inside.group.name, *(each.label for each in inside.group.openers)]
            with inside.group.database.reading() as session:
                for body in session.scalars(select(RecordRow.body)):
                    texts += _texts_in(json.loads(body))
        whole, together = _with_pieces(texts)
        whole_of_app, together_of_app = _travels_with_the_app()
        self._whole, self._all = whole | whole_of_app, f"{together} {together_of_app}"

    def has(self, piece: str) -> bool:
        """Say whether some words stand in the data; one word has to stand there alone."""
        said = _flat(piece)
        if _KEYS.fullmatch(said) or _KEY_FILES.fullmatch(said):
            return True
        return said in self._whole or (" " in said and said in self._all)

    def has_cut(self, piece: str, words: str) -> bool:
        """Say whether it is the end of something in the data, cut off in these words with "…"."""
        beside = (f"…{piece}", f"… {piece}", f"{piece}…", f"{piece} …")
        return any(each in words for each in beside) and _flat(piece) in self._all


@cache
def _travels_with_the_app() -> tuple[frozenset[str], str]:
    """Return what stands in the help, in the guides and in the outcomes, as ``_with_pieces``."""
    texts = [
        line
        for folder in ("help", "library")
        for file in resource(folder).rglob("*.md")
        for line in file.read_text("utf-8").splitlines()
    ]
    for outcome in outcomes():
        texts += [outcome.theme, outcome.change, outcome.source, *outcome.measures]
    return _with_pieces(texts)


def _with_pieces(texts: list[str]) -> tuple[frozenset[str], str]:
    """Return each text and each of its pieces, and all of the texts one after the other, flat."""
    pieces = {_flat(piece) for text in set(texts) for piece in (text, *plain_pieces(text))}
    return frozenset(pieces), " ".join(filter(None, map(_flat, texts)))


def _texts_in(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from _texts_in(value)
        yield from str(data.get("unit", "")).split()
    elif isinstance(data, list):
        for value in data:
            yield from _texts_in(value)


def not_marked(root: QWidget, data: DataWords) -> list[str]:
    """Return a complaint for all words that are neither marked nor data."""
    return [
        f"{where}: {piece!r} in {words!r}"
        for where, words in words_of(root)
        for piece in plain_pieces(words)
        if not data.has(piece) and not data.has_cut(piece, words)
    ]


def words_of(root: QWidget) -> Iterator[tuple[str, str]]:
    """Yield where words stand, and the words, of all that is shown in a widget."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget is root or widget.isVisibleTo(root):
            name = type(widget).__name__
            for words in (*_said_by(widget), *_spoken_by(widget)):
                if words:
                    yield name, words
    for menu in root.findChildren(QMenu):
        yield "QMenu", menu.title()
        for action in menu.actions():
            for words in (action.text(), action.toolTip(), action.statusTip()):
                yield "QAction", words


def _said_by(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(place) for place in range(widget.count()))
        case QHeaderView():
            return
        case QTableView():
            yield from _heads_of(widget)
            yield from _rows_of(widget)
        case QAbstractItemView():
            yield from _rows_of(widget)


def _spoken_by(widget: QWidget) -> Iterator[str]:
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.toolTip()
    if widget.isWindow():
        yield widget.windowTitle()


def _heads_of(table: QTableView) -> Iterator[str]:
    model = table.model()
    for column in range(model.columnCount() if model else 0):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")


def _rows_of(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    columns = 1 if model is None or isinstance(view, QListView) else model.columnCount()
    for row in range(min(model.rowCount(), _ROWS) if model else 0):
        for column in range(columns):
            for role in _ROLES:
                said = model.index(row, column).data(role)
                if isinstance(said, str):
                    yield said


@cache
def _flat(text: str) -> str:
    return _SPACE.sub(" ", text.replace("\u200b", "")).casefold().strip()
