"""What is new since last time on Home: a part for each thing it is about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from vcs_desktop.core.language import Marked, marked, tr, tr_count, tr_marked
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel, picture, row
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from vcs_desktop.domain.news import ChangedLine, GoneLine, NewsPart
    from vcs_desktop.services.home import HomeView
    from vcs_desktop.ui.pages.home.thing_row import ThingRow


class NewsCard(QFrame):
    """``open_asked`` carries the kind and the id of a record, ``place_asked`` a page and ""."""

    open_asked = Signal(str, str)
    place_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.title = label("", "heading", wrap=True)
        self._parts = column(gap=14)
        self.rows: list[ThingRow] = []
        self.setLayout(column(self.title, panel(self._parts), margins=(16, 14, 16, 14), gap=10))

    def show_news(self, view: "HomeView") -> None:
        """Show what is new; on a first visit with nothing new the card goes away."""
        self.rows.clear()
        self._parts.clear()
        self.title.setText(tr("New since last time") if view.since else tr("New today"))
        for part in view.news:
            self._parts.put(self._part(part, view.on))
        if view.since and not view.news:
            words = tr("Nothing new since your last visit.")
            self._parts.put(label(words, "muted", wrap=True))
        self.setVisible(view.since is not None or bool(view.news))

    def _part(self, part: "NewsPart", on: date) -> QWidget:
        from vcs_desktop.domain.opportunities import OpportunityLine
        from vcs_desktop.ui.pages.home.thing_row import opportunity_row, record_row

        subject = _SUBJECTS[part.subject]
        said = row(picture(subject.icon, "brand", 18), gap=8)
        said.put(label(_counted(part), "strong", wrap=True), 1)
        box = column(panel(said), gap=8)
        for line in part.lines:
            made = (
                opportunity_row(line, on) if isinstance(line, OpportunityLine) else record_row(line)
            )
            self._put(box.put, made)
        for change in part.changes:
            self._put(box.put, _changed_row(change))
        for gone in part.gone:
            box.put(_gone_row(gone))
        if part.more > 0:
            see_all = button(tr_marked(subject.all_words), "inline")
            see_all.clicked.connect(partial(self.place_asked.emit, subject.place, ""))
            box.put(panel(FlowLayout(see_all)))
        return panel(box)

    def _put(self, put: Callable[..., None], made: "ThingRow") -> None:
        made.open_asked.connect(self.open_asked)
        self.rows.append(made)
        put(made)


def _changed_row(change: "ChangedLine") -> "ThingRow":
    """Return what changed, each change a line of its own."""
    from vcs_desktop.ui.pages.home.thing_row import ThingRow
    from vcs_desktop.ui.widgets.prose import short_prose

    line = change.line
    said = [label(short_prose(words, _MOST_LETTERS), wrap=True) for words in change.words]
    return ThingRow(line.kind, line.id, line.title, *said)


def _gone_row(gone: "GoneLine") -> QWidget:
    """Return what was taken out: nothing of it can be opened any more."""
    from vcs_desktop.ui.widgets.prose import short_prose

    said = [label(short_prose(gone.title), "strong", wrap=True)]
    if gone.who:
        said.append(label(short_prose(gone.who), "muted", wrap=True))
    said.append(label(tr("It is no longer in the library."), wrap=True))
    return card(*said, kind="fact", gap=2)


def _counted(part: "NewsPart") -> str:
    """Return "2 new grants", "2 new grants, 1 changed" or "Grants: 1 changed, 1 taken out"."""
    subject = _SUBJECTS[part.subject]
    changed = tr_count("{count} changed", "{count} changed", part.changed)
    removed = tr_count("{count} taken out", "{count} taken out", part.removed)
    told = [
        words
        for count, words in (
            (part.added, subject.count(part.added)),
            (part.changed, changed),
            (part.removed, removed),
        )
        if count
    ]
    said = ", ".join(told)
    if part.added:
        return said
    return tr("{subject}: {changed}", subject=tr_marked(subject.name), changed=said)


def _grants(count: int) -> str:
    return tr_count("{count} new grant", "{count} new grants", count)


def _contracts(count: int) -> str:
    return tr_count("{count} new contract", "{count} new contracts", count)


def _events(count: int) -> str:
    return tr_count("{count} new event", "{count} new events", count)


def _guides(count: int) -> str:
    return tr_count("{count} new guide", "{count} new guides", count)


def _facts(count: int) -> str:
    return tr_count("{count} new rule or fact", "{count} new rules and facts", count)


def _council(count: int) -> str:
    return tr_count(
        "{count} new promise or agreement", "{count} new promises and agreements", count
    )


_MOST_LETTERS = 400


@dataclass(frozen=True, slots=True)
class _Subject:
    """How news about one thing are shown.

    ``place`` is the page that has all of it, ``all_words`` lead there; ``name`` is what it
    is called, and ``count`` says how many are new.
    """

    icon: str
    place: str
    name: Marked
    all_words: Marked
    count: Callable[[int], str]


_SUBJECTS: Mapping[str, _Subject] = MappingProxyType(
    {
        "grants": _Subject(
            "hand-coins", "funding", marked("Grants"), marked("See all grants"), _grants
        ),
        "contracts": _Subject(
            "file-text", "funding", marked("Contracts"), marked("See all contracts"), _contracts
        ),
        "events": _Subject(
            "calendar-days", "learning", marked("Events"), marked("See all events"), _events
        ),
        "guides": _Subject(
            "graduation-cap", "learning", marked("Guides"), marked("See all guides"), _guides
        ),
        "facts": _Subject(
            "chart-column", "facts", marked("Rules and facts"), marked("See all facts"), _facts
        ),
        "council": _Subject(
            "landmark",
            "council",
            marked("Promises and agreements"),
            marked("See all promises"),
            _council,
        ),
    }
)
