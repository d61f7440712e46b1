"""Files that go along with what is published, each with the line that a record points to it by."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.basics import Button, button, card, column, label, panel, set_kind
from vcs_desktop.ui.widgets.drop_zone import DropZone
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import prose, short_prose


class FilesAlong(QWidget):
    """``look_asked`` carries a file that is new: its line is to be found out."""

    look_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.paths: list[Path] = []
        self.lines: dict[Path, _Line] = {}
        self._told: dict[Path, tuple[str, bool]] = {}
        self._list = column(gap=6)
        self.zone = DropZone(
            tr("Forms and maps that go along with a grant or an event. Drop them here."),
            tr("Add a file"),
        )
        self.zone.button.setAccessibleName(tr("Add a file that goes along"))
        self.hint = label(
            tr(
                "Copy the line of a file, and put it where the address of a page would be: in "
                "the workbook, or in a file. Then groups get the file, and open it from there."
            ),
            "muted",
            wrap=True,
        )
        self.setLayout(
            column(
                card(
                    label(tr("Files that go along"), "heading"),
                    self.zone,
                    panel(self._list),
                    self.hint,
                )
            )
        )
        self.zone.files_chosen.connect(self.add)
        self._show()

    def add(self, paths: Sequence[Path]) -> None:
        """Let more files go along; what is there already is there once."""
        new = [path for path in dict.fromkeys(paths) if path not in self.paths]
        self.paths += new
        self._show()
        for path in new:
            self.look_asked.emit(path)

    def tell(self, path: Path, words: str, is_usable: bool) -> None:  # as the work tells it
        """Say by which line a record points to a file, or why it cannot go along."""
        self._told[path] = (words, is_usable)
        if path in self.lines:
            self.lines[path].tell(words, is_usable=is_usable)

    def _show(self) -> None:
        self._list.clear()
        self.lines = {}
        for path in self.paths:
            line = self.lines[path] = _Line(path)
            if path in self._told:
                words, is_usable = self._told[path]
                line.tell(words, is_usable=is_usable)
            line.remove_button.clicked.connect(partial(self._remove, path))
            self._list.put(line)
        self.hint.setVisible(bool(self.paths))

    def _remove(self, path: Path) -> None:
        self.paths.remove(path)
        self._show()
        self.zone.button.setFocus()
        say(self, tr("{name} does not go along any more.", name=short_prose(path.name)))


class _Line(QWidget):
    """One file: its name, its line, and what can be done."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        name = short_prose(path.name)
        self._pointer = ""
        self.what = prose("", "muted")
        self.copy_button: Button = button(
            tr("Copy its line"), "inline", name=tr("Copy the line of {file}", file=name)
        )
        self.remove_button: Button = button(
            tr("Remove"), "inline", name=tr("Remove: {file}", file=name)
        )
        self.setLayout(
            column(
                prose(path.name, "strong"),
                self.what,
                panel(FlowLayout(self.copy_button, self.remove_button)),
                gap=0,
            )
        )
        self.copy_button.setEnabled(False)
        self.copy_button.clicked.connect(self._copy)

    def tell(self, words: str, *, is_usable: bool) -> None:
        """Say its line, or why it cannot be used."""
        self._pointer = words if is_usable else ""
        self.what.setText(short_prose(words))
        set_kind(self.what, "muted" if is_usable else "bad")
        self.copy_button.setEnabled(is_usable)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._pointer)
        say(self, tr("Copied."))
