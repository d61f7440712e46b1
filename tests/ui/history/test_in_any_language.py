"""The history, two versions, the bin and the copies in a language of longer words, and mirrored."""

import gettext

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from tests.support import accessibility
from tests.support.pseudo_language import PseudoLanguage, plain_pieces
from tests.support.words_on_screen import words_of
from vcs_desktop.core import language
from vcs_desktop.domain.people import Person, Role, Tie
from vcs_desktop.ui.edit_menu import EditMenu
from vcs_desktop.ui.history.dialog import HistoryDialog
from vcs_desktop.ui.history.two_versions import TwoVersions
from vcs_desktop.ui.pages.our_group.bin_part import BinPart
from vcs_desktop.ui.pages.our_group.copies_part import CopiesPart
from vcs_desktop.ui.reading_order import put_tab_in_reading_order
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import scroll
from vcs_desktop.ui.widgets.fold import Fold

DATA = {"asha", "ben", "cara", "tea", "ctrl", "ctrl+z", "kb", "usb", "van"}
SIZES = [(1150, 600, 100), (683, 364, 200)]


@pytest.fixture(params=["longer", "mirrored"])
def other_language(request, qapp):
    is_mirrored = request.param == "mirrored"
    language.speak(PseudoLanguage(right_to_left=is_mirrored))
    if is_mirrored:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    look.begin(qapp, "light", 100)
    yield is_mirrored
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    language.speak(gettext.NullTranslations())


@pytest.fixture
def settled(group, elsewhere, change):
    """Cara, whom Asha and Ben have changed at once, and others in the bin."""
    inside = group.inside
    cara = inside.people.add(Person(name="Cara", phone="1", notes="Tea."))
    elsewhere.take()
    change(cara, phone="2", notes="Tea. Van.", roles=(Role("r", Tie.COMMITTEE, "Van"),))
    held = elsewhere.people.person(cara)
    elsewhere.people.save(held, Person(cara, "Cara", phone="3", notes="Tea."))
    elsewhere.give_back()
    inside.people.remove(inside.people.add(Person(name="Ben")))
    inside.backups.back_up_if_changed()
    return cara


def shown_parts(group, tasks, show, qtbot, cara):
    """Yield each part on the screen, with all that it has."""
    window = show(QWidget(), 1150, 600)
    dialog = HistoryDialog(window, group, tasks, group.session)
    with qtbot.waitSignal(dialog.history.slices.filled):
        dialog.show_history(cara, "Cara")
    yield dialog
    dialog.close()
    versions = TwoVersions(group, tasks, group.session)
    with qtbot.waitSignal(versions.found):
        versions.show_versions(cara)
    yield show(scroll(versions))
    bin_ = BinPart(group, tasks, group.session)
    pane = show(scroll(bin_))
    with qtbot.waitSignals([bin_.list.slices.filled, bin_.lately.slices.filled]):
        bin_.shown()
    yield pane
    copies = CopiesPart(group, tasks, group.session)
    pane = show(scroll(copies))
    with qtbot.waitSignal(copies.view_model.looked):
        copies.shown()
    copies.back.list.wanted.emit(group.inside.backups.list()[0], "⟦⟧")
    yield pane


def test_every_word_is_marked_and_has_room(other_language, group, settled, show, tasks, qtbot):
    for part in shown_parts(group, tasks, show, qtbot, settled):
        for fold in part.findChildren(Fold):
            fold.set_open(True)
        for width, height, percent in SIZES:
            look.set_text_size(percent)
            part.resize(width, height)
            qtbot.waitUntil(lambda part=part: has_room(part))
        look.set_text_size(100)
        said = {
            piece
            for _, words in words_of(part)
            for piece in plain_pieces(words)
            if piece.casefold() not in DATA
        }
        assert said == set()
        if other_language:
            assert begins_at_the_right(part)


def has_room(part):
    put_tab_in_reading_order(part)
    assert accessibility.wider_than_the_window(part) == []
    assert accessibility.words_cut_off(part) == []
    return True


def begins_at_the_right(part):
    """The first heading ends where the part does, not where it begins."""
    first = next(
        each for each in part.findChildren(QLabel) if each.text() and each.isVisibleTo(part)
    )
    return first.mapTo(part, QPoint(first.width(), 0)).x() > part.width() * 0.8


def test_the_menu_is_marked(other_language, show):
    menu = EditMenu(show(QWidget()))
    texts = [action.text().replace("&", "") for action in menu.actions()]
    assert [piece for words in texts for piece in plain_pieces(words)] == []
