"""Two versions of a record's field, of which a person says which is right; later is fine."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import sentences, tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.history.deed_words import moment_in_words, who_or_somebody
from vcs_desktop.ui.history.lines import title_of_field, value_in_words
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import Box, button, card, column, label, panel, row
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.prose import short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.history import Told, Unsettled
    from vcs_desktop.services.in_group import InGroup

Act = Callable[["InGroup"], None]

_TWO = 2
_MOST_IN_A_VERSION = 1_000


class TwoVersions(QWidget):
    """What has to be settled in a record, and nothing at all where nothing has.

    ``found`` says whether there is anything, each time that it has looked. ``settled``
    says that a person chose. Nobody has to: until then the newer version is shown.
    """

    found = Signal(bool)
    settled = Signal()

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__()
        self._services = services
        self._acts = Latest(tasks, self)
        self._session = session
        self._record_id = ""
        self.message = MessageBar()
        self.content: Box = column(gap=8)
        self.setLayout(column(self.message, panel(self.content), gap=8))
        self._question = Question(tasks, self)
        self._question.answered.connect(self._show_unsettled)
        self._question.failed.connect(self._show_nothing)
        session.changed.connect(self.look_again)
        self.hide()

    def show_versions(self, record_id: str) -> None:
        """Show what has to be settled in a record; an empty id is nothing."""
        if record_id != self._record_id:
            self.message.hide()
            self._clear()
        self._record_id = record_id
        self.look_again()

    def go_on_from(self, before: "TwoVersions") -> None:
        """Say what was said here before: what stands round it is made anew when one is chosen."""
        if not before.message.isHidden():
            self.message.tell(before.message.words.text(), str(before.message.property("kind")))

    def look_again(self) -> None:
        """Look whether there still is something to settle."""
        if record_id := self._record_id:
            self._question.ask(lambda: self._services.space.inside().history.unsettled(record_id))
        else:
            self._question.forget()
            self._show_nothing(None)

    def _show_unsettled(self, unsettled: "Unsettled") -> None:
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._clear()
        if unsettled.deleted is not None:
            self._put(self._returned(unsettled, unsettled.deleted))
        for name, versions in unsettled.fields.items():
            self._put(self._field(unsettled, name, versions))
        is_any = bool(self.content.count())
        self.setVisible(is_any or not self.message.isHidden())
        if had_focus and not is_any:
            self.message.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.found.emit(is_any)

    def _show_nothing(self, _error: object) -> None:
        self._clear()
        self.setVisible(not self.message.isHidden())
        self.found.emit(False)

    def _put(self, made: QFrame) -> None:
        self.content.put(made)
        made.show()  # at once, so that it can be read as soon as it is said to be there

    def _clear(self) -> None:
        self.content.clear()

    def _field(self, unsettled: "Unsettled", name: str, versions: "tuple[Told, ...]") -> QFrame:
        kind = unsettled.record.kind
        field = title_of_field(kind, name, [each.value for each in versions], unsettled.names)
        if len(versions) == _TWO:
            said = tr("There are two versions of “{field}”. Which one is right?", field=field)
        else:
            said = tr("There are several versions of “{field}”. Which one is right?", field=field)
        parts: list[QWidget] = [label(short_prose(said), "strong", wrap=True)]
        parts += [self._version(unsettled, name, field, each) for each in versions]
        parts.append(label(tr("You can also choose later. Nothing is lost."), "muted", wrap=True))
        return card(*parts, kind="info", gap=8)

    def _version(self, unsettled: "Unsettled", name: str, field: str, told: "Told") -> QWidget:
        value = value_in_words(unsettled.record.kind, name, told.value, unsettled.names)
        said = short_prose(value, _MOST_IN_A_VERSION) or tr("Taken away: nothing stands there")
        by = tr(
            "{who}, {when}",
            who=who_or_somebody(told.who),
            when=moment_in_words(told.at, unsettled.today),
        )
        choose = button(
            tr("This one is right"), icon="check", name=tr("{value} is right", value=said)
        )
        choose.clicked.connect(partial(self._choose, name, field, told))
        words = column(label(said, wrap=True), label(short_prose(by), "muted", wrap=True), gap=4)
        words.put(row(choose, None))
        return card(words, margins=(12, 8, 12, 10), gap=6)

    def _returned(self, unsettled: "Unsettled", deleted: "Told") -> QFrame:
        name = short_prose(unsettled.title) or tr("This")
        keep = button(tr("Keep it"), icon="check", name=tr("Keep {name}", name=name))
        bin_ = button(
            tr("Put it in the bin"), icon="trash-2", name=tr("Put {name} in the bin", name=name)
        )
        keep.clicked.connect(self._keep)
        bin_.clicked.connect(self._put_in_bin)
        by = tr(
            "{who} put it in the bin, {when}.",
            who=who_or_somebody(deleted.who),
            when=moment_in_words(deleted.at, unsettled.today),
        )
        return card(
            label(
                tr("It was deleted in one place and changed in another, so it stayed."),
                "strong",
                wrap=True,
            ),
            label(short_prose(by), "muted", wrap=True),
            panel(FlowLayout(keep, bin_)),
            kind="info",
            gap=8,
        )

    def _choose(self, name: str, field: str, told: "Told", _checked: bool = False) -> None:  # by Qt
        record_id, operation = self._record_id, told.operation
        self._settle(
            lambda inside: inside.records.choose(record_id, name, operation),
            tr("You chose a version of “{field}”.", field=field),
        )

    def _keep(self) -> None:
        record_id = self._record_id
        self._settle(lambda inside: inside.bin.keep(record_id), tr("It stays."))

    def _put_in_bin(self) -> None:
        record_id = self._record_id
        self._settle(lambda inside: inside.records.put_in_bin(record_id), tr("It is in the bin."))

    def _settle(self, act: Act, words: str) -> None:
        def then(_: None) -> None:
            self.message.tell(sentences(words, tr("You can undo this.")))
            self.settled.emit()
            self._session.tell_changed()

        def otherwise(error: Exception) -> None:
            self.message.tell(words_for(error), "bad")
            self.look_again()

        self._acts.ask_too(
            lambda: act(self._services.space.inside()), then=then, otherwise=otherwise
        )
