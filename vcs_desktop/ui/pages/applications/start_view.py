"""How an application begins: with a grant that was kept, or with six standard questions."""

from typing import Any

from PySide6.QtCore import Signal

from vcs_desktop.core.language import tr
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout


class StartView(GroupPart):
    """``left`` wants the list again, ``started`` carries the id of the new application."""

    left = Signal()
    started = Signal(str)
    funding_asked = Signal()
    failed = Signal(object)

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.back_button = button(tr("All applications"), "quiet", icon="arrow-left")
        self.grants = ChoiceField(tr("A grant you kept"), [("", tr("Choose one"))])
        self.from_grant = button(tr("Start with this grant"), "primary")
        self.find_button = button(tr("Find another grant"), icon="hand-coins")
        self.standard_button = button(tr("Start with six usual questions"))
        self._kept = Question(self.tasks, self)
        self._new = Question(self.tasks, self)
        self.setLayout(
            column(
                panel(FlowLayout(self.back_button)),
                label(tr("Start an application"), "title", wrap=True),
                card(
                    label(tr("From a grant"), "heading", wrap=True),
                    label(tr("Its questions, limits, papers and dates come along."), wrap=True),
                    self.grants,
                    panel(FlowLayout(self.from_grant, self.find_button)),
                    gap=8,
                ),
                card(
                    label(tr("With usual questions"), "heading", wrap=True),
                    label(
                        tr("Nearly every funder asks these six. You can change them."), wrap=True
                    ),
                    panel(FlowLayout(self.standard_button)),
                    gap=8,
                ),
                None,
                gap=12,
            )
        )
        self.back_button.clicked.connect(self.left)
        self.find_button.clicked.connect(self.funding_asked)
        self.from_grant.clicked.connect(self._start_from_grant)
        self.standard_button.clicked.connect(self._start_standard)
        self._kept.answered.connect(self._show_kept)
        self._kept.failed.connect(self.failed)
        self._new.answered.connect(self.started.emit)
        self._new.failed.connect(self.failed)

    def shown(self) -> None:
        """Look which grants are kept now."""
        self._kept.ask(self._look_for_kept)

    def start_from(self, call_id: str) -> None:
        """Start with a grant of the library."""
        self._new.ask(lambda: self._begin(call_id))

    def _look_for_kept(self) -> list[tuple[str, str]]:
        from vcs_desktop.domain.library import Kind

        kept = self.services.funding.lines(self.services.choices.all().kept)
        return [
            (each.record.id, each.record.title)
            for each in kept
            if each.record.kind == Kind.FUNDING_CALL
        ]

    def _show_kept(self, kept: list[tuple[str, str]]) -> None:
        nothing = tr("Choose one") if kept else tr("You have kept no grant yet")
        self.grants.set_choices([("", nothing), *kept])
        self.from_grant.setEnabled(bool(kept))

    def _start_from_grant(self) -> None:
        if self.grants.chosen_id():
            self.start_from(self.grants.chosen_id())
        else:
            self.grants.set_error(tr("Choose a grant first."))

    def _start_standard(self) -> None:
        self._new.ask(lambda: self.services.space.inside().applications.start_with(()))

    def _begin(self, call_id: str) -> str:
        call = self.services.funding.detail(call_id).call
        applications = self.services.space.inside().applications
        return applications.start_from_call(call) if call else applications.start_with(())
