"""One answer that was given before: where, when and how long, and a button to use it again."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.domain.answer_library import LibraryAnswer, family_of
from vcs_desktop.domain.days import in_words
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import prose, short_prose

_MOST_IN_TITLE = 70
_MOST_IN_NAME = 40


class EarlierCard(QWidget):
    """``put_in_asked`` carries the earlier answer, ``versions_asked`` all versions of it."""

    put_in_asked = Signal(object)
    versions_asked = Signal(object)

    def __init__(self, entry: LibraryAnswer, among: Sequence[LibraryAnswer]) -> None:
        """``among`` are all that may be its shorter and longer versions."""
        super().__init__()
        self.entry = entry
        versions = tuple(family_of(among, entry.id))
        begins = beginning_of(entry, _MOST_IN_TITLE)
        self.text = prose(entry.answer.text)
        self.text.hide()
        self.put_button = button(tr("Put in my answer"), "inline", icon="pencil")
        self.put_button.setAccessibleName(put_in_words(entry))
        self.read_button = button(tr("Read it all"), "inline")
        self.read_button.setAccessibleName(tr("Read it all: {begins}", begins=begins))
        self.read_button.setCheckable(True)
        self.versions_button = button(tr("Short and long versions"), "inline")
        self.versions_button.setAccessibleName(
            tr("Short and long versions of: {begins}", begins=begins)
        )
        if len(versions) == 1:
            self.versions_button.hide()
        acts = panel(FlowLayout(self.put_button, self.read_button, self.versions_button, gap=12))
        inside = card(
            label(tr("“{begins}”", begins=begins), "strong", wrap=True),
            prose(told_of(entry), "muted"),
            self.text,
            acts,
            kind="fact",
            margins=(12, 8, 12, 8),
            gap=4,
        )
        self.setLayout(column(inside))
        self.put_button.clicked.connect(lambda: self.put_in_asked.emit(entry))
        self.read_button.toggled.connect(self.text.setVisible)
        self.versions_button.clicked.connect(lambda: self.versions_asked.emit(versions))


def beginning_of(entry: LibraryAnswer, most: int) -> str:
    """Return the first words of an earlier answer."""
    words = short_prose(" ".join(entry.answer.text.split()), most)
    return words if len(words) < most else tr("{words}…", words=words.rstrip())


def put_in_words(entry: LibraryAnswer) -> str:
    """Return what the button to use an answer again says by ear."""
    return tr("Put in my answer: {begins}", begins=beginning_of(entry, _MOST_IN_NAME))


def told_of(entry: LibraryAnswer) -> str:
    """Return where an answer was used, when, and how long it is."""
    name = short_prose(entry.application, 80) or tr("An application")
    funder = short_prose(entry.funder, 80)
    where = (
        tr("{application}, {funder}.", application=name, funder=funder) if funder else f"{name}."
    )
    when = f"{in_words(entry.written_on)}." if entry.written_on else ""
    long = tr_count("{count} word.", "{count} words.", entry.word_count)
    since = ", ".join(short_prose(each, 60) for each in entry.used_in)
    again = tr("Used again in: {names}.", names=since) if since else ""
    return sentences(*(each for each in (where, when, long, again) if each))
