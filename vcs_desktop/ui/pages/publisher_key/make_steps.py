"""The questions of making keys: who, the words of each key, and what to do with them then."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import AppError, words_for
from vcs_desktop.core.language import tr
from vcs_desktop.domain.publisher_keys import must_be_two_people, what_to_do_now
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.way_back.new_words import NewWords
from vcs_desktop.ui.way_back.secret_field import ToldField
from vcs_desktop.ui.widgets.basics import Button, button, card, column, label, panel
from vcs_desktop.ui.widgets.error_summary import ErrorSummary
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import as_prose, prose

if TYPE_CHECKING:
    from collections.abc import Callable

    from vcs_desktop.services.publishing import KeysMade


class WhoStep(QWidget):
    """Who publishes, and who holds which key."""

    def __init__(self) -> None:
        super().__init__()
        self.title = tr("Who publishes")
        self.problems = ErrorSummary()
        self.name = _Name(tr("Who publishes?"), tr("As people call it, such as a council."))
        self.line = _Needed(
            tr("A short name"),
            tr("Small letters, such as oxfordshire. It stays the same for all time."),
        )
        self.holder = _Name(
            tr("Who gets the publisher's key?"),
            tr("The officer who publishes. Everybody can read this name."),
        )
        self.root_holder = _Name(
            tr("Who keeps the root key?"),
            tr("Somebody else. A role is enough, such as Head of Communities."),
        )
        self.fields = (self.name, self.line, self.holder, self.root_holder)
        self.setLayout(column(self.problems, *self.fields, gap=12))

    def check(self, then: "Callable[[], None]") -> None:
        """Ask for all four, and for two people."""
        if self.problems.show_problems(self.fields):
            return
        try:
            must_be_two_people(self.holder.words(), self.root_holder.words())
        except AppError as error:
            self.root_holder.tell(words_for(error))
        else:
            then()

    def first_focus(self) -> QWidget:
        """Start at the first question."""
        return self.name.box

    def forget(self) -> None:
        """Take every answer away."""
        for each in self.fields:
            each.forget()
        self.problems.hide()


class WordsStep(QWidget):
    """The secret words of one of the keys, chosen and typed once more."""

    def __init__(
        self, title: str, said: str, services: Services, tasks: Tasks, who: WhoStep
    ) -> None:
        super().__init__()
        self.title = title
        self.new_words = NewWords(services, tasks, lambda: [field.words() for field in who.fields])
        self.setLayout(column(label(said, wrap=True), self.new_words, gap=12))

    def words(self) -> str:
        """Return the words that are chosen."""
        return self.new_words.words()

    def check(self, then: "Callable[[], None]") -> None:
        """Ask for strong words, twice."""
        self.new_words.check(then)

    def first_focus(self) -> QWidget:
        """Start at the choice of words."""
        self.new_words.offer()
        return self.new_words.choose.first_focus()

    def forget(self) -> None:
        """Take every word away."""
        self.new_words.forget()


class MadeView(QWidget):
    """Where the keys are, and what to do with them now. ``open_asked`` opens the publisher's."""

    open_asked = Signal()
    paper_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = tr("The keys are made")
        self.where = prose("")
        self.digits = prose("", "title")
        self.steps = [label(each, wrap=True) for each in what_to_do_now()]
        self.paper_button: Button = button(tr("Save this as a page to print"), icon="printer")
        self.open_button: Button = button(tr("Open the key"), "primary")
        self.setLayout(
            column(
                card(self.where, kind="ok"),
                card(label(tr("Do this now"), "heading"), *self.steps),
                card(
                    label(tr("The digits that groups compare"), "heading"),
                    self.digits,
                    label(
                        tr("Print them on your letterhead. They stay the same for all time."),
                        "muted", wrap=True,
                    ),
                ),
                panel(FlowLayout(self.paper_button, self.open_button)),
                gap=12,
            )
        )  # fmt: skip
        self.open_button.clicked.connect(self.open_asked)
        self.paper_button.clicked.connect(self.paper_asked)

    def show_made(self, made: "KeysMade") -> None:
        """Show where the keys are."""
        self.where.setText(
            as_prose(
                tr(
                    "Publisher's key: {file}\nRoot key: {root}\nBoth are in the folder {folder}",
                    file=made.publisher_file.name,
                    root=made.root_file.name,
                    folder=str(made.publisher_file.parent),
                )
            )
        )
        self.digits.setText(made.digits)

    def first_focus(self) -> QWidget:
        """Start at the page to print."""
        return self.paper_button


class _Needed(ToldField):
    """A line that has to be filled in."""

    def problem(self) -> str:
        """Ask for words where there are none."""
        told = super().problem()
        return told or (
            "" if self.words().strip() else tr("Fill this in: {field}", field=self.title)
        )


class _Name(_Needed):
    """A name that goes into a key file."""

    def problem(self) -> str:
        """Ask for words where there are none, and for others where they cannot be used."""
        from vcs_desktop.services.publishing.making import must_be_name

        told = super().problem()
        try:
            must_be_name(self.words())
        except AppError as error:
            return told or words_for(error)
        return told
