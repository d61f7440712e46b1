"""Where the language reads from right to left, the window and every page are mirrored."""

import gettext
import os
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from tests.support import accessibility
from tests.support.open_practice import open_practice
from tests.support.pseudo_language import RIGHT_TO_LEFT_MARK, PseudoLanguage
from tests.support.publish_window import open_publisher
from tests.support.window_states import STATES, STATES_OF_GROUP, Walk
from vcs_desktop.app.main import build_window
from vcs_desktop.app.pages import pages
from vcs_desktop.app.parts import Parts
from vcs_desktop.core import language
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.ui.theme import look, tokens
from vcs_desktop.ui.theme.icons import draw_icon
from vcs_desktop.ui.theme.style import style_sheet
from vcs_desktop.ui.widgets.basics import Button, Picture

SIZES = [(1366, 671, 100), (683, 364, 200)]
SPECS = pages(None, None, None, None, None, None, None)
PLACES = [spec.id for spec in SPECS]
OF_GROUP = {spec.id for spec in SPECS if spec.needs == "group"}
OF_KEY = {spec.id for spec in SPECS if spec.needs == "key"}
POINTING = ("arrow-left", "chevron-right", "undo-2")


@pytest.fixture
def mirrored(qapp):
    """Read from right to left, with words that say so, as Arabic or Urdu would."""
    language.speak(PseudoLanguage(right_to_left=True))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    look.begin(qapp, "light", 100)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    language.speak(gettext.NullTranslations())


@pytest.fixture
def real_window(tmp_path, mirrored, tasks, settings, show):
    folder = DataFolder(tmp_path / "data")
    folder.make()
    parts = Parts(folder, FixedClock.on(date(2026, 11, 23)))
    window = show(build_window(parts, tasks, settings), 1366, 671)
    yield window, parts
    window.close()
    parts.close()


@pytest.mark.parametrize("place", PLACES)
def test_the_page_is_mirrored(real_window, qtbot, tmp_path, place):
    window, parts = real_window
    if place in OF_GROUP:
        open_practice(window, parts, qtbot)
    if place in OF_KEY:
        open_publisher(window, parts, tmp_path, qtbot)
    page = Walk(window, parts, qtbot, tmp_path).come_to(place)
    assert place_of(window.navigation, window).left() > place_of(page, window).right() - 1
    for width, height, percent in SIZES:
        look.set_text_size(percent)
        window.resize(width, height)
        qtbot.waitUntil(partial(rests_mirrored, page))
        keep_picture(window, f"{place}-{width}")


@pytest.mark.parametrize("state", STATES)
def test_what_opens_answers_or_tells_is_mirrored(real_window, qtbot, tmp_path, state):
    window, parts = real_window
    if state in STATES_OF_GROUP:
        open_practice(window, parts, qtbot)
    for number, shown in enumerate(STATES[state](Walk(window, parts, qtbot, tmp_path))):
        qtbot.waitUntil(partial(rests_mirrored, shown))
        keep_picture(shown.window(), f"{state}-{number:02}")


def rests_mirrored(page):
    assert accessibility.wider_than_the_window(page) == []
    assert accessibility.words_without_room(page) == []
    assert pictures_out_of_line(page) == []
    assert words_on_the_wrong_side(page) == []
    return True


def pictures_out_of_line(page):
    """Return the icons that stand to the left of the words they belong to."""
    return [
        f"{type(picture).__name__} stands left of “{words.text()}”"
        for picture in page.findChildren(Picture)
        for words in [beside(picture)]
        if picture.isVisible()
        and words is not None
        and place_of(picture, page).center().x() < place_of(words, page).center().x()
        and shares_a_line(picture, words, page)
    ]


def beside(picture):
    """Return the words that follow an icon in its own row, if there are any."""
    children = picture.parentWidget().findChildren(
        QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly
    )
    after = children[children.index(picture) + 1 :]
    return next((each for each in after if each.text() and each.isVisible()), None)


def words_on_the_wrong_side(page):
    """Return labels of the language that are read from right to left and laid out otherwise."""
    return [
        label.text()
        for label in page.findChildren(QLabel)
        if label.isVisible()
        and label.text().startswith(RIGHT_TO_LEFT_MARK)
        and not label.isRightToLeft()
    ]


def shares_a_line(one, other, page):
    first, second = place_of(one, page), place_of(other, page)
    return first.top() <= second.bottom() and second.top() <= first.bottom()


def place_of(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint()), widget.size())


def keep_picture(window, place):
    """Draw it, and keep the picture for whoever looks: in the folder that PICTURES names.

    Where nobody looks it is drawn all the same, but to pack it takes ten times as long as that.
    """
    picture = window.grab()
    assert not picture.isNull()
    if folder := os.environ.get("PICTURES"):
        assert picture.save(str(Path(folder) / f"{place}-right-to-left.png"))


@pytest.mark.parametrize("name", POINTING)
def test_an_icon_that_points_along_the_line_points_the_other_way(qapp, name):
    usual = draw_icon(name, "#000000", 24).toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        turned = draw_icon(name, "#000000", 24).toImage()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert turned != usual
    assert turned == usual.flipped(Qt.Orientation.Horizontal)


def test_an_icon_that_points_nowhere_stays(qapp, mirrored):
    turned = draw_icon("search", "#000000", 24).toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert draw_icon("search", "#000000", 24).toImage() == turned


def test_the_icon_of_a_button_has_its_room_on_the_side_of_the_words(mirrored, show):
    button = show(Button("Open", icon="check"), 200, 40)
    picture = button.icon().pixmap(button.iconSize()).toImage()
    first_column = {picture.pixelColor(0, y).alpha() for y in range(picture.height())}
    assert first_column == {0}


def test_the_style_sheet_is_mirrored(qapp):
    palette = tokens.PALETTES["light"]
    usual, turned = style_sheet(palette, 1), style_sheet(palette, 1, right_to_left=True)
    assert "QComboBox { padding-right: 32px; }" in usual
    assert "QComboBox { padding-left: 32px; }" in turned
    assert "text-align: left" in usual
    assert "text-align: left" not in turned
