"""One application, open over the whole page: its parts, one at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import Marked, marked, tr, tr_marked
from vcs_desktop.domain.kinds import APPLICATION, BUDGET, GRANT
from vcs_desktop.services.applications import OpenApplication
from vcs_desktop.services.records import Held
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.history.two_versions import TwoVersions
from vcs_desktop.ui.pages.applications.part import ApplicationPart
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.sight import bring_into_sight
from vcs_desktop.ui.widgets.basics import column
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.sections import Sections

_HERE = "vcs_desktop.ui.pages.applications"
_MOST_IN_HEADING = 120

PARTS: tuple[tuple[str, Marked, str, str], ...] = (
    ("answers", marked("Answers"), "answers_part", "AnswersPart"),
    ("about", marked("About it"), "about_part", "AboutPart"),
    ("plan", marked("Plan"), "plan_part", "PlanPart"),
    ("budget", marked("Budget"), "budget_part", "BudgetPart"),
    ("papers", marked("Papers and signatures"), "papers_part", "PapersPart"),
    ("ready", marked("Check and keep"), "ready_part", "ReadyPart"),
    ("after", marked("After"), "after_part", "AfterPart"),
)
"""The parts in their order: name, words, module and class. Each is imported when it is opened."""

_SENT_FROM = "ready"
"""What comes after this part is for when it is sent."""


@dataclass(frozen=True, slots=True)
class Head:
    """An application as it is opened, and the records of it that two may change at once.

    Its answers are no part of them: each tells by itself.
    """

    opened: OpenApplication
    grant: Held[Any]

    def unsettled(self) -> dict[str, str]:
        """Return the records in which something has to be settled, by kind."""
        parts = ((APPLICATION, self.opened.application), (BUDGET, self.opened.budget),
                 (GRANT, self.grant))  # fmt: skip
        return {kind: held.record.id for kind, held in parts if held and held.has_choice}


class OpenView(GroupPart):
    """``left`` wants the list again, ``named`` says that its name or funder is known.

    The page says both in its heading. The other signals are those of the parts.
    """

    left = Signal()
    named = Signal()
    acted = Signal()
    undo_offered = Signal(str, object)
    failed = Signal(object)
    record_asked = Signal(str, str)

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.application_id = ""
        self.name = ""
        self.funder = ""
        self.sections = Sections(tr("Parts of the application"))
        self._parts: dict[str, ApplicationPart] = {}
        self._whole = Question(self.tasks, self)
        self.versions = {each: TwoVersions(*asked) for each in (APPLICATION, BUDGET, GRANT)}
        for name, words, module, shape in PARTS:
            self.sections.add(name, tr_marked(words), self._maker(name, module, shape))
        layout = column(*self.versions.values())
        layout.put(self.sections, 1)
        self.setLayout(layout)
        self.sections.changed.connect(self._open_part)
        self._whole.answered.connect(self._show_head)
        self._whole.failed.connect(self.failed)
        self.session.changed.connect(self._look_if_seen)

    def open(self, application_id: str, part: str = "", thing_id: str = "") -> None:
        """Open an application at one of its parts, else where it was, else at its first."""
        if application_id != self.application_id:
            self.application_id, self.name, self.funder = application_id, "", ""
            for each in self.versions.values():
                each.show_versions("")
            self.named.emit()
        self.look()
        wanted = part or self.sections.current_id() or (PARTS[0][0] if PARTS else "")
        if not wanted:
            return
        self.sections.open(wanted)
        # What was pressed is hidden now: without this the focus would be anywhere in the window.
        self.take_focus()
        self._open_part(wanted)
        if thing_id:
            self._parts[wanted].show_thing(thing_id)

    def take_focus(self) -> None:
        """Go to the name of the part in front, while the application is in front."""
        chosen = self.sections.buttons.get(self.sections.current_id())
        if chosen is not None and self.isVisible():
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_sight(chosen)

    def look(self) -> None:
        """Ask for its name and its funder, which may have changed."""
        application_id = self.application_id
        self._whole.ask(lambda: self._read(application_id))

    def _look_if_seen(self) -> None:
        if self.application_id and self.isVisible():
            self.look()

    def shown(self) -> None:
        """Look again at the part in front."""
        if self.application_id:
            self.look()
            self._open_part(self.sections.current_id())

    def put_away(self) -> None:
        """Have every part keep what is half written."""
        for part in self._parts.values():
            part.put_away()

    def front(self) -> ApplicationPart | None:
        """Return the part in front, or None before one was opened."""
        return self._parts.get(self.sections.current_id())

    def _maker(self, name: str, module: str, shape: str) -> Callable[[], QWidget]:
        def make() -> QWidget:
            kind = getattr(import_module(f"{_HERE}.{module}"), shape)
            part: ApplicationPart = kind(self.services, self.tasks, self.session)
            part.acted.connect(self.acted)
            part.acted.connect(self.look)
            part.undo_offered.connect(self.undo_offered)
            part.failed.connect(self.failed)
            part.part_asked.connect(self._go)
            part.record_asked.connect(self.record_asked)
            if following := _after(name):
                part.next_asked.connect(partial(self._go, following[0], ""))
                part.words_after = tr("Next: {part}", part=tr_marked(following[1]))
            self._parts[name] = part
            return part

        return make

    def _open_part(self, name: str) -> None:
        if self.application_id and name in self._parts:
            self._parts[name].open(self.application_id)

    def _go(self, name: str, thing_id: str) -> None:
        self.open(self.application_id, name, thing_id)

    def _read(self, application_id: str) -> Head:
        inside = self.services.space.inside()
        opened = inside.applications.opened(application_id)
        return Head(opened, inside.grants.of(opened.application.thing))

    def _show_head(self, head: Head) -> None:
        application = head.opened.application.thing
        if application.id != self.application_id:
            return
        for kind, record_id in head.unsettled().items():
            self.versions[kind].show_versions(record_id)
        self.name = short_prose(application.name, _MOST_IN_HEADING)
        self.funder = short_prose(application.funder)
        self.named.emit()


def _after(name: str) -> tuple[str, Marked] | None:
    """Return the part that a person goes on to, by its name and words; None after the last."""
    names = [each[0] for each in PARTS]
    if name not in names[: names.index(_SENT_FROM)]:
        return None
    following, words, _module, _shape = PARTS[names.index(name) + 1]
    return following, words
