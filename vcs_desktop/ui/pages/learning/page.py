"""Learning: guides to read, rules and limits, training near us."""

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.library import Kind
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.links import ask_to_open
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.pages.learning.guides_view import GuidesView
from vcs_desktop.ui.pages.learning.near_us_view import TrainingNearView
from vcs_desktop.ui.pages.learning.page_view_model import PageViewModel
from vcs_desktop.ui.say import tell_problem
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.sections import Sections

GUIDES, NEAR_US = "guides", "near_us"

# In logical pixels at 100 % text: with less height, the list needs the room of the filters.
_LOW = 460


class LearningPage(Page):
    """Its parts, of which one is in front. While a guide is read, the page has its name."""

    def __init__(self, services: Services, tasks: Tasks) -> None:
        super().__init__(tr("Learning"), tr("Looking for guides"))
        self._services = services
        self._tasks = tasks
        self._view_model = PageViewModel(services, tasks, self)
        self.guides = GuidesView(services, tasks)
        self.sections = Sections(tr("Parts of this page"))
        self.sections.add(GUIDES, tr("Guides"), self._guides)
        self.sections.add(NEAR_US, tr("Training near us"), self._make_near_us)
        self.add_actions(self.guides.browse.filter_bar.more)
        self.body.put(self.sections, 1)
        self._connect()
        self.sections.open(GUIDES)

    def shown(self) -> None:
        """Look again at what is in front."""
        front = self.sections.current()
        if front is self.guides:
            self.guides.shown()
        elif isinstance(front, TrainingNearView):
            front.look()

    def show_thing(self, thing_id: str) -> None:
        """Read a guide, or show a rule or an event; an empty id shows the list of guides."""
        if thing_id:
            self._view_model.find(thing_id)
        else:
            self.sections.open(GUIDES)
            self.guides.leave()

    def first_focus(self) -> QWidget | None:
        """Start in the list of guides, in the text of one, or at the name of the part in front."""
        if self.sections.current() is self.guides:
            return self.guides.front().first_focus()
        return self.sections.buttons[self.sections.current_id()]

    def find_here(self) -> QWidget | None:
        """Search the guides, or the guide that is read."""
        if self.sections.current() is self.guides:
            return self.guides.front().find_here()
        return super().find_here()

    def parts(self) -> tuple[QWidget, ...]:
        """Stop with F6 at the names of the parts, and at each part of the one in front."""
        front = self.sections.current()
        if front is self.guides:
            return (self.sections.bar, *self.guides.front().parts())
        if isinstance(front, TrainingNearView):
            return (self.sections.bar, front.both.list, front.both.area)
        return ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the filters away where there is little room."""
        super().resizeEvent(event)
        is_low = self.height() < look.px(_LOW)
        self.guides.browse.filter_bar.set_narrow(self.is_narrow() or is_low)
        self._show_filters_button()

    def _connect(self) -> None:
        self.sections.changed.connect(self._change_part)
        self.guides.headed.connect(self._show_head)
        self.guides.filled.connect(self.ready)
        self.guides.came_forward.connect(partial(self.bring_to_top, self.guides))
        self.guides.record_asked.connect(self._show_record)
        self.guides.address_asked.connect(partial(ask_to_open, self))
        self._view_model.told.connect(self._show_found)
        self._view_model.failed.connect(partial(tell_problem, self))

    def _guides(self) -> QWidget:
        return self.guides

    def _make_near_us(self) -> QWidget:
        made = TrainingNearView(self._services, self._tasks)
        made.told.connect(self.ready)
        return made

    def _change_part(self) -> None:
        self._show_head("", "")
        self._show_filters_button()
        self.shown()

    def _show_head(self, title: str, subtitle: str) -> None:
        """Say what is in front: in large, and in the line under it."""
        is_guides = self.sections.current() is self.guides
        reading = is_guides and self.guides.front() is not self.guides.browse
        self.title = title if reading and title else tr("Learning")
        self.subtitle = subtitle if is_guides else ""
        self.sections.bar.setVisible(not reading)
        self._show_filters_button()

    def _show_filters_button(self) -> None:
        """Offer to unfold the filters only where they are folded, and only beside the list."""
        filters = self.guides.browse.filter_bar
        browsing = self.sections.current() is self.guides
        browsing = browsing and self.guides.front() is self.guides.browse
        filters.more.setVisible(browsing and filters.is_narrow)

    def _show_record(self, kind: str, record_id: str) -> None:
        self.record_asked.emit(kind, record_id)

    def _show_found(self, kind: str, record_id: str) -> None:
        if kind == Kind.EVENT:
            near_us = self.sections.open(NEAR_US)
            if isinstance(near_us, TrainingNearView):
                near_us.open(record_id)
        else:
            self.sections.open(GUIDES)
            self.guides.read(record_id)
