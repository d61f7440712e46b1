"""Our group: what it is, who can open it, its laptops, its copies, its bin."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.widgets.sections import Sections

if TYPE_CHECKING:
    from vcs_desktop.ui.pages.our_group.about_part import AboutPart
    from vcs_desktop.ui.pages.our_group.laptops_part import LaptopsPart

ABOUT, ACCESS, LAPTOPS, COPIES, BIN = "about", "access", "laptops", "copies", "bin"


class OurGroupPage(Page):
    """Five parts, of which one is in front. It is deleted when the group is locked.

    A part is imported when it is first opened, so that the page comes at once.
    """

    def __init__(
        self, services: Services, tasks: Tasks, session: GroupSession, settings: SettingsFile
    ) -> None:
        super().__init__(tr("Our group"), session.name)
        self._asked = (services, tasks, session)
        self._settings = settings
        self._parts: dict[str, GroupPart] = {}
        self.sections = Sections(tr("Parts of this page"))
        for part_id, title, make in (
            (ABOUT, tr("About us"), self._make_about),
            (ACCESS, tr("Who can open it"), self._make_access),
            (LAPTOPS, tr("Laptops"), self._make_laptops),
            (COPIES, tr("Copies"), self._make_copies),
            (BIN, tr("Bin and what was done"), self._make_bin),
        ):
            self.sections.add(part_id, title, make)
        self.body.put(self.sections, 1)
        self.sections.changed.connect(self._look)

    def shown(self) -> None:
        """Look again at the part in front; the first time it is what the group says of itself."""
        if self.sections.current_id():
            self._look(self.sections.current_id())
        else:
            self.sections.open(ABOUT)
        self.ready.emit()

    def put_away(self) -> None:
        """Have every part keep what is half written."""
        for part in self._parts.values():
            part.put_away()

    def show_thing(self, thing_id: str) -> None:
        """Bring a part to the front, of what we say of ourselves also one question.

        Any other id is the record of the group itself.
        """
        about, _, step = thing_id.partition("/")
        if about == ABOUT and step:
            self.sections.open(ABOUT)
            cast("AboutPart", self._parts[ABOUT]).ask_step(step)
            return
        part_id = thing_id if thing_id in self.sections.buttons else ABOUT
        self.sections.open(part_id)
        self.sections.buttons[part_id].setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget | None:
        """Start at the name of the part in front."""
        return self.sections.buttons[self.sections.current_id() or ABOUT]

    def parts(self) -> tuple[QWidget, ...]:
        """Stop with F6 at the names of the parts, and at the part in front."""
        front = self._parts.get(self.sections.current_id())
        return (self.sections.bar,) if front is None else (self.sections.bar, front)

    def _look(self, part_id: str) -> None:
        self._parts[part_id].shown()

    def _make_about(self) -> QWidget:
        from vcs_desktop.ui.pages.our_group.about_part import AboutPart

        return self._joined(ABOUT, AboutPart)

    def _make_access(self) -> QWidget:
        from vcs_desktop.ui.pages.our_group.access_part import AccessPart

        return self._joined(ACCESS, partial(AccessPart, settings=self._settings))

    def _make_laptops(self) -> QWidget:
        from vcs_desktop.ui.pages.our_group.laptops_part import LaptopsPart

        made = LaptopsPart(*self._asked)
        made.record_asked.connect(self.record_asked)
        made.copies_asked.connect(partial(self.show_thing, COPIES))
        self._parts[LAPTOPS] = made
        return made

    def take_changes(self, path: str) -> None:
        """Bring in changes of the group from a file."""
        self.show_thing(LAPTOPS)
        cast("LaptopsPart", self._parts[LAPTOPS]).take_file(path)

    def _make_copies(self) -> QWidget:
        from vcs_desktop.ui.pages.our_group.copies_part import CopiesPart

        return self._joined(COPIES, CopiesPart)

    def _make_bin(self) -> QWidget:
        from vcs_desktop.ui.pages.our_group.bin_part import BinPart

        return self._joined(BIN, BinPart)

    def _joined(
        self, part_id: str, make: Callable[[Services, Tasks, GroupSession], GroupPart]
    ) -> QWidget:
        part = self._parts[part_id] = make(*self._asked)
        return part
