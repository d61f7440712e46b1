"""Two who look like one person: side by side, to be merged or told apart for good."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.people import Person
from vcs_desktop.services.duplicates import Merging, Pair
from vcs_desktop.services.in_group import InGroup
from vcs_desktop.ui.history.lines import title_of_field
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.people import words
from vcs_desktop.ui.pages.people.aside_view import AsideView
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import prose, short_prose
from vcs_desktop.ui.widgets.title_list import TitleRow
from vcs_desktop.ui.widgets.titles_and_card import TitlesAndCard, waiting
from vcs_desktop.ui.widgets.whole_table import WholeTable

_KIND = "person"


@dataclass(frozen=True, slots=True)
class Two:
    """Two people as they are now, and what a merge into either would make."""

    pair: Pair
    people: tuple[Person, Person]
    merging: tuple[Merging, Merging]


class PairCard(QWidget):
    """Why two look the same, what each says, and what to do about it.

    ``merge_asked`` carries whose record stays and whose goes into it.
    """

    merge_asked = Signal(str, str)
    apart_asked = Signal()

    def __init__(self, two: Two) -> None:
        super().__init__()
        self.two = two
        names = [short_prose(each.name, 60) for each in two.people]
        self.keep = ChoiceField(
            tr("Where both say something, keep what stands with"),
            ((str(at), _which(at, name)) for at, name in enumerate(names)),
        )
        self.left = prose("", "muted")
        self.merge_button = button(tr("Merge"), "primary", icon="merge")
        self.apart_button = button(tr("Not the same person"), icon="users")
        heads = (tr("What"), _which(0, names[0]), _which(1, names[1]))
        self.table = WholeTable(tr("Both side by side"), heads)
        title = tr("{first} and {second}", first=names[0], second=names[1])
        self.setLayout(
            column(
                card(
                    label(title, "title", wrap=True),
                    prose(two.pair.why),
                    self.table,
                    gap=10,
                ),
                card(
                    self.keep,
                    self.left,
                    panel(FlowLayout(self.merge_button, self.apart_button)),
                    gap=10,
                ),
                gap=12,
            )
        )
        self.table.show_rows(_rows(two))
        self.keep.edited.connect(self._say_left)
        self.merge_button.clicked.connect(self._ask)
        self.apart_button.clicked.connect(self.apart_asked)
        self._say_left()

    def _kept(self) -> int:
        return int(self.keep.chosen_id())

    def _say_left(self) -> None:
        behind = self.two.merging[self._kept()].left_behind
        fields = dict.fromkeys(title_of_field(_KIND, name, []) for name in behind)
        if fields:
            said = tr("This would not be in it: {fields}.", fields=", ".join(fields))
        else:
            said = tr("Nothing that either says would be lost.")
        self.left.setText(said)

    def _ask(self) -> None:
        kept = self._kept()
        self.merge_asked.emit(self.two.people[kept].id, self.two.people[1 - kept].id)


class DuplicatesView(AsideView):
    """The pairs in a list, and the chosen one in full."""

    def __init__(self, *asked: Any) -> None:
        super().__init__(tr("People who may be here twice"), *asked)
        self.titles = TitlesAndCard(tr("Pairs"), waiting())
        self.card: PairCard | None = None
        self._pairs: dict[str, Pair] = {}
        self._found = Question(self.tasks, self)
        self._two = Question(self.tasks, self)
        self._acts = Latest(self.tasks, self)
        self.count = label("", "muted", wrap=True)
        self.body.put(self.count)
        self.body.put(self.titles, 1)
        self._found.answered.connect(self._show)
        self._found.failed.connect(self.titles.show_problem)
        self._two.answered.connect(self._show_two)
        self._two.failed.connect(self.titles.show_problem_of_one)
        self.titles.card_asked.connect(self._open)
        self.titles.again_asked.connect(self.shown)
        self.titles.all_asked.connect(self.back_asked)

    def shown(self) -> None:
        """Look for pairs again."""
        self._found.ask(self._pairs_now)

    def first_focus(self) -> QWidget:
        """Start in the list."""
        return self.titles.first_focus()

    def _pairs_now(self) -> list[Pair]:
        return self.services.space.inside().duplicates.pairs()

    def _show(self, pairs: list[Pair]) -> None:
        self._pairs = {f"{each.first.id}/{each.second.id}": each for each in pairs}
        self.count.setText(
            tr_count("{count} pair looks the same.", "{count} pairs look the same.", len(pairs))
        )
        self.count.setVisible(bool(pairs))
        self.titles.say_nothing(
            tr("Nobody is here twice"),
            tr("When two people look the same, you find them here."),
            tr("Back to the people"),
        )
        self.titles.show_rows([_row(pair_id, each) for pair_id, each in self._pairs.items()])

    def _open(self, pair_id: str) -> None:
        pair = self._pairs[pair_id]
        self._two.ask(lambda: _two_of(self.services.space.inside(), pair))

    def _show_two(self, two: Two) -> None:
        self.card = PairCard(two)
        first, second = two.people
        self.card.merge_asked.connect(self._merge)
        self.card.apart_asked.connect(partial(self._tell_apart, first, second))
        self.titles.show_card(self.card)

    def _merge(self, keep_id: str, other_id: str) -> None:
        self._act(
            lambda inside: inside.duplicates.merge(keep_id, other_id), tr("Merged into one person.")
        )

    def _tell_apart(self, first: Person, second: Person) -> None:
        said = tr(
            "{first} and {second} are two people.",
            first=short_prose(first.name, 60),
            second=short_prose(second.name, 60),
        )
        self._act(lambda inside: inside.duplicates.not_the_same(first.id, second.id), said)

    def _act(self, act: Callable[[InGroup], object], said: str) -> None:
        def then(_outcome: object) -> None:
            self.acted.emit(said)
            self.shown()

        self._acts.ask_too(
            lambda: act(self.services.space.inside()), then=then, otherwise=self.tell_problem
        )


def _two_of(inside: InGroup, pair: Pair) -> Two:
    first, second = pair.first.id, pair.second.id
    return Two(
        pair,
        (inside.people.person(first).thing, inside.people.person(second).thing),
        (inside.duplicates.merging(first, second), inside.duplicates.merging(second, first)),
    )


def _row(pair_id: str, pair: Pair) -> TitleRow:
    first, second = short_prose(pair.first.name, 60), short_prose(pair.second.name, 60)
    return TitleRow(
        pair_id,
        tr("{first} and {second}", first=first, second=second),
        line=short_prose(pair.why),
        mark=tr("Very likely") if pair.is_likely else "",
        mark_icon="merge" if pair.is_likely else "",
        mark_colour="info",
    )


def _which(at: int, name: str) -> str:
    return tr("{name} (the second)", name=name) if at else tr("{name} (the first)", name=name)


def _rows(two: Two) -> list[tuple[str, str, str]]:
    """Return what both say, leaving out what neither does."""
    told = [_told(each) for each in two.people]
    return [
        (what, short_prose(told[0][what], 400), short_prose(told[1][what], 400))
        for what in told[0]
        if told[0][what] or told[1][what]
    ]


def _told(person: Person) -> dict[str, str]:
    return {
        tr("Name"): person.name,
        tr("Phone"): person.phone,
        tr("Email"): person.email,
        tr("Address"): person.address,
        tr("Roles"): "\n".join(map(words.role_words, person.roles)),
        tr("Skills"): ", ".join(person.skills),
        tr("Interests declared"): "\n".join(map(words.interest_words, person.interests)),
        tr("What they agreed to"): "\n".join(map(words.consent_words, person.consents)),
        tr("In an emergency, call"): words.emergency_words(person.emergency),
        tr("DBS check"): words.dbs_words(person.dbs),
        tr("What they need to take part"): person.access_needs,
        tr("Notes"): person.notes,
    }
