"""What a group tells of itself can be seen and told by everybody, in every look and language."""

import gettext
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from tests.support import accessibility
from tests.support.about_window import TOLD, AboutHouse, AboutWindow
from tests.support.pseudo_language import RIGHT_TO_LEFT_MARK, PseudoLanguage, plain_pieces
from vcs_desktop.core import language
from vcs_desktop.domain.our_group_gaps import Step
from vcs_desktop.ui.theme import look

SIZES = [
    (1150, 600, 100, "light"),
    (683, 364, 200, "dark"),
    (683, 364, 100, "contrast"),
    (683, 364, 200, "contrast"),
    (1150, 600, 200, "light"),
]


@pytest.fixture
def house(tmp_path, tasks, qtbot):
    made = AboutHouse(tmp_path, tasks, qtbot).begin()
    yield made
    tasks.stop()
    made.close()


@pytest.fixture
def told(house, show, qtbot):
    house.tell(lambda _: TOLD)
    house.keep_papers()
    return AboutWindow(house, show, qtbot)


def test_the_empty_state_and_the_cards_can_be_used(house, show, qtbot):
    about = AboutWindow(house, show, qtbot)
    about.can_be_used(SIZES)
    house.tell(lambda _: TOLD)
    house.keep_papers()
    about.look_again()
    about.can_be_used(SIZES)


@pytest.mark.parametrize("step", Step)
def test_each_question_can_be_used(told, step):
    told.open(step)
    told.form.steps.fold.set_open(True)
    for field in told.question.fields.values():
        field.set_error("Something here is to be put right. Look at it again.")
    told.can_be_used(SIZES)


@pytest.fixture
def speak(qapp):
    """Return a function that speaks a language of longer words, or one from right to left."""

    def speak_it(*, right_to_left):
        language.speak(PseudoLanguage(right_to_left=right_to_left))
        direction = Qt.LayoutDirection
        qapp.setLayoutDirection(direction.RightToLeft if right_to_left else direction.LeftToRight)
        look.begin(qapp, "light", 100)

    yield speak_it
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    language.speak(gettext.NullTranslations())


ASKED = (None, Step.LEGAL_FORM, Step.NUMBERS, Step.YEARS, Step.BANK, Step.DOCUMENTS)


@pytest.mark.parametrize("step", ASKED)
def test_every_word_is_marked_and_none_is_cut_off_in_longer_words(house, show, qtbot, speak, step):
    speak(right_to_left=False)
    house.tell(lambda _: TOLD)
    house.keep_papers()
    about = AboutWindow(house, show, qtbot)
    if step is not None:
        about.open(step)
        about.form.steps.fold.set_open(True)
    about.can_be_used([(1150, 600, 100, "light"), (683, 364, 200, "light")])
    assert [each for each in words_of(about.part) if unmarked(each)] == []


@pytest.mark.parametrize("step", ASKED)
def test_from_right_to_left_all_of_it_is_mirrored(house, show, qtbot, speak, step):
    speak(right_to_left=True)
    house.tell(lambda _: TOLD)
    house.keep_papers()
    about = AboutWindow(house, show, qtbot)
    if step is not None:
        about.open(step)
    for width, percent in ((1150, 100), (683, 200)):
        look.set_text_size(percent)
        about.pane.resize(width, 600)
        qtbot.waitUntil(partial(rests_mirrored, about))


def rests_mirrored(about):
    part = about.part
    assert accessibility.wider_than_the_window(about.pane) == []
    assert accessibility.words_without_room(part) == []
    for label in part.findChildren(QLabel):
        if label.isVisible() and label.text().startswith(RIGHT_TO_LEFT_MARK):
            assert label.isRightToLeft()
    if about.form.isVisible():
        title = about.form.title
        right = title.mapTo(part, QPoint(title.width(), 0)).x()
        assert right > part.width() - look.px(8)


DATA = ("Tea & Talk", "lunch club", "walks", "Oxford", "Asha", "Ben", "Rota", "Cherwell")


def words_of(part):
    labels = (each.text() for each in part.findChildren(QLabel) if each.isVisible())
    buttons = part.findChildren(QAbstractButton)
    named = (each.text() or each.accessibleName() for each in buttons if each.isVisible())
    return [*labels, *named]


def unmarked(words):
    pieces = (line for piece in plain_pieces(words) for line in piece.splitlines())
    return [each for each in pieces if each and not any(each in data for data in DATA)]
