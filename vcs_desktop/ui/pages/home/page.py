"""Home: the next three things, where you left off, what is new since last time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.domain.days import in_words
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.pages.home.view_model import HomeViewModel
from vcs_desktop.ui.widgets.basics import Box, button, card, column, label, panel
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from datetime import date

    from vcs_desktop.domain.opportunities import OpportunityLine
    from vcs_desktop.services.home import HomeView
    from vcs_desktop.ui.pages.home.thing_row import ThingRow

FUNDING = "funding"


class HomePage(Page):
    """Three cards; on the first visit, first of all a few words about what this is for."""

    def __init__(self, services: Services, tasks: Tasks) -> None:
        super().__init__("Home", "Looking at what comes next")
        self._view_model = HomeViewModel(services, tasks, self)
        self.find_button = button("Find grants and contracts", "primary", icon="search")
        self.welcome = _welcome(self.find_button)
        self.problem = EmptyState("We could not look", "", "Try again", icon="triangle-alert")
        self.next_card, self._next, _ = _section("Next 3 things")
        self.recent_card, self._recent, _ = _section("Pick up where you left off")
        self.new_card, self._new, self._new_title = _section("")
        self.rows: list[ThingRow] = []
        for part in (self.welcome, self.problem, self.next_card, self.recent_card, self.new_card):
            part.hide()
            self.body.put(part)
        self.body.put(None)
        self.find_button.clicked.connect(self._go_to_funding)
        self.problem.button.clicked.connect(self._view_model.look)
        self._view_model.found.connect(self._show)
        self._view_model.failed.connect(self._show_problem)

    def shown(self) -> None:
        """Look again: something may have been kept meanwhile."""
        self._view_model.look()

    def first_focus(self) -> QWidget | None:
        """Start at the main button, or at the first thing to open."""
        if self.welcome.isVisible() or not self.rows:
            return self.find_button if self.welcome.isVisible() else None
        return self.rows[0].open_button

    def _show(self, view: "HomeView") -> None:
        self.problem.hide()
        self.rows.clear()
        self.subtitle = _subtitle(view)
        self.welcome.setVisible(view.is_new_here)
        self._fill_next(view)
        self._fill(self._recent, view.recent, view)
        self.recent_card.setVisible(bool(view.recent))
        self._fill(self._new, view.new, view)
        more = view.new_total - len(view.new)
        if more > 0:
            from vcs_desktop.ui.opportunity_words import counted

            all_new = button(f"See {counted(more, 'more', 'more')} in Funding", "inline")
            all_new.clicked.connect(self._go_to_funding)
            self._new.put(panel(FlowLayout(all_new)))
        self._new_title.setText("New since last time" if view.since else "New today")
        self.new_card.setVisible(view.since is not None or bool(view.new))
        if view.since and not view.new:
            self._new.put(label("Nothing new since your last visit.", "muted", wrap=True))
        self._take_focus()
        self.ready.emit()

    def _take_focus(self) -> None:
        """Move the focus from the page, where it waited, to the first thing to press."""
        first = self.first_focus()
        if first is not None and QApplication.focusWidget() in (self, self.sheet):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_next(self, view: "HomeView") -> None:
        self._next.clear()
        for thing in view.next_things:
            self._put_row(self._next, thing.line, view.on, thing.why)
        if not view.next_things:
            self._next.put(
                label(
                    "Nothing closes soon. What you keep in Funding will stand here in good time.",
                    "muted",
                    wrap=True,
                )
            )
        self.next_card.show()

    def _fill(self, box: Box, lines: "tuple[OpportunityLine, ...]", view: "HomeView") -> None:
        box.clear()
        for line in lines:
            self._put_row(box, line, view.on)

    def _put_row(self, box: Box, line: "OpportunityLine", on: "date", why: str = "") -> None:
        # Imported here, so that the page stands before what only its rows need is there.
        from vcs_desktop.ui.pages.home.thing_row import ThingRow

        row = ThingRow(line, on, why)
        row.open_asked.connect(self._open)
        self.rows.append(row)
        box.put(row)

    def _show_problem(self, error: Exception) -> None:
        self.problem.set_words("We could not look", words_for(error), "Try again")
        for part in (self.welcome, self.next_card, self.recent_card, self.new_card):
            part.hide()
        self.problem.show()
        self.subtitle = ""
        self.ready.emit()

    def _open(self, record_id: str) -> None:
        self.place_asked.emit(FUNDING, record_id)

    def _go_to_funding(self) -> None:
        self.place_asked.emit(FUNDING, "")


def _welcome(find_button: QWidget) -> QFrame:
    return card(
        label("Welcome", "title", wrap=True),
        label(
            "This app helps your group to find money. It lists grants and contracts, says which "
            "ones you can apply for and why, and makes a sheet for your committee.",
            wrap=True,
        ),
        label(
            "It works without internet. What you do is saved on this computer. To begin, some of "
            "what you see is for practice: it is marked, and it is not real money.",
            "muted",
            wrap=True,
        ),
        panel(FlowLayout(find_button)),
        kind="info",
        gap=10,
    )


def _section(title: str) -> tuple[QFrame, Box, QLabel]:
    """Return a card, the column in it, and its title."""
    things, heading = column(gap=8), label(title, "heading", wrap=True)
    return card(heading, panel(things), gap=10), things, heading


def _subtitle(view: "HomeView") -> str:
    day = in_words(view.on)
    return f"{day}. Judged for {view.judged_for}." if view.judged_for else day
