"""Home: the next three things, where you left off, what is new since last time."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.domain.days import in_words
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.pages.home.copy_line import CopyLine
from vcs_desktop.ui.pages.home.news_card import NewsCard
from vcs_desktop.ui.pages.home.role_card import RoleCard
from vcs_desktop.ui.pages.home.view_model import HomeViewModel
from vcs_desktop.ui.pages.home.week_card import WeekCard
from vcs_desktop.ui.pages.home.welcome import TourOffer, Welcome
from vcs_desktop.ui.way_back.line import WayBackLine
from vcs_desktop.ui.widgets.basics import Box, button, card, column, label, panel, set_kind
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from vcs_desktop.domain.learning import LeftOff
    from vcs_desktop.services.home import HomeView
    from vcs_desktop.ui.pages.home.thing_row import ThingRow

FUNDING, COUNCIL, GROUPS, OUR_GROUP = "funding", "council", "groups", "our-group"


class HomePage(Page):
    """A few cards; on the first visit, first of all how one wants to begin."""

    def __init__(
        self, services: Services, tasks: Tasks, session: GroupSession, settings: SettingsFile
    ) -> None:
        super().__init__(tr("Home"), tr("Looking at what comes next"))
        self._view_model = HomeViewModel(services, tasks, self)
        self._session = session
        self._settings = settings
        self.find_button = button(tr("Find grants and contracts"), icon="search")
        self.add_actions(self.find_button)
        self.welcome = Welcome()
        self.way_back = WayBackLine(services, tasks, session)
        self.copy_line = CopyLine(services, tasks, session)
        self.week_card = WeekCard(services, tasks, session)
        self.role_card = RoleCard(services, tasks, session)
        self.tour_offer = TourOffer()
        self.problem = EmptyState(
            tr("We could not look"), "", tr("Try again"), icon="triangle-alert"
        )
        self.next_card, self._next = _section(tr("Next 3 things"))
        self._guide = column(gap=8)
        self.recent_card, recent = _section(tr("Pick up where you left off"))
        self._recent = column(gap=8)
        recent.put(panel(self._guide))
        recent.put(panel(self._recent))
        self.pinned_card, self._pinned = _section(tr("Promises you pinned"))
        self.new_card = NewsCard()
        self.rows: list[ThingRow] = []
        self._cards = (self.next_card, self.recent_card, self.pinned_card, self.new_card)
        self._of_group = (self.way_back, self.copy_line, self.week_card, self.role_card)
        # The offer has the focus, so that it stands where the page begins.
        first = (self.way_back, self.copy_line, self.tour_offer, self.week_card, self.role_card)
        for part in (*first, self.welcome, self.problem, *self._cards):
            part.hide()
            self.body.put(part)
        self.body.put(None)
        self._greet()
        self._connect()

    def shown(self) -> None:
        """Look again: something may have been kept meanwhile."""
        self._greet()
        if self._session.is_open:
            for part in self._of_group:
                part.shown()
        self._view_model.look()

    def first_focus(self) -> QWidget:
        """Start at the way to begin, or at the main button."""
        if self.welcome.isVisible():
            return self.welcome.practice_button
        return self.tour_offer.show_button if self.tour_offer.isVisible() else self.find_button

    def _connect(self) -> None:
        self.find_button.clicked.connect(self._go_to_funding)
        self.welcome.practice_chosen.connect(partial(self._begin_with, "practice"))
        self.welcome.start_chosen.connect(partial(self._begin_with, "start"))
        self.welcome.join_chosen.connect(partial(self._begin_with, "join"))
        self.welcome.looking_chosen.connect(self._look_around)
        self.way_back.wanted.connect(partial(self.place_asked.emit, GROUPS, "way-back"))
        self.way_back.words_wanted.connect(partial(self.place_asked.emit, OUR_GROUP, "access"))
        self.role_card.place_asked.connect(self.place_asked)
        self.week_card.place_asked.connect(self.place_asked)
        self.week_card.record_asked.connect(self.record_asked)
        self.copy_line.wanted.connect(partial(self.place_asked.emit, OUR_GROUP, "copies"))
        self.tour_offer.wanted.connect(self._begin_tour)
        self.tour_offer.declined.connect(self._decline_tour)
        self.new_card.open_asked.connect(self.record_asked)
        self.new_card.place_asked.connect(self.place_asked)
        self.problem.button.clicked.connect(self._view_model.look)
        self._view_model.things.answered.connect(self._show)
        # After what comes first has been shown: a guide needs more to be read.
        self._view_model.things.answered.connect(self._view_model.look_for_guide)
        self._view_model.things.failed.connect(self._show_problem)
        self._view_model.guide.answered.connect(self._show_guide)

    def _greet(self) -> None:
        """Ask how to begin, or offer the tour, or neither."""
        now = self._settings.current
        welcomed = now.welcomed or self._session.is_open
        self.welcome.setVisible(not welcomed)
        self.tour_offer.setVisible(welcomed and not now.tour_seen)
        set_kind(self.find_button, "primary" if welcomed else "")

    def _begin_with(self, way: str) -> None:
        """Go where a group is begun."""
        self._settings.change(welcomed=True)
        self.place_asked.emit(GROUPS, way)

    def _look_around(self) -> None:
        self._settings.change(welcomed=True)
        self._greet()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_tour(self) -> None:
        self.tour_asked.emit()
        self._greet()

    def _decline_tour(self) -> None:
        self._settings.change(tour_seen=True)
        self._greet()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, view: "HomeView") -> None:
        # Imported here, so that the page stands before what only its rows need is there.
        from vcs_desktop.domain.opportunities import OpportunityLine
        from vcs_desktop.ui.pages.home.thing_row import opportunity_row, record_row

        self.problem.hide()
        self.rows.clear()
        for box in (self._next, self._guide, self._recent, self._pinned):
            box.clear()
        self.subtitle = _subtitle(view)
        for thing in view.next_things:
            self._put(self._next, opportunity_row(thing.line, view.on, thing.why))
        for line in view.recent:
            if isinstance(line, OpportunityLine):
                self._put(self._recent, opportunity_row(line, view.on))
            else:
                self._put(self._recent, record_row(line))
        for pinned in view.pinned:
            self._put(self._pinned, record_row(pinned))
        self.new_card.show_news(view)
        self.rows += self.new_card.rows
        self._say_what_is_empty(view)
        self.next_card.show()
        self.recent_card.setVisible(bool(view.recent))
        self.pinned_card.setVisible(bool(view.pinned))
        self.ready.emit()

    def _say_what_is_empty(self, view: "HomeView") -> None:
        if not view.next_things:
            words = tr("Nothing closes soon. What you keep in Funding will stand here in time.")
            self._next.put(label(words, "muted", wrap=True))
        further = view.pinned_total - len(view.pinned)
        if further > 0:
            words = tr_count("See {count} more in Council", "See {count} more in Council", further)
            all_pinned = button(words, "inline")
            all_pinned.clicked.connect(self._go_to_council)
            self._pinned.put(panel(FlowLayout(all_pinned)))

    def _show_guide(self, left_off: "LeftOff | None") -> None:
        """Put the guide that somebody left first, in place of its row among the others."""
        if left_off is None:
            return
        from vcs_desktop.ui.pages.home.thing_row import guide_row

        for other in self.rows:
            if other.thing_id == left_off.line.id:
                other.hide()
        self._put(self._guide, guide_row(left_off))
        self.recent_card.show()

    def _put(self, box: Box, made: "ThingRow") -> None:
        made.open_asked.connect(self.record_asked)
        self.rows.append(made)
        box.put(made)

    def _show_problem(self, error: Exception) -> None:
        self.problem.set_words(tr("We could not look"), words_for(error), tr("Try again"))
        for part in self._cards:
            part.hide()
        self.problem.show()
        self.subtitle = ""
        self.ready.emit()

    def _go_to_council(self) -> None:
        self.place_asked.emit(COUNCIL, "")

    def _go_to_funding(self) -> None:
        self.place_asked.emit(FUNDING, "")


def _section(title: str) -> tuple[QFrame, Box]:
    """Return a card and the column in it."""
    things, heading = column(gap=8), label(title, "heading", wrap=True)
    return card(heading, panel(things), gap=10), things


def _subtitle(view: "HomeView") -> str:
    day = in_words(view.on)
    if not view.judged_for:
        return day
    return tr("{day}. Judged for {group}.", day=day, group=view.judged_for)
