"""The words of the sector and what they mean, with a field to find one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.reading import Block, Heading, Paragraph, Span, Text
from vcs_desktop.domain.reference import Term
from vcs_desktop.domain.words_typed import has_words
from vcs_desktop.ui.widgets.basics import column, label, panel
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.reading_view import ReadingView
from vcs_desktop.ui.widgets.words_field import WordsField

# All words are one text, which a single one without end would make slow to lay out.
_LONGEST_NAME, _LONGEST_TEXT = 200, 2_000


class GlossaryView(QWidget):
    """One text in which every word is a heading, so that its outline is the list of words.

    ``opened`` carries the id of a word that the person went to.
    """

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._terms: tuple[Term, ...] | None = None  # None while they are on their way
        self._shown: tuple[Term, ...] = ()
        self._wanted = ""
        self._found_with: str | None = None
        self.find_field = WordsField(tr("Find a word"))
        self.field = self.find_field.box
        self.count = label("", "muted")
        self.reading = ReadingView()
        self.reading.outline.setAccessibleName(tr("Words explained"))
        self.empty = EmptyState("", "", icon="search")
        self.empty.hide()
        whole = column(panel(FlowLayout(self.find_field, self.count)), gap=8)
        whole.put(self.reading, 1)
        whole.put(self.empty, 1)
        self.setLayout(whole)
        self.find_field.asked.connect(self._filter)
        self.field.returnPressed.connect(self._go_to_words)
        self.empty.button.clicked.connect(self._begin_anew)
        self.reading.outline.entered.connect(self._tell_opened)

    def set_terms(self, terms: Sequence[Term]) -> None:
        """Explain these words."""
        if self._terms != tuple(terms):
            self._terms, self._found_with = tuple(terms), None
            self._filter()
        if self._wanted:
            self.open(self._wanted)

    def open(self, term_id: str) -> None:
        """Go to a word by its id, now or as soon as the words are there."""
        self._wanted = term_id
        self._show_all()
        for number, term in enumerate(self._shown):
            if term.id == term_id:
                self._wanted = ""
                self.reading.go_to(number)
                self._go_to_words()
                self.opened.emit(term_id)

    def look_up(self, word: str) -> None:
        """Show what has a word in it, such as one that was marked in a text."""
        self.field.setText(word)
        self._filter()

    def parts(self) -> tuple[QWidget, ...]:
        """Return where F6 stops."""
        return self.field, self.reading.outline, self.reading.browser

    def _tell_opened(self, number: int) -> None:
        if number < len(self._shown):
            self.opened.emit(self._shown[number].id)

    def _filter(self) -> None:
        words = self.find_field.words()
        if words == self._found_with:
            return  # whoever reads stays at the same place
        self._found_with = words
        self._shown = tuple(term for term in self._terms or () if not words or _has(term, words))
        self.reading.show_text(_text_of(self._shown), tr("Glossary"))
        self.count.setText(tr_count("{count} word", "{count} words", len(self._shown)))
        nothing = self._terms is not None and not self._shown
        if nothing:
            self._say_nothing()
        self.reading.setVisible(not nothing)
        self.empty.setVisible(nothing)

    def _say_nothing(self) -> None:
        if self._terms:
            title, text = tr("No such word here"), tr("Try a shorter one, or the beginning of it.")
            self.empty.set_words(title, text, tr("Show every word"))
        else:
            title = tr("No words are explained here yet")
            self.empty.set_words(title, tr("They come with the library. Add a newer one."))

    def _show_all(self) -> None:
        self.find_field.clear()
        self._filter()

    def _begin_anew(self) -> None:
        self._show_all()
        self.field.setFocus()

    def _go_to_words(self) -> None:
        if self._shown:
            self.reading.browser.setFocus()


def _has(term: Term, words: str) -> bool:
    return any(has_words(name, words) for name in term.names)


def _text_of(terms: Sequence[Term]) -> Text:
    blocks: list[Block] = []
    for term in terms:
        blocks.append(Heading(2, (Span(short_prose(term.title, _LONGEST_NAME)),)))
        blocks.append(Paragraph((Span(short_prose(term.text, _LONGEST_TEXT)),)))
        if term.also_known_as:
            others = short_prose(", ".join(term.also_known_as), _LONGEST_NAME)
            blocks.append(Paragraph((Span(tr("Also called: {names}.", names=others)),)))
    return tuple(blocks)
