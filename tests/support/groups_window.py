"""The page of groups over real, encrypted groups, worked by key as a person does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from tests.support.group_house import GroupHouse
from tests.support.vault_examples import BEN, CODE, TEA
from vcs_desktop.services.groups import NewGroup
from vcs_desktop.ui.pages.groups.page import GroupsPage
from vcs_desktop.ui.pages.our_group.access_part import AccessPart
from vcs_desktop.ui.widgets.basics import button, column, panel, scroll

ENTER, TAB, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Space


class GroupsHouse(GroupHouse):
    """A laptop on which no group is open yet."""

    def tea(self, *, ben=True, code=True):
        """Make a group that Asha, and perhaps Ben and the code, can open; return its id."""
        with self.groups.create(TEA) as made:
            if ben:
                made.add_opener("Ben", BEN)
            if code:
                made.set_code(CODE)
            return made.id

    def hall(self, **more):
        """Make another group; return its id."""
        with self.groups.create(NewGroup("Hall", BEN, **more)) as made:
            return made.id

    def damage(self, group, *names):
        """Spoil files of a group: those that let people in, unless others are named."""
        for name in names or ("slots.json", "slots-copy.json"):
            (self.groups._folder / group / name).write_text("{", "utf-8")

    def data_file(self, group):
        """Return the file with the records of a group."""
        return next((self.groups._folder / group).glob("data-*.db"))


class Typist:
    """Works a page by key alone."""

    def __init__(self, qtbot, page):
        self._qtbot = qtbot
        self.page = page

    @property
    def focus(self):
        """What has the focus; a key that goes nowhere would end the program."""
        there = QApplication.focusWidget()
        assert there is not None
        return there

    def type(self, words):
        """Type words where the focus is."""
        self._qtbot.keyClicks(self.focus, words)

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        """Press a key where the focus is."""
        self._qtbot.keyClick(self.focus, key, modifier)

    def enter(self):
        """Press Enter."""
        self.key(ENTER)

    def tab_to(self, widget):
        """Press Tab until the focus is at a widget; it has to be reachable."""
        self.wait(widget.isVisible)
        for _ in range(60):
            if self.focus is widget:
                return
            self.key(TAB)
        raise AssertionError(f"Tab never comes to {widget.accessibleName() or widget}")

    def press(self, widget):
        """Tab to a button and press Enter."""
        self.tab_to(widget)
        self.enter()

    def wait(self, until):
        """Wait until something holds."""
        self._qtbot.waitUntil(until, timeout=5_000)

    def wait_focus(self, widget):
        """Wait until the focus is at a widget."""
        self.wait(lambda: QApplication.focusWidget() is widget)


def make_page(house, settings, show, qtbot, width=1150, height=600):
    """Put the page on the screen, and note where it leads.

    It stands under a button, as in the window under the top bar.
    """
    page = GroupsPage(house, house.tasks, house.session, settings)
    page.led = []
    page.place_asked.connect(lambda place, thing: page.led.append((place, thing)))
    page.host = show(panel(column(button("Above"), page)), width, height)
    with qtbot.waitSignal(page.ready):
        page.shown()
    page.first_focus().setFocus()
    return page


def make_part(house, settings, tasks, show):
    """Put the part on the screen in which one looks after who can open the group."""
    part = AccessPart(house, tasks, house.session, settings)
    part.host = show(panel(column(button("Above"), scroll(part))), 1150, 600)
    part.shown()
    house.settle()
    return part


def row_of(page, name):
    """Return the row of a group by its name."""
    return next(row for row in page.picker.rows if row.name.text() == name)


def words_kept(root: QWidget):
    """Return every word that stands in a field of a widget."""
    fields = [*root.findChildren(QLineEdit)]
    texts = [field.text() for field in fields]
    texts += [field.toPlainText() for field in root.findChildren(QPlainTextEdit)]
    for field in fields:  # not even Ctrl+Z may bring them back
        was_read_only = field.isReadOnly()
        field.setReadOnly(False)
        field.undo()
        texts.append(field.text())
        field.setReadOnly(was_read_only)
    return [text for text in texts if text]


def to_words(page, hands):
    """Answer the first two questions."""
    hands.type("Tea & Talk")
    hands.enter()
    hands.wait_focus(page.views.start.you.field.box)
    hands.type("Asha")
    hands.enter()
    hands.wait(lambda: page.views.start.words.choose.chosen() != "")


def to_way_back(page, hands):
    """Answer the first four."""
    to_words(page, hands)
    start = page.views.start
    hands.press(start.next_button)
    hands.wait_focus(start.once_more.once_more.field.box)
    hands.type(start.words.choose.chosen())
    hands.enter()
    hands.wait(start.way_back.isVisible)


def start_it(page, hands, house):
    """Press the last button, and wait until the group is open."""
    hands.wait(page.views.start.last.isVisible)
    hands.press(page.views.start.next_button)
    hands.wait(lambda: house.session.is_open)
