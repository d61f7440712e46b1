"""Who can open the group, asked of the services, and everything that changes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.question import Question

if TYPE_CHECKING:
    from vcs_desktop.services.groups import Opener
    from vcs_desktop.services.groups.rehearsal import Rehearsal
    from vcs_desktop.services.in_group import InGroup

Outcome = TypeVar("Outcome")


@dataclass(frozen=True, slots=True)
class Access:
    """What the page shows. ``me`` is the id of who opened the group; ``roles`` are by ids.

    ``came_by_code`` says that it was opened with the printed code, by nobody in particular.
    """

    name: str
    hides_name: bool
    openers: "tuple[Opener, ...]"
    me: str
    roles: Mapping[str, str]
    has_code: bool
    is_practice: bool
    is_remembered: bool
    has_new_words: bool

    @property
    def came_by_code(self) -> bool:
        """Whether nobody's words opened it."""
        return self.me not in {each.id for each in self.openers}

    @property
    def wants_new_words(self) -> bool:
        """Whether the printed code opened it, and nobody has chosen new words since."""
        return self.came_by_code and not self.has_new_words


class AccessViewModel(QObject):
    """``looked`` carries an ``Access``; what is done goes by the services of the open group."""

    looked = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._access = Question(tasks, self)
        self._access.answered.connect(self.looked)
        self._access.failed.connect(self.failed)

    def look(self) -> None:
        """Look again."""
        self._access.ask(self._look)

    def act(
        self,
        work: Callable[[], Outcome],
        then: Callable[[Outcome], None],
        otherwise: Callable[[Exception], None],
    ) -> None:
        """Do something that takes a while."""
        self._tasks.run(work, then=then, otherwise=otherwise, lane="work")

    def inside(self) -> "InGroup":
        """Return the services of the open group; call it on a lane.

        Raises:
            Locked: the group was locked meanwhile.
        """
        return self._services.space.inside()

    def add(self, name: str, words: str) -> None:
        """Let another person in; call it on a lane."""
        self.inside().group.add_opener(name, words)

    def set_code(self, rehearsal: "Rehearsal", typed: tuple[str, ...]) -> None:
        """Have a new code count; call it on a lane."""
        rehearsal.finish(self.inside().group, typed)

    def change_words(self, present: str, words: str) -> None:
        """Give who opened the group other words; call it on a lane."""
        from vcs_desktop.services.groups.own_words import change_own_words

        change_own_words(self._services.groups, self.inside().group, present, words)

    def _look(self) -> Access:
        inside = self.inside()
        group = inside.group
        return Access(
            name=group.name,
            hides_name=group.hides_name,
            openers=group.openers,
            me=group.opener_id,
            roles={each.id: inside.openers.role_of(each.id) for each in group.openers},
            has_code=group.has_code,
            is_practice=group.is_practice,
            is_remembered=self._services.groups.remembered.is_remembered(group.id),
            has_new_words=group.has_new_words,
        )
