"""When somebody stops: what stood in the way, as counts, and never a name."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.domain.days import month_in_words
from vcs_desktop.domain.volunteering import Barrier
from vcs_desktop.ui.pages.volunteers import words
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.ticks_field import TicksField

if TYPE_CHECKING:
    from vcs_desktop.services.volunteering import Stopped


class StoppedCard(QWidget):
    """``noted`` carries what was ticked."""

    noted = Signal(object)
    left = Signal()

    def __init__(self, stopped: "Stopped") -> None:
        super().__init__()
        self.ticks = TicksField(tr("What stood in the way?"), words.barriers_offered())
        self.note_button = button(tr("Note it"), "primary", icon="check")
        self.leave_button = button(tr("Not now"), "quiet")
        said = sentences(
            tr("When somebody stops helping, ask kindly why."),
            tr("Only counts are kept, with the month. No name is."),
            tr("To end the role of somebody, open them under People."),
        )
        self.counts = [label(each, wrap=True) for each in counts_words(stopped)]
        buttons = panel(FlowLayout(self.note_button, self.leave_button))
        self.setLayout(
            column(
                card(
                    label(tr("When somebody stops"), "heading", wrap=True),
                    label(said, "muted", wrap=True),
                    self.ticks,
                    buttons,
                    *self.counts,
                    gap=10,
                )
            )
        )
        self.note_button.clicked.connect(self._note)
        self.leave_button.clicked.connect(self.left)

    def _note(self) -> None:
        self.noted.emit([Barrier(each) for each in self.ticks.ticked()])


def counts_words(stopped: "Stopped") -> list[str]:
    """Return what stood in the way, the most often named first, and how to pass it on."""
    if not stopped.count:
        return [tr("Nothing is noted yet.")]
    since = month_in_words(stopped.since) if stopped.since else ""
    lines = [
        tr_count(
            "{count} person stopped since {month}.",
            "{count} people stopped since {month}.",
            stopped.count,
            month=since,
        )
    ]
    named = sorted(stopped.barriers.items(), key=lambda each: -each[1])
    lines += [
        tr("{what}: {count}", what=words.barrier_words(barrier), count=count)
        for barrier, count in named
        if count
    ]
    if any(0 < count < words.FEWEST_TOLD for _, count in named):
        lines.append(tr("When you pass these on, say “fewer than 5” for any count from 1 to 4."))
    return lines
