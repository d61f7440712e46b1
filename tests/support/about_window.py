"""The part "About us" of a group that is open, as tests of it use it."""

from datetime import date
from functools import partial

from tests.support import accessibility
from tests.support.every_size import from_what_is_on, put_on
from tests.support.group_house import GroupHouse
from vcs_desktop.domain.group import LegalForm
from vcs_desktop.domain.group_documents import DocumentKind
from vcs_desktop.domain.our_group import OurGroup, Signatory, Year, YearEnd
from vcs_desktop.domain.papers import Paper
from vcs_desktop.ui.pages.our_group.about_part import AboutPart
from vcs_desktop.ui.reading_order import put_tab_in_reading_order
from vcs_desktop.ui.widgets.basics import column, panel, scroll

AREAS = [("E10000025", "Oxfordshire"), ("E07000178", "Oxford"), ("E07000177", "Cherwell")]
GRANTS = [
    ("call/a", "Awards for All England"),
    ("call/b", "A grant of the Oxfordshire Connected Communities Fund with a long name"),
]

TOLD = OurGroup(
    name="Tea & Talk",
    legal_form=LegalForm.CIO,
    charity_number="1089464",
    year_end=YearEnd(31, 3),
    years=(Year("0001", date(2026, 3, 31), 18_400_00),),
    areas=("E07000178",),
    activities=("lunch club", "walks"),
    has_account=True,
    signatories=(Signatory("0001", "Asha", False), Signatory("0002", "Ben", False)),
    has_told_documents=True,
    live_grants=("call/gone",),
)
PAPERS = (Paper("0001", kind=DocumentKind.SAFEGUARDING), Paper("0002", "Rota"))


class SmallLibrary:
    """What the library tells of: three places, and two grants that rule others out."""

    def areas(self):
        return AREAS

    def grants_to_hold(self):
        return GRANTS


class AboutHouse(GroupHouse):
    """An open group with a small library."""

    def __init__(self, folder, tasks, qtbot, clock=None):
        super().__init__(folder, tasks, qtbot, clock)
        self.funding = SmallLibrary()

    def tell(self, change):
        """Have the group tell something, behind the window's back."""
        ours = self.inside.our_group
        held = ours.held()
        ours.save(held, change(held.thing if held else None))

    def keep_papers(self, papers=PAPERS):
        """Let the group have just these papers, behind the window's back."""
        ours = self.inside.our_group
        before = ours.told()
        ours.tell(before, before.ours.thing, papers)

    @property
    def papers(self):
        """The papers that the group has by now, by name or kind."""
        found = [each.thing for each in self.inside.our_group.told().papers]
        return {each.name or each.kind: each for each in found}

    @property
    def told(self):
        """What the group has told by now; None is nothing."""
        held = self.inside.our_group.held()
        return held.thing if held else None


class AboutWindow:
    """The part in a pane, as the page holds it."""

    def __init__(self, house, show, qtbot):
        self.house = house
        self.part = AboutPart(house, house.tasks, house.session)
        self._qtbot = qtbot
        self.pane = scroll(panel(column(self.part, margins=(20, 14, 16, 14))))
        show(self.pane, 1150, 600)
        self.look_again()

    @property
    def form(self):
        return self.part.form

    @property
    def question(self):
        return self.part.form.question

    def look_again(self):
        self.part.shown()
        self.house.settle()

    def open(self, step):
        """Ask one question."""
        self.part.open_step(step)
        self.house.settle()
        return self.question

    def go_on(self):
        self.form.next_button.click()
        self.house.settle()

    def can_be_used(self, sizes):
        """Wait until nobody complains of it, at each (width, height, per cent, theme)."""
        for width, height, percent, theme in from_what_is_on(sizes):
            put_on(percent, theme)
            self.pane.resize(width, height)
            self._qtbot.waitUntil(partial(self._nothing_is_wrong, (width, percent, theme)))

    def _nothing_is_wrong(self, how):
        put_tab_in_reading_order(self.pane)
        complaints = accessibility.every_complaint(self.pane)
        complaints += accessibility.words_without_room(self.pane)
        assert complaints == [], how


def type_in(qtbot, field, words):
    """Type words over what is in a field with one line."""
    field.take_focus()
    field.box.selectAll()
    qtbot.keyClicks(field.box, words)
