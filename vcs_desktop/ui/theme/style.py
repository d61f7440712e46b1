"""The style sheet, written from the tokens.

Three traps of Qt's style sheets are met here: a rule on ``QToolButton`` also hits
the small buttons inside a text field; a radius larger than half the height is
ignored; a styled drop-down loses its arrow (``widgets.choice`` draws it).
"""

from string import Template

from vcs_desktop.ui.theme import tokens

_FRAME = """
QMainWindow, QDialog { background: $paper; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
#side { background: $side; border: none; border-$end: $side_edge; }
#side QLabel { color: $sideInk; font-size: $heading; font-weight: 700; }
#side QLabel[kind="small"] { color: $sideMuted; font-size: $small; font-weight: 400; }
#side QListView { background: $side; color: $sideInk; border: none; }
#top { background: $surface; border: none; border-bottom: $bw solid $line; }
QMenuBar { background: $surface; color: $ink; border-bottom: $bw solid $line; padding: 0 $px6; }
QMenuBar::item { background: transparent; padding: $px5 $px10; border-radius: $px6; }
QMenuBar::item:selected { background: $brandSoft; color: $ink; }
QMenu { background: $surface; color: $ink; border: $bw solid $edge; padding: $px4; }
QMenu::item { padding: $px8 $px24 $px8 $px12; border-radius: $px6; }
QMenu::item:selected { background: $brandSoft; color: $ink; }
QMenu::item:disabled { color: $muted; }
QMenu::icon { padding-$begin: $px8; }
QMenu::indicator { width: $px18; height: $px18; $begin: $px6; }
QMenu::separator { height: 1px; background: $line; margin: $px4 $px8; }
QStatusBar { background: $surface; border-top: $bw solid $line; min-height: $px34; }
QStatusBar::item { border: none; }
QStatusBar QLabel { font-size: $status; }
QStatusBar QPushButton { min-height: $px24; font-size: $status; padding: 0 $px10; }
QToolTip { background: $ink; color: $paper; border: none; padding: $px6; }
"""

_FIELDS = """
QLineEdit, QComboBox, QPlainTextEdit, QTextEdit {
  background: $surface; color: $ink; border: $bw solid $edge; border-radius: $px8;
  padding: $px4 $px10; min-height: $px26;
  selection-background-color: $brand; selection-color: $onBrand; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: $muted; }
QLineEdit[error="true"], QPlainTextEdit[error="true"], QComboBox[error="true"] {
  border: 2px solid $bad; }
QLineEdit#search {
  background: $paper; border-radius: $px16; padding: 0 $px12;
  min-height: $px34; max-height: $px34; }
QComboBox { padding-$end: $px32; }
QComboBox::drop-down { border: none; width: $px28; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
  background: $surface; color: $ink; border: $bw solid $edge; outline: 0;
  selection-background-color: $brandSoft; selection-color: $ink; }
QCheckBox, QRadioButton { spacing: $px8; min-height: $px28; }
QCheckBox::indicator { width: $px18; height: $px18; }
QRadioButton::indicator {
  width: $px16; height: $px16; background: $surface;
  border: 2px solid $edge; border-radius: $radio; }
QRadioButton::indicator:checked {
  border-color: $brand;
  background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
    stop: 0 $brand, stop: 0.5 $brand, stop: 0.58 $surface, stop: 1 $surface); }
"""

_BUTTONS = """
QPushButton, QToolButton {
  background: $surface; color: $brand; border: $bw solid $edge; border-radius: $px8;
  padding: 0 $px14; min-height: $target; font-weight: 600; }
QAbstractButton, QComboBox { outline: 0; }
QFileDialog QToolButton { padding: 0 $px5; }
QLineEdit QToolButton { min-height: 0; padding: 0; border: none; background: transparent; }
QPushButton:hover, QToolButton:hover { background: $brandSoft; }
QPushButton:pressed { background: $sunken; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[kind="primary"] { background: $brand; color: $onBrand; border-color: $brand; }
QPushButton[kind="primary"]:hover { background: $brandHover; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; }
QPushButton[kind="quiet"]:hover { background: $brandSoft; }
QPushButton[kind="quiet"]:checked { background: $brandSoft; border-color: $brand; }
QPushButton[kind="filter"] { padding: 0 $px10; }
QPushButton[kind="filter"]:checked { background: $brandSoft; border: $bw solid $brand; }
QPushButton[kind="section"] {
  background: transparent; border: none; border-bottom: 3px solid transparent; border-radius: 0;
  padding: 0 $px10; }
QPushButton[kind="section"]:hover { background: $brandSoft; }
QPushButton[kind="section"]:checked { color: $brand; border-bottom: 3px solid $brand; }
QPushButton[kind="inline"] {
  background: transparent; border: none; padding: 0; min-height: $px28;
  text-align: $begin; text-decoration: underline; }
QPushButton[kind="inline"]:hover { color: $brandHover; }
QPushButton[kind="link"] {
  background: transparent; border: none; padding: 0; min-height: $px24;
  text-align: $begin; text-decoration: underline; color: $bad; }
QPushButton[kind="side"] {
  background: transparent; color: $sideInk; border: $bw solid $sideMuted; padding: 0 $px10;
  min-height: $px28; text-align: $begin; }
QPushButton[kind="side"]:hover { background: $sideHover; }
QPushButton[kind="day"] {
  background: transparent; border: $bw solid transparent; padding: 0; color: $ink;
  font-weight: 400; }
QPushButton[kind="day"][today="true"] { border-color: $edge; font-weight: 700; }
QPushButton[kind="day"]:hover { background: $brandSoft; color: $ink; }
QPushButton[kind="day"]:checked { background: $brand; color: $onBrand; font-weight: 700; }
QPushButton[kind="fold"] {
  background: transparent; border: none; padding: 0 $px4; text-align: $begin; }
QPushButton[kind="fold"]:hover { background: $brandSoft; }
QPushButton[kind="clear"] {
  background: transparent; border: none; padding: 0; min-height: 0; border-radius: $px14; }
QPushButton[kind="clear"]:hover { background: $brandSoft; }
QPushButton:disabled {
  color: $muted; background: $sunken; border-color: $line; border-style: dashed; }
"""

