"""What is in some files, before any of it is added."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.pages.library.words import (
    counted_by_kind,
    name_of_path,
    records_in_words,
    refused_in_words,
)
from vcs_desktop.ui.widgets.basics import Item, button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.fold import Fold
from vcs_desktop.ui.widgets.prose import prose, short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.library import FilePreview

_TITLE = 120


class PreviewCard(QWidget):
    """``accepted`` carries the paths of the files that hold anything; ``declined`` is a no."""

    accepted = Signal(list)
    declined = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._paths: list[Path] = []
        self.headline = label("", "heading", wrap=True)
        self._files = column(gap=8)
        self.add_button = button(tr("Add these"), "primary", icon="check")
        self.decline_button = button(tr("Not now"))
        self.setLayout(
            column(
                card(
                    self.headline,
                    panel(self._files),
                    panel(FlowLayout(self.add_button, self.decline_button)),
                )
            )
        )
        self.add_button.clicked.connect(self._accept)
        self.decline_button.clicked.connect(self.declined)

    def show_previews(self, previews: Sequence["FilePreview"]) -> None:
        """Show what is in some files."""
        self._paths = [Path(one.path) for one in previews if one.holds_any]
        self.headline.setText(
            tr("What would be added") if self._paths else tr("Nothing here can be added")
        )
        self._files.clear()
        for one in previews:
            self._files.put(_file(one))
        self.add_button.setVisible(bool(self._paths))
        self.decline_button.setText(tr("Not now") if self._paths else tr("Close"))

    def first_focus(self) -> QWidget:
        """Return where the focus belongs."""
        return self.add_button if self._paths else self.decline_button

    def _accept(self) -> None:
        if self._paths:
            self.accepted.emit(self._paths)


def _file(preview: "FilePreview") -> QWidget:
    items: list[Item] = [prose(name_of_path(preview.path), "strong")]
    if not preview.format:
        why = " ".join(each.why for each in preview.refused)
        items += [
            label(tr("This file cannot be used."), "bad", wrap=True),
            label(short_prose(why), wrap=True),
        ]
        return _framed(items)
    total = sum(preview.counts.values())
    items.append(label(records_in_words(total), wrap=True))
    if preview.counts:
        items.append(label(counted_by_kind(preview.counts), "muted", wrap=True))
    if preview.titles:
        first = [f"• {short_prose(title, _TITLE)}" for title in preview.titles if title]
        more = total - len(preview.titles)
        items.append(label("\n".join([*first, *(["…"] if more > 0 else [])]), wrap=True))
    if preview.refused:
        title, lines = refused_in_words(preview)
        fold = Fold(title)
        fold.content.put(label(lines, wrap=True))
        items.append(fold)
    return _framed(items)


def _framed(items: list[Item]) -> QWidget:
    return card(*items, kind="fact", margins=(12, 8, 8, 8), gap=4)
