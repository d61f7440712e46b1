"""What the window of the app shows beyond its pages at rest: what opens, answers and tells.

Each state is a generator: it brings the window there as a person would, and gives
what is to be looked at, once it stands.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.support.application_states import WHO, WORD, answers, application
from tests.support.library_states import CAME, library
from tests.support.people_states import BROUGHT, people
from tests.support.publish_states import TYPED_TO_PUBLISH, making_keys, publishing
from tests.support.sharing_states import sharing
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.errors import CannotUseInput, FolderNotWritable
from vcs_desktop.core.language import tr
from vcs_desktop.ui.about_dialog import AboutDialog
from vcs_desktop.ui.links import ask_to_open
from vcs_desktop.ui.main_window import MainWindow
from vcs_desktop.ui.pages.funding.card_menu import card_menu
from vcs_desktop.ui.say import tell_problem
from vcs_desktop.ui.search_panel.panel import SearchPanel
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.undo_bar import UndoBar

GUIDE, OTHER_GUIDE = "training/full-cost-budget", "training/data-protection"
# A figure that has a chart beside others, and older figures in a table.
FACT, OLDER = "fact/population/cherwell-2021", "fact/population/cherwell-2011"
FILES = ("123.csv", "456.txt")
UNKNOWN = "xyzzy"
# What is typed and brought, and so is in no language.
TYPED = (*FILES, UNKNOWN, WORD, WHO, *BROUGHT, *CAME, *TYPED_TO_PUBLISH)
LOOKED_AT = ("strategy/ocvs-2022-2027/c1", "compact/national-2010/2-consultation", GUIDE, FACT)


@dataclass
class Walk:
    """A window, what stands behind it, and how it is worked."""

    window: MainWindow
    parts: Parts
    qtbot: Any
    folder: Path
    been: set[str] = field(default_factory=set)

    def come_to(self, place: str) -> Any:
        """Bring a page to the front, and wait until it shows what it has."""
        page = self.window.open_place(place)
        if place not in self.been:
            self.been.add(place)
            with self.qtbot.waitSignal(page.ready, timeout=30_000):
                page.shown()
        return page

    def wait(self, until: Any) -> None:
        """Wait until something holds."""
        self.qtbot.waitUntil(until, timeout=15_000)


def search(walk: Walk) -> Iterator[QWidget]:
    """The panel under the search: what was looked at, answers, none, commands, none."""
    for record_id in LOOKED_AT:
        walk.parts.choices.look_at(record_id)
    walk.come_to("home")
    for words in ("", "money", UNKNOWN, ">", f">{UNKNOWN}"):
        walk.qtbot.keyClick(walk.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        box = walk.window.top_bar.search
        box.clear()
        walk.qtbot.keyClicks(box, words)
        found = walk.window.findChild(SearchPanel)
        assert found is not None
        walk.wait(lambda found=found: found.isVisible() and found.told.text() != "")
        yield found
        walk.qtbot.keyClick(box, Qt.Key.Key_Escape)


def tour(walk: Walk) -> Iterator[QWidget]:
    """Every card of the first tour."""
    walk.come_to("home")
    shown_round = walk.window.first_tour
    shown_round.begin()
    while shown_round.card is not None:
        yield shown_round.card
        shown_round.card.next_button.click()


def guide(walk: Walk) -> Iterator[QWidget]:
    """A guide that is read: its outline, what can be done, the search in it, meanings, its end."""
    page = walk.come_to("learning")
    page.show_thing(GUIDE)
    reader = page.guides.reader
    walk.wait(lambda: page.guides.front() is reader and reader.view.line.id == GUIDE)
    yield page
    reader.more_button.setChecked(True)
    yield page
    reader.more_button.setChecked(False)
    reader.reading.contents_button.setChecked(True)
    yield page
    reader.reading.contents_button.setChecked(False)
    for words in ("money", UNKNOWN):
        page.find_here().setText(words)
        walk.wait(lambda: reader.reading.find_bar.count_label.text() != "")
        yield page
        reader.reading.find_bar.leave()
    for words in ("restricted fund", UNKNOWN):
        reader.meaning.hide()
        reader.word_asked.emit(words)
        walk.wait(reader.meaning.isVisible)
        yield page
    reader.meaning.hide()
    reader.reading.set_position(1.0)
    reader.reading.progressed.emit(1.0)
    walk.wait(reader.meaning.isVisible)
    yield page
    reader.done_button.click()
    walk.wait(page.guides.undo_bar.isVisible)
    yield page
    page.guides.undo_bar.undo_button.click()
    page.show_thing(OTHER_GUIDE)
    walk.wait(lambda: reader.view.line.id == OTHER_GUIDE)


def check(walk: Walk) -> Iterator[QWidget]:
    """The check of a guide: nothing chosen, an answer and what it means, how it went."""
    page = walk.come_to("learning")
    page.show_thing(GUIDE)
    walk.wait(lambda: page.guides.front() is page.guides.reader)
    page.guides.reader.check_asked.emit()
    asked = page.guides.check
    walk.wait(asked.isVisible)
    if asked.result is not None:  # it was done before
        asked.result.again_asked.emit()
    asked.question.check_button.click()
    yield page
    while asked.question is not None:
        for number in range(2):
            asked.question.options[number].button.click()
            asked.question.check_button.click()
            if asked.question.title.text() and number == 0:
                yield page
        asked.question.next_button.click()
    yield page


def fact(walk: Walk) -> Iterator[QWidget]:
    """A figure with its chart, the chart as a table, older figures, and that it was copied."""
    page = walk.come_to("facts")
    page.show_thing(FACT)
    walk.wait(lambda: page.card is not None and page.card.view.line.fact.id == FACT)
    assert page.card.charts
    assert page.card.editions is not None
    page.card.copy()
    yield page
    page.show_thing(OLDER)
    walk.wait(lambda: page.card.view.line.fact.id == OLDER)
    page.card.copy()
    yield page


def load_report(walk: Walk) -> Iterator[QWidget]:
    """Where files may be dropped, and what came of some that were added."""
    page = walk.come_to("funding")
    page.load_panel.show_zone(on=True)
    yield page
    page.load_panel.show_zone(on=False)
    good, bad = (walk.folder / name for name in FILES)
    good.write_text("grantName,grantMaximumAward\n123,\n456,lots\n", "utf-8")
    bad.write_text("nothing of use", "utf-8")
    page.load_panel.load([good, bad])
    walk.wait(page.load_panel.report.isVisible)
    page.load_panel.each.set_open(True)
    page.load_panel.refused.set_open(True)
    yield page


def grant(walk: Walk) -> Iterator[QWidget]:
    """A grant in full: why it should be hidden, the menu on it, what was undone, the sheet."""
    page = walk.come_to("funding")
    view = page.find_view
    walk.wait(lambda: view.pane.card is not None and view.results.list.chosen_line() is not None)
    view.list_detail.show_detail()
    view.pane.card.begin_hiding()
    yield page
    view.pane.card.hide_panel.left.emit()
    acts = dict.fromkeys(("open_it", "sheet", "keep", "calendar", "hide"), list)
    yield card_menu(page, view.results.list.chosen_line(), **acts)
    view.pane.card.sheet_button.click()
    view.pane.card.keep_button.click()
    yield page
    view.pane.card.hide_panel.agreed.emit(tr("We cannot apply"))
    walk.wait(page.undo_bar.isVisible)
    yield page


def near_us(walk: Walk) -> Iterator[QWidget]:
    """Who has been funded near the group."""
    page = walk.come_to("funding")
    page.near_us_button.click()
    walk.wait(lambda: page.near_us.where.text() != "")
    yield page
    page.near_us.find_field.box.setText(UNKNOWN)
    walk.wait(page.near_us.empty.isVisible)
    yield page


def bars(walk: Walk) -> Iterator[QWidget]:
    """A line that offers to undo and a line with a way on, on every page that has them."""
    for place in ("funding", "learning", "council", "help"):
        page = walk.come_to(place)
        for bar in page.findChildren(UndoBar):
            bar.offer(tr("Hidden."), list)
        for bar in page.findChildren(MessageBar):
            if bar.parentWidget().isVisible():
                bar.tell(tr("The sheet is saved."), "ok", tr("Open it"), list)
        yield page


def boxes(walk: Walk) -> Iterator[QWidget]:
    """Whatever stands before the window: about it, a question, a problem."""
    window = walk.window
    walk.come_to("home")
    problem = CannotUseInput(message=tr("This file cannot be used."), advice=tr("Try again"))
    for make in (
        lambda: AboutDialog(window, window.status_bar.library.text()),
        lambda: ask_to_open(window, "https://" + "123/" * 60),
        lambda: ask_to_open(window, "mailto:123@456"),
        lambda: ask_to_open(window, "http://123"),
        lambda: tell_problem(window, problem),
        lambda: tell_problem(window, FolderNotWritable()),
        lambda: tell_problem(window, RuntimeError("a")),
    ):
        box = make()
        box.open()
        yield box
        box.close()


def menus(walk: Walk) -> Iterator[QWidget]:
    """Every menu of the window, and the one of a text."""
    page = walk.come_to("learning")
    page.show_thing(GUIDE)
    walk.wait(lambda: page.guides.front() is page.guides.reader)
    page.guides.reader.reading.browser.menu()
    yield walk.window


STATES = {
    state.__name__: state
    for state in (
        search,
        tour,
        guide,
        check,
        fact,
        load_report,
        library,
        grant,
        near_us,
        people,
        answers,
        application,
        sharing,
        bars,
        boxes,
        menus,
        publishing,
        making_keys,
    )
}
STATES_OF_GROUP = {"people", "answers", "application", "sharing"}
"""Those for which the practice group has to be open."""
