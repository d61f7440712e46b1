"""What a person here loaded, file by file, each with a way to take it out again."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.pages.library.words import about_file, counted_by_kind, name_of, named
from vcs_desktop.ui.widgets.basics import Item, button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import prose

if TYPE_CHECKING:
    from vcs_desktop.services.library import LoadedFile


class LoadedCard(QWidget):
    """``removal_asked`` carries the LoadedFile that is to go, ``file_asked`` wants a new one."""

    removal_asked = Signal(object)
    file_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.none = label(
            tr("You have added no file of your own yet. You can also drop files on this page."),
            "muted",
            wrap=True,
        )
        self.add_button = button(tr("Add a file"), icon="upload")
        self._files = column(gap=8)
        self.setLayout(
            column(
                card(
                    label(tr("This computer"), "heading", wrap=True),
                    label(
                        tr("Files of grants, contracts and funding that you added yourself."),
                        "muted",
                        wrap=True,
                    ),
                    self.none,
                    panel(self._files),
                    panel(FlowLayout(self.add_button)),
                )
            )
        )
        self.add_button.clicked.connect(self.file_asked)

    def show_files(self, files: Sequence["LoadedFile"]) -> None:
        """Show these, in place of what was shown."""
        self._files.clear()
        self.none.setVisible(not files)
        for file in files:
            self._files.put(self._line(file))

    def _line(self, file: "LoadedFile") -> QWidget:
        name = name_of(file)
        remove = button(
            tr("Remove"),
            "quiet",
            icon="trash-2",
            name=tr("Remove what came from {file}", file=named(file)),
        )
        remove.clicked.connect(partial(self.removal_asked.emit, file))
        items: list[Item] = [prose(name, "strong"), label(about_file(file), wrap=True)]
        if file.counts:
            items.append(label(counted_by_kind(file.counts), "muted", wrap=True))
        return card(*items, panel(FlowLayout(remove)), kind="fact", margins=(12, 8, 8, 8), gap=4)
