"""The whole window of an officer, whose keys cost nothing, worked as they work it."""

from tests.support.council_office import CHECKER, WORDS, Office
from vcs_desktop.app.main import build_window
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.ui.publisher_session import PublisherSession

PATIENCE_MS = 15_000


class Officer:
    """The window, the office with its keys and its workbook, and what is in front."""

    def __init__(self, folder, tasks, settings, show, qtbot):
        self.office = Office(folder / "office")
        data = DataFolder(folder / "data")
        data.make()
        self.parts = Parts(data, self.office.clock)
        self.window = show(build_window(self.parts, tasks, settings), 1366, 671)
        self.publisher = self.window.findChild(PublisherSession)
        self.qtbot = qtbot

    def open_key(self, words=WORDS):
        """Choose the key file and type its words, as an officer does."""
        page = self.window.open_place("publish")  # leads to where a key is opened
        page.open.choose(self.office.key_file)
        self.qtbot.keyClicks(page.open.words_field.box, words)
        page.open.open_button.click()
        return page

    def come_in(self):
        """Open the key, and wait for the place to publish from."""
        self.open_key()
        self.wait(lambda: self.publisher.desk is not None)
        page = self.page
        self.wait(lambda: page.flow.put_in.tree.name == "library")
        return page

    @property
    def page(self):
        """Return the page in front."""
        return self.window.page()

    @property
    def flow(self):
        """Return the steps."""
        return self.page.flow

    def put_in(self, *paths):
        """Put files in, and wait until each is looked at."""
        step = self.flow.put_in
        step.add(paths or [self.office.book])
        self.wait(lambda: all(path in step._what for path in step.sources))

    def see_changes(self):
        """See what will change."""
        self.flow.put_in.next_button.click()
        self.wait(lambda: self.flow.front is self.flow.changes)
        return self.flow.changes

    def sign(self, checked_by=CHECKER):
        """Have it checked and sign it."""
        flow = self.flow
        flow.changes.next_button.click()
        self.qtbot.keyClicks(flow.checked_by.field.box, checked_by)
        flow.checked_by.next_button.click()
        flow.sign.sign_button.click()
        self.wait(lambda: flow.front is flow.done)
        return flow.done

    def publish(self, *paths):
        """Do all of it."""
        self.put_in(*paths)
        self.see_changes()
        return self.sign()

    def wait(self, until):
        """Wait until something holds."""
        self.qtbot.waitUntil(until, timeout=PATIENCE_MS)

    def close(self):
        """Close the window, and let the library go."""
        self.window.close()
        self.parts.close()


def new_folder(folder):
    """Return a folder that nobody has used."""
    return folder / f"office{len([*folder.glob('office*')])}"


def open_publisher(window, parts, folder, qtbot):
    """Open a key in any window; return the office whose it is."""
    office = Office(new_folder(folder), fills=False)
    publisher = window.findChild(PublisherSession)
    parts.made["publishing"] = office.publishing
    problems = []
    publisher.open_with(office.key_file, WORDS, then=list, otherwise=problems.append)
    qtbot.waitUntil(lambda: publisher.desk is not None or bool(problems), timeout=PATIENCE_MS)
    assert problems == []
    return office
