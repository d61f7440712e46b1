"""The form of the group's own steps, and who leads. What is typed is kept as it is typed."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.day_words import Toward
from vcs_desktop.domain.safeguarding import Safeguarding
from vcs_desktop.services.offer import Services
from vcs_desktop.services.records import Held
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.widgets.autosave import Autosave, SavedLine, Work
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.form_field import FormField, TextField
from vcs_desktop.ui.widgets.long_text_field import LongTextField


class WorriedForm(QWidget):
    """One column of fields. ``done_asked`` closes it; ``kept`` says that something was kept."""

    done_asked = Signal()
    kept = Signal()

    def __init__(self, services: Services, tasks: Tasks) -> None:
        super().__init__()
        self._services = services
        self._held: Held[Safeguarding] | None = None
        self._edited: set[str] = set()
        self.autosave = Autosave(tasks, self._take, self)
        self.saved_line = SavedLine(self.autosave)
        self.done_button = button(tr("Done"), "primary", icon="check")
        self.agreed_on = DateField(
            tr("Agreed by the committee on"), date.min, optional=True, toward=Toward.PAST
        )
        self.fields: dict[str, FormField] = _fields() | {"agreed_on": self.agreed_on}
        self.setLayout(
            column(
                card(
                    label(tr("Our own steps"), "heading", wrap=True),
                    label(
                        tr("Write what your safeguarding policy says. Write nothing of any worry."),
                        "muted",
                        wrap=True,
                    ),
                    *self.fields.values(),
                    panel(FlowLayout(self.done_button, self.saved_line)),
                    gap=14,
                )
            )
        )
        for name, field in self.fields.items():
            field.edited.connect(lambda name=name: self._edit(name))
            field.left.connect(self.autosave.now)
        self.autosave.saved.connect(self._take_kept)
        self.done_button.clicked.connect(self._finish)

    def show_held(self, held: Held[Safeguarding], today: date) -> None:
        """Show what is kept; what is not kept yet stays as it was typed."""
        self.agreed_on.set_today(today)
        if not self.autosave.is_settled:
            return
        self._held = held
        for name, field in self.fields.items():
            if name not in self._edited:
                _put(field, getattr(held.thing, name))

    def put_away(self) -> None:
        """Keep what is typed; it only queues that."""
        self.autosave.now()

    def take_focus(self) -> None:
        """Go to the first field."""
        next(iter(self.fields.values())).take_focus()

    def _edit(self, name: str) -> None:
        self._edited.add(name)
        self.autosave.change()

    def _take(self) -> Work | None:
        right = {name for name in self._edited if not self.fields[name].problem()}
        if not right:
            return None
        self._edited -= right
        said = {name: _said(self.fields[name]) for name in right}

        def work() -> Held[Safeguarding]:
            service = self._services.space.inside().safeguarding
            before = self._held or service.held()
            self._held = service.save(before, replace(before.thing, **said))
            return self._held

        return work

    def _take_kept(self, _held: object) -> None:
        self.kept.emit()

    def _finish(self) -> None:
        wrong = [field for field in self.fields.values() if field.show_problem()]
        if wrong:
            wrong[0].take_focus()
            return
        self.autosave.now()
        self.done_asked.emit()


def _fields() -> dict[str, FormField]:
    return {
        "lead_name": TextField(tr("Who leads on safeguarding?")),
        "lead_phone": TextField(tr("Their phone")),
        "lead_email": TextField(tr("Their email"), optional=True),
        "deputy_name": TextField(tr("Who stands in for them?"), optional=True),
        "deputy_phone": TextField(tr("Phone of who stands in"), optional=True),
        "steps": LongTextField(
            tr("What do you do, step by step?"),
            tr(
                "Each step on its own line. Put in the numbers of your council's teams for "
                "children and for adults: its website has them."
            ),
            optional=True,
        ),
    }


def _put(field: FormField, value: Any) -> None:
    if isinstance(field, DateField):
        field.set_day(value)
    elif isinstance(field, TextField | LongTextField):
        field.set_words(value)


def _said(field: FormField) -> Any:
    if isinstance(field, DateField):
        return field.day()
    return field.words() if isinstance(field, TextField | LongTextField) else None
