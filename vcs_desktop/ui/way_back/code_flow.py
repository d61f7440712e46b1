"""The printed code: put on paper one way or another, and rehearsed before it counts."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.group_errors import MistypedCode
from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui import files
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.way_back.code_card import CodeCard
from vcs_desktop.ui.way_back.code_making import CodeMaking
from vcs_desktop.ui.way_back.secret_field import ToldField
from vcs_desktop.ui.way_back.seen import go_to
from vcs_desktop.ui.widgets.basics import Button, button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from vcs_desktop.services.groups.rehearsal import Rehearsal
    from vcs_desktop.ui.way_back.code_making import Finish


class CodeFlow(QWidget):
    """Three ways to have the code, then two of its groups to be typed from the paper.

    ``finish`` is run on the work lane with what was typed; it raises ``MistypedCode``
    where that is wrong. ``finished`` carries the rehearsal. ``group_name`` is what stands
    on the page, or empty. ``begun`` says whether one of the ways was chosen.
    """

    finished = Signal(object)
    begun = Signal(bool)

    def __init__(
        self, services: Services, tasks: Tasks, group_name: Callable[[], str], finish: "Finish"
    ) -> None:
        super().__init__()
        self.making = CodeMaking(services, tasks, self, group_name, finish)
        self.code_card: CodeCard | None = None
        self.fields: list[ToldField] = []
        self.have_button: Button | None = None
        self.check_button: Button | None = None
        self.print_button = button(tr("Print it"), "primary", icon="printer")
        self.save_button = button(tr("Save it on a stick"), icon="usb")
        self.copy_button = button(tr("Copy it by hand"), icon="pencil")
        self.message = MessageBar()
        self._room = column(gap=10)
        self._ways = panel(FlowLayout(self.print_button, self.save_button, self.copy_button))
        self.setLayout(column(self._ways, panel(self._room), self.message, gap=10))
        self._connect()

    def begin(self) -> None:
        """Show the three ways; any code from before is forgotten."""
        self.forget()

    def forget(self) -> None:
        """Forget the code, take it off the screen, and throw its page away."""
        self.making.forget()
        self._clear_room()
        self.message.hide()
        self._show_ways(shown=True)

    @property
    def is_begun(self) -> bool:
        """Whether one of the ways was chosen."""
        return self._ways.isHidden()

    def first_focus(self) -> QWidget:
        """Start at the first way, or at what is asked now."""
        if self.fields:
            return self.fields[0].box
        return self.have_button or self.print_button

    def _connect(self) -> None:
        self.print_button.clicked.connect(self.making.make_page)
        self.save_button.clicked.connect(self._ask_where)
        self.copy_button.clicked.connect(self.making.show_code)
        self.making.made.connect(self._show_code)
        self.making.page_made.connect(self._open_page)
        self.making.saved.connect(self._tell_saved)
        self.making.set.connect(self._end)
        self.making.not_set.connect(self._tell_not_set)
        self.making.failed.connect(self._tell)

    def _open_page(self, page: Path) -> None:
        if files.open_file(page):
            words = tr("The page is open in another program. Print it from there.")
            self._show_have(words, tr("I have it on paper"))
        else:
            self.message.tell(
                tr("No program here opens the page. Save it on a stick, or copy it by hand."),
                "warn",
            )

    def _ask_where(self) -> None:
        title = tr("Save the page with the code")
        kinds, name = tr("PDF (*.pdf)"), "way-back.pdf"
        files.ask_where_to_save(self, title, name, kinds, self.making.save)

    def _tell_saved(self, path: str) -> None:
        words = tr("It is saved as {path}. Keep it away from this laptop.", path=path)
        self._show_have(words, tr("I can see it"))

    def _show_code(self, rehearsal: "Rehearsal") -> None:
        self._show_have(
            tr("Copy all seven parts onto paper. There is no letter O, I or L in them."),
            tr("I have copied it"),
            CodeCard(rehearsal.groups),
        )

    def _show_have(self, words: str, button_text: str, code: CodeCard | None = None) -> None:
        self._clear_room()
        self._show_ways(shown=False)
        self.code_card = code
        self.have_button = button(button_text, "primary")
        self.have_button.clicked.connect(self._ask_groups)
        another = button(tr("Another way"), "quiet")
        another.clicked.connect(self._choose_again)
        self._room.put(label(words, wrap=True))
        self._room.put(code)
        self._room.put(
            label(tr("It works once you have typed two parts of it here."), "muted", wrap=True)
        )
        self._room.put(panel(FlowLayout(self.have_button, another)))
        self._settle(self.have_button)

    def _choose_again(self) -> None:
        self._clear_room()
        self._show_ways(shown=True)
        self._settle(self.print_button)

    def _ask_groups(self) -> None:
        rehearsal = self.making.ask_anew()
        if rehearsal is None:
            return
        self._clear_room()
        self.fields = [
            ToldField(tr("Part {number} of your code", number=place)) for place in rehearsal.places
        ]
        self._room.put(label(tr("To be sure, type these two parts from your paper."), wrap=True))
        for field in self.fields:
            self._room.put(field)
        self.fields[0].entered.connect(self.fields[-1].take_focus)
        self.fields[-1].entered.connect(self._check)
        self.check_button = button(tr("Check"), "primary", name=tr("Check the two parts"))
        self.check_button.clicked.connect(self._check)
        look_again = button(tr("See the code again"), "quiet")
        look_again.clicked.connect(self.making.show_code)
        self._room.put(panel(FlowLayout(self.check_button, look_again)))
        self._settle(self.fields[0].box)

    def _check(self) -> None:
        rehearsal, check = self.making.rehearsal, self.check_button
        if rehearsal is None or check is None or not check.isEnabled():
            return
        typed = tuple(field.words() for field in self.fields)
        asked = zip(self.fields, rehearsal.places, typed, strict=True)
        wrong = [field for field, place, words in asked if not rehearsal.is_right(place, words)]
        for field in reversed(wrong):  # so that the first of them has the focus in the end
            field.tell(tr("This is not what the paper says. Look once more."))
        if not wrong:
            check.setEnabled(False)
            self.making.finish(typed)

    def _end(self, rehearsal: "Rehearsal") -> None:
        self.forget()
        self.finished.emit(rehearsal)

    def _tell_not_set(self, error: Exception) -> None:
        if self.check_button is not None:
            self.check_button.setEnabled(True)
        if isinstance(error, MistypedCode) and self.fields:
            self.fields[0].tell(words_for(error))
        else:
            self._tell(error)

    def _tell(self, error: Exception) -> None:
        self.message.tell(words_for(error), "bad")

    def _clear_room(self) -> None:
        for field in self.fields:
            field.forget()
        if self.code_card is not None:
            self.code_card.forget()
        self.fields, self.code_card, self.have_button, self.check_button = [], None, None, None
        self._room.clear()

    def _show_ways(self, *, shown: bool) -> None:
        self._ways.setVisible(shown)
        self.begun.emit(not shown)

    def _settle(self, focus: QWidget) -> None:
        self.message.hide()
        go_to(focus)
