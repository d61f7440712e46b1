"""Step 2: everything that will change, item by item, and what is refused."""

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.ui.pages.publish import words
from vcs_desktop.ui.pages.publish.cards import item_card, refused_card
from vcs_desktop.ui.widgets.basics import Button, button, column, label, panel
from vcs_desktop.ui.widgets.chips import Chip
from vcs_desktop.ui.widgets.choice import Choice
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import as_prose, short_prose
from vcs_desktop.ui.widgets.ticks_field import Tick
from vcs_desktop.ui.widgets.title_list import RowsWhenSeen, TitleRow
from vcs_desktop.ui.widgets.titles_and_card import TitlesAndCard
from vcs_desktop.ui.widgets.two_line_rows import draw_in_two_lines

if TYPE_CHECKING:
    from vcs_desktop.services.publishing import Plan, Seen

ALL = "all"
_REFUSED = "refused/"
_NAMED = 5


class ChangesStep(QWidget):
    """``next_asked`` goes on, ``back_asked`` goes back; ``item_asked`` carries an item's number."""

    next_asked = Signal()
    back_asked = Signal()
    item_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._plan: Plan | None = None
        self._filter = ALL
        self._counts: Counter[tuple[str, str]] = Counter()
        self.told = label("", "strong", wrap=True)
        self.warning = label("", "warn", wrap=True)
        self.chips: dict[str, Chip] = {}
        self._group = QButtonGroup(self)
        line = FlowLayout(gap=6)
        for each in (ALL, words.ADDED, words.CHANGED, words.GONE, words.REFUSED):
            chip = self.chips[each] = Chip("")
            chip.toggled.connect(partial(self._choose, each))
            self._group.addButton(chip)
            line.addWidget(chip)
        self.kind = Choice(tr("Kind"), [(ALL, tr("Everything"))])
        line.addWidget(self.kind)
        self.bar = panel(line)
        self.bar.setAccessibleName(tr("Show only"))
        self.empty = EmptyState("", "", icon="circle-check")
        self.titles = TitlesAndCard(tr("What will change"), self.empty)
        draw_in_two_lines(self.titles.list)
        self.without = Tick(tr("Publish without the rows that are refused"))
        self.back_button = button(tr("Back"), icon="arrow-left")
        self.next_button: Button = button(tr("Next: who checked it"), "primary")
        layout = column(self.told, self.warning, self.bar, gap=10)
        layout.put(self.titles, 1)
        layout.put(self.without)
        layout.put(panel(FlowLayout(self.back_button, self.next_button)))
        self.setLayout(layout)
        self.titles.card_asked.connect(self._ask_for_card)
        self.titles.all_asked.connect(lambda: self.chips[ALL].setChecked(True))
        self.kind.chosen.connect(self._show_kind)
        self.without.box.toggled.connect(self._follow)
        self.back_button.clicked.connect(self.back_asked)
        self.next_button.clicked.connect(self.next_asked)

    def first_focus(self) -> QWidget:
        """Start at the list, or at what goes on where it is empty."""
        if self._plan is not None and (self._plan.items or self._plan.refused):
            return self.titles.list
        return self.next_button if self.next_button.isEnabled() else self.back_button

    def show_plan(self, plan: "Plan") -> None:
        """Show another plan."""
        self._plan = plan
        counts = plan.counts
        self.told.setText(words.counts_in_words(counts.added, counts.changed, counts.gone))
        self.warning.setText(_warning(plan))
        self.warning.setVisible(bool(self.warning.text()))
        self._counts = Counter((item.kind, str(item.what)) for item in plan.items)
        kinds = {kind: words.kind_of_item(kind) for kind, _what in self._counts}
        self.kind.choose(ALL)
        self.kind.offer(sorted(kinds.items(), key=lambda each: each[1].casefold()))
        self.kind.setVisible(len(kinds) > 1)
        self._count()
        self.without.box.setChecked(False)
        self.without.setVisible(bool(plan.refused))
        if self._filter == ALL:
            self._show_rows()
        self.chips[ALL].setChecked(True)
        self._follow()

    def forget(self) -> None:
        """Show nothing."""
        self._plan = None
        self.titles.show_rows(())

    def show_item(self, seen: "Seen") -> None:
        """Show one item as a group will see it."""
        self.titles.show_card(item_card(seen))

    def _show_kind(self) -> None:
        self._count()
        if self.chips[self._filter].isHidden():  # nothing of this kind is in it
            self.chips[ALL].setChecked(True)
        else:
            self._show_rows()

    def _count(self) -> None:
        """Say on each chip how many it shows; what is refused is of no kind yet."""
        if self._plan is None:
            return
        chosen, refused = self.kind.chosen_id(), len(self._plan.refused)
        counts = dict.fromkeys((words.ADDED, words.CHANGED, words.GONE), 0)
        for (kind, what), count in self._counts.items():
            if chosen in (ALL, kind):
                counts[what] += count
        counts[words.REFUSED] = refused if chosen == ALL else 0
        self.chips[ALL].setText(tr("All ({count})", count=f"{sum(counts.values()):,}"))
        for each, count in counts.items():
            self.chips[each].setText(
                tr("{what} ({count})", what=words.what_words(each), count=f"{count:,}")
            )
            self.chips[each].setVisible(bool(count))

    def _choose(self, which: str, chosen: bool) -> None:  # Qt passes it by place
        if chosen:
            self._filter = which
            self._show_rows()

    def _show_rows(self) -> None:
        plan = self._plan
        if plan is None:
            return
        chosen = self.kind.chosen_id()
        tells_refused = self._filter in (ALL, words.REFUSED) and chosen == ALL
        refused = range(len(plan.refused)) if tells_refused else ()
        items = (
            number
            for number, item in enumerate(plan.items)
            if self._filter in (ALL, str(item.what)) and chosen in (ALL, item.kind)
        )
        ids = [*(f"{_REFUSED}{number}" for number in refused), *map(str, items)]
        self.titles.say_nothing(*_nothing(plan))
        self.titles.show_rows(RowsWhenSeen(ids, partial(_row, plan, ids)))

    def _ask_for_card(self, row_id: str) -> None:
        plan = self._plan
        if plan is None:
            return
        if row_id.startswith(_REFUSED):
            self.titles.show_card(refused_card(plan.refused[int(row_id.removeprefix(_REFUSED))]))
        else:
            self.item_asked.emit(int(row_id))

    def _follow(self) -> None:
        """Let go on what can be signed: nothing is refused, or it is to be left out."""
        plan = self._plan
        may = plan is not None and (not plan.refused or self.without.box.isChecked())
        has_any = plan is not None and bool(plan.counts.same or plan.counts.added
                                            or plan.counts.changed)  # fmt: skip
        self.next_button.setEnabled(may and has_any)


