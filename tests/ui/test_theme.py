"""Colours keep their contrast, sizes follow the text, and what is open follows both."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from vcs_desktop.core.resources import resource
from vcs_desktop.core.settings import TEXT_SIZES
from vcs_desktop.ui.theme import look, style, tokens
from vcs_desktop.ui.theme.style import style_sheet
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel, picture, row


@pytest.mark.parametrize("name", tokens.PALETTES)
def test_every_pair_of_colours_has_its_contrast(name):
    palette = tokens.PALETTES[name]
    bad = {
        (one, other): round(tokens.contrast(palette[one], palette[other]), 2)
        for one, other, least in tokens.PAIRS
        if tokens.contrast(palette[one], palette[other]) < least
    }
    assert bad == {}


def test_words_and_grounds_of_one_rule_are_among_the_pairs():
    """Colours can be told from the sheet where each use has one of its own."""
    colours = {use: f"#{number:06X}" for number, use in enumerate(tokens.LIGHT)}
    uses = {colour: use for use, colour in colours.items()}
    rules = re.findall(r"\{([^{}]*)\}", style_sheet(colours, 1))
    assert len(rules) > 60
    inked = re.compile(r"(?<![-\w])(?:selection-)?color: (#\w+)")
    grounded = re.compile(r"(?<![-\w])(?:selection-background-color|background): (#\w+)")
    met = {
        (uses[ink], uses[ground])
        for rule in rules
        for ink, ground in zip(inked.findall(rule), grounded.findall(rule), strict=False)
    }
    assert ("ink", "surface") in met
    assert met - {(ink, ground) for ink, ground, _least in tokens.PAIRS} == set()


def test_every_kind_that_a_widget_is_given_has_a_rule():
    ui = Path(style.__file__).parents[1]
    code = "".join(
        file.read_text("utf-8") for file in ui.rglob("*.py") if file.parent.name != "theme"
    )
    given = set(re.findall(r'(?:kind=|setProperty\("kind", )"(\w+)"', code))
    assert {"fact", "undo", "info"} <= given
    ruled = set(re.findall(r'\[kind="(\w+)"\]', style_sheet(tokens.LIGHT, 1)))
    assert given - ruled == set()


def test_contrast_is_that_of_the_guidelines():
    assert tokens.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert tokens.contrast("#777777", "#777777") == pytest.approx(1)
    assert tokens.contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_every_palette_has_the_same_names():
    assert len({frozenset(palette) for palette in tokens.PALETTES.values()}) == 1


@pytest.mark.parametrize("name", tokens.PALETTES)
@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_the_style_sheet_has_no_gap(name, percent):
    sheet = style_sheet(tokens.PALETTES[name], percent / 100)
    assert "$" not in sheet
    assert f"font-size: {round(13 * percent / 100)}px" in sheet


def test_every_icon_is_drawn_in_the_colour_it_is_given():
    for file in resource("icons").glob("*.svg"):
        image = look.pixmap(file.stem, "bad", 24).toImage()
        solid = {
            image.pixelColor(x, y).getRgb()
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() == 255
        }
        assert solid, file.stem
        assert all(_nearly(colour, look.colour("bad").getRgb()) for colour in solid), file.stem


def _nearly(one, other):
    """Say whether two colours differ by no more than rounding."""
    return all(abs(mine - its) <= 2 for mine, its in zip(one, other, strict=True))


def test_the_licence_of_the_icons_travels_with_them():
    assert "ISC License" in (resource("icons") / "LICENSE").read_text("utf-8")


def test_our_letters_are_there_in_three_weights():
    for weight, known in ((400, 400), (600, 600), (700, 700)):
        font = look.font(15, weight)
        assert QFontInfo(font).family() == "Inter"
        assert font.weight() == QFont.Weight(known)


def test_sizes_follow_the_text():
    look.set_text_size(150)
    assert look.px(10) == 15
    assert look.font(20).pixelSize() == 30


def test_a_change_of_colours_reaches_icons_and_words_that_are_open(show):
    keep, mark, words = button("Keep", icon="bookmark"), picture("info", "info"), label("Hello")
    show(panel(column(keep, mark, words)))
    before = (keep.icon().cacheKey(), mark.pixmap().cacheKey())
    look.set_theme("dark")
    assert keep.icon().cacheKey() != before[0]
    assert mark.pixmap().cacheKey() != before[1]
    assert words.palette().windowText().color() == look.colour("ink")


def test_a_change_of_text_size_reaches_margins_fonts_and_icons(show, qtbot):
    words, keep = label("Hello", "title"), button("Keep", icon="bookmark")
    box = row(words, keep, margins=(10, 10, 10, 10), gap=4)
    show(panel(box))
    look.set_text_size(200)
    assert box.spacing() == 8
    assert box.contentsMargins().left() == 20
    assert words.fontInfo().pixelSize() == 40
    assert keep.iconSize().height() == 36
    qtbot.waitUntil(lambda: keep.height() >= 70)


def test_the_same_choice_twice_changes_nothing(qtbot):
    with qtbot.assertNotEmitted(look.changed):
        look.set_theme("light")
        look.set_text_size(100)


def test_the_colours_of_the_computer_are_followed_when_wished(qapp, monkeypatch):
    hints = QGuiApplication.styleHints()
    look.set_theme("system")
    for scheme, palette in ((Qt.ColorScheme.Dark, "dark"), (Qt.ColorScheme.Light, "light")):
        monkeypatch.setattr(type(hints), "colorScheme", lambda _self, scheme=scheme: scheme)
        hints.colorSchemeChanged.emit(scheme)
        assert look.palette_name == palette
    look.set_theme("light")
    monkeypatch.setattr(type(hints), "colorScheme", lambda _self: Qt.ColorScheme.Dark)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look.palette_name == "light"


def test_high_contrast_of_the_computer_is_followed(monkeypatch):
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        pytest.skip("this Qt cannot ask the computer for high contrast")
    wish = type(hints.accessibility())
    monkeypatch.setattr(
        wish, "contrastPreference", lambda _self: Qt.ContrastPreference.HighContrast
    )
    look.set_theme("system")
    assert look.palette_name == "contrast"
    assert look.border_width() == 2


def test_icons_that_point_turn_round_where_reading_goes_from_right_to_left(qapp):
    there = look.pixmap("arrow-left").toImage()
    same = look.pixmap("search").toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert look.pixmap("arrow-left").toImage() == there.flipped(Qt.Orientation.Horizontal)
        assert look.pixmap("search").toImage() == same
        assert look.direction() == Qt.LayoutDirection.RightToLeft
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_labels_never_read_markup():
    made = label("<b>Not bold</b>")
    assert made.textFormat() == Qt.TextFormat.PlainText


def test_a_card_is_not_taken_for_its_labels(show):
    words = label("You can apply", "ok")
    show(card(words, QWidget(), kind="ok"))
    assert words.contentsMargins().isNull()


class _Counting(QLabel):
    dressed = 0

    def changeEvent(self, event):  # noqa: N802  Qt's own name
        super().changeEvent(event)
        self.dressed += event.type() == QEvent.Type.StyleChange


class _CountingColumn(QVBoxLayout):
    laid = 0

    def setGeometry(self, room):  # noqa: N802  Qt's own name
        super().setGeometry(room)
        self.laid += 1


def test_what_has_its_look_on_is_not_dressed_again(show, qapp):
    words = _Counting("words")
    window = show(panel(column(words)))
    dressed = words.dressed
    look.begin(qapp, "light", 100)
    look.dress(window)
    assert words.dressed == dressed
    look.set_text_size(200)
    assert words.dressed > dressed


def test_what_is_in_a_window_is_laid_out_when_all_of_it_is_dressed(show, qtbot):
    inside, words = _CountingColumn(), label("words")
    inside.addWidget(words)
    show(panel(inside))
    laid, small = inside.laid, words.sizeHint()
    look.set_text_size(200)
    assert inside.laid == laid
    qtbot.waitUntil(lambda: inside.laid > laid)
    assert words.sizeHint().height() > small.height()
    assert inside.isEnabled()
