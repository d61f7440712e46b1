"""The committee sheet, as the bar under the list makes it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.sheet.bar import SheetBar, SheetWords
from vcs_desktop.ui.sheet.view_model import SheetViewModel


def committee_sheet_bar(services: Services, tasks: Tasks, parent: QObject) -> SheetBar:
    """Return the bar; with nothing on the sheet, it makes one of the best ten."""

    def write(ids: Sequence[str], out: Path | None) -> Path:
        return services.sheet.make(ids, services.funding.profile, out).pdf

    return SheetBar(SheetViewModel(write, tasks, parent), _words())


def _words() -> SheetWords:
    return SheetWords(
        nothing=tr("Nothing on the committee sheet yet"),
        count=_count,
        make_usual=tr("Make a sheet of the best ten"),
        clear=tr("Clear the committee sheet"),
        open_it=tr("Open the committee sheet"),
        save=tr("Save the committee sheet"),
        file=tr("Committee sheet.pdf"),
    )


def _count(count: int) -> str:
    return tr_count("{count} on the committee sheet", "{count} on the committee sheet", count)
