"""What is in the bin, to be ticked, taken out again, or deleted for good."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.domain.days import in_words, local_day
from vcs_desktop.domain.history import AT_ONCE
from vcs_desktop.ui.history.slices import Slices
from vcs_desktop.ui.kind_words import kind_words
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.ticks_field import Tick

if TYPE_CHECKING:
    from vcs_desktop.services.records import InBin


class BinList(QWidget):
    """The things in the bin, a slice at a time, each with a box to tick.

    What is ticked stays so in other slices. ``restore_asked`` and ``delete_asked`` carry
    the things that are ticked.
    """

    restore_asked = Signal(object)
    delete_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._things: Sequence[InBin] = ()
        self._ticked: set[str] = set()
        self._skip = 0
        self.chosen = label("", "strong", wrap=True)
        self.restore_button = button(tr("Take out of the bin"), icon="archive-restore")
        self.delete_button = button(tr("Delete for good"), icon="trash-2")
        self.all_button = button("", "quiet")
        self.none_button = button(tr("Untick all"), "quiet")
        self.slices = Slices(AT_ONCE)
        buttons = FlowLayout(
            self.restore_button, self.delete_button, self.all_button, self.none_button
        )
        self.setLayout(column(self.chosen, panel(buttons), self.slices, gap=8))
        self.restore_button.clicked.connect(self._ask_restore)
        self.delete_button.clicked.connect(self._ask_delete)
        self.all_button.clicked.connect(self._tick_all)
        self.none_button.clicked.connect(self._tick_none)
        self.slices.asked.connect(self._go_to)

    def show_things(self, things: "Sequence[InBin]") -> None:
        """Show what is in the bin; what is still there stays ticked."""
        self._things = things
        self._ticked &= {each.id for each in things}
        self._skip = min(self._skip, max(0, len(things) - 1) // AT_ONCE * AT_ONCE)
        self._show_slice()

    def ticked(self) -> "list[InBin]":
        """Return the things that are ticked, in their order."""
        return [each for each in self._things if each.id in self._ticked]

    def _show_slice(self) -> None:
        shown = self._things[self._skip : self._skip + AT_ONCE]
        self.slices.show_slice(
            self._rows(shown), skipped=self._skip, shown=len(shown), total=len(self._things)
        )
        self._tell_chosen()

    def _rows(self, things: "Sequence[InBin]") -> Iterator[QWidget]:
        for each in things:
            yield self._row(each)

    def _row(self, thing: "InBin") -> QFrame:
        tick = Tick(short_prose(thing.title) or tr("Something without a name"))
        tick.box.setAccessibleDescription(_line(thing))
        tick.box.setChecked(thing.id in self._ticked)
        tick.toggled.connect(partial(self._tick, thing.id))
        words = column(label(_line(thing), "muted", wrap=True), margins=(40, 0, 4, 0))
        made = QFrame()
        made.setProperty("kind", "card")
        made.setLayout(column(tick, words, margins=(8, 6, 8, 8), gap=0))
        return made

    def _tick(self, record_id: str, is_on: bool) -> None:  # Qt passes it by place
        if is_on:
            self._ticked.add(record_id)
        else:
            self._ticked.discard(record_id)
        self._tell_chosen()

    def _tell_chosen(self) -> None:
        count, total = len(self._ticked), len(self._things)
        self.chosen.setText(
            tr_count("{count} thing is ticked", "{count} things are ticked", count)
            if count
            else tr("Tick what you want to take out, or to delete for good.")
        )
        for each in (self.restore_button, self.delete_button):
            each.setEnabled(bool(count))
        self.all_button.setText(tr_count("Tick it", "Tick all {count}", total))
        self.all_button.setEnabled(count < total)
        self.none_button.setVisible(bool(count))

    def _tick_all(self) -> None:
        self._ticked = {each.id for each in self._things}
        self._tick_boxes(is_on=True)
        self.none_button.setFocus()

    def _tick_none(self) -> None:
        self._ticked = set()
        self._tick_boxes(is_on=False)
        self.all_button.setFocus()

    def _tick_boxes(self, *, is_on: bool) -> None:
        for tick in self.slices.findChildren(Tick):
            tick.box.setChecked(is_on)
        self._tell_chosen()

    def _go_to(self, skip: int) -> None:
        self._skip = skip
        self._show_slice()

    def _ask_restore(self) -> None:
        self.restore_asked.emit(self.ticked())

    def _ask_delete(self) -> None:
        self.delete_asked.emit(self.ticked())


def _line(thing: "InBin") -> str:
    """Return what sort of thing it is, since when it is here, and when we ask about it."""
    kind = kind_words(thing.kind)[1]
    since = in_words(local_day(thing.binned_at))
    if not thing.days_left:
        return tr("{kind}. In the bin since {day}, more than 90 days.", kind=kind, day=since)
    said = tr("{kind}. In the bin since {day}.", kind=kind, day=since)
    later = tr_count(
        "We ask in {count} day whether to delete it.",
        "We ask in {count} days whether to delete it.",
        thing.days_left,
    )
    return sentences(said, later)
