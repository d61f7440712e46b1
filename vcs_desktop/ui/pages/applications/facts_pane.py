"""Figures that can be put into an answer, and those in it of which there is a newer one."""

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.domain.answers import Answer, Canonical, UsedFact
from vcs_desktop.domain.application_figures import FactOffer, newer_in_words, suited_first
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.sight import bring_into_sight
from vcs_desktop.ui.widgets.basics import Box, Button, button, card, column, label, panel
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.prose import prose, short_prose

if TYPE_CHECKING:
    from collections.abc import Callable

    from vcs_desktop.services.in_group import InGroup

Stale = dict[str, list[tuple[UsedFact, FactOffer]]]

FIRST_SHOWN = 3
_MARGINS = (12, 8, 12, 8)
_MOST_IN_NAME = 120


class _Found(NamedTuple):
    """What can be put in, what in the answers is no longer new, and what makes new ids."""

    offers: tuple[FactOffer, ...]
    stale: Stale
    new_id: "Callable[[], str]"


class FactsPane(GroupPart):
    """``fact_asked`` carries a figure to put in, and the one in the answer that it replaces.

    That is None for one that goes to the caret.
    """

    fact_asked = Signal(object, object)

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.put_buttons: list[Button] = []
        self.newer_buttons: list[Button] = []
        self._answer: Answer | None = None
        self._application_id = ""
        self._offers: tuple[FactOffer, ...] = ()
        self._stale: Stale = {}
        self._new_id: Callable[[], str] = str
        self._shows_all = False
        self._asked = Question(self.tasks, self)
        self.nothing = label("", "muted", wrap=True)
        self._newer: Box = column(gap=8)
        self._cards: Box = column(gap=8)
        self.all_button = button("", "inline")
        self.all_button.hide()
        self.finder = TextField(tr("Find a fact"))
        self.finder.hide()
        self.none_found = label(tr("No fact has these words."), "muted", wrap=True)
        self.none_found.hide()
        self._found: list[tuple[str, QFrame]] = []
        self.setLayout(
            column(
                panel(self._newer),
                label(tr("Facts you can use"), "heading", wrap=True),
                self.nothing,
                self.finder,
                self.none_found,
                panel(self._cards),
                self.all_button,
            )
        )
        self.all_button.clicked.connect(self._show_all)
        self.finder.edited.connect(self._show_found)
        self._asked.answered.connect(self._show)
        self._asked.failed.connect(self._tell_problem)
        self.session.changed.connect(self.look_again)

    def show_answer(self, answer: Answer) -> None:
        """Show what can be put into an answer, and what in it is no longer new."""
        before, self._answer = self._answer, answer
        if answer.application != self._application_id:
            self._application_id = answer.application
            self.look_again()
        else:
            self._show_newer()
            if before is None or before.canonical != answer.canonical:
                self._show_offers()

    def look_again(self) -> None:
        """Ask for the figures as they are now."""
        if application_id := self._application_id:
            figures, space = self.services.figures, self.services.space

            def work() -> _Found:
                inside: InGroup = space.inside()
                stale = figures.stale(inside.applications.whole(application_id))
                return _Found(tuple(figures.offers(application_id)), stale, inside.records.ids.new)

            self._asked.ask(work)

    def _show(self, found: _Found) -> None:
        offers, self._stale, self._new_id = found
        self._show_newer()
        if offers != self._offers or not self.put_buttons:
            self._offers = offers
            self._show_offers()

    def _tell_problem(self, error: Exception) -> None:
        """Say why there are none: that none is known would be another thing."""
        self._show(_Found((), {}, str))
        self.nothing.setText(words_for(error))

    def _show_all(self) -> None:
        self._shows_all = True
        self._show_offers()
        self.finder.show()
        self.finder.take_focus()
        QTimer.singleShot(0, self, partial(bring_into_sight, self.finder))

    def _show_found(self) -> None:
        """Show the figures that have the words which are typed, in any order."""
        words = self.finder.words().casefold().split()
        is_none = bool(self._found)
        for said, made in self._found:
            has_words = all(word in said for word in words)
            made.setVisible(has_words)
            is_none = is_none and not has_words
        self.none_found.setVisible(is_none)

    def _show_offers(self) -> None:
        canonical = self._answer.canonical if self._answer is not None else Canonical.NONE
        ordered = suited_first(self._offers, canonical)
        shown = ordered if self._shows_all else ordered[:FIRST_SHOWN]
        self._cards.clear()
        self.put_buttons, self._found = [], []
        for offer in shown:
            made = self._card_of(offer)
            self._put(self._cards, made)
            self._found.append((f"{offer.words} {offer.said_by}".casefold(), made))
        self._show_found()
        self.nothing.setVisible(not self._offers)
        self.nothing.setText(
            tr("None yet. Say under “Our group” where you work, and write down who came.")
        )
        self.all_button.setText(
            tr_count("Show all {count} fact", "Show all {count} facts", len(self._offers))
        )
        self.all_button.setVisible(len(shown) < len(self._offers))

    def _show_newer(self) -> None:
        """Show the figures in this answer of which there is a newer one."""
        answer = self._answer
        self._newer.clear()
        self.newer_buttons = []
        for used, now in self._stale.get(answer.id, ()) if answer is not None else ():
            if answer is not None and used.words in answer.text:
                self._put(self._newer, self._newer_card(used, now))

    def _card_of(self, offer: FactOffer) -> QFrame:
        words = short_prose(offer.words)
        put = button(tr("Put in my answer"), "inline", icon="pencil")
        put.setAccessibleName(
            tr("Put in my answer: {words}", words=short_prose(offer.words, _MOST_IN_NAME))
        )
        put.clicked.connect(partial(self._ask_for, offer))
        self.put_buttons.append(put)
        as_of = "" if offer.as_of in offer.words else offer.as_of  # said once
        told = sentences(*(f"{each}." for each in (offer.said_by, as_of) if each))
        about = [prose(each, "muted") for each in (told, offer.note) if each]
        strong = label(words, "strong", wrap=True)
        return card(strong, *about, put, kind="fact", margins=_MARGINS, gap=4)

    def _newer_card(self, used: UsedFact, now: FactOffer) -> QFrame:
        told = label(tr("There is a newer figure"), "strong", wrap=True)
        put = button(tr("Put in the newer one"), "inline", icon="pencil")
        put.setAccessibleName(
            tr("Put in the newer one: {words}", words=short_prose(now.words, _MOST_IN_NAME))
        )
        put.clicked.connect(partial(self._ask_for_newer, used, now))
        self.newer_buttons.append(put)
        about = [prose(each, "muted") for each in (newer_in_words(used, now), now.note) if each]
        return card(told, *about, put, kind="warn", margins=_MARGINS, gap=4)

    def _put(self, box: Box, made: QFrame) -> None:
        box.put(made)
        made.show()

    def _ask_for(self, offer: FactOffer, _checked: bool = False) -> None:  # by Qt
        self.fact_asked.emit(as_used(offer, self._new_id()), None)

    def _ask_for_newer(self, used: UsedFact, now: FactOffer, _checked: bool = False) -> None:
        self.fact_asked.emit(as_used(now, used.id), used)


def as_used(offer: FactOffer, used_id: str) -> UsedFact:
    """Return a figure as it is kept with the answer that it stands in."""
    return UsedFact(
        id=used_id,
        source=offer.source,
        key=offer.key,
        value=offer.value,
        words=offer.words,
        as_of=offer.as_of,
        said_by=offer.said_by,
    )