_WORDS = """
QLabel { color: $ink; }
QLabel[kind] { background: transparent; border: none; border-radius: 0; }
QLabel[kind="display"] { font-size: $display; font-weight: 700; }
QLabel[kind="title"] { font-size: $title; font-weight: 700; }
QLabel[kind="heading"] { font-size: $heading; font-weight: 700; }
QLabel[kind="strong"] { font-weight: 700; }
QLabel[kind="muted"] { color: $muted; }
QLabel[kind="small"] { color: $muted; font-size: $small; }
QLabel[kind="ok"] { color: $ok; font-weight: 600; }
QLabel[kind="warn"] { color: $warn; font-weight: 600; }
QLabel[kind="info"] { color: $info; font-weight: 600; }
QLabel[kind="bad"] { color: $bad; font-weight: 600; }
QLabel[kind="brandLink"] {
  color: $brand; font-weight: 600; text-decoration: underline; }
QLabel[kind="badLink"] { color: $bad; font-weight: 600; text-decoration: underline; }
"""

_PARTS = """
QFrame[kind="card"] { background: $surface; border: $bw solid $line; border-radius: $px12; }
QFrame[kind="fact"] { background: $sunken; border: $plain_edge; border-radius: $px8; }
QFrame[kind="ok"] { background: $okSoft; border: $bw solid $ok; border-radius: $px12; }
QFrame[kind="warn"] { background: $warnSoft; border: $bw solid $warn; border-radius: $px12; }
QFrame[kind="bad"] { background: $badSoft; border: $bw solid $bad; border-radius: $px12; }
QFrame[kind="info"] { background: $infoSoft; border: $bw solid $info; border-radius: $px12; }
QFrame[kind="errors"] { background: $surface; border: 3px solid $bad; border-radius: $px8; }
QFrame[kind="drop"] { background: $surface; border: 2px dashed $edge; border-radius: $px12; }
QFrame[kind="drop"][over="true"] { background: $brandSoft; border: 2px dashed $brand; }
QFrame[kind="undo"] { background: $surface; border: $bw solid $edge; border-radius: $px8; }
QListView, QTableView, QTreeView {
  background: $surface; color: $ink; border: none; outline: 0;
  selection-background-color: $brandSoft; selection-color: $ink; }
QListView#cards, QListView#outline { background: transparent; }
QTableView {
  background: $surface; border: $bw solid $line; border-radius: $px8; gridline-color: $line;
  selection-background-color: $brandSoft; selection-color: $ink; }
QHeaderView::section {
  background: $sunken; color: $ink; border: none; padding: $px6 $px8; font-weight: 600; }
QSplitter::handle { background: transparent; }
QProgressBar {
  background: $sunken; border: $plain_edge; border-radius: $px4;
  min-height: $px8; max-height: $px8; }
QProgressBar::chunk { background: $brand; border-radius: $px4; }
QProgressBar[over="true"]::chunk { background: $bad; }
QScrollBar:vertical { background: transparent; width: $px12; margin: 0; }
QScrollBar:horizontal { background: transparent; height: $px12; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: $px3; margin: $px3; }
QScrollBar::handle:vertical { min-height: $px32; }
QScrollBar::handle:horizontal { min-width: $px32; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: none; height: 0; width: 0; }
"""

# Labels are frames to Qt, so their rules come after those of cards.
_SHEET = Template(_FRAME + _PARTS + _WORDS + _FIELDS + _BUTTONS)
_SIZES = (3, 4, 5, 6, 8, 10, 12, 14, 16, 18, 24, 26, 28, 32, 34)


def style_sheet(palette: tokens.Palette, scale: float, *, right_to_left: bool = False) -> str:
    """Return the whole style sheet in a palette, every size multiplied by ``scale``.

    ``right_to_left`` mirrors it, for a language that is read that way.
    """
    begin, end = ("right", "left") if right_to_left else ("left", "right")
    width = tokens.border_width(palette)
    wide = f"{width}px solid {palette['line']}"
    sizes = {f"px{size}": size for size in _SIZES}
    sizes |= {**tokens.TYPE, "target": tokens.TARGET - 2}
    return _SHEET.substitute(
        palette,
        **{name: f"{round(size * scale)}px" for name, size in sizes.items()},
        begin=begin,
        end=end,
        bw=f"{width}px",
        # Half of what is inside the edge, and the edge: larger, and it would be a square.
        radio=f"{round(16 * scale) // 2 + 2}px",
        plain_edge=wide if width > 1 else "none",
        side_edge=wide if width > 1 else "none",
    )
