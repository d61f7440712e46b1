"""The steps that need no group: the welcome, guides, facts, the council, search and help."""

from PySide6.QtWidgets import QWidget

from vcs_desktop.app.tour.camera import Camera, TourStuck
from vcs_desktop.ui.pages.council.page import CouncilPage
from vcs_desktop.ui.pages.facts.page import FactsPage
from vcs_desktop.ui.pages.help.page import HelpPage
from vcs_desktop.ui.pages.home.page import HomePage
from vcs_desktop.ui.pages.learning.page import LearningPage
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import ScrollPane
from vcs_desktop.ui.widgets.sections import Sections

GUIDE = "training/full-cost-budget"
FACT = "fact/ethnicity/not-white-british-2021"
SEARCHED = "consultation"
WORD = "restricted fund"


class PublicSteps:
    """What a guest finds on the first day."""

    def __init__(self, camera: Camera) -> None:
        self._camera = camera
        self._window = camera.window

    def arrive(self) -> None:
        """Be welcomed on Home, and be shown round."""
        home = self._window.page()
        if not isinstance(home, HomePage):
            raise TourStuck("no home page")
        self._camera.until(lambda: not home.subtitle.startswith("Looking"), "home")
        self._camera.picture("welcome")
        tour = self._window.first_tour
        tour.begin()
        for name in ("shown-round", "shown-the-funding"):
            self._camera.rest()
            self._camera.picture(name)
            if tour.card is not None:
                tour.card.next_button.click()
        tour.leave()

    def walk(self) -> None:
        """Take every step but the arrival."""
        self._learn()
        self._look_up_facts()
        self._read_what_the_council_promised()
        self._search()
        self._ask_for_help()
        self._camera.open("settings")
        self._camera.picture("settings")
        self._camera.open("home")
        self._camera.picture("home-again")

    def _learn(self) -> None:
        page = self._camera.open("learning")
        if not isinstance(page, LearningPage):
            raise TourStuck("no learning page")
        self._camera.picture("guides")
        page.show_thing(GUIDE)
        reader = page.guides.reader
        self._camera.until(lambda: page.guides.front() is reader, "a guide")
        self._camera.picture("a-guide")
        page.find_here()
        reader.reading.find_bar.find_box.setText("rent")
        self._camera.settle()
        self._camera.picture("find-in-a-guide")
        reader.reading.find_bar.hide()
        reader.word_asked.emit(WORD)
        self._camera.until(reader.meaning.isVisible, "the meaning of a word")
        self._camera.picture("a-word-explained")
        reader.check_button.click()
        self._camera.settle()
        question = page.guides.check.question
        if question is None:
            raise TourStuck("no question")
        question.options[0].button.click()
        question.check_button.click()
        self._camera.settle()
        self._camera.picture("the-check")
        page.guides.leave()
        self._picture_sections(page.sections, "learning")

    def _look_up_facts(self) -> None:
        page = self._camera.open("facts")
        if not isinstance(page, FactsPage):
            raise TourStuck("no page of facts")
        page.show_thing(FACT)
        self._camera.until(lambda: page.card is not None and page.titles.shown_id == FACT, FACT)
        self._camera.picture("a-fact")
        if page.card is not None and page.card.charts:
            self._scroll_to(page.card.charts[0])
        self._camera.picture("a-fact-beside-others")

    def _read_what_the_council_promised(self) -> None:
        page = self._camera.open("council")
        if not isinstance(page, CouncilPage):
            raise TourStuck("no page of the council")
        self._camera.picture("priorities")
        self._picture_sections(page.sections, "council")

    def _search(self) -> None:
        self._camera.open("home")
        field = self._window.top_bar.search
        for words, name in (("", "recent"), (SEARCHED, "search"), (">", "commands")):
            field.setFocus()
            field.called.emit()
            field.setText(words)
            field.typed.emit()
            self._camera.rest()
            self._camera.picture(name)
        field.clear()
        field.left.emit()

    def _ask_for_help(self) -> None:
        page = self._camera.open("help")
        if not isinstance(page, HelpPage):
            raise TourStuck("no help")
        self._camera.rest()
        self._camera.picture("help")
        page.show_thing("glossary")
        self._camera.rest()
        self._camera.picture("glossary")

    def _picture_sections(self, sections: Sections, place: str) -> None:
        """Picture each part of a page but the first, which has been pictured."""
        for part_id in list(sections.buttons)[1:]:
            sections.open(part_id)
            self._camera.rest()
            self._camera.picture(f"{place}-{part_id.replace('_', '-')}")
        sections.open(next(iter(sections.buttons)))

    def _scroll_to(self, part: QWidget) -> None:
        """Bring a part of a pane to the pane's top."""
        pane = part.parentWidget()
        while pane is not None and not isinstance(pane, ScrollPane):
            pane = pane.parentWidget()
        inside = pane.widget() if isinstance(pane, ScrollPane) else None
        if isinstance(pane, ScrollPane) and inside is not None:
            top = part.mapTo(inside, part.rect().topLeft()).y()
            pane.verticalScrollBar().setValue(top - look.px(8))
        self._camera.settle()
