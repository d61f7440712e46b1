"""Publish: files to a signed library, what was published, who may, our plan and its report."""

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.pages.publish.flow import Flow
from vcs_desktop.ui.pages.publish.history_part import HistoryPart
from vcs_desktop.ui.pages.publish.inbox_part import InboxPart
from vcs_desktop.ui.pages.publish.keys_part import KeysPart
from vcs_desktop.ui.pages.publish.plan_part import PlanPart
from vcs_desktop.ui.pages.publish.report_part import ReportPart
from vcs_desktop.ui.publisher_session import PublisherSession
from vcs_desktop.ui.widgets.basics import button
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.sections import Sections

if TYPE_CHECKING:
    from vcs_desktop.services.publishing import Desk

PUBLISH, HISTORY, KEYS, INBOX = "publish", "history", "keys", "inbox"
PLAN, REPORT = "plan", "report"

Part = Flow | HistoryPart | InboxPart | KeysPart | PlanPart | ReportPart


class PublishPage(Page):
    """Lives as long as the key is open: nothing of it outlasts that."""

    def __init__(self, services: Services, tasks: Tasks, publisher: PublisherSession) -> None:
        super().__init__(tr("Publish"))
        assert publisher.desk is not None  # noqa: S101  the page needs an open key
        desk: Desk = publisher.desk
        self.subtitle = tr(
            "{council}. The key of {name} is open.",
            council=short_prose(desk.name), name=short_prose(desk.holder),
        )  # fmt: skip
        self.flow = Flow(services, tasks, desk)
        self.history = HistoryPart(services, tasks)
        self.keys = KeysPart(services, tasks, desk)
        self.inbox = InboxPart(services, tasks)
        self._make_plan = partial(PlanPart, services, tasks, desk)
        self._make_report = partial(ReportPart, services, tasks, desk, lambda: self.inbox.opened)
        self.sections = Sections(tr("Parts of this page"))
        self.sections.add(PUBLISH, tr("Publish"), lambda: self.flow)
        self.sections.add(HISTORY, tr("What was published"), lambda: self.history)
        self.sections.add(INBOX, tr("What groups shared"), lambda: self.inbox)
        self.sections.add(PLAN, tr("Our action plan"), lambda: self.plan)
        self.sections.add(REPORT, tr("Report to OSCA"), lambda: self.report)
        self.sections.add(KEYS, tr("Who may publish"), lambda: self.keys)
        self.close_button = button(
            tr("Put the key away"), icon="lock", name=tr("Put the publisher's key away")
        )
        self.add_actions(self.close_button)
        self.body.put(self.sections, 1)
        self.sections.open(PUBLISH)
        self.close_button.clicked.connect(publisher.forget)
        publisher.forgotten.connect(self._keep_plan)
        publisher.forgotten.connect(self.flow.work.forget)
        publisher.forgotten.connect(self.inbox.forget)
        self.sections.changed.connect(self._follow)
        self.flow.stepped.connect(self._to_the_top)
        self.keys.stepped.connect(self._to_the_top)
        self.history.take_back_asked.connect(self._take_back)

    @cached_property
    def plan(self) -> PlanPart:
        """The council's own plan. It is made when it is first opened, in the look of then."""
        made = self._make_plan()
        made.put_in_asked.connect(self._put_in)
        return made

    @cached_property
    def report(self) -> ReportPart:
        """The yearly report, made when it is first opened."""
        return self._make_report()

    def shown(self) -> None:
        """Look at the history, if that is in front."""
        self._follow(self.sections.current_id())
        self.ready.emit()

    def first_focus(self) -> QWidget | None:
        """Start where the part in front does."""
        return self._front().first_focus()

    def parts(self) -> tuple[QWidget, ...]:
        """Stop at the choice of parts, and at the part."""
        return (self.sections.bar, self._front())

    def _front(self) -> Part:
        front = self.sections.current()
        return front if isinstance(front, Part) else self.flow

    def _follow(self, part_id: str) -> None:
        if part_id == HISTORY:
            self.history.look(self.flow.put_in.tree)
        elif part_id == KEYS:
            self.keys.look(self.flow.put_in.tree)
        elif part_id == INBOX:
            self.inbox.look()
        elif part_id == PLAN:
            self.plan.look()
        elif part_id == REPORT:
            self._keep_plan()
            self.report.look()

    def _keep_plan(self) -> None:
        """Keep what is half written in the plan, if somebody has opened it."""
        if "plan" in self.__dict__:
            self.plan.put_away()

    def _put_in(self, plan: Path) -> None:
        """Publish the plan with the rest, from now on."""
        self.sections.open(PUBLISH)
        self.flow.put_in.take_in(plan)

    def _take_back(self, version: int) -> None:
        self.sections.open(PUBLISH)
        self.flow.take_back(self.flow.put_in.tree, version)

    def _to_the_top(self) -> None:
        self.sheet.verticalScrollBar().setValue(0)
