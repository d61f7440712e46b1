"""The yearly look at whom the group may not need to know of any more."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.services.in_group import InGroup
from vcs_desktop.services.retention import ToReview
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.people.aside_view import AsideView
from vcs_desktop.ui.pages.people.years_fold import YearsFold
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import prose, short_prose
from vcs_desktop.ui.widgets.title_list import TitleRow
from vcs_desktop.ui.widgets.titles_and_card import TitlesAndCard, waiting


class ReviewCard(QWidget):
    """Why somebody stands in the list, and what can be done about it."""

    keep_asked = Signal()
    open_asked = Signal()
    remove_asked = Signal()

    def __init__(self, review: ToReview) -> None:
        super().__init__()
        name = short_prose(review.name)
        self.keep_button = button(
            tr("Keep another year"), icon="check", name=tr("Keep {name} another year", name=name)
        )
        self.open_button = button(tr("Open"), icon="user", name=tr("Open {name}", name=name))
        self.remove_button = button(
            tr("Put in the bin"), icon="trash-2", name=tr("Put {name} in the bin", name=name)
        )
        self.setLayout(
            column(
                card(
                    label(name, "title", wrap=True),
                    prose(review.why),
                    label(
                        tr("Open shows all of it, so that you can change or take away a part."),
                        "muted",
                        wrap=True,
                    ),
                    panel(FlowLayout(self.keep_button, self.open_button, self.remove_button)),
                    gap=10,
                )
            )
        )
        self.keep_button.clicked.connect(self.keep_asked)
        self.open_button.clicked.connect(self.open_asked)
        self.remove_button.clicked.connect(self.remove_asked)


class ReviewView(AsideView):
    """Everybody to look at again in a list, and one of them in full."""

    def __init__(self, *asked: Any) -> None:
        super().__init__(tr("People to look at again"), *asked)
        self.titles = TitlesAndCard(tr("People to look at again"), waiting())
        self.card: ReviewCard | None = None
        self.count = label("", "muted", wrap=True)
        self.said = label(
            tr("You may keep what you still need. Look once a year at what you may not need."),
            wrap=True,
        )
        self._due: dict[str, ToReview] = {}
        self._found = Question(self.tasks, self)
        self._acts = Latest(self.tasks, self)
        self.body.put(self.said)
        self.years = YearsFold(self.services, self.tasks)
        self.body.put(self.count)
        self.body.put(self.titles, 1)
        self.body.put(self.years)
        self.years.changed.connect(self._look_by_other_years)
        self.years.failed.connect(self.tell_problem)
        self._found.answered.connect(self._show)
        self._found.failed.connect(self.titles.show_problem)
        self.titles.card_asked.connect(self._open)
        self.titles.again_asked.connect(self.shown)
        self.titles.all_asked.connect(self.back_asked)

    def shown(self) -> None:
        """Look again who is to be looked at."""
        self._found.ask(lambda: _due(self.services.space.inside()))

    def _look_by_other_years(self) -> None:
        self.session.tell_acted()
        self.shown()

    def first_focus(self) -> QWidget:
        """Start in the list."""
        return self.titles.first_focus()

    def open_years(self) -> None:
        """Show how long details are kept, and start there."""
        self.years.set_open(True)
        self.years.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, due: list[ToReview]) -> None:
        self._due = {each.person_id: each for each in due}
        self.count.setText(
            tr_count("{count} person to look at.", "{count} people to look at.", len(due))
        )
        self.count.setVisible(bool(due))
        self.titles.say_nothing(
            tr("Nobody to look at now"),
            tr("When somebody has left for some time, you find them here."),
            tr("Back to the people"),
        )
        self.titles.show_rows(
            [TitleRow(each.person_id, short_prose(each.name), line=each.why) for each in due]
        )

    def _open(self, person_id: str) -> None:
        review = self._due[person_id]
        self.card = ReviewCard(review)
        name = short_prose(review.name)
        self.card.open_asked.connect(partial(self.person_asked.emit, person_id))
        self.card.keep_asked.connect(
            partial(
                self._act,
                lambda inside: inside.retention.keep([person_id], inside.records.clock.today()),
                tr("“{name}” is kept another year.", name=name),
            )
        )
        self.card.remove_asked.connect(
            partial(
                self._act,
                lambda inside: inside.people.remove(person_id),
                tr("“{name}” is in the bin.", name=name),
            )
        )
        self.titles.show_card(self.card)

    def _act(self, act: Callable[[InGroup], object], said: str) -> None:
        def then(_outcome: object) -> None:
            self.acted.emit(said)
            self.shown()

        self._acts.ask_too(
            lambda: act(self.services.space.inside()), then=then, otherwise=self.tell_problem
        )


def _due(inside: InGroup) -> list[ToReview]:
    return inside.retention.due(inside.records.clock.today())
