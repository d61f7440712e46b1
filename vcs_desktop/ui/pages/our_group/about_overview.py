"""What the group has told of itself, on cards; what is missing, and why funders want it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import sentences, tr, tr_count, tr_marked
from vcs_desktop.domain.our_group_gaps import Gap, Step, gaps, is_told, next_step, steps_of
from vcs_desktop.ui.pages.our_group import about_words as words
from vcs_desktop.ui.pages.our_group.about_facts import facts_of
from vcs_desktop.ui.pages.our_group.about_keeping import Opened
from vcs_desktop.ui.widgets.basics import (
    Box,
    Button,
    Item,
    button,
    card,
    column,
    label,
    panel,
    picture,
    row,
    set_kind,
)
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import prose


class Overview(QWidget):
    """A card for each subject, under a line that says how much is missing.

    ``step_asked`` carries the question that the person wants to answer.
    """

    step_asked = Signal(str)

    def __init__(self, more: QWidget) -> None:
        """``more`` is a button that stands beside the first one, such as that of the history."""
        super().__init__()
        self.told_line = label("", wrap=True)
        self.told_icon = picture("info", "info", 22)
        self.go_on_button = button("", "primary")
        self.change_buttons: list[Button] = []
        line = row(self.told_icon, gap=10)
        line.put(self.told_line, 1)
        self.told_card = card(
            panel(line), panel(FlowLayout(self.go_on_button, more)), kind="info", gap=8
        )
        self._cards: Box = column(gap=12)
        self.setLayout(column(self.told_card, panel(self._cards), gap=12))
        self._next: Step | None = None
        self._buttons: dict[str, Button] = {}
        self.go_on_button.clicked.connect(self._go_on)

    def show_group(self, opened: Opened) -> None:
        """Show what was told, and what is missing."""
        found = gaps(opened.ours, opened.papers, opened.today)
        self._next = found[0].step if found else next_step(opened.ours, opened.papers)
        self._show_missing(found)
        focused = next((title for title, one in self._buttons.items() if one.hasFocus()), "")
        self._cards.clear()
        self._buttons = {}
        for subject in words.SUBJECTS:
            self._cards.put(self._card(subject, opened, found))
        self.change_buttons = list(self._buttons.values())
        if focused in self._buttons:
            self._buttons[focused].setFocus()

    def _show_missing(self, found: Sequence[Gap]) -> None:
        if found:
            missing = tr_count(
                "{count} thing is missing.", "{count} things are missing.", len(found)
            )
            said = sentences(tr("Funders ask for all of this."), missing)
            icon, kind = "info", "info"
        else:
            said = tr("You have told us all that most funders ask for.")
            icon, kind = "circle-check", "ok"
        self.told_line.setText(said)
        self.told_icon.set_icon(icon, kind)
        set_kind(self.told_card, kind)
        self.go_on_button.setVisible(self._next is not None)
        if self._next is not None:
            name = tr_marked(words.QUESTIONS[self._next].name)
            self.go_on_button.setText(tr("Next: {name}", name=name))

    def _card(self, subject: words.Subject, opened: Opened, found: Sequence[Gap]) -> QWidget:
        asked = steps_of(opened.ours, opened.papers)
        steps = [step for step in subject.steps if step in asked]
        facts = [fact for step in steps for fact in facts_of(step, opened)]
        missing = [gap for gap in found if gap.step in steps]
        title = tr_marked(subject.title)
        change = button(tr("Change"), name=tr_marked(subject.change))
        ours, papers = opened.ours, opened.papers
        untold = (step for step in steps if not is_told(step, ours, papers))
        step = missing[0].step if missing else next(untold, steps[0])
        change.clicked.connect(lambda: self.step_asked.emit(step))
        self._buttons[title] = change
        shown: list[Item] = [label(title, "heading", wrap=True)]
        if any(fact for _, fact in facts):
            shown.append(FactGrid(facts))
        if missing:
            shown.append(_missing(missing, tr_marked(subject.why)))
        return card(*shown, panel(FlowLayout(change)), gap=10)

    def _go_on(self) -> None:
        if self._next is not None:
            self.step_asked.emit(self._next)


def _missing(missing: Sequence[Gap], why: str) -> QWidget:
    lines = column(label(why, "muted", wrap=True), gap=4)
    for gap in missing:
        line = row(picture("triangle-alert", "warn", 18), gap=8)
        line.put(prose(tr("Missing: {what}", what=gap.words)), 1)
        lines.put(panel(line))
    return panel(lines)
