"""What can be changed about a question: its words, its limit and how it is counted, its place."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.answers import Answer, Unit
from vcs_desktop.domain.application_words import UNITS
from vcs_desktop.services.offer import Services
from vcs_desktop.services.records import Held
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.bound_fields import bound_choice, bound_words, one, yes_no_id
from vcs_desktop.ui.kept_form import Bound, KeptForm
from vcs_desktop.ui.widgets.basics import button, panel
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.count_field import CountField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.fold import Fold
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.long_text_field import LongTextField

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup

_YES, _NO = "yes", "no"
Save = Callable[["InGroup", Held[Answer], Answer], Held[Answer]]


class QuestionFold(Fold):
    """``kept`` carries the answer as it is now (a Held), ``failed`` why it could not be kept.

    ``move_asked`` carries by how many places to move it, ``remove_asked`` wants the question in
    the bin. Its fields are made when it is first opened.
    """

    kept = Signal(object)
    failed = Signal(object)
    move_asked = Signal(int)
    remove_asked = Signal()

    def __init__(self, services: Services, tasks: Tasks, held: Held[Answer], save: Save) -> None:
        super().__init__(tr("Change the question"))
        self._made_of = (services, tasks, held, save)
        self.form: KeptForm | None = None
        self.question: LongTextField | None = None
        self.opened.connect(self._make)

    def put_away(self) -> None:
        """Keep what is half written."""
        if self.form is not None:
            self.form.put_away()

    def begin(self) -> None:
        """Open, ready to type the question."""
        self.set_open(True)
        if self.question is not None:
            self.question.take_focus()

    def _make(self) -> None:
        if self.form is not None:
            return
        unit, spaces, breaks = _unit_field(), _spaces_field(), _breaks_field()
        self.question = LongTextField(tr("What they ask"))
        bound = _bound(self.question, unit, spaces, breaks)
        form = self.form = KeptForm(*self._made_of, bound, "question/" + self._made_of[2].thing.id)
        self.up_button = button(tr("Move up"), "quiet", icon="arrow-up")
        self.down_button = button(tr("Move down"), "quiet", icon="arrow-down")
        self.remove_button = button(tr("Put in the bin"), "quiet", icon="trash-2")
        self.remove_button.setAccessibleName(tr("Put this question and its answer in the bin"))
        acts = FlowLayout(self.up_button, self.down_button, self.remove_button)
        fields = [each.field for each in bound.values()]
        form.lay_out((*fields, form.saved_line, panel(acts)))
        self.content.put(form)
        form.show()  # at once, so that it can take the focus

        def follow() -> None:
            """Ask only of characters whether spaces and the ends of lines count."""
            for each in (spaces, breaks):
                each.setVisible(unit.chosen_id() == Unit.CHARACTERS.value)

        unit.edited.connect(follow)
        follow()
        form.kept.connect(self.kept)
        form.autosave.failed.connect(self.failed)
        self.up_button.clicked.connect(lambda: self.move_asked.emit(-1))
        self.down_button.clicked.connect(lambda: self.move_asked.emit(1))
        self.remove_button.clicked.connect(self.remove_asked)


def _bound(
    question: LongTextField, unit: ChoiceField, spaces: ChoiceField, breaks: ChoiceField
) -> dict[str, Bound]:
    ref = TextField(tr("Its number in their form"), optional=True)
    guidance = LongTextField(tr("What they say about it"), optional=True)
    limit = CountField(tr("The most they allow"), optional=True)
    return {
        "question": bound_words(question, "question"),
        "ref": bound_words(ref, "ref"),
        "guidance": bound_words(guidance, "guidance"),
        "limit": Bound(
            limit,
            lambda answer: limit.set_count(answer.limit or 0),
            lambda: one("limit", limit.count() or None),
        ),
        "unit": bound_choice(unit, "unit", str, Unit),
        "counts_spaces": bound_choice(spaces, "counts_spaces", yes_no_id, _is_yes),
        "counts_breaks": bound_choice(breaks, "counts_breaks", yes_no_id, _is_yes),
    }


def _unit_field() -> ChoiceField:
    return ChoiceField(
        tr("What they count"), [(each.value, tr_marked(UNITS[each])) for each in Unit]
    )


def _spaces_field() -> ChoiceField:
    return ChoiceField(
        tr("Do they count spaces?"), [(_YES, tr("Yes")), (_NO, tr("No"))],
        tr("Most forms do."),
    )  # fmt: skip


def _breaks_field() -> ChoiceField:
    return ChoiceField(
        tr("Do they count the end of a line?"), [(_YES, tr("Yes")), (_NO, tr("No"))],
        tr("Most forms do."),
    )  # fmt: skip


def _is_yes(choice: str) -> bool:
    return choice == _YES
