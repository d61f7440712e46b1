"""A group with a library of grants, and what tests do with the page of its applications."""

from PySide6.QtWidgets import QLabel

from tests.support.application_examples import BARE, WARM
from tests.support.group_house import GroupHouse
from tests.support.starter import of, starter_rules
from vcs_desktop.core.errors import NotFound
from vcs_desktop.domain.application_figures import stale_in
from vcs_desktop.domain.figures import in_words
from vcs_desktop.domain.from_record import thing_of
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.opportunities import OpportunityDetail, OpportunityLine, RecordLine
from vcs_desktop.domain.spelled import words_to_spell
from vcs_desktop.services.applications.figures import FiguresService
from vcs_desktop.services.applications.readiness import ReadinessService
from vcs_desktop.services.choices import Choices
from vcs_desktop.services.facts import FactLine, FactList
from vcs_desktop.ui.widgets.basics import Button
from vcs_desktop.ui.widgets.title_list import RowRole

CALLS = {each.id: each for each in (WARM, BARE)}


class Funding:
    """A library with two grants; tests put newer ones into ``calls``."""

    def __init__(self):
        self.calls = dict(CALLS)

    def lines(self, ids):
        return [self._line(each) for each in ids if each in self.calls]

    def detail(self, record_id):
        if record_id not in self.calls:
            raise NotFound(record_id)
        return OpportunityDetail(self._line(record_id), call=self.calls[record_id])

    def _line(self, id_):
        return OpportunityLine(RecordLine(id_, Kind.FUNDING_CALL, self.calls[id_].title), kept=True)


class Kept:
    """What somebody kept of the library."""

    def __init__(self, *ids):
        self.ids = ids

    def all(self):
        return Choices(kept=self.ids)


class Facts:
    """The figures and the rules of the starter library."""

    def rulebook(self):
        return starter_rules()

    def facts(self, _filters=None):
        every = [thing_of(each) for each in of("fact")]
        return FactList(tuple(FactLine(each, in_words(each)) for each in every))


class Speller:
    """Knows every word but a few, and what is meant by those."""

    def __init__(self):
        self.wrong = {"lunsh": ["lunch", "lush"], "hott": ["hot"], "Marstonn": []}
        self.asked = []

    def unknown(self, text, ours=()):
        self.asked.append(text)
        right = {word.casefold() for word in ours}
        return [
            each
            for each in words_to_spell(text)
            if each.word in self.wrong and each.word.casefold() not in right
        ]

    def offered(self, word):
        return self.wrong.get(word, [])


class Figures:
    """Offers figures; tests put newer ones in their place, with the same keys."""

    def __init__(self, *offered):
        self.offered = list(offered)

    def offers(self, _application_id):
        return self.offered

    def stale(self, whole):
        now = {each.key: each for each in self.offered}
        return stale_in(whole.answers, lambda used: now.get(used.key))


class ApplicationsHouse(GroupHouse):
    """A group, and the grants that it kept."""

    def __init__(self, *asked, **more):
        super().__init__(*asked, **more)
        self.funding = Funding()
        self.spelling = Speller()
        self.choices = Kept(*CALLS)
        self.facts = Facts()
        self.figures = FiguresService(self.space, self.facts, self.clock)
        self.readiness = ReadinessService(self.space, self.clock, self.funding, self.figures)

    def settle(self):
        """Wait for one more answer: an act asks for the list, and that for the card."""
        super().settle()
        super().settle()

    def application(self, application_id):
        """Return an application with its answers as they are kept now."""
        return self.inside.applications.whole(application_id)


def rows(titles):
    """Return the titles of a list as they stand."""
    model = titles.list.model()
    return [model.index(each, 0).data(RowRole).title for each in range(model.rowCount())]


def press(widget, name):
    """Press the button in sight that says so, or is told to those who hear so."""
    found = (each for each in widget.findChildren(Button) if each.isVisible())
    next(each for each in found if name in (each.text(), each.accessibleName())).click()


def words_on(widget):
    """Return the words that stand there in sight."""
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]
