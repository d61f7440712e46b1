"""One thing that the search offers: what it is, why it is there, and what opening it does."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from vcs_desktop.core.language import tr
from vcs_desktop.domain.library import OPPORTUNITIES, Kind
from vcs_desktop.domain.words_typed import has_words, places
from vcs_desktop.ui import opportunity_words
from vcs_desktop.ui.edit_menu import OF_FIELD
from vcs_desktop.ui.kind_words import kind_words
from vcs_desktop.ui.navigation import PageSpec
from vcs_desktop.ui.opportunity_words import ended

if TYPE_CHECKING:
    from vcs_desktop.domain.help import HelpTopic
    from vcs_desktop.domain.opportunities import RecordLine
    from vcs_desktop.services.group_search import GroupLine

HELP = "help"
# Of these it tells most whose they are; of the others, what they say.
_FROM_SOMEBODY = (*OPPORTUNITIES, Kind.AWARD, Kind.EVENT, Kind.FACT, Kind.RULE)


Act = Callable[[str, str], object]
"""Opens something by two words: a kind and an id, a page and a thing, or a page and words."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says. ``kind`` is what it is, in a word; ``note`` says more about it.

    ``why`` says why it was found, or is empty. ``words`` are those that were
    typed: they stand out where they are met. ``key`` tells rows apart; ``act``
    opens what the row offers.
    """

    key: str
    icon: str
    kind: str
    title: str
    act: Callable[[], object] = field(compare=False)
    note: str = ""
    why: str = ""
    words: str = ""

    def spoken(self) -> str:
        """Return the whole row as one sentence after another, for a screen reader."""
        why = tr("Why: {why}", why=self.why) if self.why else ""
        parts = (self.title, self.kind, self.note, why)
        return " ".join(ended(part) for part in parts if part)


def record_row(line: "RecordLine", on: date, words: str, act: Act) -> Row:
    """Return the row of a record; ``act`` is given its kind and its id."""
    icon, kind = kind_words(line.kind)
    said: tuple[str, ...] = (line.who if line.kind in _FROM_SOMEBODY else line.summary,)
    if line.kind in OPPORTUNITIES:
        said = (opportunity_words.who_says(line), opportunity_words.closing_phrase(line, on))
    return Row(
        f"{line.kind}/{line.id}",
        icon,
        kind,
        line.title,
        partial(act, line.kind, line.id),
        " · ".join(filter(None, said)),
        _why(line, words) if words else "",
        words,
    )


def group_row(line: "GroupLine", words: str, act: Act) -> Row:
    """Return the row of a record of the open group; ``act`` is given its kind and its id."""
    icon, kind = kind_words(line.kind)
    return Row(
        f"{line.kind}/{line.id}",
        icon,
        kind,
        line.title or tr("Our group"),
        partial(act, line.kind, line.id),
        tr("In your group"),
        line.why,
        words,
    )


def page_rows(specs: Iterable[PageSpec], words: str, act: Act) -> list[Row]:
    """Return the pages whose names have the words."""
    return [
        Row(
            f"page/{spec.id}",
            spec.icon,
            tr("Page"),
            spec.title,
            partial(act, spec.id, ""),
            words=words,
        )
        for spec in specs
        if has_words(spec.title, words)
    ]


def topic_rows(topics: "Iterable[HelpTopic]", words: str, act: Act) -> list[Row]:
    """Return the help pages whose titles or summaries have the words."""
    return [
        Row(
            f"help/{topic.id}",
            "circle-help",
            tr("Help"),
            topic.title,
            partial(act, HELP, topic.id),
            topic.summary,
            words=words,
        )
        for topic in topics
        if has_words(f"{topic.title} {topic.summary}", words)
    ]


def all_row(spec: PageSpec, words: str, act: Act) -> Row:
    """Return the row that shows all that has the words on a page of its own."""
    return Row(
        f"all/{spec.id}",
        "list",
        tr("Page"),
        tr("See all in {page}", page=spec.title),
        partial(act, spec.id, words),
        tr("With “{words}”", words=words),
    )


def command_rows(menu_bar: QMenuBar, words: str, act: Callable[[QAction], object]) -> list[Row]:
    """Return what the menus can do now; with words, only what has them.

    The first menu comes last: it has Quit, which nobody wants to meet first.
    """
    first, *others = menu_bar.actions()
    commands = _commands([*others, first])
    rows = [_command_row(menu, action, words, act) for menu, action in commands]
    return [row for row in rows if not words or has_words(f"{row.note} {row.title}", words)]


def _commands(actions: Iterable[QAction], under: str = "") -> Iterator[tuple[str, QAction]]:
    for action in actions:
        inner = action.menu()
        name = _plain(action.text())
        if isinstance(inner, QMenu):
            yield from _commands(inner.actions(), f"{under} · {name}" if under else name)
        elif _can_be_done(action):
            yield under, action


def _can_be_done(action: QAction) -> bool:
    """Say whether an entry does something now; in the search there is no other field in hand."""
    is_there = action.isEnabled() and action.isVisible() and not action.isSeparator()
    return is_there and not action.property(OF_FIELD)


def _command_row(menu: str, action: QAction, words: str, act: Callable[[QAction], object]) -> Row:
    title = _plain(action.text())
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    state = tr("on now") if action.isChecked() else ""
    return Row(
        f"command/{menu}/{title}",
        "chevron-right",
        tr("Command"),
        title,
        partial(act, action),
        " · ".join(filter(None, (menu, key, state))),
        words=words,
    )


def _plain(text: str) -> str:
    """Return the words of a menu entry without the mark of its letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _why(line: "RecordLine", words: str) -> str:
    """Return where the words are, unless the row shows that by itself."""
    if line.why and line.why not in f"{line.title} {line.who}":
        return line.why
    if has_words(line.title, words):
        return tr("The title has your words")
    if places(line.who, words):
        return tr("It is from {who}", who=line.who)
    return tr("The title has some of your words") if places(line.title, words) else line.why
