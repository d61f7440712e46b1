"""How long the group keeps what it knows of people: our rules of thumb, or years of its own."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.retention import (
    COMMITTEE_YEARS,
    CONTACT_YEARS,
    LEFT_YEARS,
    RECHECK_YEARS,
)
from vcs_desktop.domain.retention_rules import RetentionRules
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import label
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.fold import Fold

if TYPE_CHECKING:
    from vcs_desktop.services.records import Held

OUR_RULE = ""
_OFFERED = (1, 2, 3, 4, 5, 6, 7, 10, 15)


class YearsFold(Fold):
    """Four choices of years, each kept as it is made. ``changed`` says that one was."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks) -> None:
        super().__init__(tr("How long we keep details"))
        self._services = services
        self._held: Held[RetentionRules] | None = None
        self._reading, self._saving = Question(tasks, self), Question(tasks, self)
        self.fields = {
            "left": _years(tr("After somebody has left"), LEFT_YEARS),
            "committee": _years(tr("After somebody has left the committee"), COMMITTEE_YEARS),
            "contact": _years(tr("After the last change to a contact"), CONTACT_YEARS),
            "recheck": _years(tr("After a DBS check was due again"), RECHECK_YEARS),
        }
        self.content.put(
            label(
                tr("No law says how many years. Choose what your group can explain."),
                "muted",
                wrap=True,
            )
        )
        for field in self.fields.values():
            self.content.put(field)
            field.edited.connect(self._save)
        self._reading.answered.connect(self._show)
        self._reading.failed.connect(self.failed)
        self._saving.answered.connect(self._saved)
        self._saving.failed.connect(self.failed)
        self.opened.connect(self._look)

    def _look(self, is_open: bool) -> None:  # Qt passes it by place
        if is_open:
            self._reading.ask(lambda: self._services.space.inside().retention.held_rules())  # noqa: PLW0108  on the lane

    def _show(self, held: "Held[RetentionRules] | None") -> None:
        self._held = held
        rules = held.thing if held else RetentionRules()
        for name, field in self.fields.items():
            years = getattr(rules, name)
            field.choose(OUR_RULE if years is None else str(years))

    def _save(self) -> None:
        before = self._held
        chosen = {
            name: int(field.chosen_id()) if field.chosen_id() else None
            for name, field in self.fields.items()
        }
        after = replace(before.thing if before else RetentionRules(), **chosen)

        def save() -> "Held[RetentionRules] | None":
            retention = self._services.space.inside().retention
            retention.save_rules(before, after)
            return retention.held_rules()

        self._saving.ask(save)

    def _saved(self, held: "Held[RetentionRules] | None") -> None:
        self._held = held
        self.changed.emit()


def _years(title: str, usual: int) -> ChoiceField:
    ours = tr_count("{count} year, as we suggest", "{count} years, as we suggest", usual)
    offered = [(str(n), tr_count("{count} year", "{count} years", n)) for n in _OFFERED]
    return ChoiceField(title, [(OUR_RULE, ours), *offered])
