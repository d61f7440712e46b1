"""The grant that an application begins with: a kept one, or one that is found by typing."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from vcs_desktop.core.errors import NotFound
from vcs_desktop.core.language import tr
from vcs_desktop.domain.fit.result import Answer, Fit, verdict_words
from vcs_desktop.domain.funding import FundingCall
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.live_conflicts import LiveConflict
from vcs_desktop.ui.finder_field import FinderField
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import Box, button, card, column, label, panel, picture, row
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import prose, short_prose
from vcs_desktop.ui.widgets.reasons_list import ReasonsList

_REST_MS = 200
_MOST = 50
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Before:
    """What is to be thought of before an application to a grant is begun.

    ``fit`` None is that nobody knows yet whether the group may apply.
    """

    call: FundingCall
    fit: Fit | None
    conflicts: tuple[LiveConflict, ...]


class _GrantFinder(FinderField):
    """Finds by the words of a title; what matches comes while somebody types."""

    def offer(self, names: dict[str, str]) -> None:
        """Say what can be found now."""
        self.set_names(names.items())
        if self.box.hasFocus() and self.box.text().strip() and not self.chosen_id():
            self._look()

    def not_chosen_words(self) -> str:
        """Return what is wrong when something was typed and nothing was chosen."""
        return tr("Choose one from the list.")


class GrantCard(GroupPart):
    """``start_asked`` carries the id of the grant. What is known of it stands below the choice."""

    start_asked = Signal(str)
    funding_asked = Signal()
    failed = Signal(object)

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.grants = ChoiceField(tr("A grant you kept"), [("", tr("Choose one"))])
        self.finder = _GrantFinder(tr("Or find one by its name"), offers_new=False)
        self.from_grant = button(tr("Start with this grant"), "primary")
        self.find_button = button(tr("Find another grant"), icon="hand-coins")
        self.call_id = ""
        self.before: Before | None = None
        self._names: dict[str, str] = {}
        self._told: Box = column(gap=8)
        self._choice = panel(column(self.grants, self.finder, gap=8))
        self._kept = Question(self.tasks, self)
        self._found = Question(self.tasks, self)
        self._look = Question(self.tasks, self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self.setLayout(column(self._card()))
        self._connect()

    def shown(self) -> None:
        """Look which grants are kept now."""
        self._kept.ask(self._look_for_kept)

    def offer_choice(self, *, on: bool) -> None:
        """Let a grant be chosen here, or not: somebody came with one from where grants are."""
        self._choice.setVisible(on)

    def look_at(self, call_id: str) -> None:
        """Choose a grant, and say what is to be thought of before it is begun."""
        self.call_id = call_id
        self.before = None
        self._told.clear()
        self.grants.choose(call_id)
        if self.grants.chosen_id() != call_id:
            self.grants.choose("")
        if call_id:
            self._look.ask(lambda: self._before(call_id))
        else:
            self._look.forget()

    def _card(self) -> QFrame:
        return card(
            label(tr("From a grant"), "heading", wrap=True),
            label(tr("Its questions, limits, papers and dates come along."), wrap=True),
            self._choice,
            panel(self._told),
            panel(FlowLayout(self.from_grant, self.find_button)),
            gap=8,
        )

    def _connect(self) -> None:
        self.grants.edited.connect(self._choose_kept)
        self.finder.box.textEdited.connect(lambda _words: self._rest.start())
        self.finder.picked.connect(self.look_at)
        self.finder.emptied.connect(lambda: self.look_at(""))
        self.from_grant.clicked.connect(self._start)
        self.find_button.clicked.connect(self.funding_asked)
        self._rest.timeout.connect(self._find)
        self._kept.answered.connect(self._show_kept)
        self._found.answered.connect(self._show_found)
        self._look.answered.connect(self._show_before)
        for each in (self._kept, self._found, self._look):
            each.failed.connect(self.failed)

    def _look_for_kept(self) -> list[tuple[str, str]]:
        kept = self.services.funding.lines(self.services.choices.all().kept)
        return [
            (each.record.id, each.record.title)
            for each in kept
            if each.record.kind == Kind.FUNDING_CALL
        ]

    def _show_kept(self, kept: list[tuple[str, str]]) -> None:
        nothing = tr("Choose one") if kept else tr("You have kept no grant yet")
        self.grants.set_choices([("", nothing), *((id_, _short(name)) for id_, name in kept)])

    def _choose_kept(self) -> None:
        self.finder.set_chosen("")
        self.look_at(self.grants.chosen_id())

    def _find(self) -> None:
        words = " ".join(self.finder.box.text().split())
        if words and not self.finder.chosen_id():
            self._found.ask(lambda: self._search(words))

    def _search(self, words: str) -> dict[str, str]:
        page = self.services.search.ranked(words, kinds=(Kind.FUNDING_CALL,), limit=_MOST)
        return {each.id: each.title for each in page.results}

    def _show_found(self, found: dict[str, str]) -> None:
        self.finder.offer({id_: _short(name) for id_, name in found.items()})

    def _before(self, call_id: str) -> Before:
        detail = self.services.funding.detail(call_id)
        if detail.call is None:
            raise NotFound(call_id)
        conflicts = self.services.space.inside().applications.conflicts(detail.call)
        return Before(detail.call, detail.line.fit, tuple(conflicts))

    def _show_before(self, before: Before) -> None:
        self.before = before
        self._told.clear()
        for each in before_words(before):
            self._told.put(each)

    def _start(self) -> None:
        chosen = self.grants.chosen_id() or self.call_id
        if chosen:
            self.start_asked.emit(chosen)
        else:
            self.grants.set_error(tr("Choose a grant first."))


def before_words(before: Before) -> list[QWidget]:
    """Return what is to be thought of: what stands in the way, whether it fits, what it costs."""
    parts: list[QWidget] = [prose(before.call.title, "strong")]
    if before.call.funder:
        parts.append(prose(before.call.funder, "muted"))
    parts += [_conflict(each) for each in before.conflicts]
    if before.fit is None:
        words = tr("We cannot say yet whether you can apply. Tell about your group first.")
        return [*parts, label(words, "muted", wrap=True)]
    parts.append(label(verdict_words(before.fit.verdict), "strong", wrap=True))
    open_ = [each for each in before.fit.reasons if each.answer is not Answer.MEETS]
    if open_:
        parts.append(ReasonsList(open_))
    if before.fit.cost is not None:
        told = column(
            label(tr("What applying costs you"), "strong", wrap=True),
            label(before.fit.cost.in_words, "muted", wrap=True),
            gap=0,
        )
        parts.append(card(panel(told), kind="fact", margins=(12, 10, 12, 10)))
    return parts


def _conflict(conflict: LiveConflict) -> QWidget:
    name = short_prose(conflict.name, _LONGEST)
    said = (
        tr("You have a grant that may rule this out: “{name}”.", name=name)
        if conflict.is_grant
        else tr("You have an application that may rule this out: “{name}”.", name=name)
    )
    line = row(picture("triangle-alert", "warn"), gap=10)
    words = [label(said, "strong", wrap=True)]
    if conflict.rule:
        words.append(prose(conflict.rule, "muted"))
    line.put(panel(column(*words, gap=0)), 1)
    return panel(line)


def _short(name: str) -> str:
    return short_prose(" ".join(name.split()), _LONGEST)
