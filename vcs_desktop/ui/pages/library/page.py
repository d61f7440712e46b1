"""Library: where what is in it came from, how old it is, and what comes on a stick."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.domain.library import THIS_COMPUTER
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.arrivals.arrival_panel import ArrivalPanel
from vcs_desktop.ui.arrivals.arrival_view_model import ArrivalViewModel
from vcs_desktop.ui.arrivals.dropped import files_in, is_library
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.loading.load_view_model import LoadViewModel
from vcs_desktop.ui.page import AsidePage
from vcs_desktop.ui.pages.library.adding_panel import AddingPanel
from vcs_desktop.ui.pages.library.chooser import Chooser
from vcs_desktop.ui.pages.library.loaded_card import LoadedCard
from vcs_desktop.ui.pages.library.origin_card import OriginCard
from vcs_desktop.ui.pages.library.removing import Removing
from vcs_desktop.ui.pages.library.view_model import LibraryViewModel
from vcs_desktop.ui.pages.library.words import headline
from vcs_desktop.ui.updates.updates import Updates
from vcs_desktop.ui.widgets.basics import button, column, panel
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

if TYPE_CHECKING:
    from vcs_desktop.services.library import Holdings, OriginHeld

SERVICE = "service"
"""What ``show_thing`` takes for the library that waits at the service."""


class LibraryPage(AsidePage):
    """Shows what is here; takes libraries and files, by button or when they are dropped."""

    def __init__(self, services: Services, tasks: Tasks, updates: Updates) -> None:
        super().__init__(tr("Library"), tr("Looking at what is here"))
        self._updates = updates
        self._held: Holdings | None = None
        self._cards: list[OriginCard] = []
        self._view_model = LibraryViewModel(services, tasks, self)
        self.message = MessageBar()
        self.arrivals = ArrivalPanel(ArrivalViewModel(services, tasks, self), self.message, self)
        self.adding = AddingPanel(LoadViewModel(services, tasks, self), self.message, self)
        self.progress = ProgressLine()
        self.stick_button = button(tr("From a stick or a file"), "primary", icon="usb")
        self.folder_button = button(tr("From a folder"), icon="folder-open")
        self.chooser = Chooser(self)
        self.removing = Removing(self, self._view_model, self.message, self.progress)
        self._origins = column(gap=12)
        self.loaded = LoadedCard()
        self.add_actions(self.stick_button, self.folder_button)
        self.body.put(self.message)
        for asking in (self.arrivals, self.adding):
            self.body.put(asking.progress)
            self.body.put(asking.card)
        self.body.put(self.progress)
        self.body.put(panel(self._origins))
        self.body.put(self.loaded)
        self.body.put(None)
        self.setAcceptDrops(True)
        self._connect()

    def shown(self) -> None:
        """Ask what is here now."""
        self._view_model.ask()

    def show_thing(self, thing_id: str) -> None:
        """Offer what waits at the service, when that is asked for."""
        offer = self._updates.waiting_offer
        if thing_id == SERVICE and offer is not None:
            self.arrivals.offer(offer, self._updates.get)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Look at a library, or at files of a person's own, and offer what they hold."""
        libraries = [path for path in paths if is_library(path)]
        if libraries:
            self.arrivals.open(libraries[0])
            if len(libraries) > 1:
                self.message.tell(
                    tr("Libraries are added one at a time. This is the first of them."), "info"
                )
            elif len(paths) > 1:
                self.message.tell(
                    tr("The library comes first. Add your own files after it."), "info"
                )
        elif paths:
            self.adding.look(paths)

    def first_focus(self) -> QWidget | None:
        """Start at what is offered, else at the button that takes from a stick."""
        if self.arrivals.card.isVisible():
            return self.arrivals.card.first_focus()
        if self.adding.card.isVisible():
            return self.adding.card.first_focus()
        return self.stick_button

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that files may be dropped anywhere on the page."""
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        event.acceptProposedAction()
        self.take_files(files_in(event.mimeData()))

    def origin_cards(self) -> list[OriginCard]:
        """Return the cards of origins, in their order."""
        return list(self._cards)

    def _connect(self) -> None:
        model = self._view_model
        model.held.connect(self._show)
        model.failed.connect(self._tell_failure)
        model.removed.connect(self._updates.forget_how_it_ended)
        self.message.told.connect(self._go_to_message, Qt.ConnectionType.QueuedConnection)
        self.stick_button.clicked.connect(self.chooser.from_a_stick)
        self.folder_button.clicked.connect(self.chooser.a_folder)
        self.chooser.chosen.connect(self.take_files)
        self.chooser.folder_chosen.connect(self.arrivals.open)
        self.loaded.file_asked.connect(self.chooser.a_file)
        self.loaded.removal_asked.connect(self.removing.ask_about)
        for arriving in (self.arrivals, self.adding):
            arriving.offered.connect(partial(self._go_to_offer, arriving))
            arriving.answered.connect(self._stay_here)
            arriving.ended.connect(model.ask)

    def _show(self, held: "Holdings") -> None:
        self.subtitle = headline(held)
        if held != self._held:
            self._rebuild(held)
        self._held = held
        self.ready.emit()

    def _rebuild(self, held: "Holdings") -> None:
        here = self.window().focusWidget()  # also while a question has the keyboard
        was_inside = here if here is not None and self.isAncestorOf(here) else None
        shown: list[OriginHeld] = [one for one in held.origins if one.name != THIS_COMPUTER]
        before = [card.origin for card in self._cards]
        if shown != before:
            self._origins.clear()
            self._cards = [OriginCard(origin) for origin in shown]
            for card in self._cards:
                card.removal_asked.connect(self.removing.ask_about)
                self._origins.put(card)
        if self._held is None or held.files != self._held.files:
            self.loaded.show_files(held.files)
        if was_inside is not None and self.isVisible() and not was_inside.isVisible():
            self._stay_here()

    def _tell_failure(self, error: Exception) -> None:
        self.message.tell(words_for(error), "bad", tr("Try again"), self._view_model.ask)
        self.ready.emit()

    def _go_to_offer(self, arriving: ArrivalPanel | AddingPanel) -> None:
        if self.isVisible() and self.window().isActiveWindow():
            self.bring_to_top(arriving.card)
            arriving.card.first_focus().setFocus()

    def _stay_here(self) -> None:
        """What was pressed has gone: the focus stays on the page, at what came of it."""
        self.sheet.go_in(self.title)
        self._go_to_message()

    def _go_to_message(self) -> None:
        if self.window().focusWidget() is self.sheet and self.message.isVisible():
            act = self.message.act_button
            (self.message.close_button if act.isHidden() else act).setFocus()