def _row(plan: "Plan", ids: list[str], place: int) -> TitleRow:
    row_id = ids[place]
    if row_id.startswith(_REFUSED):
        one = plan.refused[int(row_id.removeprefix(_REFUSED))]
        title = ", ".join(filter(None, (one.file, one.where)))
        return TitleRow(
            row_id, short_prose(title), short_prose(one.why), "", words.what_words(words.REFUSED),
            *words.ICONS[words.REFUSED],
        )  # fmt: skip
    item = plan.items[int(row_id)]
    what = str(item.what)
    return TitleRow(
        row_id, short_prose(item.title), words.kind_of_item(item.kind), "", words.what_words(what),
        *words.ICONS[what],
    )  # fmt: skip


def _nothing(plan: "Plan") -> tuple[str, str]:
    if not plan.counts.same:
        return tr("There is nothing to publish"), tr("Put files in that hold something.")
    return (
        tr("Nothing will change"),
        tr("You can still sign it with today's date. Then it does not count as out of date."),
    )


def _what_goes(plan: "Plan") -> str:
    count, back_to = plan.counts.gone, plan.back_to
    if back_to is not None:  # then nothing of it was in anybody's files
        return tr_count(
            "{number} thing is not in version {version}. It goes from every computer.",
            "{number} things are not in version {version}. They go from every computer.",
            count,
            number=f"{count:,}",
            version=back_to.version,
        )
    return tr_count(
        "{number} thing is not in your files any more. It goes from every computer.",
        "{number} things are not in your files any more. They go from every computer.",
        count,
        number=f"{count:,}",
    )


def _warning(plan: "Plan") -> str:
    """Return what to look hard at: an empty folder, what goes, and files that are no data."""
    found = []
    if plan.before is None:
        found.append(
            tr(
                "Nothing is published in this folder yet. If you have published before, "
                "go back and choose that folder."
            )
        )
    if plan.counts.gone:
        found.append(_what_goes(plan))
    if plan.pointing.count:
        titles = ", ".join(dict.fromkeys(each.title for each in plan.pointing.found[:_NAMED]))
        found.append(
            tr_count(
                "{number} thing points to a file that does not go along, so nobody can open it: "
                "{titles}.",
                "{number} things point to files that do not go along, so nobody can open them: "
                "{titles}.",
                plan.pointing.count,
                number=f"{plan.pointing.count:,}",
                titles=as_prose(titles),
            )
        )
    if plan.passed_over:
        names = ", ".join(plan.passed_over[:_NAMED])
        found.append(tr("These files hold nothing to publish: {names}.", names=as_prose(names)))
    return " ".join(found)
