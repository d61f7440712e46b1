"""Learning: guides to read, rules and limits, training near us."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.library import Kind
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.along.along import Along
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.links import ask_to_open
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.pages.learning.guides_view import GuidesView
from vcs_desktop.ui.pages.learning.page_view_model import PageViewModel
from vcs_desktop.ui.say import tell_problem
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.sections import Sections

if TYPE_CHECKING:
    from vcs_desktop.ui.pages.learning.browse_view import BrowseView
    from vcs_desktop.ui.pages.learning.check_view import CheckView
    from vcs_desktop.ui.pages.learning.guide_reader import GuideReader
    from vcs_desktop.ui.pages.learning.near_us_view import TrainingNearView
    from vcs_desktop.ui.pages.learning.rules_view import RulesView
    from vcs_desktop.ui.updates.updates import Updates

GUIDES, RULES, NEAR_US = "guides", "rules", "near_us"

# In logical pixels at 100 % text: with less height, the list needs the room of the filters.
_LOW = 460


class LearningPage(Page):
    """Its parts, of which one is in front. While a guide is read, the page has its name."""

    def __init__(self, services: Services, tasks: Tasks, updates: "Updates | None" = None) -> None:
        super().__init__(tr("Learning"), tr("Looking for guides"))
        self._services = services
        self._tasks = tasks
        self._along = Along(services, tasks, updates)
        self._view_model = PageViewModel(services, tasks, self)
        self.guides = GuidesView(services, tasks, self._along)
        self.rules: RulesView | None = None
        self.near_us: TrainingNearView | None = None
        self.sections = Sections(tr("Parts of this page"))
        self.sections.add(GUIDES, tr("Guides"), self._guides)
        self.sections.add(RULES, tr("Rules and limits"), self._make_rules)
        self.sections.add(NEAR_US, tr("Training near us"), self._make_near_us)
        self.add_actions(self.guides.browse.filter_bar.more)
        self.body.put(self.sections, 1)
        self.sections.open(GUIDES)
        self._connect()

    def shown(self) -> None:
        """Look again at what is in front."""
        part = self.sections.current_id()
        if part == GUIDES:
            self.guides.shown()
        elif self.rules is not None and part == RULES:
            self.rules.shown()
        elif self.near_us is not None:
            self.near_us.look()

    def show_thing(self, thing_id: str) -> None:
        """Read a guide, or show a rule or an event; an empty id shows the list of guides."""
        if thing_id:
            self._view_model.find(thing_id)
        else:
            self.sections.open(GUIDES)
            self.guides.leave()

    def first_focus(self) -> QWidget | None:
        """Start in the list of the part in front, or in the text of a guide."""
        if self.near_us is not None and self.sections.current_id() == NEAR_US:
            return self.near_us.both.list
        return self._searched().first_focus()

    def find_here(self) -> QWidget | None:
        """Search the guides, the guide that is read, or the rules."""
        if self.sections.current_id() == NEAR_US:
            return super().find_here()
        return self._searched().find_here()

    def print_act(self) -> Callable[[], None] | None:
        """Print the sheet of the guide that is chosen or read."""
        return self.guides.message.print_act() if self.sections.current_id() == GUIDES else None

    def parts(self) -> tuple[QWidget, ...]:
        """Stop with F6 at the names of the parts, and at each part of the one in front."""
        if self.near_us is not None and self.sections.current_id() == NEAR_US:
            return (self.sections.bar, self.near_us.both.list, self.near_us.both.area)
        return (self.sections.bar, *self._searched().parts())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the filters away where there is little room."""
        super().resizeEvent(event)
        is_low = self.height() < look.px(_LOW)
        self.guides.browse.filter_bar.set_narrow(self.is_narrow() or is_low)
        self._show_head_parts()

    def _connect(self) -> None:
        self.sections.changed.connect(self._change_part)
        self.guides.headed.connect(self._show_head)
        self.guides.filled.connect(self.ready)
        # Queued, so that the panes have laid themselves out, and the focus is where it will be.
        self.guides.came_forward.connect(self._show_front, Qt.ConnectionType.QueuedConnection)
        self.guides.record_asked.connect(self.record_asked)
        self.guides.address_asked.connect(partial(ask_to_open, self))
        self._view_model.told.connect(self._show_found)
        self._view_model.failed.connect(partial(tell_problem, self))

    def _show_front(self) -> None:
        """Where there is little room, give all of it to what came to the front."""
        self.bring_to_top(self.guides)

    def _guides(self) -> QWidget:
        return self.guides

    def _make_rules(self) -> QWidget:
        from vcs_desktop.ui.pages.learning.rules_view import RulesView

        self.rules = RulesView(self._services, self._tasks, self._along)
        self.rules.filled.connect(self.ready)
        return self.rules

    def _make_near_us(self) -> QWidget:
        from vcs_desktop.ui.pages.learning.near_us_view import TrainingNearView

        self.near_us = TrainingNearView(self._services, self._tasks, self._along)
        self.near_us.told.connect(self.ready)
        self.near_us.both.came_forward.connect(partial(self.bring_to_top, self.near_us.both))
        return self.near_us

    def _searched(self) -> "BrowseView | GuideReader | CheckView | RulesView":
        """Return the rules or what is in front of the guides."""
        if self.rules is not None and self.sections.current_id() == RULES:
            return self.rules
        return self.guides.front()

    def _change_part(self) -> None:
        self._show_head("", "")
        self.shown()

    def _show_head(self, title: str, subtitle: str) -> None:
        """Say what is in front: in large, and in the line under it."""
        is_guides = self.sections.current_id() == GUIDES
        self.title = (is_guides and title) or tr("Learning")
        self.subtitle = subtitle if is_guides else ""
        self._show_head_parts()

    def _show_head_parts(self) -> None:
        """Name the parts unless a guide is read; unfold filters where they are folded."""
        browse = self.guides.browse
        is_guides = self.sections.current_id() == GUIDES
        is_list = is_guides and self.guides.front() is browse
        self.sections.bar.setVisible(is_list or not is_guides)
        browse.filter_bar.more.setVisible(is_list and browse.filter_bar.is_narrow)

    def _show_found(self, kind: str, record_id: str) -> None:
        if kind == Kind.EVENT:
            self.sections.open(NEAR_US)
            if self.near_us is not None:
                self.near_us.open(record_id)
        elif kind == Kind.RULE:
            self.sections.open(RULES)
            if self.rules is not None:
                self.rules.show_thing(record_id)
        else:
            self.sections.open(GUIDES)
            self.guides.read(record_id)
