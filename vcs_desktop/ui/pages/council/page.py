"""Council: what it promised, what was agreed, where its money goes, who is near."""

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.reference import CompactPrinciple, Event, Place, StrategyItem
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.directory.view import DirectoryView
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.pages.council.agreement_view import AgreementView
from vcs_desktop.ui.pages.council.money_view import MoneyView
from vcs_desktop.ui.pages.council.priorities_view import PrioritiesView
from vcs_desktop.ui.pages.council.social_value_view import SocialValueView
from vcs_desktop.ui.pages.council.view_model import CouncilViewModel
from vcs_desktop.ui.say import tell_problem
from vcs_desktop.ui.widgets.sections import Sections

PRIORITIES, AGREEMENT, MONEY = "priorities", "agreement", "money"
SOCIAL_VALUE, PLACES = "social_value", "places"
FUNDING = "funding"

Part = PrioritiesView | AgreementView | MoneyView | SocialValueView | DirectoryView


class CouncilPage(Page):
    """Five parts, of which one is in front; each looks anew when it comes there."""

    def __init__(self, services: Services, tasks: Tasks) -> None:
        super().__init__(tr("Council"))
        self._services = services
        self._tasks = tasks
        self._view_model = CouncilViewModel(services, tasks, self)
        self.sections = Sections(tr("Parts of this page"))
        self.sections.add(PRIORITIES, tr("Priorities"), self._make_priorities)
        self.sections.add(AGREEMENT, tr("Our agreement (the Compact)"), self._make_agreement)
        self.sections.add(MONEY, tr("Where the money goes"), self._make_money)
        self.sections.add(SOCIAL_VALUE, tr("Social value"), self._make_social_value)
        self.sections.add(PLACES, tr("Networks and places"), self._make_places)
        self.body.put(self.sections, 1)
        self.sections.changed.connect(self._look)
        self._view_model.thing.answered.connect(self._show_found)
        self._view_model.thing.failed.connect(self._tell_problem)

    def shown(self) -> None:
        """Look again at what is in front; the priorities are the first time."""
        if self.sections.current_id():
            self._look()
        else:
            self.sections.open(PRIORITIES)

    def show_thing(self, thing_id: str) -> None:
        """Show a priority, a principle or a place."""
        self._view_model.find(thing_id)

    def first_focus(self) -> QWidget | None:
        """Start at the name of the part in front."""
        return self.sections.buttons[self.sections.current_id() or PRIORITIES]

    def parts(self) -> tuple[QWidget, ...]:
        """Stop with F6 at the names of the parts, at the list, and at the card."""
        front = self.sections.current()
        if isinstance(front, PrioritiesView | AgreementView | DirectoryView):
            return self.sections.bar, front.both.list, front.both.area
        return (self.sections.bar, front) if front is not None else ()

    def _look(self) -> None:
        front = self.sections.current()
        if isinstance(front, Part):
            front.look()

    def _show_found(self, thing: StrategyItem | CompactPrinciple | Place | Event) -> None:
        if isinstance(thing, StrategyItem):
            part = self.sections.open(PRIORITIES)
        elif isinstance(thing, CompactPrinciple):
            part = self.sections.open(AGREEMENT)
        else:
            part = self.sections.open(PLACES)
        if isinstance(part, PrioritiesView | AgreementView | DirectoryView):
            part.open(thing.id)

    def _tell_problem(self, error: Exception) -> None:
        tell_problem(self, error)

    def _make_priorities(self) -> QWidget:
        return self._joined(PrioritiesView(self._view_model))

    def _make_agreement(self) -> QWidget:
        return self._joined(AgreementView(self._view_model))

    def _make_money(self) -> QWidget:
        made = MoneyView(self._view_model)
        made.funding_asked.connect(self._go_to_funding)
        return self._joined(made)

    def _make_social_value(self) -> QWidget:
        return self._joined(SocialValueView(self._view_model))

    def _make_places(self) -> QWidget:
        about = tr(
            "Who can help groups in the county, who brings them together, and where there is "
            "room. Each entry says where and when we read it, so ask before you go."
        )
        view = DirectoryView(
            self._services, self._tasks, name=tr("Networks and places"), about=about
        )
        return self._joined(view)

    def _joined(self, part: Part) -> Part:
        part.told.connect(self.ready)
        return part

    def _go_to_funding(self) -> None:
        self.place_asked.emit(FUNDING, "")
