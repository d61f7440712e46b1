"""What a guide is about, and the ways into it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.learning import (
    READ_FROM,
    GuideState,
    GuideView,
    answers_so_far,
    in_minutes,
    score_of,
)
from vcs_desktop.ui.along.along import Along
from vcs_desktop.ui.pages.learning import words
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel, picture, row
from vcs_desktop.ui.widgets.basics import scroll as in_scroll_pane
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.flow_layout import FlowLayout


class AboutPane(QWidget):
    """Nothing, a problem, or a guide.

    ``read_asked`` and ``check_asked`` want into the guide that is shown.
    ``done_asked`` carries whether it should count as done.
    """

    read_asked = Signal()
    check_asked = Signal()
    done_asked = Signal(bool)

    def __init__(self, along: Along) -> None:
        super().__init__()
        self._along = along
        self._files_of = ""
        self.empty = EmptyState(
            tr("Nothing is chosen"), tr("Choose a guide in the list."), icon="list"
        )
        self.blank = QWidget()
        self.problem = EmptyState(
            tr("We could not open this"), "", tr("Try again"), icon="triangle-alert"
        )
        self.read_button = button(tr("Read this guide"), "primary", icon="book-open")
        self.check_button = button(tr("Do the check"), icon="circle-help")
        self.done_button = button(tr("Mark as done"), "quiet", icon="check")
        buttons = FlowLayout(self.read_button, self.check_button, self.done_button)
        # The buttons live longer than what is said of a guide above and below them.
        self._said, self._goals, self._files = column(gap=10), column(gap=12), column()
        about = card(panel(self._said), panel(buttons), gap=10)
        inner = column(
            about, panel(self._goals), panel(self._files), None, margins=(4, 4, 8, 16), gap=12
        )
        self.area = in_scroll_pane(panel(inner))
        self.area.setProperty("kind", "clear")
        self._states = QStackedLayout(self)
        for state in (self.empty, self.blank, self.problem, self.area):
            self._states.addWidget(state)
        self._is_done = False
        self.read_button.clicked.connect(self.read_asked)
        self.check_button.clicked.connect(self.check_asked)
        self.done_button.clicked.connect(self._ask_done)

    def show_nothing(self, *, can_choose: bool) -> None:
        """Say what the pane is for; nothing beside an empty list."""
        self._states.setCurrentWidget(self.empty if can_choose else self.blank)

    def show_problem(self, error: Exception) -> None:
        """Say in words why a guide cannot be shown."""
        self.problem.set_words(tr("We could not open this"), words_for(error), tr("Try again"))
        self._states.setCurrentWidget(self.problem)

    def show_guide(self, view: GuideView) -> None:
        """Say what a guide is about and what was done with it."""
        had_focus = self.focusWidget() if self.isAncestorOf(self.focusWidget() or self) else None
        line, resource = view.line, view.resource
        self._is_done = line.marks.state is GuideState.DONE
        is_begun = line.marks.state is GuideState.BEGUN and line.marks.place < READ_FROM
        self.read_button.setText(tr("Go on reading") if is_begun else tr("Read this guide"))
        self.check_button.setVisible(bool(resource.check))
        self.done_button.setText(tr("Not done after all") if self._is_done else tr("Mark as done"))
        self.done_button.set_icon("undo-2" if self._is_done else "check")
        self._say(view)
        self.area.verticalScrollBar().setValue(0)
        self._states.setCurrentWidget(self.area)
        if had_focus is not None and had_focus.isVisible():
            had_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, view: GuideView) -> None:
        line, goals = view.line, view.resource.goals
        self._said.clear()
        self._said.put(label(words.sentence(line.title), "title", wrap=True))
        self._said.put(label(words.sentence(line.summary), "muted", wrap=True))
        for state in _state(view):
            self._said.put(state)
        self._said.put(FactGrid(_facts(view)))
        self._goals.clear()
        if goals:
            title = label(tr("After this guide you can"), "heading", wrap=True)
            self._goals.put(card(title, *map(_goal, goals)))
        if line.id != self._files_of:  # else whoever has the focus in them keeps it
            self._files_of = line.id
            self._files.clear()
            self._files.put(self._along.card(line.id))

    def _ask_done(self) -> None:
        self.done_asked.emit(not self._is_done)


def _facts(view: GuideView) -> list[tuple[str, str]]:
    line, check = view.line, view.resource.check
    questions = tr_count("{count} question", "{count} questions", len(check))
    return [
        (tr("Time"), in_minutes(line.minutes)),
        (tr("Topic"), words.sentence(line.topic)),
        (tr("Level"), words.sentence(line.level)),
        (tr("Check"), questions if check else ""),
        (tr("To print"), tr("A sheet of one page") if view.sheet else ""),
        (tr("Language"), "" if words.is_english(line) else words.sentence(line.language)),
    ]


def _state(view: GuideView) -> list[QWidget]:
    """Return what was done with a guide, as words with a picture each."""
    done = view.line.marks.state is GuideState.DONE
    state, check = words.state_of(view.line), view.resource.check
    said = [(state, "circle-check" if done else "clock", "ok" if done else "info")] if state else []
    score = score_of(check, answers_so_far(check, view.line.marks.attempt))
    if score.is_whole:
        said.append((words.score_in_words(score), "clipboard-check", "muted"))
    return [_marked(*each) for each in said]


def _marked(text: str, icon: str, colour: str) -> QWidget:
    line = row(picture(icon, colour, 18), gap=6)
    line.put(label(text, colour, wrap=True), 1)
    return panel(line)


def _goal(text: str) -> QWidget:
    line = row(picture("check", "brand", 18), gap=8)
    line.put(label(words.sentence(text), wrap=True), 1)
    return panel(line)
