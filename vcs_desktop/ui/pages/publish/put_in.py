"""Step 1: the files and folders that the library is made of, and where the library lies."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui import files
from vcs_desktop.ui.pages.publish.files_along import FilesAlong
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.basics import (
    Button,
    button,
    card,
    column,
    label,
    panel,
    row,
    set_kind,
)
from vcs_desktop.ui.widgets.drop_zone import DropZone
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import prose, short_prose
from vcs_desktop.ui.widgets.undo_bar import UndoBar


class PutInStep(QWidget):
    """``next_asked`` wants to see what will change; ``look_asked`` carries a path that is new.

    ``template_asked`` wants the empty workbook, ``shown_asked`` this step in front.
    """

    next_asked = Signal()
    look_asked = Signal(object)
    template_asked = Signal()
    shown_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sources: list[Path] = []
        self.tree = Path()
        self._what: dict[Path, tuple[str, bool]] = {}
        self._lines: dict[Path, _Line] = {}
        self.zone = DropZone(
            tr("Drop files or folders here: the workbook, Compact texts, contracts, grants."),
            tr("Add files"),
            tr("What can be published (*.xlsx *.docx *.json *.csv *.yaml)"),
        )
        self.folder_button = button(tr("Add a folder"), icon="folder-open")
        self.template_button = button(tr("Save an empty workbook"), icon="download")
        self.hint = label(
            tr(
                "What you put in here is the whole library. What is not in it any more is taken "
                "out of every computer."
            ),
            wrap=True,
        )
        self._list = column(gap=6)
        self.none = label(tr("Nothing is put in yet."), "muted", wrap=True)
        self.undo_bar = UndoBar()
        self.along = FilesAlong()
        self.tree_words = prose("")
        self.tree_button = button(tr("Choose another folder"), "quiet", icon="folder-open")
        self.next_button = button(tr("See what will change"), "primary")
        self.setLayout(
            column(
                self.hint,
                self.zone,
                panel(FlowLayout(self.folder_button, self.template_button)),
                card(label(tr("Put in"), "heading"), self.none, panel(self._list), self.undo_bar),
                panel(FlowLayout(self.next_button)),
                self.along,
                card(
                    label(tr("Where the library lies"), "heading"),
                    self.tree_words,
                    panel(FlowLayout(self.tree_button)),
                ),
                None,
                gap=12,
            )
        )  # fmt: skip
        self.zone.files_chosen.connect(self.add)
        self.folder_button.clicked.connect(self._ask_for_folder)
        self.tree_button.clicked.connect(self._ask_for_tree)
        self.template_button.clicked.connect(self.template_asked)
        self.next_button.clicked.connect(self._go_on)
        self._show()

    def first_focus(self) -> QWidget:
        """Start at what goes on, or at the button that adds files."""
        return self.next_button if self.sources else self.zone.button

    def begin(self, tree: Path, sources: Sequence[Path], along: Sequence[Path] = ()) -> None:
        """Begin with what was put in the last time, and what went along then."""
        self.set_tree(str(tree))
        self.add(sources)
        self.along.add(along)

    def add(self, paths: Sequence[Path]) -> None:
        """Put more in; what is there already is there once."""
        new = [path for path in dict.fromkeys(paths) if path not in self.sources]
        self.sources += new
        self._show()
        for path in new:
            self.look_asked.emit(path)

    def take_in(self, path: Path) -> None:
        """Put one more file in, from another part of the page, and come to the front."""
        self.add([path])
        self.shown_asked.emit()

    def set_tree(self, folder: str) -> None:
        """Publish into another folder."""
        self.tree = Path(folder)
        self.tree_words.setText(short_prose(folder))

    def tell(self, path: Path, words: str, is_usable: bool) -> None:  # as the work tells it
        """Say what a file is, or why it cannot be used."""
        self._what[path] = (words, is_usable)
        if path in self._lines:
            self._lines[path].tell(words, is_usable=is_usable)
            say(self, tr("{file}: {what}", file=short_prose(path.name), what=short_prose(words)))

    def _show(self) -> None:
        self._list.clear()
        self._lines = {}
        for path in self.sources:
            line = _Line(path)
            if path in self._what:
                words, is_usable = self._what[path]
                line.tell(words, is_usable=is_usable)
            line.remove_button.clicked.connect(partial(self._remove, path))
            self._lines[path] = line
            self._list.put(line)
        self.none.setVisible(not self.sources)
        self.next_button.setEnabled(bool(self.sources))

    def _remove(self, path: Path) -> None:
        place = self.sources.index(path)
        self.sources.remove(path)
        self._show()
        self.undo_bar.offer(
            tr("{name} is not put in any more.", name=short_prose(path.name)),
            partial(self._put_back, place, path),
        )
        self.undo_bar.undo_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_back(self, place: int, path: Path) -> None:
        if path not in self.sources:
            self.sources.insert(place, path)
            self._show()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        self.undo_bar.close_bar()  # the list of changes is made without what was removed
        self.next_asked.emit()

    def _ask_for_folder(self) -> None:
        files.ask_for_folder(self, self.folder_button.text(), lambda name: self.add([Path(name)]))

    def _ask_for_tree(self) -> None:
        files.ask_for_folder(self, tr("Choose where the library lies"), self.set_tree)


class _Line(QWidget):
    """One file: what it is called, what it is, and a button that takes it away."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        name = short_prose(path.name)
        self.name = prose(path.name, "strong")
        self.what = label(tr("Looking at it"), "muted", wrap=True)
        self.remove_button: Button = button(
            tr("Remove"), "inline", name=tr("Remove: {file}", file=name)
        )
        line = row(gap=12)
        line.put(panel(column(self.name, self.what, gap=0)), 1)
        line.put(self.remove_button)
        self.setLayout(line)

    def tell(self, words: str, *, is_usable: bool) -> None:
        """Say what it is, or why it cannot be used."""
        self.what.setText(short_prose(words))
        set_kind(self.what, "muted" if is_usable else "bad")
