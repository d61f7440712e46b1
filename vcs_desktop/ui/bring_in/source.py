"""Where a table comes from: a file that is dropped or chosen, or rows that are pasted."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.drop_zone import DropZone
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.long_text_field import LongTextField


class Source(QWidget):
    """``file_chosen`` carries a path, ``pasted`` a text."""

    file_chosen = Signal(object)
    pasted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.zone = DropZone(
            tr("Drop a spreadsheet here: Excel (XLSX) or CSV."),
            tr("Choose a file"),
            tr("Spreadsheets (*.xlsx *.csv *.tsv *.txt)"),
        )
        self.paste = LongTextField(
            tr("Or paste rows here"),
            tr("Copy them in your spreadsheet, with the headings if there are any."),
        )
        self.paste_button = button(tr("Look at these rows"))
        self.paste_button.setEnabled(False)
        said = tr(
            "Any columns will do: we find out what they are, and you look before anything is kept."
        )
        inner = column(
            label(said, wrap=True),
            self.zone,
            card(self.paste, panel(FlowLayout(self.paste_button)), gap=10),
            None,
            gap=12,
        )
        self.setLayout(inner)
        self.zone.files_chosen.connect(self._hand_on)
        self.paste.edited.connect(self._follow)
        self.paste_button.clicked.connect(self._tell_pasted)

    def set_text(self, text: str) -> None:
        """Put back what had been pasted."""
        self.paste.set_words(text)
        self._follow()

    def _follow(self) -> None:
        self.paste_button.setEnabled(bool(self.paste.words()))

    def _tell_pasted(self) -> None:
        self.pasted.emit(self.paste.words())

    def _hand_on(self, paths: list[Path]) -> None:
        self.file_chosen.emit(paths[0])


class DropsOn(QObject):
    """Takes a file that is dropped anywhere on a page."""

    dropped = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, page: QObject, event: QEvent) -> bool:
        """Accept files that hover over the page, and take the first that is dropped."""
        if isinstance(event, QDropEvent) and event.mimeData().hasUrls():
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                names = [url.toLocalFile() for url in event.mimeData().urls()]
                for path in [Path(name) for name in names if name][:1]:
                    self.dropped.emit(path)
            return True
        return False
