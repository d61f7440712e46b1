"""In a language of longer words: every word about groups is marked, and none is cut off."""

from datetime import date
from functools import partial

import pytest

from tests.support import accessibility
from tests.support.every_size import from_what_is_on
from tests.support.groups_window import Typist
from tests.support.vault_examples import ASHA, BEN, QUICK, TEA
from tests.support.words_on_screen import DataWords, not_marked
from vcs_desktop.app.main import build_window
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.ui.theme import look

SIZES = [(1366, 671, 100), (683, 364, 200)]
TYPED = ("Tea & Talk", "Asha", "Ben", "Cai", "123456", ASHA, BEN)


@pytest.fixture
def parts(tmp_path):
    folder = DataFolder(tmp_path / "data")
    folder.make()
    made = Parts(folder, FixedClock.on(date(2026, 11, 23)))
    made.groups._effort = QUICK
    yield made
    made.close()


@pytest.fixture
def window(parts, pseudo_language, tasks, settings, show):
    with parts.groups.create(TEA) as tea:
        tea.add_opener("Ben", BEN)
        tea.set_code(parts.groups.new_code())
    made = show(build_window(parts, tasks, settings), 1366, 671)
    yield made
    made.close()
    tasks.stop()


@pytest.fixture
def hands(qtbot, window):
    return Typist(qtbot, window)


@pytest.fixture
def look_over(window, parts, qtbot):
    """Return a function that looks for words that nobody marked, or that are cut off."""

    def nothing_is_wrong(data):
        page = window.page()
        assert not_marked(page, data) == []
        assert accessibility.words_cut_off(page) == []
        assert accessibility.words_without_room(page) == []

    def look_at(*more):
        data = DataWords(parts, *TYPED, *more)
        for width, height, percent in from_what_is_on(SIZES):
            look.set_text_size(percent)
            window.resize(width, height)
            qtbot.waitUntil(partial(nothing_is_wrong, data))

    return look_at


def test_every_word_of_opening_a_group_is_marked(window, hands, look_over):
    window.open_thing("groups", "")
    page = window.page()
    hands.wait(lambda: len(page.picker.rows) == 1)
    look_over()
    page.picker.rows[0].open_button.click()
    way_in = page.opening.way_in
    look_over()
    way_in.words_field.box.setText("123456")
    way_in.go_button.click()
    hands.wait(lambda: way_in.words_field.error != "")
    look_over()
    way_in.way_button.click()
    way_in.code_field.box.setFocus()
    hands.type("0u")
    look_over("U")
    window.open_thing("groups", "join")
    look_over()


def test_every_word_of_starting_a_group_is_marked(window, hands, look_over):
    window.open_thing("groups", "start")
    page = window.page()
    start = page.views.start
    look_over()
    start.name.field.tell("123456")
    start.name.field.box.setText("Tea & Talk")
    start._next()
    look_over()
    start.you.field.box.setText("Cai")
    start.you.role.choose("treasurer")
    start._next()
    hands.wait(lambda: start.words.choose.chosen() != "")
    offered = start.words.choose.chosen()
    look_over(offered)
    start.words.choose.own_option.button.click()
    start.words.choose.own_field.box.setFocus()
    hands.type("123456")
    hands.wait(lambda: start.words.choose.strength.text() != "")
    look_over(offered)
    start.words.choose.offered_option.button.click()
    start._next()
    look_over(offered)
    start._next()
    look_over(offered)
    start.once_more.once_more.copied.box.setChecked(True)
    start._next()
    look_over()
    flow = start.way_back.flow
    flow.person_button.click()
    hands.wait(lambda: flow.person.words.words() != "")
    look_over(flow.person.words.words())
    flow.person.leave_button.click()
    flow.code.copy_button.click()
    hands.wait(lambda: flow.code.code_card is not None)
    code = [each.text() for each in flow.code.code_card.groups]
    look_over(*code, *(" ".join(each) for each in code), *"".join(code))
    flow.code.have_button.click()
    look_over()
    flow.code._check()
    look_over()
    for field, place in zip(flow.code.fields, flow.code.making.rehearsal.places, strict=True):
        field.box.setText(code[place - 1])
    flow.code._check()
    hands.wait(start.last.isVisible)
    look_over()
    start._back()
    look_over()


def test_every_word_about_who_can_open_the_group_is_marked(window, hands, parts, look_over):
    group = parts.groups.groups()[0].id
    window.open_thing("groups", group)
    page = window.page()
    hands.wait(lambda: page.front is page.opening)
    page.opening.way_in.words_field.box.setText(ASHA)
    page.opening.way_in.go_button.click()
    hands.wait(lambda: window.stack.place_id == "home")
    window.open_thing("our-group", "access")
    part = window.page()._parts["access"]
    hands.wait(part.people.isVisible)
    part.removal.fold.set_open(True)
    look_over()
    part.people.words_button.click()
    form = part.people.words_form
    hands.wait(lambda: form.words.words() != "")
    look_over(form.words.words())
    form.leave_button.click()
    next(iter(part.people.take_out_buttons.values())).click()
    look_over()
    part.people.taking_out.go_button.click()
    hands.wait(part.people.message.isVisible)
    look_over()
    window.open_thing("groups", "way-back")
    page = window.page()
    hands.wait(page.views.way_back.flow.later_button.isVisible)
    look_over()
