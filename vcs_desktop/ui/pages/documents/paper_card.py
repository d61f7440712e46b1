"""One paper in full: what is said of it, its files, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.papers import Paper, name_of
from vcs_desktop.ui.history.dialog import HistoryButton
from vcs_desktop.ui.history.two_versions import TwoVersions
from vcs_desktop.ui.pages.documents import words
from vcs_desktop.ui.pages.documents.files_part import FilesPart
from vcs_desktop.ui.pages.documents.paper_form import PaperForm
from vcs_desktop.ui.pages.documents.view_model import Opened
from vcs_desktop.ui.widgets.basics import (
    Box,
    Item,
    button,
    card,
    column,
    label,
    panel,
    picture,
    row,
)
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import prose, short_prose


class PaperCard(QWidget):
    """Stays while the paper changes, so that whoever types in it is left alone.

    ``remove_asked`` wants the paper in the bin. ``files_changed`` says that there is another
    ``files`` to be listened to.
    """

    remove_asked = Signal()
    files_changed = Signal()

    def __init__(
        self, opened: Opened, form: PaperForm, history: HistoryButton, versions: TwoVersions
    ) -> None:
        super().__init__()
        self.opened = opened
        self.form = form
        self.versions = versions
        self.history_button = history
        self.title = label("", "title", wrap=True)
        self.remove_button = button(tr("Put in the bin"), "quiet", icon="trash-2")
        self.files: FilesPart | None = None
        self._due: Box = column(gap=0)
        self._files: Box = column(gap=0)
        acts = FlowLayout(history, self.remove_button)
        self.setLayout(
            column(
                versions,
                panel(self._due),
                self.title,
                panel(self._files),
                card(form),
                panel(acts),
                gap=12,
            )
        )
        self.remove_button.clicked.connect(self.remove_asked)
        form.kept.connect(self._show_name)

    @property
    def paper(self) -> Paper:
        """The paper as it was read last."""
        return self.opened.held.thing

    def show_opened(self, opened: Opened, *, is_first: bool = False) -> None:
        """Show the paper as it is now; only what is another than before is made anew."""
        before, self.opened = self.opened, opened
        if not is_first:
            self.form.show_paper(opened)
        if is_first or before.held.thing.versions != opened.held.thing.versions:
            self._show_files()
        self._show_name(self.paper)
        self._show_versions()

    def _show_versions(self) -> None:
        """Ask about versions where there are two of something, or were until now."""
        record = self.opened.held.record
        if record.choices or record.returned or not self.versions.isHidden():
            self.versions.show_versions(record.id)

    def _show_name(self, paper: Paper) -> None:
        name = short_prose(name_of(paper))
        self.title.setText(name)
        self.remove_button.setAccessibleName(tr("Put {name} in the bin", name=name))
        self.history_button.set_record(paper.id, name_of(paper))
        self._due.clear()
        said = list(words.due_words(paper, self.opened.today))
        if said:
            self._due.put(_due_card(said))

    def _show_files(self) -> None:
        had_focus = self.files is not None and self.files.isAncestorOf(self.focusWidget() or self)
        self._files.clear()
        self.files = FilesPart(self.paper)
        self._files.put(self.files)
        self.files.show()
        if had_focus:
            self.files.newer_button.setFocus()
        self.files_changed.emit()


def _due_card(said: list[str]) -> QWidget:
    """Return what is due, to be seen first."""
    lines: list[Item] = []
    for each in said:
        line = row(picture("triangle-alert", "warn"), gap=10)
        line.put(prose(each), 1)
        lines.append(panel(line))
    return card(*lines, kind="warn", gap=6)
