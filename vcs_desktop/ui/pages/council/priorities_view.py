"""The five priorities and their commitments, and what changed between two editions."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.edition_changes import Change, ItemChange
from vcs_desktop.ui.along.along import Along
from vcs_desktop.ui.pages.council import words
from vcs_desktop.ui.pages.council.strategy_cards import StrategyCard, change_card
from vcs_desktop.ui.pages.council.view_model import CouncilViewModel
from vcs_desktop.ui.say import say, tell_problem
from vcs_desktop.ui.widgets.basics import Button, column, label, panel
from vcs_desktop.ui.widgets.choice import Choice
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.title_list import TitleRow
from vcs_desktop.ui.widgets.titles_and_card import TitlesAndCard, waiting

if TYPE_CHECKING:
    from vcs_desktop.domain.reference import StrategyItem
    from vcs_desktop.services.council import StrategyView


class PrioritiesView(QWidget):
    """Five priorities, none above another. ``told`` says that an answer is on the screen.

    Where the library has an older edition, a button lists what changed.
    """

    told = Signal()

    def __init__(self, view_model: CouncilViewModel, along: Along) -> None:
        super().__init__()
        self._along = along
        self._view_model = view_model
        self._view: StrategyView | None = None
        self._items: dict[str, StrategyItem] = {}
        self._changes: dict[str, ItemChange] = {}
        self._pinned: frozenset[str] = frozenset()
        self._wanted = ""  # the edition that the person chose; else the one of today
        self.about = label("", "muted", wrap=True)
        self.edition = Choice(tr("Edition"), ())
        self.changes_button = Button(tr("What changed"), "filter", "history")
        self.changes_button.setCheckable(True)
        self.both = TitlesAndCard(tr("Priorities and commitments"), waiting())
        self._choices = panel(FlowLayout(self.edition, self.changes_button, gap=16))
        body = column(self.about, self._choices, gap=10)
        body.put(self.both, 1)
        self.setLayout(body)
        self._choices.hide()
        self._connect()

    def look(self) -> None:
        """Look up the strategy."""
        self._view_model.look_at_strategy(self._wanted)

    def open(self, item_id: str, edition: str = "") -> None:
        """Show one priority or commitment; ``edition`` is its own, or "" for that of today."""
        self._wanted = edition
        with QSignalBlocker(self.changes_button):
            self.changes_button.setChecked(False)
        self.both.open(item_id)
        self.look()

    def _connect(self) -> None:
        model = self._view_model
        self.edition.chosen.connect(self._choose_edition)
        self.changes_button.toggled.connect(self._turn)
        self.both.card_asked.connect(self._show_card)
        self.both.looked_at.connect(model.note_opened)
        self.both.again_asked.connect(self.look)
        model.strategy.answered.connect(self._show)
        model.strategy.failed.connect(self._show_problem)
        model.changes.answered.connect(self._show_changes)
        model.changes.failed.connect(self._show_problem)
        model.pins.answered.connect(self._show_pins)
        model.pins.failed.connect(self._tell_problem)

    def _show(self, view: "StrategyView") -> None:
        self._view = view
        self._pinned = view.pinned
        items = view.edition.items if view.edition else ()
        self._items = {item.id: item for item in (*items, *view.actions)}
        self.about.setText(_about(view))
        self._offer_editions(view)
        self.both.say_nothing(
            tr("No strategy here yet"),
            tr("The council's strategy comes with the library. Add a newer library to read it."),
        )
        if self.changes_button.isChecked() and view.before and view.edition:
            self._view_model.compare(view.before.title, view.edition.title)
        else:
            self.both.show_rows(tuple(_rows(view, self._pinned)), view)
        self.told.emit()

    def _offer_editions(self, view: "StrategyView") -> None:
        self._choices.setVisible(len(view.editions) > 1)
        self.changes_button.setVisible(view.before is not None)
        if view.before is None and self.changes_button.isChecked():
            with QSignalBlocker(self.changes_button):
                self.changes_button.setChecked(False)
        titles = [each.title for each in view.editions]
        with QSignalBlocker(self.edition.box):
            if [self.edition.box.itemData(n) for n in range(self.edition.box.count())] != titles:
                self.edition.box.clear()
                for title in titles:
                    self.edition.box.addItem(title, title)
            if view.edition:
                self.edition.choose(view.edition.title)

    def _choose_edition(self, title: str) -> None:
        self._wanted = title
        self.look()

    def _turn(self) -> None:
        if self._view is not None:
            self._show(self._view)

    def _show_changes(self, changes: tuple[ItemChange, ...]) -> None:
        self._changes = {change.item.id: change for change in changes}
        self.both.say_nothing(tr("Nothing changed"), tr("Both editions say the same."))
        self.both.show_rows(tuple(_change_rows(changes)), changes)
        self.told.emit()

    def _show_card(self, item_id: str) -> None:
        if self.changes_button.isChecked() and self._view and self._view.before:
            self.both.show_card(change_card(self._changes[item_id], self._view.before.title))
            return
        item = self._items[item_id]
        above = self._items.get(item.under)
        shown = StrategyCard(
            item, above.title if above else "", pinned=item_id in self._pinned,
            done_for_it=[e for e in self._items.values() if words.is_done_for(e, item_id)],
        )  # fmt: skip
        shown.pin_asked.connect(self._pin)
        self.both.show_card(self._along.under(shown, item_id))

    def _pin(self, item_id: str, pinned: bool) -> None:
        self._view_model.pin(item_id, pinned=pinned)

    def _show_pins(self, pinned: frozenset[str]) -> None:
        changed = self._pinned ^ pinned
        self._pinned = pinned
        if self._view is None:
            return
        opened = self.both.area.findChild(StrategyCard)
        if opened is not None:
            opened.show_pinned(pinned=opened.item.id in pinned)
        if not self.changes_button.isChecked():
            self.both.list.write_over(tuple(_rows(self._view, pinned)))
        if changed:
            say(self, tr("Pinned.") if changed & pinned else tr("The pin is gone."))

    def _tell_problem(self, error: Exception) -> None:
        tell_problem(self, error)

    def _show_problem(self, error: Exception) -> None:
        self.both.show_problem(error)
        self.told.emit()


def _about(view: "StrategyView") -> str:
    if view.edition is None:
        return ""
    said = [
        tr("What the county council promised to groups like yours, in our own words."),
        tr("All {count} priorities count the same.", count=len(view.priorities)),
    ]
    if view.before is not None:
        said.append(tr("Before it there was “{edition}”.", edition=view.before.title))
    if view.edition.valid_to and view.edition.valid_to < view.on:
        said.append(tr("This edition is over: ask the council what holds today."))
    return " ".join(said)


def _rows(view: "StrategyView", pinned: frozenset[str]) -> Iterator[TitleRow]:
    for number, part in enumerate(view.priorities):
        icons = words.PRIORITY_ICONS
        yield TitleRow(
            part.priority.id,
            part.priority.title,
            words.promises(len(part.commitments)),
            icons[number % len(icons)],
        )
        for item in part.commitments:
            yield TitleRow(
                item.id,
                item.title,
                depth=1,
                mark=tr("Pinned") if item.id in pinned else "",
                mark_icon="pin",
                mark_colour="info",
                under=part.priority.title,
            )
    if view.actions:
        heading = tr("How it is carried out")
        yield TitleRow("", heading)
        for item in view.actions:
            mark, icon, colour = words.progress_of(item)
            yield TitleRow(
                item.id, item.title, words.due_of(item), "list", mark, icon, colour, under=heading
            )


def _change_rows(changes: tuple[ItemChange, ...]) -> Iterator[TitleRow]:
    for kind in (Change.NEW, Change.REWORDED, Change.GONE):
        some = [change for change in changes if change.change is kind]
        said, icon, colour = words.change_of(kind)
        if some:
            yield TitleRow("", said)
        for change in some:
            item = change.item
            yield TitleRow(
                item.id, item.title, words.level_of(item), mark=said, mark_icon=icon,
                mark_colour=colour,
            )  # fmt: skip
