"""The last step of beginning or joining a group: what was answered, to be looked at."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.pages.groups.start_steps import NameStep, Step, WayBackStep, WordsStep, YouStep
from vcs_desktop.ui.way_back.roles import role_words
from vcs_desktop.ui.widgets.basics import Button, button, card, column, label, panel, row
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.ticks_field import Tick


class CheckStep(Step):
    """What was answered, each with a way back to it; and whether the laptop is shared."""

    change_asked = Signal(int)

    def __init__(self, title: str, act: str) -> None:
        """``title`` names it in the list of steps, ``act`` is what it leads to."""
        super().__init__(title)
        self.act = act
        self._answers = column(gap=6)
        self.change_buttons: list[Button] = []
        self.shared = Tick(tr("Other people use this laptop too"))
        self.shared.box.setChecked(True)
        self.setLayout(
            column(
                card(panel(self._answers)),
                self.shared,
                label(
                    tr("Then it never remembers your words, and locks by itself."), "muted",
                    wrap=True,
                ),
                gap=12,
            )
        )  # fmt: skip

    def show_answers(self, answers: list[tuple[int, str, str]]) -> None:
        """Show (number of the step, its name, the answer)."""
        self._answers.clear()
        self.change_buttons = []
        for number, title, answer in answers:
            change = button(tr("Change"), "inline", name=tr("Change: {step}", step=title))
            change.clicked.connect(lambda _=False, number=number: self.change_asked.emit(number))
            self.change_buttons.append(change)
            line = row(gap=12)
            line.put(
                panel(column(label(title, "small", wrap=True), label(answer, wrap=True), gap=0)), 1
            )
            line.put(change)
            self._answers.put(panel(line))

    def first_focus(self) -> QWidget:
        """Start at the first answer."""
        return self.change_buttons[0] if self.change_buttons else self.shared.box

    def forget(self) -> None:
        """Show no answers."""
        self.show_answers([])


def answers_of(
    name: NameStep, you: YouStep, words: WordsStep, way: WayBackStep
) -> list[tuple[int, str, str]]:
    """Return what was answered, for ``CheckStep``. The words themselves are not shown."""
    hidden = name.hide_name.box.isChecked()
    group = short_prose(name.name())
    return [
        (0, name.title, tr("{name}, hidden in the list", name=group) if hidden else group),
        *answers_of_person(you, words, way, first=1),
    ]


def answers_of_person(
    you: YouStep, words: WordsStep, way: WayBackStep, *, first: int
) -> list[tuple[int, str, str]]:
    """Return what was answered of oneself; ``first`` is the number of the step "You"."""
    person = short_prose(you.field.words()) or tr("No name")
    return [
        (first, you.title, _with_role(person, you.role.chosen_id())),
        (
            first + 1,
            words.title,
            tr("Your own words") if words.choose.is_own else tr("Four words"),
        ),
        (first + 3, way.title, way.told()),
    ]


def _with_role(person: str, role: str) -> str:
    if not role:
        return person
    return tr("{name}, {role}", name=person, role=role_words(role))
