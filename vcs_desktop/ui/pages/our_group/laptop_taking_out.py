"""Says what it means to take a laptop out, and does it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import sentences, tr
from vcs_desktop.ui.pages.our_group import laptops_words as words
from vcs_desktop.ui.pages.our_group.laptops_view_model import LaptopsViewModel
from vcs_desktop.ui.way_back.seen import go_to
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.progress_bar import ProgressLine
from vcs_desktop.ui.widgets.prose import short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.two_laptops.lines import LaptopLine
    from vcs_desktop.services.two_laptops.service import TwoLaptopsService


class TakingLaptopOut(QFrame):
    """``done`` carries what was taken out, in words; ``left`` says that it was not."""

    done = Signal(str)
    left = Signal()

    def __init__(self, view_model: LaptopsViewModel) -> None:
        super().__init__()
        self.setProperty("kind", "warn")
        self._view_model = view_model
        self._line: LaptopLine | None = None
        self._whole_person = False
        self._name = ""
        self.title = label("", "heading", wrap=True)
        self.go_button = button(tr("Take out"), "primary")
        self.leave_button = button(tr("Cancel"), "quiet")
        self.progress, self.message = ProgressLine(), MessageBar()
        self.setLayout(
            column(
                self.title,
                label(
                    sentences(
                        tr("It gets nothing new from now on: the group gets a new key."),
                        tr("What is on it stays there. Nobody can reach it and delete it."),
                    ),
                    wrap=True,
                ),
                label(
                    sentences(
                        tr("What was done on it until now stays with the group."),
                        tr("It can come back only with a new code."),
                    ),
                    "muted",
                    wrap=True,
                ),
                panel(FlowLayout(self.go_button, self.leave_button)),
                self.progress,
                self.message,
                margins=(16, 14, 16, 14),
                gap=10,
            )
        )
        self.go_button.clicked.connect(self._go)
        self.leave_button.clicked.connect(self.left)

    def begin(self, line: "LaptopLine", *, whole_person: bool = False) -> None:
        """Ask about a laptop, or about all laptops of its person."""
        self._line, self._whole_person = line, whole_person
        owner = short_prose(line.owner) or tr("this person")
        self._name = (
            tr("All laptops of {name}", name=owner) if whole_person else words.laptop_name(line)
        )
        self.title.setText(tr("Take “{name}” out?", name=self._name))
        self.go_button.setAccessibleName(tr("Take out {name}", name=self._name))
        self.leave_button.setAccessibleName(tr("Keep {name}", name=self._name))
        self.message.hide()
        self._work(at_work=False)
        go_to(self.leave_button)

    def _go(self) -> None:
        line, whole_person = self._line, self._whole_person
        if line is None:
            return

        def take_out(laptops: "TwoLaptopsService") -> object:
            if whole_person:
                # This laptop may be theirs too; nobody takes out the one they sit at.
                return laptops.remove(
                    [
                        each.id
                        for each in laptops.laptops()
                        if each.owner_id == line.owner_id
                        and not each.is_removed
                        and not each.is_this
                    ]
                )
            return laptops.remove([line.id])

        self._work(at_work=True)
        self._view_model.act(take_out, self._end, self._tell, lane="network")

    def _end(self, _report: object) -> None:
        self._work(at_work=False)
        self.done.emit(self._name)

    def _tell(self, error: Exception) -> None:
        self._work(at_work=False)
        self.message.tell(words_for(error), "bad")

    def _work(self, *, at_work: bool) -> None:
        for each in (self.go_button, self.leave_button):
            each.setEnabled(not at_work)
        if at_work:
            self.progress.start(tr("Giving the group a new key"), can_cancel=False)
        else:
            self.progress.finish()
