"""The list of questions, each with a word for where it stands; any of them can be gone to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import sentences, tr, tr_count, tr_marked
from vcs_desktop.domain.our_group_gaps import Step, is_told, steps_of
from vcs_desktop.ui.pages.our_group import about_words as words
from vcs_desktop.ui.pages.our_group.about_keeping import Opened
from vcs_desktop.ui.widgets.basics import column, panel, picture, row
from vcs_desktop.ui.widgets.fold import Fold
from vcs_desktop.ui.widgets.wrapped_button import WrappedButton


class StepList(QWidget):
    """Says which question this is, and opens a list of all. ``step_asked`` carries one."""

    step_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.fold = Fold("")
        self.buttons: dict[Step, WrappedButton] = {}
        self.setLayout(column(self.fold))

    def show_steps(self, opened: Opened, now: Step) -> None:
        """Show where each question stands; ``now`` is the one that is asked."""
        steps = steps_of(opened.ours, opened.papers)
        place = tr("Question {number} of {count}.", number=steps.index(now) + 1, count=len(steps))
        told = sum(is_told(each, opened.ours, opened.papers) for each in steps)
        answered = tr_count("{count} is answered.", "{count} are answered.", told)
        self.fold.set_title(sentences(place, answered) if told else place)
        focused = next((step for step, one in self.buttons.items() if one.hasFocus()), None)
        self.fold.content.clear()
        self.buttons = {}
        for step in steps:
            self._put(step, opened, now)
        if focused in self.buttons:
            self.buttons[focused].setFocus()

    def _put(self, step: Step, opened: Opened, now: Step) -> None:
        name = tr_marked(words.QUESTIONS[step].name)
        if step == now:
            said, icon, colour = tr("{name}: you are here", name=name), "chevron-right", "ink"
        elif is_told(step, opened.ours, opened.papers):
            said, icon, colour = tr("{name}: answered", name=name), "circle-check", "ok"
        else:
            said, icon, colour = tr("{name}: not answered yet", name=name), "circle-help", "muted"
        way = WrappedButton(said)
        way.clicked.connect(lambda: self.step_asked.emit(step))
        self.buttons[step] = way
        line = row(picture(icon, colour, 18), gap=8)
        line.put(way, 1)
        self.fold.content.put(panel(line))
