"""The files of one record: which are here, what can be done with them, and how the rest comes."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui import files, written
from vcs_desktop.ui.along import words
from vcs_desktop.ui.along.look_dialog import LookDialog
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.say import ask
from vcs_desktop.ui.updates.updates import Updates
from vcs_desktop.ui.widgets.basics import Button, button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar, kind_of

if TYPE_CHECKING:
    from vcs_desktop.services.arrivals import FileAlong
    from vcs_desktop.services.arrivals.files import FilesOfRecord


class AlongCard(QWidget):
    """Hidden until it knows that the record has files. ``told`` says that it shows them."""

    told = Signal()

    def __init__(
        self, services: Services, tasks: Tasks, updates: Updates | None, record_id: str
    ) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self._updates = updates
        self._record_id = record_id
        self._shown: FilesOfRecord | None = None
        self._asked = Latest(tasks, self)
        self._acts = Latest(tasks, self)
        self.buttons: dict[str, Button] = {}
        self.look: LookDialog | None = None
        self.dialog: QFileDialog | None = None
        self.message = MessageBar()
        self._files = column(gap=10)
        self.why = label("", "muted", wrap=True)
        self.get_button: Button = button("", icon="download")
        self.setLayout(
            column(
                card(
                    label(tr("Files that go with it"), "heading", wrap=True),
                    panel(self._files),
                    self.why,
                    panel(FlowLayout(self.get_button)),
                    self.message,
                    gap=10,
                )
            )
        )
        self.hide()
        self.get_button.clicked.connect(self._get)
        if updates is not None:
            updates.changed.connect(self._follow)
        self.ask()

    def ask(self) -> None:
        """Ask which files there are, and which of them are here."""
        self._asked.ask(
            lambda: self._services.arrivals.files.of_record(self._record_id),
            then=self._show,
            otherwise=lambda _error: None,  # the record itself is shown: there is enough to read
        )

    def _follow(self) -> None:
        """What was missing may be here, once a look has ended."""
        if self._updates is not None and not self._updates.is_running:
            self.ask()
        self._show_way()

    def _show(self, found: "FilesOfRecord") -> None:
        if found != self._shown:
            had = self.isAncestorOf(here) if (here := self.window().focusWidget()) else False
            self._shown = found
            self._files.clear()
            self.buttons.clear()
            for number, file in enumerate(found.files):
                self._files.put(self._line(number, file))
            if had and self.buttons:
                next(iter(self.buttons.values())).setFocus()
        self._show_way()
        self.setVisible(bool(found.files))
        self.told.emit()

    def _show_way(self) -> None:
        found, updates = self._shown, self._updates
        missing = found is not None and not all(each.is_here for each in found.files)
        has_address = updates is not None and updates.has_address
        self.why.setVisible(missing)
        self.get_button.setVisible(missing and has_address)
        if found is None or not missing:
            return
        is_dear = updates is not None and updates.is_dear
        self.why.setText(words.why_missing(is_dear=is_dear, has_address=has_address))
        running = updates is not None and updates.is_running
        self.get_button.setEnabled(not running)
        self.get_button.setText(
            tr("Getting updates") if running else words.get_them(found.missing_bytes)
        )

    def _line(self, number: int, file: "FileAlong") -> QWidget:
        from vcs_desktop.services.arrivals.files import can_be_looked_at, can_be_opened

        title = words.title_of(file)
        about = words.kind_and_size(file, is_document=can_be_opened(file))
        inner = column(label(title, "strong", wrap=True), gap=2)
        if not file.is_here:
            inner.put(label(tr("{size}. Not here yet.", size=about), "muted", wrap=True))
            return panel(inner)
        inner.put(label(about, "muted", wrap=True))
        ways = FlowLayout()
        if can_be_looked_at(file):
            open_it, act = tr("Open"), partial(self._look, file)
        else:
            open_it, act = tr("Save a copy and open it"), partial(self._ask_to_open, file)
        if can_be_opened(file):
            opening = button(
                open_it, icon="file-text", name=tr("{act}: {title}", act=open_it, title=title)
            )
            opening.clicked.connect(act)
            self.buttons[f"{number}/open"] = opening
            ways.addWidget(opening)
        save_it = tr("Save as…")
        saving = button(
            save_it, "quiet", icon="download", name=tr("{act}: {title}", act=save_it, title=title)
        )
        saving.clicked.connect(partial(self._ask_where, file, opens=False))
        self.buttons[f"{number}/save"] = saving
        ways.addWidget(saving)
        inner.put(panel(ways))
        return panel(inner)

    def _get(self) -> None:
        if self._updates is not None:
            self._updates.get_files()

    def _look(self, file: "FileAlong") -> None:
        self.look = LookDialog(self, self._services, self._tasks, file)
        self.look.save_asked.connect(partial(self._ask_where, file, opens=False))
        self.look.finished.connect(self._end_look)
        self.look.open()

    def _end_look(self, _result: int = QDialog.DialogCode.Rejected) -> None:
        self.look = None
        self.ask()  # what was found hurt on the disk is not here any more

    def _ask_to_open(self, file: "FileAlong") -> None:
        ask(
            self,
            tr("Save a copy and open it in another program?"),
            tr(
                "“{file}” is not shown here. Whoever publishes the library has signed it. "
                "Open it only if you trust them.",
                file=words.title_of(file),
            ),
            [(tr("Save a copy and open it"), partial(self._ask_where, file, opens=True))],
        )

    def _ask_where(self, file: "FileAlong", *, opens: bool) -> None:
        self.dialog = files.ask_where_to_save(
            self, tr("Save a copy"), file.name, "", partial(self.save_at, file, opens=opens),
            we_ask_to_replace=True,
        )  # fmt: skip

    def save_at(self, file: "FileAlong", path: str, *, opens: bool = False) -> None:
        """Save where it was chosen; over another file only when that was said."""
        if not Path(path).exists():
            self._save(file, path, opens=opens, replace=False)
            return
        over = partial(self._save, file, path, opens=opens, replace=True)
        written.ask_to_save_over(self, Path(path), over)

    def _save(self, file: "FileAlong", path: str, *, opens: bool, replace: bool) -> None:
        self._acts.ask(
            lambda: self._services.arrivals.files.save(file, Path(path), replace=replace),
            then=partial(self._tell_saved, opens=opens),
            otherwise=self._tell_problem,
            lane="work",
        )

    def _tell_saved(self, path: Path, *, opens: bool) -> None:
        if opens:
            written.open_saved(self.message.tell, path)
            return
        self.message.tell(
            tr("Saved: {name}", name=path.name), "ok", tr("Open it"),
            partial(written.open_saved, self.message.tell, path),
        )  # fmt: skip

    def _tell_problem(self, error: Exception) -> None:
        self.message.tell(words_for(error), kind_of(error))
        self.ask()
