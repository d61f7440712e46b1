"""How tables of anything but people come in: what is said of their rows, before and after."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.services.bring_in import TABLES, Decision, ImportDone, Preview, Seen
from vcs_desktop.services.bring_in.service import BringIn, fields_of
from vcs_desktop.ui.bring_in.manner import Decisions, Manner, RowShown
from vcs_desktop.ui.widgets.basics import Item, card, column, label, panel, picture, row
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.prose import prose, short_prose
from vcs_desktop.ui.widgets.title_list import TitleRow


def plain_manner(what: str, *, back: str, see: str, see_icon: str, title: str = "") -> Manner:
    """Return how a table comes in.

    ``what`` is one of ``services.bring_in.TABLES``. ``back`` and ``see`` are what the
    buttons say that lead back to the list ("Back to the dates", "See the dates"). ``title``
    is what stands above, where a page takes in more than one sort of table.
    """
    return Manner(
        pasted=f"draft/{what}/pasted",
        title=title or tr("Bring in a spreadsheet"),
        back=back,
        see=see,
        taking=tr("Bringing the rows in"),
        icon="upload",
        see_icon=see_icon,
        coming=lambda inside: BringIn(inside.records, what),
        fields=lambda: fields_of(TABLES[what]),
        rows_of=rows_of,
        row_card=PlainRowCard,
        summary=summary,
        button_words=button_words,
        takes_any=lambda preview, decisions: _taken(preview, decisions) > 0,
        done_words=done_words,
    )


class PlainRowCard(RowShown):
    """What would be kept of a row, what stays out, and what is done with it."""

    decided = Signal(int, str)

    def __init__(self, seen: Seen, decisions: Decisions) -> None:
        super().__init__()
        self.seen = seen
        number = tr("Row {row}", row=seen.number)
        items: list[Item] = [label(short_prose(seen.title), "title", wrap=True)]
        if seen.title != number:  # what has no name of its own is called by its row
            items.append(label(number, "muted", wrap=True))
        self.choice = ChoiceField(tr("What to do with this row"), tuple(_choices()))
        if seen.adds_nothing:
            words = tr("Everything in this row is there already.")
            items.append(card(label(words, wrap=True), kind="info"))
        elif seen.is_usable:
            if seen.into:
                items.append(card(prose(seen.into), kind="info"))
            self.choice.choose(decided(seen, decisions).value)
            self.choice.edited.connect(self._tell)
            items.append(self.choice)
        items.append(FactGrid(seen.facts))
        items += [_warning(each) for each in seen.problems]
        self.setLayout(column(card(*items, gap=10)))

    def _tell(self) -> None:
        self.decided.emit(self.seen.number, self.choice.chosen_id())


def decided(seen: Seen, decisions: Decisions) -> Decision:
    """Return what happens to a row: what a person said, or else what is advised."""
    if seen.advised is Decision.LEAVE_OUT:
        return Decision.LEAVE_OUT
    return decisions.get(seen.number, seen.advised)


def summary(preview: Preview, decisions: Decisions) -> str:
    """Return in numbers what would come of it."""
    taken = _taken(preview, decisions)
    there = sum(each.is_usable and each.adds_nothing for each in preview.rows)
    said = [tr_count("{count} row will come in.", "{count} rows will come in.", taken)]
    if there:
        said.append(
            tr_count("{count} row is there already.", "{count} rows are there already.", there)
        )
    if out := len(preview.rows) - taken - there:
        said.append(tr_count("{count} row stays out.", "{count} rows stay out.", out))
    return sentences(*said)


def button_words(preview: Preview, decisions: Decisions) -> str:
    """Return what the button says that does it."""
    taken = _taken(preview, decisions)
    return tr_count("Bring in {count} row", "Bring in {count} rows", taken)


def done_words(done: ImportDone) -> str:
    """Return what came of it."""
    said = []
    if came := done.added + done.merged:
        said.append(tr_count("{count} row came in.", "{count} rows came in.", came))
    if done.unchanged:
        said.append(
            tr_count(
                "{count} row said nothing new.", "{count} rows said nothing new.", done.unchanged
            )
        )
    return sentences(*said) if said else tr("Nothing was added.")


def rows_of(preview: Preview, decisions: Decisions) -> list[TitleRow]:
    """Return every row for a list, those to look at first under a heading of their own."""
    first = [each for each in preview.rows if _wants_a_look(each)]
    rest = [each for each in preview.rows if not _wants_a_look(each)]
    if not first or not rest:
        return [_row_of(each, decisions) for each in preview.rows]
    return [
        TitleRow("", tr_count("Look at {count} row", "Look at {count} rows", len(first))),
        *(_row_of(each, decisions) for each in first),
        TitleRow("", tr_count("{count} row is fine", "{count} rows are fine", len(rest))),
        *(_row_of(each, decisions) for each in rest),
    ]


def _row_of(seen: Seen, decisions: Decisions) -> TitleRow:
    mark, icon, colour = _mark(seen, decided(seen, decisions))
    return TitleRow(
        str(seen.number),
        short_prose(seen.title),
        line=short_prose(seen.line or " ".join(seen.problems)),
        mark=mark,
        mark_icon=icon,
        mark_colour=colour,
    )


def _mark(seen: Seen, decision: Decision) -> tuple[str, str, str]:
    if not seen.is_usable:
        return tr("Stays out"), "circle-x", "bad"
    if seen.adds_nothing:
        return tr("Is there already"), "check", "muted"
    if decision is Decision.LEAVE_OUT:
        return tr("Stays out"), "circle-x", "muted"
    if seen.problems:
        return tr("Something stays out"), "triangle-alert", "warn"
    return (tr("Adds somebody new"), "user-plus", "info") if seen.into else ("", "", "")


def _wants_a_look(seen: Seen) -> bool:
    return not seen.is_usable or bool(seen.problems or seen.into)


def _taken(preview: Preview, decisions: Decisions) -> int:
    return sum(decided(each, decisions) is Decision.ADD for each in preview.rows)


def _choices() -> Iterator[tuple[str, str]]:
    yield Decision.ADD.value, tr("Bring this row in")
    yield Decision.LEAVE_OUT.value, tr("Leave this row out")


def _warning(problem: str) -> QWidget:
    line = row(picture("triangle-alert", "warn"), gap=10)
    line.put(prose(problem), 1)
    return panel(line)
