"""The laptops of a group, and joining one, in a language of longer words: all marked, none cut."""

from functools import partial

import pytest

from tests.support import accessibility
from tests.support.every_size import from_what_is_on
from tests.support.groups_window import make_page
from tests.support.laptops import ADDRESS
from tests.support.laptops_window import SECOND_LAPTOP
from tests.support.words_on_screen import not_marked
from vcs_desktop.domain.laptops import State
from vcs_desktop.domain.people import Person
from vcs_desktop.services.two_laptops.lines import Standing
from vcs_desktop.ui.pages.our_group.laptops_part import LaptopsPart
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import column, panel, scroll

SIZES = [(1366, 671, 100), (683, 364, 200)]
KNOWN = [
    ADDRESS,
    "Asha's laptop",
    SECOND_LAPTOP,
    "Asha",
    "Ben",
    "Tea & Talk",
    "Eve",
    "Third",
    "groups.example.org",
]


class Known:
    """What stands in records, or was typed: these words are nobody's to translate."""

    def __init__(self, *more):
        self._texts = [*KNOWN, *more]

    def has(self, piece):
        return any(piece in text for text in self._texts)

    def has_cut(self, piece, words):
        return self.has(piece)


@pytest.fixture
def house(pseudo_language, laptops_house):
    return laptops_house


@pytest.fixture
def look_over(qtbot):
    """See at each size that all words of a widget are marked, and that none is cut off."""

    def look_over(root, *more):
        for width, height, percent in from_what_is_on(SIZES):
            look.set_text_size(percent)
            root.window().resize(width, height)
            qtbot.waitUntil(partial(nothing_is_wrong, root, Known(*more)))

    return look_over


def nothing_is_wrong(root, known):
    assert not_marked(root, known) == []
    assert accessibility.words_cut_off(root) == []
    assert accessibility.words_without_room(root) == []


def test_every_word_about_laptops_is_marked(house, show, look_over, qtbot):
    other = house.two()
    people = [house.inside.people.add(Person(name="Eve")) for _ in range(30)]
    other.people.add(Person(name="Eve"))
    other.laptops.exchange()
    house.inside.laptops.exchange()
    part = LaptopsPart(house, house.tasks, house.session)
    pane = show(scroll(panel(column(part, margins=(20, 14, 16, 14)))), 1366, 671)
    part.shown()
    house.settle()
    look_over(pane)
    next(iter(part.list.take_out_buttons.values())).click()
    look_over(pane)
    part.taking_out.leave_button.click()
    part.add_button.click()
    look_over(pane)
    part.adding._come_to(part.adding.service)
    part.adding.service.go_button.click()
    look_over(pane)
    part.adding._come_to(part.adding.stick)
    look_over(pane)
    part.adding.stick.show_ready()
    look_over(pane)
    part.adding._invite()
    house.settle()
    code = part.adding.code.letters.text()
    look_over(pane, code, ", ".join(" ".join(each) for each in code.split()))
    house.others.ask(code.split(), "three", "Third")
    part.adding._look_who_asks()
    house.settle()
    look_over(pane, part.adding.compare.words.text())
    part.adding.compare.other_button.click()
    house.settle()
    look_over(pane)
    part.adding.leave_button.click()
    other.laptops.exchange()
    for each in people[:25]:
        other.people.remove(each)
    other.laptops.exchange()
    house.inside.laptops.exchange()
    part.shown()
    house.settle()
    part.held_back.fold.set_open(True)
    look_over(pane)
    for state in (State.LOOK, State.REMOVED, State.UNKNOWN):
        part.stopped.show_standing(Standing(True, ADDRESS, state))
        look_over(pane)


def test_every_word_of_joining_is_marked(house, show, settings, look_over, qtbot):
    one = house.others.first()
    page = make_page(house, settings, show, qtbot, 1366, 671)
    page.show_thing("join")
    join = page.views.join
    join._next()
    look_over(page)
    join.ask.address.box.setText(ADDRESS)
    join.ask.code.box.setText("".join(one.laptops.invite().code))
    join.ask.name.box.setText("Third")
    code = join.ask.code.words()
    join._next()
    qtbot.waitUntil(join.four_words.isVisible, timeout=10_000)
    look_over(page, code, join.four_words.words.text())
    one.laptops.accept(one.laptops.asking()[0].device)
    join.four_words.look()
    qtbot.waitUntil(join.you.isVisible, timeout=10_000)
    look_over(page, code)
