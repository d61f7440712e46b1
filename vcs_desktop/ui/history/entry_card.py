"""One thing that was done to a record: who, when, and what it changed, line by line."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.fold import Folded
from vcs_desktop.domain.history import Entry
from vcs_desktop.ui.history.deed_words import deed_in_words, time_in_words, who_or_somebody
from vcs_desktop.ui.history.lines import Line, can_come_back, lines_of
from vcs_desktop.ui.history.text_changes import added_and_taken, words_in
from vcs_desktop.ui.widgets.basics import Box, Button, button, card, column, label, panel
from vcs_desktop.ui.widgets.fold import Fold
from vcs_desktop.ui.widgets.prose import prose, short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.history import Names

BringBack = Callable[[Line], None]

_MARGINS = (12, 8, 12, 8)
_MOST_IN_A_LINE = 400
_MOST_IN_A_TEXT = 4_000
_MOST_ON_A_BUTTON = 24


def entry_card(
    entry: Entry,
    record: Folded | None,
    kind: str,
    bring_back: BringBack,
    names: "Names | None" = None,
) -> QWidget:
    """Return one entry of a history; ``record`` is the record as it is now, None if erased.

    ``names`` says whom the ids in it mean.
    """
    content = column(
        label(short_prose(deed_in_words(entry)), "strong", wrap=True),
        label(time_in_words(entry.at), "muted", wrap=True),
        margins=_MARGINS,
        gap=2,
    )
    if entry.blanked:
        content.put(label(tr("What it was is deleted for good."), "muted", wrap=True))
    for line in lines_of(kind, entry.changes, names):
        said = line.told if entry.verb == Verb.ADD else line.said
        content.put(_folded(line) if line.is_long else label(_cut(said), wrap=True))
        if can_come_back(line, record):
            back = _back_button(line)
            back.clicked.connect(partial(_pressed, bring_back, line))
            content.addWidget(back, 0, Qt.AlignmentFlag.AlignLeading)
    return framed(content)


def erasure_card(entry: Entry) -> QWidget:
    """Return the first entry of a record that was erased: by whom, and that nothing is left."""
    who = who_or_somebody(entry.who)
    return card(
        label(short_prose(tr("{who} deleted this for good", who=who)), "strong", wrap=True),
        label(time_in_words(entry.at), "muted", wrap=True),
        label(
            sentences(
                tr("Every word of it is gone from this group."),
                tr("Below is only who changed it, and when."),
            ),
            wrap=True,
        ),
        kind="info",
        margins=_MARGINS,
        gap=4,
    )


def framed(content: Box) -> QFrame:
    """Return a card that holds a column: as few widgets as can be, for there are many cards."""
    made = QFrame()
    made.setProperty("kind", "card")
    made.setLayout(content)
    return made


def _cut(words: str) -> str:
    return short_prose(words, _MOST_IN_A_LINE)


def _pressed(bring_back: BringBack, line: Line, _checked: bool = False) -> None:  # Qt passes it
    bring_back(line)


def _back_button(line: Line) -> Button:
    if not line.old:  # that somebody came: there is nothing more to say of it
        name = tr("Bring this back: {field}", field=_cut(line.field))
        return button(tr("Bring this back"), "inline", icon="undo-2", name=name)
    short = len(line.old) <= _MOST_ON_A_BUTTON and "\n" not in line.old
    words = tr("Bring back “{value}”", value=line.old) if short else tr("Bring back the older text")
    name = tr("Bring back {field}: {value}", field=line.field, value=_cut(line.old))
    return button(words.replace("&", "&&"), "inline", icon="undo-2", name=name)


def _folded(line: Line) -> QWidget:
    """Return a longer text: what it is called, and under a fold what changed in it."""
    only = line.new if not line.old else line.old if not line.new else ""
    if not line.old:
        words = tr_count(
            "{field}: a text of {count} word was added",
            "{field}: a text of {count} words was added",
            words_in(line.new),
            field=line.field,
        )
    elif not line.new:
        words = tr_count(
            "{field}: a text of {count} word was taken away",
            "{field}: a text of {count} words was taken away",
            words_in(line.old),
            field=line.field,
        )
    else:
        words = tr("{field}: the text was changed", field=line.field)
    fold = Fold(tr("See the text") if only else tr("See what changed"))
    fold.opened.connect(partial(_fill, fold, line, only))
    return panel(column(label(short_prose(words), wrap=True), fold, gap=0))


def _fill(fold: Fold, line: Line, only: str, is_open: bool) -> None:
    """Put the words in when the fold is first opened: most never are."""
    if not is_open or fold.content.count():
        return
    if only:
        fold.content.put(_text(only))
        return
    changed = added_and_taken(line.old, line.new)
    if changed is None:
        said = tr("This text is too long to compare. Below is what it was before.")
        fold.content.put(label(said, "muted", wrap=True))
        fold.content.put(_text(line.old))
        return
    added, taken = changed
    for heading, kind, pieces in ((tr("Added"), "ok", added), (tr("Taken away"), "warn", taken)):
        if pieces:
            fold.content.put(label(heading, kind, wrap=True))
            fold.content.put(_text("\n".join(pieces)))
    if not added and not taken:
        fold.content.put(label(tr("Only spaces and new lines changed."), "muted", wrap=True))


def _text(words: str) -> QWidget:
    more = "…" if len(words) > _MOST_IN_A_TEXT else ""
    return prose(words[:_MOST_IN_A_TEXT] + more)
