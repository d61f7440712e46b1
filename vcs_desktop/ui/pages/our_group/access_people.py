"""The people who can open the group: let in, taken out, and what they are."""

from contextlib import suppress
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from vcs_desktop.core.errors import AppError, words_for
from vcs_desktop.core.language import sentences, tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.pages.our_group.access_view_model import Access, AccessViewModel
from vcs_desktop.ui.pages.our_group.access_words import ChangeWords
from vcs_desktop.ui.pages.our_group.taking_out_card import TakingOutCard
from vcs_desktop.ui.way_back.let_in import LetIn
from vcs_desktop.ui.way_back.roles import role_choices, role_words, roles_are_no_lock
from vcs_desktop.ui.way_back.seen import go_to
from vcs_desktop.ui.widgets.basics import (
    Button,
    button,
    card,
    column,
    label,
    panel,
    row,
    set_kind,
)
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.prose import short_prose


class AccessPeople(QWidget):
    """``changed`` says that it should be looked at again, ``code_wanted`` that a code is."""

    changed = Signal()
    code_wanted = Signal()

    def __init__(self, services: Services, tasks: Tasks, view_model: AccessViewModel) -> None:
        super().__init__()
        self._view_model = view_model
        self._access: Access | None = None
        self.take_out_buttons: dict[str, Button] = {}
        self.by_code = _banner(tr("You came in with the printed code. Choose new secret words."))
        self._rows = column(gap=8)
        self.words_button = button(tr("Choose new words"), icon="key-round")
        self.add_button = button(tr("Let somebody in"), icon="user-plus")
        self.role = ChoiceField(
            tr("What are you in the group?"), role_choices(), roles_are_no_lock()
        )
        self.words_form = ChangeWords(services, tasks, view_model)
        self.let_in = LetIn(services, tasks, self._known, view_model.add)
        self.let_in_card = card(
            label(tr("Let somebody in"), "heading", wrap=True), self.let_in, gap=10
        )
        self.taking_out = TakingOut(view_model)
        self.message = MessageBar()
        self._buttons = panel(FlowLayout(self.words_button, self.add_button))
        self.setLayout(
            column(
                self.by_code,
                card(
                    label(tr("Who can open this group"), "heading", wrap=True),
                    panel(self._rows),
                    self._buttons,
                    self.role,
                    gap=12,
                ),
                self.words_form,
                self.let_in_card,
                self.taking_out,
                self.message,
                gap=12,
            )
        )
        for each in (self.by_code, self.words_form, self.let_in_card, self.taking_out):
            each.hide()
        self._connect()

    def show_access(self, access: Access) -> None:
        """Show who can open the group."""
        self._access = access
        self._rows.clear()
        self.take_out_buttons = {}
        for number, each in enumerate(access.openers, 1):
            name = short_prose(each.label) or tr("Person {number}, without a name", number=number)
            self._rows.put(self._row(each.id, name, access))
        self.by_code.setVisible(access.wants_new_words)
        set_kind(self.words_button, "primary" if access.wants_new_words else "")
        self.role.setVisible(not access.came_by_code)
        self.role.choose(access.roles.get(access.me, ""))

    def begin_words(self) -> None:
        """Ask for new secret words."""
        if self._access is not None:
            self._open(self.words_form)
            self.words_form.begin(self._access)

    def forget(self) -> None:
        """Take every secret away."""
        self.words_form.forget()
        self.let_in.forget()
        self._open(None)

    def _connect(self) -> None:
        self.words_button.clicked.connect(self.begin_words)
        self.add_button.clicked.connect(self._begin_letting_in)
        self.role.edited.connect(self._keep_role)
        self.words_form.changed.connect(partial(self._end, tr("Your new words hold from now on.")))
        self.let_in.finished.connect(self._tell_let_in)
        self.taking_out.done.connect(self._tell_taken_out)
        for each in (self.words_form, self.let_in, self.taking_out):
            each.left.connect(self._close)

    def _row(self, opener_id: str, name: str, access: Access) -> QWidget:
        is_me = opener_id == access.me
        said = tr("{name} (you)", name=name) if is_me else name
        line = row(gap=12)
        role = access.roles.get(opener_id, "")
        line.put(
            panel(
                column(
                    None,
                    label(said, "strong", wrap=True),
                    label(role_words(role), "muted", wrap=True) if role else None,
                    None,
                    gap=0,
                )
            ),
            1,
        )
        if not is_me and len(access.openers) > 1:
            take_out = button(tr("Take out"), "quiet", name=tr("Take out {name}", name=name))
            take_out.clicked.connect(lambda: self._begin_taking_out(opener_id, name))
            self.take_out_buttons[opener_id] = take_out
            line.put(take_out)
        return panel(line)

    def _begin_letting_in(self) -> None:
        self._open(self.let_in_card)
        self.let_in.begin()
        self.let_in.name_field.take_focus()

    def _begin_taking_out(self, opener_id: str, name: str) -> None:
        self._open(self.taking_out)
        has_code = self._access is not None and self._access.has_code
        self.taking_out.begin(opener_id, name, has_code=has_code)

    def _keep_role(self) -> None:
        role = self.role.chosen_id()

        def keep() -> None:
            self._view_model.inside().openers.set_role(role)

        self._view_model.act(keep, lambda _: self.changed.emit(), self._tell)

    def _tell_let_in(self, name: str) -> None:
        who = short_prose(name) or tr("A second person")
        self._end(tr("{name} can open the group now.", name=who))

    def _tell_taken_out(self, name: str) -> None:
        had_code = self._access is not None and self._access.has_code
        self._end(tr("{name} cannot open the group any more.", name=name))
        if not had_code:
            return
        self.message.tell(
            tr("{name} is out, and the printed code ended. Make a new one.", name=name),
            "warn",
            tr("Make a new code"),
            self.code_wanted.emit,
        )

    def _end(self, words: str) -> None:
        self._close()
        self.message.tell(words)
        self.changed.emit()

    def _close(self) -> None:
        self._open(None)
        go_to(self.words_button)

    def _open(self, form: QWidget | None) -> None:
        """Open one form, and close the others: one thing at a time."""
        self.message.hide()
        for each in (self.words_form, self.let_in_card, self.taking_out):
            each.setVisible(each is form)
        self._buttons.setEnabled(form is None)

    def _known(self) -> tuple[str, ...]:
        return (self._access.name,) if self._access is not None else ()

    def _tell(self, error: Exception) -> None:
        self.message.tell(words_for(error), "bad")
        self.changed.emit()


