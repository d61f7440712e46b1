"""The ways that somebody in a role goes most, first on Home while a group is open."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Signal

from vcs_desktop.core.language import Marked, marked, tr_marked
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import Button, button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

Way = tuple[Marked, str, str, str]
"""Words, an icon, the id of a page, and of what to show there."""

_PEOPLE: Way = marked("People"), "users", "people", ""
_ABOUT: Way = marked("About our group"), "clipboard-list", "our-group", "about"
_FUNDING: Way = marked("Grants and contracts"), "hand-coins", "funding", ""
_COPIES: Way = marked("Copies of our records"), "hard-drive", "our-group", "copies"
_CAME: Way = marked("Who came"), "clipboard-check", "who-came", ""
_DATES: Way = marked("Dates"), "calendar-days", "dates", ""
_PAPERS: Way = marked("Documents"), "files", "documents", ""
_VOLUNTEERS: Way = marked("Volunteers"), "heart-handshake", "volunteers", ""
_MEETINGS: Way = marked("Meetings"), "messages-square", "meetings", ""
_GUIDES: Way = marked("Guides to read"), "graduation-cap", "learning", ""
_FACTS: Way = marked("Local facts"), "chart-column", "facts", ""
_COUNCIL: Way = marked("What the councils promised"), "landmark", "council", ""

_OF_NOBODY: tuple[Marked, tuple[Way, ...]] = (
    marked("Quick ways"),
    (_CAME, _PEOPLE, _DATES, _PAPERS),
)
_OF_ROLES: Mapping[str, tuple[Marked, tuple[Way, ...]]] = MappingProxyType(
    {
        "chair": (marked("Quick ways for the chair"), (_MEETINGS, _DATES, _ABOUT, _COUNCIL)),
        "treasurer": (marked("Quick ways for the treasurer"), (_FUNDING, _DATES, _ABOUT, _COPIES)),
        "secretary": (marked("Quick ways for the secretary"), (_CAME, _MEETINGS, _PAPERS, _PEOPLE)),
        "volunteer": (marked("Quick ways for a volunteer"), (_CAME, _VOLUNTEERS, _PEOPLE, _GUIDES)),
        "trainer": (marked("Quick ways for the trainer"), (_GUIDES, _CAME, _PEOPLE, _FACTS)),
    }
)
"""By the values of ``services.openers.GroupRole``. A courtesy: every way is open to everybody."""


class RoleCard(GroupPart):
    """A line of buttons. ``place_asked`` says the id of a page, and of what to show there."""

    place_asked = Signal(str, str)

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__(services, tasks, session)
        self._role = Question(tasks, self)
        self._shown: str | None = None
        self.title = label("", "heading", wrap=True)
        self.buttons: list[Button] = []
        self._ways = column(gap=0)
        self.setLayout(column(card(self.title, panel(self._ways), gap=10)))
        self.hide()
        self._role.answered.connect(self._show)

    def shown(self) -> None:
        """Look what the person is by now."""
        self._role.ask(lambda: self.services.space.inside().openers.my_role())  # noqa: PLW0108  on the lane

    def _show(self, role: str) -> None:
        if role != self._shown:
            self._shown = role
            title, ways = _OF_ROLES.get(role, _OF_NOBODY)
            self.title.setText(tr_marked(title))
            self.buttons = [self._button(*way) for way in ways]
            self._ways.clear()
            self._ways.put(panel(FlowLayout(*self.buttons)))
        self.show()

    def _button(self, words: Marked, icon: str, place_id: str, thing_id: str) -> Button:
        made = button(tr_marked(words), icon=icon)
        made.clicked.connect(partial(self.place_asked.emit, place_id, thing_id))
        return made
