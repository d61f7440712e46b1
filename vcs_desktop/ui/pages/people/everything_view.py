"""Everything about one person: written into a folder to hand over, or deleted for good."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.services.about_person import AboutPerson, Gone, Named, TookPart, Written
from vcs_desktop.ui import files
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.people.aside_view import AsideView
from vcs_desktop.ui.pages.people.took_part_card import claim_words, took_part_card
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.say import ask
from vcs_desktop.ui.widgets.basics import Box, Item, button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import prose, short_prose
from vcs_desktop.ui.widgets.ticks_field import Tick

_MOST_PASSAGES = 5


class EverythingView(AsideView):
    """``erased`` carries what is said when somebody is gone (Gone)."""

    erased = Signal(object)

    def __init__(self, *asked: Any) -> None:
        super().__init__(tr("Everything about this person"), *asked)
        self.write_button = button(tr("Write it to a folder"), "primary", icon="file-text")
        self.erase_button = button(tr("Delete for good"), icon="trash-2")
        self.ticks: dict[str, Tick] = {}
        self._person_id = ""
        self._name = ""
        self._about = Question(self.tasks, self)
        self._acts = Latest(self.tasks, self)
        self._took_part: Box = column(gap=8)
        self._elsewhere: Box = column(gap=8)
        self._also: Box = column(gap=4)
        self.body.put(self._write_card())
        self.body.put(self._took_part)
        self.body.put(self._elsewhere)
        self.body.put(self._erase_card())
        self.body.put(None)
        self.write_button.clicked.connect(self._ask_where)
        self.erase_button.clicked.connect(self._ask_to_erase)
        self._about.answered.connect(self._show)
        self._about.failed.connect(self.tell_problem)

    def open(self, person_id: str, name: str) -> None:
        """Show what can be done with everything about somebody."""
        self._person_id, self._name = person_id, short_prose(name, 80)
        self.title.setText(tr("Everything about {name}", name=self._name))
        self.message.hide()
        self._clear()
        self.shown()

    def shown(self) -> None:
        """Look again where else somebody is named."""
        person_id = self._person_id
        self._about.ask(lambda: self.services.space.inside().about_person.about(person_id))

    def first_focus(self) -> QWidget:
        """Start at the button that writes it down."""
        return self.write_button

    def write(self, folder: str) -> None:
        """Write all of it into a folder."""
        person_id = self._person_id
        self._acts.ask_too(
            lambda: self.services.space.inside().about_person.write(person_id, Path(folder)),
            then=self._tell_written,
            otherwise=self.tell_problem,
            lane="work",
        )

    def _write_card(self) -> QWidget:
        return card(
            label(tr("Hand it over"), "heading", wrap=True),
            label(
                sentences(
                    tr("Everybody may ask what you keep about them."),
                    tr("This writes all of it, with its history, into a folder that you choose."),
                    tr("There are two files: a page to read, and one for a computer."),
                    tr("They are not locked, so give them to nobody else."),
                ),
                wrap=True,
            ),
            panel(FlowLayout(self.write_button)),
            gap=10,
        )

    def _erase_card(self) -> QWidget:
        return card(
            label(tr("Delete for good"), "heading", wrap=True),
            label(
                sentences(
                    tr("The record goes, with every older value of it, and what was half written."),
                    tr("Nobody can bring it back, and undo cannot either."),
                    tr("Copies made before today still hold it."),
                    tr("The history still says that something was deleted, but not what."),
                ),
                wrap=True,
            ),
            label(tr("The bin is enough when somebody may come back."), "muted", wrap=True),
            panel(self._also),
            panel(FlowLayout(self.erase_button)),
            gap=10,
        )

    def _show(self, about: AboutPerson) -> None:
        self._clear()
        if about.took_part:
            self._took_part.put(took_part_card(about.took_part))
        self._offer_claims([each for each in about.took_part if each.is_claim])
        if not about.named:
            return
        title = tr_count(
            "The name is also found in {count} other record",
            "The name is also found in {count} other records",
            len(about.named),
        )
        items: list[Item] = [label(title, "heading", wrap=True)]
        items += [_named(each) for each in about.named]
        self._elsewhere.put(card(*items, gap=8))
        self._also.put(label(tr("Delete these for good as well:"), "strong", wrap=True))
        for each in about.named:
            if each.record_id not in self.ticks:
                tick = self.ticks[each.record_id] = Tick(_title(each))
                self._also.put(tick)

    def _clear(self) -> None:
        for box in (self._took_part, self._elsewhere, self._also):
            box.clear()
        self.ticks = {}

    def _offer_claims(self, claims: list[TookPart]) -> None:
        """Ask about each claim of theirs; one that the law does not need goes as a rule."""
        if not claims:
            return
        self._also.put(label(tr("Delete their expense claims as well:"), "strong", wrap=True))
        for each in claims:
            tick = self.ticks[each.record_id] = Tick(claim_words(each))
            tick.box.setChecked(each.needed_until is None)
            self._also.put(tick)
        if any(each.needed_until for each in claims):
            self._also.put(
                label(
                    tr("A charity keeps its accounts for six years, and claims belong to them."),
                    "muted",
                    wrap=True,
                )
            )

    def _ask_where(self) -> None:
        files.ask_for_folder(self, tr("Where to write it"), self.write)

    def _tell_written(self, written: Written) -> None:
        def open_it() -> None:
            files.open_file(written.page)

        self.message.tell(
            tr("Written: {page} and {data}.", page=written.page.name, data=written.data.name),
            "ok",
            tr("Open the page"),
            open_it,
        )

    def _ask_to_erase(self) -> None:
        """Ask once: this alone cannot be taken back."""
        also = sum(tick.is_ticked() for tick in self.ticks.values())
        more = [tr("Nobody can bring it back."), tr("Older copies still hold it.")]
        if also:
            more.insert(
                0, tr_count("{count} more record goes too.", "{count} more records go too.", also)
            )
        ask(
            self,
            tr("Delete {name} for good?", name=self._name),
            sentences(*more),
            ((tr("Delete for good"), self._erase),),
        )

    def _erase(self) -> None:
        person_id = self._person_id
        also = [record_id for record_id, tick in self.ticks.items() if tick.is_ticked()]
        self._acts.ask_too(
            lambda: self.services.space.inside().about_person.erase(person_id, also=also),
            then=self._tell_gone,
            otherwise=self.tell_problem,
            lane="work",
        )

    def _tell_gone(self, gone: Gone) -> None:
        self.erased.emit(gone)


def _title(named: Named) -> str:
    return short_prose(named.title, 120) or tr("A record without a name")


def _named(named: Named) -> QWidget:
    passages = [prose(each, "muted") for each in named.passages[:_MOST_PASSAGES]]
    return card(label(_title(named), "strong", wrap=True), *passages, kind="fact", gap=4)