class TakingOut(TakingOutCard):
    """Takes a person out. ``done`` carries their name."""

    def __init__(self, view_model: AccessViewModel) -> None:
        self.means = label("", wrap=True)
        super().__init__(
            self.means,
            label(
                tr(
                    "Copies that were made before still open with the old words. "
                    "Nobody can call them back."
                ),
                wrap=True,
            ),
        )
        self._view_model = view_model
        self._id = ""
        self.go_button.clicked.connect(self._go)

    def begin(self, opener_id: str, name: str, *, has_code: bool) -> None:
        """Say it of one person; ``has_code`` says that there is a printed code, which ends too."""
        self._id = opener_id
        code = tr("The printed code ends too, for they may have copied it.") if has_code else ""
        self.means.setText(
            sentences(
                tr("The group gets a new key, and their words open it no more."),
                code,
                tr("The others keep their words."),
            )
        )
        self._ask(tr("Take {name} out?", name=name), name)

    def _go(self) -> None:
        opener_id = self._id

        def take_out() -> None:
            inside = self._view_model.inside()
            inside.group.remove_opener(opener_id)
            # Older copies here opened with the old key, and went with it. Where a new one
            # cannot be made now, the person is out all the same.
            with suppress(AppError):
                inside.backups.back_up_if_changed()

        self._begin()
        self._view_model.act(take_out, self._end, self._tell)


def _banner(words: str) -> QFrame:
    return card(label(words, wrap=True), kind="warn")
