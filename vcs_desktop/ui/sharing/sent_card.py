"""What was agreed: how far it has come, what went out, and what the council said."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.sharing.shared import (
    AT_THE_COUNCIL,
    State,
    may_be_left,
    received_on,
    state_of,
)
from vcs_desktop.domain.sharing.words import STATES, keep_in_words, standing_in_words
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.history.dialog import HistoryButton
from vcs_desktop.ui.history.two_versions import TwoVersions
from vcs_desktop.ui.paper_out import PaperOut
from vcs_desktop.ui.sharing.agree_card import closed_words
from vcs_desktop.ui.sharing.opened import Opened
from vcs_desktop.ui.sharing.told_lines import told_card, very_text
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel, picture, row
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.prose import name_prose, prose

if TYPE_CHECKING:
    from vcs_desktop.services.offer import Services

_CAN_TAKE_BACK = (State.WAITS, State.SET_ASIDE, *AT_THE_COUNCIL)


class SentCard(GroupPart):
    """``take_back_asked``, ``leave_asked``, ``again_asked``, ``try_asked`` say what is wanted."""

    take_back_asked = Signal()
    leave_asked = Signal()
    again_asked = Signal()
    try_asked = Signal()

    def __init__(self, opened: Opened, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        shared = self.shared = opened.shared
        self.record_id = shared.id
        self.message = MessageBar()
        self.state = state_of(shared)
        self.back_button = button(tr("Take it back"), icon="undo-2")
        self.leave_button = button(tr("Do not take it back"), icon="redo-2")
        self.again_button = button(tr("Use it again"), icon="copy")
        self.try_button = button(tr("Try again"), "primary", icon="refresh-cw")
        write = partial(_write, self.services, shared.id)
        what = tr("what was shared")
        self.paper = PaperOut(self, self.tasks, self.message, write, file="shared.pdf", what=what)
        history = HistoryButton(self.services, self.tasks, self.session)
        history.set_record(shared.id, shared.name)
        versions = TwoVersions(self.services, self.tasks, self.session)
        versions.show_versions(shared.id)
        words, icon, colour = STATES[self.state]
        mark = row(picture(icon, colour), gap=6)
        mark.put(label(tr_marked(words), colour, wrap=True), 1)
        self.standing = label(standing_in_words(shared), wrap=True)
        self.setLayout(
            column(
                self.message,
                versions,
                name_prose(shared.name, "title"),
                panel(mark),
                self.standing,
                *self._reply(),
                _facts(opened),
                panel(
                    FlowLayout(
                        self.try_button, self.back_button, self.leave_button, self.again_button,
                        self.paper.save_button, self.paper.print_button, history,
                    )
                ),
                told_card(tr("What we shared"), opened.to_agree.lines),
                very_text(opened.to_agree.body),
                gap=12,
            )
        )  # fmt: skip
        self.back_button.setVisible(self.state in _CAN_TAKE_BACK)
        self.leave_button.setVisible(may_be_left(shared))
        self.try_button.setVisible(self.state is State.SET_ASIDE)
        self.back_button.clicked.connect(self.take_back_asked)
        self.leave_button.clicked.connect(self.leave_asked)
        self.again_button.clicked.connect(self.again_asked)
        self.try_button.clicked.connect(self.try_asked)

    def _reply(self) -> list[QWidget]:
        if not self.shared.reply:
            return []
        said = column(label(tr("What the council answered"), "heading", wrap=True), gap=6)
        said.put(prose(self.shared.reply))
        return [card(panel(said), kind="ok")]


def _facts(opened: Opened) -> FactGrid:
    shared = opened.shared
    on = received_on(shared)
    receipt = shared.receipt.sha256 if shared.receipt else ""
    return FactGrid(
        [
            (tr("Agreed on"), shortly(shared.agreed_on) if shared.agreed_on else ""),
            (tr("Handed over on"), shortly(on) if on else ""),
            (tr("How long"), keep_in_words(shared.keep_until)),
            (tr("Who can read it on its way"), closed_words(is_personal=shared.is_personal)),
            (tr("Receipt"), receipt),
        ]
    )


def _write(services: "Services", record_id: str, out: Path | None) -> Path:
    return services.space.inside().sharing.write(record_id, out)
