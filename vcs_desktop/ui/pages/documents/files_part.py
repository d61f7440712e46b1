"""The files of a paper: the one that holds now, and the older ones."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.papers import Paper, PaperVersion, newest_first
from vcs_desktop.domain.stored_file import StoredFile
from vcs_desktop.services.paper_files import can_be_shown
from vcs_desktop.ui.pages.documents import words
from vcs_desktop.ui.widgets.basics import Button, button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.fold import Fold
from vcs_desktop.ui.widgets.prose import short_prose


class FilesPart(QWidget):
    """What can be done with each file.

    ``look_asked``, ``copy_asked``, ``open_asked`` and ``away_asked`` carry a version;
    ``newer_asked`` wants a file to be chosen.
    """

    look_asked = Signal(object)
    copy_asked = Signal(object)
    open_asked = Signal(object)
    away_asked = Signal(object)
    newer_asked = Signal()

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self.buttons: dict[str, Button] = {}
        versions = [each for each in newest_first(paper) if each.file is not None]
        self.newer_button = button(
            tr("Add a newer file") if versions else tr("Add its file"), icon="plus"
        )
        self.newer_button.clicked.connect(self.newer_asked)
        inner = column(label(tr("The file"), "heading", wrap=True), gap=8)
        if versions:
            inner.put(self._version(versions[0], "primary"))
        else:
            inner.put(label(tr("There is no file with this paper yet."), "muted", wrap=True))
        inner.put(panel(FlowLayout(self.newer_button)))
        self.older: Fold | None = None
        if versions[1:]:
            count = len(versions) - 1
            self.older = Fold(tr_count("{count} older file", "{count} older files", count))
            for version in versions[1:]:
                self.older.content.put(self._version(version, ""))
            inner.put(self.older)
        self.setLayout(column(card(panel(inner))))

    def _version(self, version: PaperVersion, kind: str) -> QWidget:
        stored = version.file or StoredFile()
        name = short_prose(stored.name)
        ways = FlowLayout()
        if can_be_shown(stored):
            look = button(
                tr("Look at it"), kind, icon="file-text", name=tr("Look at {file}", file=name)
            )
            look.clicked.connect(lambda: self.look_asked.emit(version))
        else:
            look = button(
                tr("Save a copy and open it"),
                icon="external-link",
                name=tr("Save a copy of {file} and open it", file=name),
            )
            look.clicked.connect(lambda: self.open_asked.emit(version))
        copy = button(
            tr("Save a copy"), "quiet", icon="download", name=tr("Save a copy of {file}", file=name)
        )
        copy.clicked.connect(lambda: self.copy_asked.emit(version))
        away = button(tr("Take away"), "quiet", icon="x", name=tr("Take {file} away", file=name))
        away.clicked.connect(lambda: self.away_asked.emit(version))
        for each in (look, copy, away):
            ways.addWidget(each)
        self.buttons |= {f"{version.id}/look": look, f"{version.id}/copy": copy}
        self.buttons[f"{version.id}/away"] = away
        return panel(column(label(words.version_words(version), wrap=True), panel(ways), gap=4))
