"""What has to be looked at before changes are exchanged again: calm words, and what can be done."""

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.domain.laptops import State
from vcs_desktop.ui.kind_words import kind_words
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.fold import Fold
from vcs_desktop.ui.widgets.prose import short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.two_laptops.held_back import GoingThing
    from vcs_desktop.services.two_laptops.lines import Standing

_MOST_NAMED = 200


class HeldBackCard(QFrame):
    """A great deletion: what it would delete. ``let_asked`` lets it, ``keep_asked`` does not."""

    let_asked = Signal()
    keep_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "warn")
        self._shown: tuple[GoingThing, ...] = ()
        self.title = label("", "heading", wrap=True)
        self.kinds = label("", wrap=True)
        self.final = label("", wrap=True)
        self.fold = Fold(tr("See what it would delete"))
        self._names = column(gap=2)
        self.fold.content.put(panel(self._names))
        self.let_button = button(tr("Let it"), name=tr("Let it delete these here too"))
        self.keep_button = button(
            tr("Keep ours"), "primary", name=tr("Keep ours, on every laptop of the group")
        )
        self.setLayout(
            column(
                self.title,
                self.kinds,
                label(
                    sentences(
                        tr("Nothing was deleted here yet. Ask the others what they meant to do."),
                        tr("“Keep ours” brings these back on every laptop."),
                    ),
                    wrap=True,
                ),
                self.final,
                self.fold,
                panel(FlowLayout(self.keep_button, self.let_button)),
                margins=(16, 14, 16, 14),
                gap=10,
            )
        )
        self.let_button.clicked.connect(self.let_asked)
        self.keep_button.clicked.connect(self.keep_asked)

    def show_going(self, things: "tuple[GoingThing, ...]", *, waits: bool) -> None:
        """Show what would go; nothing is shown where nothing waits."""
        self.setVisible(waits)
        if things == self._shown:
            return
        self._shown = things
        self.title.setText(
            tr_count(
                "Another laptop wants to delete {count} thing",
                "Another laptop wants to delete {count} things",
                len(things),
            )
        )
        kinds = Counter(kind_words(each.kind)[1] for each in things)
        self.kinds.setText(
            ", ".join(
                tr("{kind}: {count}", kind=kind, count=count) for kind, count in kinds.most_common()
            )
        )
        final = sum(each.is_for_good for each in things)
        self.final.setText(
            tr_count(
                "{count} of them was deleted for good there. It cannot be kept.",
                "{count} of them were deleted for good there. They cannot be kept.",
                final,
            )
        )
        self.final.setVisible(final > 0)
        self._names.clear()
        for each in things[:_MOST_NAMED]:
            self._names.put(label(_named(each), wrap=True))
        if len(things) > _MOST_NAMED:
            more = len(things) - _MOST_NAMED
            self._names.put(label(tr_count("And {count} more.", "And {count} more.", more)))


class StoppedCard(QFrame):
    """Why nothing is exchanged just now. ``go_on_asked`` goes on after a look."""

    go_on_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "warn")
        self.title = label("", "heading", wrap=True)
        self.words = label("", wrap=True)
        self.go_on_button = button(tr("I have looked. Go on"), "primary")
        self._buttons: QWidget = panel(FlowLayout(self.go_on_button))
        self.setLayout(
            column(self.title, self.words, self._buttons, margins=(16, 14, 16, 14), gap=10)
        )
        self.go_on_button.clicked.connect(self.go_on_asked)

    def show_standing(self, standing: "Standing") -> None:
        """Say why nothing is exchanged; hidden where it is."""
        is_stopped = standing.is_shared and standing.state is not State.ON
        self.setVisible(is_stopped)
        self._buttons.setVisible(standing.state is State.LOOK)
        if is_stopped:
            title, words = _why_stopped(standing.state)
            self.title.setText(title)
            self.words.setText(words)


def _why_stopped(state: State) -> tuple[str, str]:
    if state is State.LOOK:
        return tr("Have a look first, then go on"), sentences(
            tr("This group was brought back from an older copy."),
            tr("Look through it. Is it what you wanted?"),
            tr("When it goes on, what the others did since then comes in."),
        )
    if state is State.REMOVED:
        return tr("This laptop was taken out of the group"), sentences(
            tr("What is on it stays here, and you can go on using it."),
            tr("It gets nothing new, and what you do here goes to nobody."),
            tr("Is that a mistake? Ask somebody of the group."),
        )
    return tr("The service does not know this laptop any more"), sentences(
        tr("It may have been put back from an older backup."),
        tr("What is here stays here. Ask whoever runs the service."),
    )


def _named(thing: "GoingThing") -> str:
    kind = kind_words(thing.kind)[1]
    name = short_prose(thing.title)
    return tr("{kind}: {name}", kind=kind, name=name) if name else kind
