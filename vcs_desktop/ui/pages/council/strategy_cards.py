"""Everything about one priority, one commitment, or one change between editions."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain import days
from vcs_desktop.domain.edition_changes import ItemChange
from vcs_desktop.domain.reference import Development, StrategyItem
from vcs_desktop.ui.pages.council import words
from vcs_desktop.ui.widgets.basics import Button, card, column, label, panel, picture, row
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.marked_text import MarkedText
from vcs_desktop.ui.widgets.prose import name_prose, prose
from vcs_desktop.ui.widgets.source_line import SourceLine


class StrategyCard(QWidget):
    """What was promised, what has happened since, where we read it.

    ``pin_asked`` carries the id and whether it is to be pinned; only commitments
    have the button.
    """

    pin_asked = Signal(str, bool)

    def __init__(
        self,
        item: StrategyItem,
        part_of: str,
        *,
        pinned: bool,
        done_for_it: Sequence[StrategyItem] = (),
    ) -> None:
        """``done_for_it`` are the actions of the council's plan that serve it."""
        super().__init__()
        self.item = item
        self._pinned = pinned
        self.pin_button = Button("", icon="pin")
        self.pin_button.clicked.connect(self._ask)
        facts = FactGrid(
            [
                (tr("What it is"), words.level_of(item)),
                (tr("Part of"), part_of),
                (tr("In the document"), words.page_of(item)),
                (tr("Edition"), item.edition),
                (tr("Who does it"), item.owner),
                (tr("By when"), days.in_words(item.due_on) if item.due_on else ""),
                (tr("How far it is"), words.progress_of(item)[0]),
                (tr("Why it is late"), item.why_late),
            ]
        )
        told = [name_prose(item.title, "title"), prose(item.text), facts]
        if item.level == "commitment":
            told.append(panel(FlowLayout(self.pin_button)))
        body = column(card(*told, gap=12), gap=12)
        if done_for_it:
            body.put(_done_for_it(done_for_it))
        if item.since:
            body.put(_since(item.since))
        body.put(SourceLine(item.provenance))
        self.setLayout(body)
        self.show_pinned(pinned=pinned)

    def show_pinned(self, *, pinned: bool) -> None:
        """Say on the button what it does now."""
        self._pinned = pinned
        said = tr("Take the pin away") if pinned else tr("Pin this commitment")
        self.pin_button.setText(said)
        self.pin_button.setAccessibleName(tr("{act}: {title}", act=said, title=self.item.title))

    def _ask(self) -> None:
        self.pin_asked.emit(self.item.id, not self._pinned)


def change_card(change: ItemChange, before: str) -> QWidget:
    """Return what changed in one item; ``before`` names the older edition."""
    said, icon, colour = words.change_of(change.change)
    mark = panel(row(picture(icon, colour), label(said, colour), None, gap=6))
    key = tr("Underlined words are new. Words struck out stood in “{edition}”.", edition=before)
    told = card(
        mark,
        MarkedText(change.title),
        MarkedText(change.text),
        label(key, "small", wrap=True),
        gap=12,
    )
    return panel(column(told, SourceLine(change.item.provenance), gap=10))


def _done_for_it(actions: Sequence[StrategyItem]) -> QFrame:
    body = column(label(tr("What the council does for it"), "heading", wrap=True), gap=12)
    for each in actions:
        said, icon, colour = words.progress_of(each)
        lines = column(prose(each.title, "strong"), gap=2)
        if said:
            line = row(picture(icon, colour, 16), gap=6)
            line.put(label(said, colour, wrap=True), 1)
            lines.put(panel(line))
        due = words.due_of(each)
        if due:
            lines.put(label(due, "small", wrap=True))
        body.put(panel(lines))
    return card(panel(body))


def _since(developments: Sequence[Development]) -> QFrame:
    body = column(label(tr("What we know of it since"), "heading", wrap=True), gap=12)
    for each in developments:
        lines = column(gap=2)
        if each.on:
            lines.put(label(days.shortly(each.on), "strong", wrap=True))
        lines.put(prose(each.text))
        if each.source:
            lines.put(prose(tr("From: {source}.", source=each.source), "small"))
        body.put(panel(lines))
    return card(panel(body))
