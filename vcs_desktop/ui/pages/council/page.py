"""Council: what it promised, what was agreed, where its money goes, who is near."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.reference import CompactPrinciple, Consultation, Event, Place, StrategyItem
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.along.along import Along
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.pages.council.our_side import SHARED, OurSide
from vcs_desktop.ui.pages.council.view_model import CouncilViewModel
from vcs_desktop.ui.say import tell_problem
from vcs_desktop.ui.widgets.sections import Sections

if TYPE_CHECKING:
    from vcs_desktop.ui.directory.view import DirectoryView
    from vcs_desktop.ui.pages.council.agreement_view import AgreementView
    from vcs_desktop.ui.pages.council.consultations_view import ConsultationsView
    from vcs_desktop.ui.pages.council.money_view import MoneyView
    from vcs_desktop.ui.pages.council.priorities_view import PrioritiesView
    from vcs_desktop.ui.pages.council.social_value_view import SocialValueView
    from vcs_desktop.ui.sharing.part import SharingPart
    from vcs_desktop.ui.updates.updates import Updates

    WithList = PrioritiesView | AgreementView | DirectoryView | ConsultationsView
    Part = WithList | MoneyView | SocialValueView | SharingPart

PRIORITIES, AGREEMENT, MONEY = "priorities", "agreement", "money"
SOCIAL_VALUE, PLACES = "social_value", "places"
CONSULTATIONS = "consultations"
FUNDING, LEARNING = "funding", "learning"
GUIDE = "training/agreement-with-the-councils"
"""The guide that says how the agreement is used."""


class CouncilPage(Page):
    """Seven parts, of which one is in front; each looks anew when it comes there.

    A part is imported when it is first opened, so that the page comes at once.
    """

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        session: GroupSession,
        updates: "Updates | None" = None,
    ) -> None:
        """``updates`` gets files that go along with what is shown and are not here yet."""
        super().__init__(tr("Council"))
        self._our_side = OurSide(self, services, tasks, session)
        self._along = Along(services, tasks, updates)
        self._services = services
        self._tasks = tasks
        self._view_model = CouncilViewModel(services, tasks, self)
        self._parts: dict[str, Part] = {}
        self._lists: dict[str, WithList] = {}
        self._priorities: PrioritiesView | None = None
        self.sections = Sections(tr("Parts of this page"))
        self.sections.add(PRIORITIES, tr("Priorities"), self._make_priorities)
        self.sections.add(AGREEMENT, tr("Our agreement (the Compact)"), self._make_agreement)
        self.sections.add(CONSULTATIONS, tr("Consultations"), self._make_consultations)
        self.sections.add(SHARED, tr("What we shared"), self._make_shared)
        self.sections.add(MONEY, tr("Where the money goes"), self._make_money)
        self.sections.add(SOCIAL_VALUE, tr("Social value"), self._make_social_value)
        self.sections.add(PLACES, tr("Networks and places"), self._make_places)
        self.body.put(self.sections, 1)
        self._our_side.is_at(self.sections, self._view_model)
        self.sections.changed.connect(self._look)
        self._view_model.thing.answered.connect(self._show_found)
        self._view_model.thing.failed.connect(lambda error: tell_problem(self, error))

    def shown(self) -> None:
        """Look again at what is in front; the priorities are the first time."""
        if self.sections.current_id():
            self._look()
        else:
            self.sections.open(PRIORITIES)

    def put_away(self) -> None:
        """Keep what is half written: the group is about to be locked."""
        self._our_side.put_away()

    def show_record(self, kind: str, record_id: str) -> None:
        """Show something that the group shared, or a thing of the library."""
        if kind == SHARED:
            self._our_side.open(record_id)
        else:
            self.show_thing(record_id)

    def show_thing(self, thing_id: str) -> None:
        """Show a priority, a principle or a place."""
        self._view_model.find(thing_id)

    def first_focus(self) -> QWidget | None:
        """Start at the name of the part in front."""
        return self.sections.buttons[self.sections.current_id() or PRIORITIES]

    def parts(self) -> tuple[QWidget, ...]:
        """Stop with F6 at the names of the parts, at the list, and at the card."""
        front = self.sections.current_id()
        if front in self._lists:
            both = self._lists[front].both
            return self.sections.bar, both.list, both.area
        if front == SHARED:
            return self.sections.bar, *self._our_side.parts()
        return (self.sections.bar, self._parts[front]) if front else ()

    def _look(self) -> None:
        self._parts[self.sections.current_id()].look()

    def _show_found(
        self, thing: StrategyItem | CompactPrinciple | Place | Event | Consultation
    ) -> None:
        if isinstance(thing, StrategyItem):
            self.sections.open(PRIORITIES)
            if self._priorities is not None:
                self._priorities.open(thing.id, thing.edition)
            return
        part_id = AGREEMENT if isinstance(thing, CompactPrinciple) else PLACES
        if isinstance(thing, Consultation):
            part_id = CONSULTATIONS
        self.sections.open(part_id)
        self._lists[part_id].open(thing.id)

    def _make_priorities(self) -> QWidget:
        from vcs_desktop.ui.pages.council.priorities_view import PrioritiesView

        self._priorities = PrioritiesView(self._view_model, self._along)
        return self._with_list(PRIORITIES, self._priorities)

    def _make_agreement(self) -> QWidget:
        from vcs_desktop.ui.pages.council.agreement_view import AgreementView

        made = AgreementView(self._view_model, self._along)
        made.guide_asked.connect(self._go_to_guide)
        return self._with_list(AGREEMENT, made)

    def _make_consultations(self) -> QWidget:
        return self._with_list(CONSULTATIONS, self._our_side.consultations())

    def _make_shared(self) -> QWidget:
        return self._joined(SHARED, self._our_side.shared())

    def _make_money(self) -> QWidget:
        from vcs_desktop.ui.pages.council.money_view import MoneyView

        made = MoneyView(self._view_model)
        made.funding_asked.connect(self._go_to_funding)
        return self._joined(MONEY, made)

    def _make_social_value(self) -> QWidget:
        from vcs_desktop.ui.pages.council.social_value_view import SocialValueView

        return self._joined(SOCIAL_VALUE, SocialValueView(self._view_model))

    def _make_places(self) -> QWidget:
        from vcs_desktop.ui.directory.view import DirectoryView

        about = tr(
            "Who can help groups in the county, who brings them together, and where there is "
            "room. Each entry says where and when we read it, so ask before you go."
        )
        name = tr("Networks and places")
        view = DirectoryView(self._services, self._tasks, name=name, about=about, along=self._along)
        return self._with_list(PLACES, view)

    def _with_list(self, part_id: str, part: "WithList") -> QWidget:
        self._lists[part_id] = part
        part.both.came_forward.connect(partial(self.bring_to_top, part.both))
        return self._joined(part_id, part)

    def _joined(self, part_id: str, part: "Part") -> QWidget:
        self._parts[part_id] = part
        part.told.connect(self.ready)
        return part

    def _go_to_funding(self) -> None:
        self.place_asked.emit(FUNDING, "")

    def _go_to_guide(self) -> None:
        self.place_asked.emit(LEARNING, GUIDE)
