"""The help that travels with the program."""

import pytest

from tests.support.funding_library import put
from vcs_desktop.core.errors import CannotUseInput, NotFound
from vcs_desktop.core.resources import resource
from vcs_desktop.domain.reading import Heading, headings, plain
from vcs_desktop.services.help import HelpService
from vcs_desktop.storage import migrate
from vcs_desktop.storage.database import Database
from vcs_desktop.wire.record import Record

PAGE = """---
id: {id}
title: About {id}
summary: What {id} is for
order: {order}
---
Some words.

## A part

More words.
"""


@pytest.fixture
def database(tmp_path):
    migrate.make_ready(tmp_path / "library.db")
    made = Database(tmp_path / "library.db")
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "help"
    made.mkdir()
    for topic, order in (("keys", 20), ("home", 10), ("search", 20)):
        (made / f"{topic}.md").write_text(PAGE.format(id=topic, order=order), "utf-8")
    return made


@pytest.fixture
def service(database, folder):
    return HelpService(database, folder, folder / "pages")


def test_pages_of_help_stand_in_their_order(service):
    assert [topic.id for topic in service.topics()] == ["home", "keys", "search"]


def test_a_page_of_help_has_a_title_a_summary_and_its_text(service):
    topic = service.topic("keys")
    assert (topic.title, topic.summary) == ("About keys", "What keys is for")
    assert [plain(each.line) for each in headings(topic.text)] == ["A part"]


def test_a_page_of_help_can_be_read_and_printed_outside_the_app(service, folder):
    out = service.make_web_page("keys")
    assert out.parent == folder / "pages"
    page = out.read_text("utf-8")
    assert "<h1" in page
    assert "About keys" in page
    assert "More words." in page
    with pytest.raises(NotFound):
        service.make_web_page("dragons")


def test_a_page_that_does_not_exist_is_not_found(service):
    with pytest.raises(NotFound):
        service.topic("dragons")


@pytest.mark.parametrize("text", ["no fields at all", "---\nid: half\n---\nWords."])
def test_a_page_that_does_not_say_what_it_is_cannot_be_used(database, folder, text):
    (folder / "wrong.md").write_text(text, "utf-8")
    with pytest.raises(CannotUseInput, match=r"wrong\.md"):
        HelpService(database, folder, folder / "pages").topics()


def test_the_glossary_goes_by_the_alphabet_whatever_the_capitals(service, database):
    words = ("charity", "Award", "bid")
    put(database, *(Record("term", f"term/{w}", {"title": w, "text": "It is."}) for w in words))
    assert [term.title for term in service.glossary()] == ["Award", "bid", "charity"]


def test_every_page_that_travels_with_the_program_can_be_read(database, tmp_path):
    for topic in HelpService(database, resource("help"), tmp_path).topics():
        assert topic.title
        assert topic.summary
        assert topic.text
        assert not [block for block in topic.text if isinstance(block, Heading) and block.level < 2]


def test_a_word_that_cannot_be_used_leaves_the_others_in_the_glossary(service, database):
    put(
        database,
        Record("term", "term/reserves", {"title": "Reserves", "text": "Money kept."}),
        Record("term", "term/damaged", {"title": "Damaged", "text": ["not", "words"]}),
    )
    assert [term.title for term in service.glossary()] == ["Reserves"]
