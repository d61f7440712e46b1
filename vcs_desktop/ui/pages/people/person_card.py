"""One person in full: what they are to the group, how to reach them, what was agreed."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.addresses import may_be_opened
from vcs_desktop.core.language import tr
from vcs_desktop.domain.people import Person, ties
from vcs_desktop.ui.history.dialog import HistoryButton
from vcs_desktop.ui.history.two_versions import TwoVersions
from vcs_desktop.ui.links import ask_to_open, in_full
from vcs_desktop.ui.pages.people import words
from vcs_desktop.ui.pages.people.opened import Opened
from vcs_desktop.ui.widgets.basics import Item, button, card, column, label, panel, picture, row
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.long_button import LongButton
from vcs_desktop.ui.widgets.prose import prose, short_prose


class PersonCard(QWidget):
    """What is said of somebody. What nobody said is left out.

    ``change_asked``, ``remove_asked``, ``everything_asked`` and ``worried_asked`` want just
    that. The last says not about whom: nothing is kept of it.
    """

    change_asked = Signal()
    remove_asked = Signal()
    everything_asked = Signal()
    worried_asked = Signal()

    def __init__(self, opened: Opened, history: HistoryButton, versions: TwoVersions) -> None:
        super().__init__()
        self.opened = opened
        self.person: Person = opened.held.thing
        name = short_prose(self.person.name)
        self.title = label(name, "title", wrap=True)
        self.change_button = button(
            tr("Change"), "primary", icon="pencil", name=tr("Change {name}", name=name)
        )
        self.everything_button = button(
            tr("Everything about them"),
            "quiet",
            icon="file-text",
            name=tr("Everything about {name}", name=name),
        )
        self.remove_button = button(
            tr("Put in the bin"),
            "quiet",
            icon="trash-2",
            name=tr("Put {name} in the bin", name=name),
        )
        self.worried_button = LongButton(tr("I am worried about someone"), "quiet", "shield-alert")
        self.mail_button = button(tr("Write an email"), "inline", icon="external-link")
        self.history_button = history
        history.set_record(self.person.id, self.person.name)
        self.draft_bar = _draft_bar(self)
        inner = column(self.draft_bar, self._head(), gap=12)
        self.versions = versions
        if opened.held.record.choices or opened.held.record.returned:
            inner.insertWidget(0, versions)
            versions.show_versions(self.person.id)
        if due := words.due_words(self.person, opened.today):
            inner.insertWidget(0, due_card(due))
        for part in self._parts():
            inner.put(part)
        self.setLayout(inner)
        self.change_button.clicked.connect(self.change_asked)
        self.everything_button.clicked.connect(self.everything_asked)
        self.worried_button.clicked.connect(self.worried_asked)
        self.remove_button.clicked.connect(self.remove_asked)
        self.mail_button.clicked.connect(self._write)

    def _head(self) -> QWidget:
        person, today = self.person, self.opened.today
        facts = FactGrid(
            (
                (tr("Phone"), person.phone),
                (tr("Email"), person.email),
                (tr("Address"), person.address),
                (tr("In an emergency, call"), words.emergency_words(person.emergency)),
            )
        )
        acts = FlowLayout(
            self.change_button, self.history_button, self.everything_button,
            self.worried_button, self.remove_button,
        )  # fmt: skip
        has_left = bool(person.roles) and all(words.is_past(each, today) for each in person.roles)
        what = tr("Has left") if has_left else words.ties_line(ties(person, today))
        said = label(what, "muted", wrap=True)
        items: list[Item] = [self.title, said, facts]
        if may_be_opened(self._mail_address()):
            items.append(panel(FlowLayout(self.mail_button)))
        else:
            self.mail_button.hide()
        return card(*items, panel(acts), gap=10)

    def _parts(self) -> Iterator[QWidget]:
        person, today = self.person, self.opened.today
        now = [words.role_words(each) for each in person.roles if not words.is_past(each, today)]
        past = [words.role_words(each) for each in person.roles if words.is_past(each, today)]
        yield from _lines(tr("Roles"), now)
        yield from _lines(tr("Roles that ended"), past)
        yield from _lines(tr("Skills"), list(person.skills))
        yield from _lines(
            tr("Interests declared"), [words.interest_words(each) for each in person.interests]
        )
        yield from _lines(
            tr("What they agreed to"), [words.consent_words(each) for each in person.consents]
        )
        yield from _lines(tr("DBS check"), [words.dbs_words(person.dbs)])
        yield from _lines(tr("What they need to take part"), [person.access_needs])
        yield from _lines(tr("Notes"), [person.notes])

    def _mail_address(self) -> str:
        return in_full(f"mailto:{self.person.email.strip()}")

    def _write(self) -> None:
        ask_to_open(self, self._mail_address())


def _lines(heading: str, lines: list[str]) -> Iterator[QWidget]:
    """Yield a card with a line for each thing that was said, or nothing where none was."""
    said = [line for line in lines if line.strip()]
    if said:
        yield card(label(heading, "heading", wrap=True), *map(_line, said), gap=8)


def _line(text: str) -> QWidget:
    return prose(text)


def _draft_bar(card_of: PersonCard) -> QWidget:
    """Return what is said where words about somebody could not be kept as they were typed."""
    go_on = button(tr("Go on"), name=tr("Go on with what you were typing"))
    go_on.clicked.connect(card_of.change_asked)
    said = label(tr("What you typed here is not finished. It is safe."), wrap=True)
    bar = card(said, panel(FlowLayout(go_on)), kind="info", gap=6)
    if not card_of.opened.draft:  # to show it before it has a parent would make a window of it
        bar.hide()
    return bar


def due_card(said: Sequence[str]) -> QWidget:
    """Return what is due about somebody, to be seen first."""
    lines = []
    for each in said:
        line = row(picture("triangle-alert", "warn"), gap=10)
        line.put(prose(each), 1)
        lines.append(panel(line))
    return card(*lines, kind="warn", gap=6)
