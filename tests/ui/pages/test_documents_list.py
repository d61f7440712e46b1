"""The list of papers beside the card: what makes it anew, and what has two versions."""

from dataclasses import replace
from datetime import date

import pytest

from tests.support.documents_window import rows
from vcs_desktop.domain.papers import Paper
from vcs_desktop.ui.pages.documents.page import DocumentsPage
from vcs_desktop.ui.widgets.basics import Button


@pytest.fixture
def house(group_house):
    return group_house


@pytest.fixture
def page(house, tasks, show_page):
    return show_page(DocumentsPage(house, tasks, house.session))


def test_a_note_that_is_typed_leaves_the_list_alone_and_a_day_does_not(page, house, qtbot):
    papers = house.inside.papers
    paper_id = papers.add(Paper(name="Lease"))
    papers.add(Paper(name="Rules"))
    page.shown()
    house.settle()
    made_anew = []
    page.view.titles.list.model().modelReset.connect(lambda: made_anew.append(1))
    for told, count in (({"note": "In the safe"}, 0), ({"agreed_on": date(2026, 1, 5)}, 1)):
        held = papers.paper(paper_id)
        papers.save(held, replace(held.thing, **told))
        page.shown()
        house.settle()
        assert len(made_anew) == count
    assert rows(page)[0].line == "Agreed 5 January 2026 · No file yet"


def test_two_versions_are_offered_on_the_card_and_the_list_says_so(page, house, qtbot):
    papers = house.inside.papers
    held = papers.paper(papers.add(Paper(name="Lease")))
    page.shown()
    house.settle()
    qtbot.waitUntil(lambda: page.view.card is not None)
    assert not page.view.card.versions.isVisible()
    for note in ("In the safe", "At the bank"):
        papers.save(held, replace(held.thing, note=note))
    page.shown()
    house.settle()
    versions = page.view.card.versions
    assert rows(page)[0].mark == "Two versions"
    qtbot.waitUntil(versions.isVisible)
    choose = [each for each in versions.findChildren(Button) if "safe" in each.accessibleName()]
    choose[0].click()
    qtbot.waitUntil(lambda: page.view.card.paper.note == "In the safe")
    qtbot.waitUntil(lambda: rows(page)[0].mark == "")
    assert versions.message.words.text() == "You chose a version of “Notes”. You can undo this."
