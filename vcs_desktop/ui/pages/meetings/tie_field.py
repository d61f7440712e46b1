"""What a decision is about: a grant that was kept, one of the group's papers, or a person."""

from functools import partial

from PySide6.QtCore import QSignalBlocker

from vcs_desktop.core.language import tr
from vcs_desktop.domain.kinds import DOCUMENT, PERSON
from vcs_desktop.domain.library import Kind
from vcs_desktop.ui.pages.meetings.opened import Opened
from vcs_desktop.ui.widgets.basics import column, panel
from vcs_desktop.ui.widgets.choice_field import ChoiceField, Offer
from vcs_desktop.ui.widgets.form_field import FormField
from vcs_desktop.ui.widgets.prose import short_prose

_GRANT = Kind.FUNDING_CALL.value
_LONGEST = 80


class TieField(FormField):
    """First of which sort it is, then which one. What is tied already is always offered.

    Of a person no name is kept: it is found by the id. Of the others the name of the day
    is, so that the minutes still say it when a grant is gone.
    """

    def __init__(self, opened: Opened) -> None:
        super().__init__(tr("What is it about?"), optional=True)
        self._names = {
            _GRANT: dict(opened.grants),
            DOCUMENT: dict(opened.around.papers),
            PERSON: dict(opened.around.names),
        }
        self._kept: tuple[str, str, str] = ("", "", "")
        self.kind_field = ChoiceField(
            tr("Tie it to something"),
            (
                ("", tr("Nothing in particular")),
                (_GRANT, tr("A grant that you kept")),
                (DOCUMENT, tr("One of your papers")),
                (PERSON, tr("A person")),
            ),
        )
        self.which_field = ChoiceField(tr("Which one?"), ())
        self.hold(
            panel(column(self.kind_field, self.which_field, gap=8)),
            stops=(self.kind_field.box, self.which_field.box),
            named=True,
        )
        self.label.hide()
        self.kind_field.edited.connect(partial(self._offer, True))
        self.which_field.edited.connect(self.on_edited)
        self._offer(False)

    def set_tie(self, kind: str, record_id: str, name: str) -> None:
        """Show what is kept."""
        self._kept = (kind, record_id, name)
        if record_id:
            self._names.setdefault(kind, {}).setdefault(record_id, name)
        self.kind_field.choose(kind if record_id else "")
        self._offer(False)
        self.which_field.choose(record_id)

    def tie(self) -> tuple[str, str, str]:
        """Return the kind, the id and the name of what it is about; all empty for nothing."""
        kind, record_id = self.kind_field.chosen_id(), self.which_field.chosen_id()
        if not kind or not record_id:
            return "", "", ""
        if (kind, record_id) == self._kept[:2]:
            return self._kept
        return kind, record_id, "" if kind == PERSON else self._names[kind][record_id]

    def _offer(self, is_edit: bool) -> None:
        """Offer those of the chosen sort."""
        kind = self.kind_field.chosen_id()
        box = self.which_field.box
        with QSignalBlocker(box):
            box.clear()
            for record_id, words in self._choices(kind):
                box.addItem(words, record_id)
        self.which_field.setVisible(bool(kind))
        if is_edit:
            self.on_edited()

    def _choices(self, kind: str) -> list[Offer]:
        names = self._names.get(kind, {})
        if not names:
            return [("", tr("There is none yet"))]
        return [
            ("", tr("Choose")),
            *((id_, short_prose(name, _LONGEST)) for id_, name in names.items()),
        ]
