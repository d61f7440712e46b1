"""Writing to people: what about, to whom, and then by which way. Nothing is sent from here."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.people import Purpose, Way
from vcs_desktop.domain.writing_to import SOFT_OPT_IN
from vcs_desktop.services.offer import Services
from vcs_desktop.services.writing_to import EVERYBODY, SHOWN, Answer, Asked, Whom
from vcs_desktop.ui.pages.people.aside_view import AsideView
from vcs_desktop.ui.pages.people.write_to.tick_list import TickList
from vcs_desktop.ui.pages.people.write_to.way_cards import EmailCard, PhoneCard, PostCard
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import card, column, label, panel
from vcs_desktop.ui.widgets.choice_field import ChoiceField, OptionsField
from vcs_desktop.ui.widgets.fold import Fold


class WriteToView(AsideView):
    """Asks what about and to whom; the answer stands below, for each way in a card."""

    def __init__(self, *asked: Any) -> None:
        super().__init__(tr("Write to people"), *asked)
        self._shown: tuple[str, ...] = ()
        self._lists: dict[str, str] = {}
        self._wanted = ""
        self.answer: Answer | None = None
        self.about = OptionsField(tr("What do you want to write about?"), _purposes())
        self.whom = ChoiceField(tr("To whom?"), ((EVERYBODY, tr("Everybody")),))
        self.ticks = TickList(tr("People in this list"))
        self.one_by_one = Fold(tr("Tick one by one"))
        self.one_by_one.content.put(
            label(tr("Take the tick away from whom you want to leave out."), "muted", wrap=True)
        )
        self.one_by_one.content.put(self.ticks)
        self.first_say = label(tr("First say what it is about."), "muted", wrap=True)
        self.email = EmailCard()
        self.phone = PhoneCard(self.tasks)
        self.post = PostCard(self.tasks)
        self.cards = panel(column(self.email, self.phone, self.post, gap=12))
        self._reading = Question(self.tasks, self)
        self._asking = Question(self.tasks, self)
        self.body.put(card(self.about, self.whom, self.one_by_one, gap=14))
        self.body.put(self.first_say)
        self.body.put(self.cards)
        self.body.put(None)
        self.cards.hide()
        self._connect()

    def open(self, ids: Sequence[str], *, is_some: bool) -> None:
        """Begin with those whom the list of people shows; ``is_some`` says that it is not all."""
        self._shown, self._wanted = tuple(ids), ""
        self.ticks.people.off.clear()
        self.message.hide()
        self._lists = {SHOWN: _shown_words(len(ids))} if is_some else {}
        self._offer(SHOWN if is_some else EVERYBODY)
        self.shown()

    def open_list(self, whom: str) -> None:
        """Begin with those in a list, about something that they take part in."""
        self._shown, self._wanted, self._lists = (), whom, {}
        self.ticks.people.off.clear()
        self.message.hide()
        self.cards.hide()
        self.about.choose(Purpose.TAKING_PART.value)
        self.shown()

    def shown(self) -> None:
        """Look again which lists there are, and who is in the one that is chosen."""
        wanted = self._wanted or self.whom.chosen_id()
        self._reading.ask(lambda: self.services.space.inside().writing_to.lists(wanted))

    def put_away(self) -> None:
        """Leave no address on the clipboard: the group is about to be locked."""
        self.email.forget()

    def first_focus(self) -> QWidget:
        """Start at what it is about."""
        return self.about.options[0].button

    def asked(self) -> Asked | None:
        """Return what is asked for now; None as long as nobody has said what about."""
        purpose = self.about.chosen_id()
        if not purpose:
            return None
        return Asked(
            self.whom.chosen_id(),
            Purpose(purpose),
            self._shown,
            frozenset(self.ticks.people.off),
        )

    def _connect(self) -> None:
        self.about.edited.connect(self._look)
        self.whom.edited.connect(self._look_at_another)
        self.ticks.ticked.connect(self._look)
        self._reading.answered.connect(self._take_lists)
        self._reading.failed.connect(self.tell_problem)
        self._asking.answered.connect(self._show)
        self._asking.failed.connect(self.tell_problem)
        self.phone.pdf.out.asked.connect(self._say_phone_list)
        self.post.pdf.out.asked.connect(self._say_labels)

    def _take_lists(self, lists: tuple[Whom, ...]) -> None:
        chosen, self._wanted = self._wanted or self.whom.chosen_id(), ""
        shown = {SHOWN: self._lists[SHOWN]} if SHOWN in self._lists else {}
        self._lists = shown | {each.id: each.words for each in lists}
        self._offer(chosen)
        self._look()

    def _offer(self, chosen: str) -> None:
        with QSignalBlocker(self.whom.box):
            self.whom.box.clear()
            for id_, words in (self._lists or {EVERYBODY: tr("Everybody")}).items():
                self.whom.box.addItem(words, id_)
        self.whom.choose(chosen)

    def _look_at_another(self) -> None:
        self.ticks.people.off.clear()
        self._look()

    def _look(self) -> None:
        asked = self.asked()
        if asked is None:  # the names can be looked at all the same
            asked = Asked(self.whom.chosen_id(), Purpose.TAKING_PART, self._shown)
        self._asking.ask(partial(_answer, self.services, asked))

    def _show(self, answer: Answer) -> None:
        self.answer = answer
        self.ticks.people.show_people(answer.people)
        is_said = self.asked() is not None
        self.first_say.setVisible(not is_said)
        self.cards.setVisible(is_said)
        self.email.show_chosen(answer.ways[Way.EMAIL])
        self.phone.show_chosen(answer.ways[Way.PHONE])
        self.post.show_chosen(answer.ways[Way.POST])

    def _say_phone_list(self) -> None:
        asked, whom = self.asked(), self._lists.get(self.whom.chosen_id(), "")
        self.phone.pdf.out.write = (
            None if asked is None else partial(_phone_list, self.services, asked, whom)
        )

    def _say_labels(self) -> None:
        asked, post = self.asked(), self.post
        sheet, first = post.sheet.chosen_id(), int(post.first.chosen_id())
        post.pdf.out.write = (
            None if asked is None else partial(_labels, self.services, asked, sheet, first)
        )


def _purposes() -> list[tuple[str, str]]:
    """Return what one can write about, each with what it needs."""
    return [
        (
            Purpose.TAKING_PART.value,
            tr(
                "About something they take part in, such as the rota or a meeting. "
                "It needs no yes. Who asked you to stop is left out."
            ),
        ),
        (
            Purpose.NEWS.value,
            tr("News from the group. It needs a clear yes to news, by the way you use."),
        ),
        (
            Purpose.ASKING.value,
            tr("Asking for money or support. It needs a clear yes to that, by the way you use."),
        ),
    ]


def _shown_words(count: int) -> str:
    return tr_count(
        "The {count} person shown in the list", "The {count} people shown in the list", count
    )


def _with_rule(services: Services, asked: Asked) -> Asked:
    """Return what is asked for, with the day of the library's rule on charities, if it has one."""
    if asked.purpose is Purpose.TAKING_PART:
        return asked
    on = services.space.inside().records.clock.today()
    rule = services.facts.rulebook().on(SOFT_OPT_IN, on)
    since = rule.provenance.valid_from if rule else None
    return Asked(asked.whom, asked.purpose, asked.ids, asked.without, since)


def _answer(services: Services, asked: Asked) -> Answer:
    return services.space.inside().writing_to.answer(_with_rule(services, asked))


def _phone_list(services: Services, asked: Asked, whom: str, out: Path | None) -> Path:
    writing_to = services.space.inside().writing_to
    return writing_to.write_phone_list(_with_rule(services, asked), whom, out)


def _labels(services: Services, asked: Asked, sheet: str, first: int, out: Path | None) -> Path:
    writing_to = services.space.inside().writing_to
    return writing_to.write_labels(_with_rule(services, asked), sheet, first, out)
