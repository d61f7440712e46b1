"""The page of documents over a real group, as tests of it use it."""

from PySide6.QtWidgets import QApplication

from vcs_desktop.domain.papers import newest
from vcs_desktop.ui.widgets.title_list import RowRole


def rows(page):
    """Return the rows of the list."""
    model = page.view.titles.list.model()
    return [model.index(row).data(RowRole) for row in range(model.rowCount())]


def titles(page):
    """Return what the rows of the list say first."""
    return [row.title for row in rows(page)]


def add(page, house, *paths):
    """Add files, and wait until they are there and read."""
    page.add_files(list(paths))
    house.settle()
    house.settle()


def kept(house):
    """Return the papers of the group by name, or by kind where they have none."""
    return {each.name or each.kind: each for each in house.inside.papers.all()}


def type_in(qtbot, field, words):
    """Type words over what is in a field, and leave it."""
    field.take_focus()
    box = QApplication.focusWidget()
    box.selectAll()
    qtbot.keyClicks(box, words)
    field.on_left()


def looked_at(page, house, path):
    """Add a file, and look at it."""
    add(page, house, path)
    paper = house.inside.papers.all()[-1]
    page.view.card.files.buttons[f"{newest(paper).id}/look"].click()
    wait_for_page(page, house)
    return page.preview


def wait_for_page(page, house):
    """Wait for the picture of the page that is wanted."""
    page.preview.pages.settled.stop()
    page.preview.pages._ask()
    house.settle()
