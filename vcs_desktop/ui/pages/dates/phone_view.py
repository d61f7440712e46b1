"""Dates as codes, one at a time: point a telephone at the screen, and it takes the date."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.domain.due import Due
from vcs_desktop.domain.due_words import when_in_words
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.dates.aside import Aside
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.basics import button, label, panel
from vcs_desktop.ui.widgets.code_picture import CodePicture
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.written import open_to_print

if TYPE_CHECKING:
    from vcs_desktop.domain.phone_code import PhoneCode


class PhoneView(Aside):
    """Shows the code of one date, with ways to the next and the one before."""

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(tr("Put these on your phone"), *asked)
        self.how = label(
            tr(
                "Point the camera of your phone at the code. Press what the phone offers. "
                "Nothing goes over the internet."
            ),
            wrap=True,
        )
        self.place = label("", "muted", wrap=True)
        self.name = label("", "heading", wrap=True)
        self.when = label("", wrap=True)
        self.picture = CodePicture()
        self.shortened = label(
            tr("The name was too long for a code, so the phone shows its beginning."),
            "muted",
            wrap=True,
        )
        self.before_button = button(tr("The one before"), icon="arrow-left")
        self.next_button = button(tr("The next one"), "primary", icon="chevron-right")
        self.print_button = button(tr("Print all of them"), icon="printer")
        self._dues: Sequence[Due] = ()
        self._at = 0
        self.code: PhoneCode | None = None
        self.question = Question(self.tasks, self)
        self._printing = Latest(self.tasks, self)
        # Announced when the focus has settled, so that a reader says it after the button.
        self._spoken = QTimer(self)
        self._spoken.setSingleShot(True)
        self._spoken.setInterval(0)
        self._spoken.timeout.connect(self._say)
        for each in (self.how, self.place, self.name, self.when):
            self.body.put(each)
        self.body.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.put(self.shortened)
        self.body.put(panel(FlowLayout(self.before_button, self.next_button, self.print_button)))
        self.body.put(None)
        self.question.answered.connect(self._show_code)
        self.question.failed.connect(self.tell_problem)
        self.before_button.clicked.connect(partial(self._turn, -1))
        self.next_button.clicked.connect(partial(self._turn, 1))
        self.print_button.clicked.connect(self.print_all)

    def begin(self, dues: Sequence[Due]) -> None:
        """Show the first of some dates; there is at least one."""
        self._dues, self._at = tuple(dues), 0
        self.message.hide()
        self._show()

    def first_focus(self) -> QWidget:
        """Begin at the way on, or back where there is one date only."""
        return self.next_button if self.next_button.isVisibleTo(self) else self.back_button

    def print_all(self) -> None:
        """Make a sheet of all the codes, and open it where it can be printed."""
        dues = list(self._dues)

        def work() -> Path:
            from vcs_desktop.services.date_files import sheet_of_codes

            return sheet_of_codes(self.services.dates, dues)

        then = partial(open_to_print, self.message.tell)
        self._printing.ask(work, then=then, otherwise=self.tell_problem, lane="work")

    def _turn(self, by: int) -> None:
        self._at = (self._at + by) % len(self._dues)
        self._show()
        self._spoken.start()

    def _show(self) -> None:
        due, several = self._dues[self._at], len(self._dues) > 1
        self.name.setText(short_prose(due.what))
        self.when.setText(when_in_words(due))
        self.place.setText(
            tr("{number} of {count}", number=self._at + 1, count=f"{len(self._dues):,}")
        )
        self.place.setVisible(several)
        self.before_button.setVisible(several)
        self.next_button.setVisible(several)
        self.question.ask(partial(_code_of, due))

    def _show_code(self, code: "PhoneCode") -> None:
        self.code = code
        self.shortened.setVisible(code.is_shortened)
        what = short_prose(self._dues[self._at].what, 80)
        self.picture.show_code(code, tr("Code of {what}, for the camera of a phone", what=what))

    def _say(self) -> None:
        say(self, sentences(f"{self.place.text()}.", f"{self.name.text()}.", self.when.text()))


def _code_of(due: Due) -> "PhoneCode":
    # Imported away from the window's thread: what makes documents takes a while to come.
    from vcs_desktop.services.date_files import phone_code

    return phone_code(due)
