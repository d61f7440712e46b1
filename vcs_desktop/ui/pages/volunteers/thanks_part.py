"""Thanks: whom to thank for what, everybody's hours, and what made people stop."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.milestones import Milestone, hours_words
from vcs_desktop.domain.thanks import Reason, usual_wording
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.bring_in.bringing_in import BringingIn
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.list_out import ListOut
from vcs_desktop.ui.pages.volunteers.list_part import ListPart
from vcs_desktop.ui.pages.volunteers.stopped_card import StoppedCard
from vcs_desktop.ui.pages.volunteers.tables import hours_table
from vcs_desktop.ui.pages.volunteers.thanks_card import ThanksCard
from vcs_desktop.ui.paper_out import PaperOut
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import Box, button, card, column, label, panel
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.prose import prose, short_prose
from vcs_desktop.ui.widgets.title_list import TitleRow

if TYPE_CHECKING:
    from vcs_desktop.domain.table_out import TableOut
    from vcs_desktop.services.thanks import ThanksSeen, ToThank

_ALL, _PERSON, _DONE = "all", "person/", "done/"


class ThanksPart(ListPart):
    """Those to thank stand first, then every volunteer, then who was thanked."""

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        self.stopped_button = button(tr("When somebody stops"), icon="user-minus")
        self._room: Box = column()
        self.aside: StoppedCard | None = None
        self.card: ThanksCard | None = None
        self._seen: ThanksSeen | None = None
        self.list_out = ListOut(services, tasks, lambda: self._table)
        coming = BringingIn(
            "volunteers", tr("Back to the volunteers"), tr("See the volunteers"), "award"
        )
        super().__init__(
            (services, tasks, session),
            tr("Thanks"),
            EmptyState(
                tr("Say thank you"),
                tr("Hours from “Who came” and years of helping show whom to thank here."),
                icon="award",
            ),
            (self.stopped_button, coming.button, self.list_out.button),
            (panel(self._room),),
            self.list_out,
            coming,
        )
        self._stopped = Question(self.tasks, self)
        self._stopped.answered.connect(self._show_stopped)
        self._stopped.failed.connect(self.tell_problem)
        self.stopped_button.clicked.connect(self._ask_stopped)

    def ask_things(self) -> "ThanksSeen":
        """Return whom to thank, every volunteer, and who was thanked."""
        return self.services.space.inside().thanks.seen()

    def rows_of(self, seen: "ThanksSeen") -> Sequence[TitleRow]:
        """Return the rows under three headings."""
        self._seen = seen
        return list(_rows(seen))

    def ask_one(self, row_id: str) -> str:
        """Return the id: all that the card says is in the list."""
        return row_id

    def card_of(self, found: str) -> QWidget:
        """Return the card of somebody to thank, or of a volunteer."""
        seen = self._seen
        if seen is None:
            return QWidget()
        if found == _ALL:
            return self._card_of_all(seen)
        chosen = next((each for each in seen.to_thank if _id_of(each) == found), None)
        if chosen is not None:
            return self._card_of_one(chosen)
        if found.startswith(_PERSON):
            return self._card_of_volunteer(seen, found.removeprefix(_PERSON))
        return _card_of_done(seen, found.removeprefix(_DONE))

    def _card_of_one(self, chosen: "ToThank") -> QWidget:
        wording = usual_wording(chosen.milestone.reason, chosen.milestone.count)
        return self._thanks_card((chosen,), chosen.name, _said(chosen), wording)

    def _card_of_all(self, seen: "ThanksSeen") -> QWidget:
        count = len(seen.to_thank)
        title = tr_count("{count} certificate", "{count} certificates", count)
        said = tr("One page each, with the usual words, in one file.")
        return self._thanks_card(seen.to_thank, title, said, "")

    def _card_of_volunteer(self, seen: "ThanksSeen", person_id: str) -> QWidget:
        from vcs_desktop.services.thanks import ToThank

        line = next((each for each in seen.volunteers if each.person == person_id), None)
        if line is None:
            return QWidget()
        reached = Milestone(person_id, Reason.JUST_SO, 0)
        chosen = ToThank(reached, line.name)
        since = tr("Since {day}.", day=shortly(line.since)) if line.since else ""
        said = " ".join(
            filter(None, (tr("{hours} in all.", hours=hours_words(line.minutes)), since))
        )
        return self._thanks_card(
            (chosen,), line.name, said, usual_wording(reached.reason, reached.count)
        )

    def _thanks_card(
        self, thanked: "Sequence[ToThank]", title: str, said: str, wording: str
    ) -> QWidget:
        words: dict[str, str] = {}
        paper = PaperOut(
            self, self.tasks, self.message, partial(self._write, thanked, words),
            file="thank-you.pdf", what=short_prose(title, 80),
        )  # fmt: skip
        made = self.card = ThanksCard(title, said, wording, paper)
        paper.setParent(made)

        def take() -> None:
            words["wording"] = made.wording.words() if wording else ""
            words["signed_by"] = made.signed_by.words()

        take()
        for field in (made.wording, made.signed_by):
            field.edited.connect(take)
        reached = [each.milestone for each in thanked]
        count = len(reached)
        told = tr_count("{count} person was thanked.", "{count} people were thanked.", count)
        made.thanked.connect(partial(self.act, lambda inside: inside.thanks.thank(reached), told))
        return made

    def _write(self, thanked: "Sequence[ToThank]", words: dict[str, str], out: Path | None) -> Path:
        papers = self.services.space.inside().volunteer_papers
        return papers.certificates(thanked, out, **words)

    def _table(self) -> "TableOut":
        inside = self.services.space.inside()
        return hours_table(inside, inside.thanks.seen())

    def _ask_stopped(self) -> None:
        self._stopped.ask(lambda: self.services.space.inside().volunteering.stopped())  # noqa: PLW0108  on the lane

    def _show_stopped(self, stopped: Any) -> None:
        made = self.aside = StoppedCard(stopped)
        made.noted.connect(self._note)
        made.left.connect(self._close_aside)
        self._room.clear()
        self._room.put(made)
        made.show()
        made.ticks.take_focus()

    def _note(self, barriers: Sequence[Any]) -> None:
        self.act(
            lambda inside: inside.volunteering.note_stopping(barriers),
            tr("It is noted, without a name."),
            lambda _id: self._close_aside(),
        )

    def _close_aside(self) -> None:
        self._room.clear()
        self.aside = None
        self.stopped_button.setFocus()


def _rows(seen: "ThanksSeen") -> Iterator[TitleRow]:
    if seen.to_thank:
        heading = tr("To thank")
        yield TitleRow("", heading)
        if len(seen.to_thank) > 1:
            yield TitleRow(_ALL, tr("All of them"), icon="award", under=heading)
        for each in seen.to_thank:
            name = short_prose(each.name, 80)
            yield TitleRow(_id_of(each), name, each.what, icon="award", under=heading)
    if seen.volunteers:
        heading = tr("Volunteers and their hours")
        yield TitleRow("", heading)
        for line in seen.volunteers:
            since = tr("since {day}", day=shortly(line.since)) if line.since else ""
            said = " · ".join(filter(None, (hours_words(line.minutes), since)))
            name = short_prose(line.name, 80)
            yield TitleRow(f"{_PERSON}{line.person}", name, said, icon="user", under=heading)
    if seen.thanked:
        heading = tr("Were thanked")
        yield TitleRow("", heading)
        for done in seen.thanked:
            said = " · ".join(filter(None, (done.what, shortly(done.on) if done.on else "")))
            name = short_prose(done.name, 80)
            yield TitleRow(f"{_DONE}{done.id}", name, said, icon="check", under=heading)


def _id_of(each: "ToThank") -> str:
    milestone = each.milestone
    return f"{milestone.reason}/{milestone.count}/{milestone.person}"


def _said(chosen: "ToThank") -> str:
    reached = chosen.milestone.reached_on
    if reached is None:
        return chosen.what
    return tr("{what}, reached on {day}.", what=chosen.what, day=shortly(reached))


def _card_of_done(seen: "ThanksSeen", thanks_id: str) -> QWidget:
    done = next((each for each in seen.thanked if each.id == thanks_id), None)
    if done is None:
        return QWidget()
    day = shortly(done.on) if done.on else ""
    said = tr("Was thanked on {day} for this: {what}.", day=day, what=done.what)
    return card(label(short_prose(done.name), "title", wrap=True), prose(said), gap=8)
