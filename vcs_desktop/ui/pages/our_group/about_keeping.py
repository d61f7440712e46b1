"""What the group tells of itself: read, kept as it is typed, and put on the desk half written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from vcs_desktop.domain.kinds import OUR_GROUP
from vcs_desktop.domain.our_group import OurGroup
from vcs_desktop.domain.papers import Paper
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.widgets.autosave import Autosave

if TYPE_CHECKING:
    from datetime import date

    from vcs_desktop.services.our_group import Told

Papers = tuple[Paper, ...]
Change = Callable[[OurGroup], OurGroup]
"""Returns the group with what was typed. It is called off the window's thread."""
PapersChange = Callable[[Papers], Papers]
"""Returns the group's papers with what was typed of them, called as a change is."""

DRAFT = "draft/group_profile/our-group"
"""Under this name lies on the desk what was typed and is not right yet, and where."""

_IDS_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Draft:
    """A form as it was left: at which question, whether open, and what was not right yet.

    ``words`` are bare words, by question and by field.
    """

    step: str = ""
    is_open: bool = False
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was typed in answer to a question."""

    group: Change
    papers: PapersChange


@dataclass(frozen=True, slots=True)
class Opened:
    """The group and its papers as they were read, and what its questions need to be asked.

    ``areas`` and ``grants`` are (id, words) to choose from. ``ids`` are new ones, for what
    there can be several of. ``is_new`` says that nothing was
    told yet.
    """

    ours: OurGroup
    papers: Papers
    today: "date"
    group_name: str
    areas: tuple[tuple[str, str], ...]
    grants: tuple[tuple[str, str], ...]
    ids: list[str]
    is_new: bool
    draft: Draft


class Keeping(QObject):
    """One form's way to the record; each change stands on top of what was seen before.

    ``looked`` carries what was read (an Opened), ``kept`` says that something was kept.
    ``take`` is asked of the form, on the window's thread: what to keep, or None.
    """

    looked = Signal(object)
    kept = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self.take: Callable[[], Answer | None] = _nothing
        self.autosave = Autosave(tasks, self._work, self)
        self._line = _Line(services)
        self._answers = Latest(tasks, self)
        self.autosave.saved.connect(lambda _: self.kept.emit())

    def look(self) -> None:
        """Read the group again, after all that waits to be kept."""
        self._answers.ask(self._line.look, then=self.looked.emit, otherwise=self.failed.emit)

    def put_draft(self, draft: Draft) -> None:
        """Put a form that was left on the desk, or clear it away where nothing is left of it."""
        self._answers.ask_too(
            partial(self._line.put_draft, draft), then=_leave_be, otherwise=self.failed.emit
        )

    def _work(self) -> Callable[[], object]:
        return partial(self._line.keep, self.take())


class _Line:
    """The group as it was last seen. Lives on the data lane, which keeps its order."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._told: Told | None = None
        self._unkept: list[Answer] = []

    def look(self) -> Opened:
        inside = self._services.space.inside()
        self._told = told = inside.our_group.told()
        return Opened(
            ours=_ours(told),
            papers=_papers(told),
            today=inside.our_group.today(),
            group_name=inside.group.name,
            areas=tuple(self._services.funding.areas()),
            grants=tuple(self._services.funding.grants_to_hold()),
            ids=[inside.our_group.new_id() for _ in range(_IDS_AT_ONCE)],
            is_new=told.ours is None,
            draft=_draft_of(inside.desk.read(DRAFT)),
        )

    def keep(self, answer: Answer | None) -> None:
        """Keep an answer, and with it those that could not be kept before."""
        if answer is not None:
            self._unkept.append(answer)
        our_group = self._services.space.inside().our_group
        told = self._told or our_group.told()
        ours, papers = _ours(told), _papers(told)
        for each in self._unkept:
            ours, papers = each.group(ours), each.papers(papers)
        self._told = our_group.tell(told, ours, papers)
        self._unkept.clear()

    def put_draft(self, draft: Draft) -> None:
        desk = self._services.space.inside().desk
        if draft.is_open or draft.words:
            words = {step: dict(said) for step, said in draft.words.items()}
            content = {"step": draft.step, "is_open": draft.is_open, "words": words}
            desk.put(DRAFT, content, about=OUR_GROUP)
        else:
            desk.clear(DRAFT)


def _ours(told: "Told") -> OurGroup:
    return told.ours.thing if told.ours else OurGroup(id=OUR_GROUP)


def _papers(told: "Told") -> Papers:
    return tuple(each.thing for each in told.papers)


def _draft_of(content: Any) -> Draft:
    """Return what lies on the desk; what is of no use is nothing."""
    if not isinstance(content, dict):
        return Draft()
    words = {
        str(step): {str(name): str(text) for name, text in said.items()}
        for step, said in (content.get("words") or {}).items()
        if isinstance(said, dict)
    }
    return Draft(str(content.get("step", "")), content.get("is_open") is True, words)


def _nothing() -> None:
    return None


def _leave_be(_outcome: object) -> None:
    """Do nothing: nobody waits for it."""
