"""A draft: its form, which keeps itself, and the way to the preview."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import sentences, tr, tr_marked
from vcs_desktop.domain.sharing.words import WHY, sort_in_words
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.history.dialog import HistoryButton
from vcs_desktop.ui.history.two_versions import TwoVersions
from vcs_desktop.ui.kept_form import KeptForm
from vcs_desktop.ui.sharing.fields import field_to_mend, fields_for
from vcs_desktop.ui.sharing.opened import Opened
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.prose import prose, short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup
    from vcs_desktop.services.records import Held
    from vcs_desktop.services.sharing.service import ToAgree


class DraftCard(GroupPart):
    """``preview_asked`` wants to see what would go out; ``kept`` says that something was kept."""

    preview_asked = Signal()
    remove_asked = Signal()
    kept = Signal()

    def __init__(self, opened: Opened, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.opened = opened
        shared = opened.shared
        self.record_id = shared.id
        self.message = MessageBar()
        self.form = KeptForm(self.services, self.tasks, opened.held, _save, fields_for(opened))
        self.preview_button = button(tr("See what would be sent"), "primary", icon="eye")
        self.remove_button = button(
            tr("Put in the bin"),
            "quiet",
            icon="trash-2",
            name=tr("Put {name} in the bin", name=short_prose(shared.name)),
        )
        history = HistoryButton(self.services, self.tasks, self.session)
        history.set_record(shared.id, shared.name)
        self.versions = TwoVersions(self.services, self.tasks, self.session)
        self.versions.show_versions(shared.id)
        self.form.lay_out(
            (*(each.field for each in self.form.bound.values()), self.form.saved_line)
        )
        self.setLayout(
            column(
                self.message,
                self.versions,
                label(sort_in_words(shared.sort), "title", wrap=True),
                *self._about(),
                card(self.form, gap=12),
                panel(FlowLayout(self.preview_button, history, self.remove_button)),
                gap=12,
            )
        )
        self.form.kept.connect(self.kept)
        self.preview_button.clicked.connect(self._ask_preview)
        self.remove_button.clicked.connect(self.remove_asked)

    def put_away(self) -> None:
        """Keep what is half written; it only queues that."""
        self.form.put_away()

    def take_focus(self) -> None:
        """Begin in the first field."""
        next(iter(self.form.bound.values())).field.take_focus()

    def show_missing(self, found: "ToAgree") -> None:
        """Say what is missing, above each field that can mend it, and go to the first."""
        first = ""
        for each in found.missing:
            name = field_to_mend(self.form.bound, each.field)
            if name:
                self.form.bound[name].field.set_error(each.words)
                first = first or name
        said = (each.words for each in found.missing)
        self.message.tell(sentences(tr("Something is still missing."), *said), "warn")
        if first:
            self.form.bound[first].field.take_focus()

    def _about(self) -> list[QWidget]:
        shared = self.opened.shared
        said: list[QWidget] = []
        if shared.sort:
            said.append(label(tr_marked(WHY[shared.sort]), "muted", wrap=True))
        if shared.about_title:
            about = ", ".join(filter(None, (shared.about_title, shared.about_whom)))
            said.append(prose(tr("About: {about}", about=about), "strong"))
        if not any(each for each in (shared.topic, shared.text, shared.about_title)):
            words = tr("What you type is kept as you go. Nothing leaves before you agree.")
            said.append(label(words, "muted", wrap=True))
        return said

    def _ask_preview(self) -> None:
        """Look at the fields first: what is wrong in them cannot be sent."""
        wrong = [each.field for each in self.form.bound.values() if each.field.show_problem()]
        if wrong:
            wrong[0].take_focus()
            return
        self.message.hide()
        self.put_away()
        self.preview_asked.emit()


def _save(inside: "InGroup", held: "Held[Any]", after: Any) -> "Held[Any]":
    return inside.sharing.save(held, after)
