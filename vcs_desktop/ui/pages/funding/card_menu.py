"""The menu of one card. Everything in it is in the detail pane too."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.opportunities import OpportunityLine

Act = Callable[[], None]


def card_menu(
    parent: QWidget,
    line: OpportunityLine,
    *,
    open_it: Act,
    sheet: Act,
    keep: Act,
    calendar: Act,
    hide: Act,
) -> QMenu:
    """Return the menu for one grant or contract; each act works on the one that is chosen."""
    menu = QMenu(line.record.title, parent)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.addAction(tr("Open"), open_it)
    menu.addAction(
        tr("Take off the committee sheet") if line.on_sheet else tr("Put on the committee sheet"),
        sheet,
    )
    menu.addAction(tr("Stop keeping") if line.kept else tr("Keep"), keep)
    if line.record.closes_on is not None:
        menu.addAction(tr("Add to calendar"), calendar)
    menu.addAction(tr("Show again") if line.hidden_because else tr("Hide"), hide)
    return menu
