"""The help that travels with the program, and the glossary of the library."""

from functools import cached_property
from pathlib import Path

from vcs_desktop.core.errors import CannotUseInput, NotFound
from vcs_desktop.documents.guide import GuideDocument, write_web_page
from vcs_desktop.domain.from_record import Unusable, every_usable
from vcs_desktop.domain.help import HelpTopic
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.reference import Term
from vcs_desktop.feeds.front_matter import split_front_matter
from vcs_desktop.feeds.markdown_text import read_markdown
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.queries import records


class HelpService:
    """Reads help pages and explains words. Nothing here needs a network."""

    def __init__(self, database: Database, folder: Path, pages: Path) -> None:
        """Take the pages from a folder of Markdown: ``id``, ``title``, ``summary``, ``order``.

        What is to be read outside the app goes into ``pages``, which need not be there yet.
        """
        self._database = database
        self._folder = folder
        self._pages = pages

    def topics(self) -> tuple[HelpTopic, ...]:
        """Return every page of help, in the order in which they are best read."""
        return tuple(self._topics.values())

    def topic(self, topic_id: str) -> HelpTopic:
        """Return one page of help.

        Raises:
            NotFound: there is none with this id.
        """
        if topic_id not in self._topics:
            raise NotFound(f"help {topic_id}")
        return self._topics[topic_id]

    def make_web_page(self, topic_id: str) -> Path:
        """Write a page of help as a web page, to be printed in a browser; return where it is.

        Raises:
            NotFound: there is none with this id.
            FolderNotWritable: it cannot be written.
        """
        topic = self.topic(topic_id)
        out = self._pages / f"help-{topic.id}.html"
        write_web_page(out, GuideDocument(topic.title, topic.text, topic.summary))
        return out

    def glossary(self) -> tuple[Term, ...]:
        """Return every word that the library explains, by the alphabet."""
        with self._database.reading() as session:
            terms = list(every_usable(records.of_kind(session, Kind.TERM), Term))
        return tuple(sorted(terms, key=lambda term: (term.title.casefold(), term.id)))

    @cached_property
    def _topics(self) -> dict[str, HelpTopic]:
        pages = sorted(map(_page, self._folder.glob("*.md")), key=lambda page: page[0])
        return {topic.id: topic for _, topic in pages}


def _page(path: Path) -> tuple[tuple[int, str], HelpTopic]:
    """Return a page of help and where it stands among the others.

    Raises:
        CannotUseInput: it does not say what it is; only a page of our own can be wrong here.
    """
    try:
        fields, body = split_front_matter(path.read_text("utf-8"))
        topic = HelpTopic(fields["id"], fields["title"], fields["summary"], read_markdown(body))
        return (fields["order"], topic.id), topic
    except (Unusable, KeyError) as error:
        raise CannotUseInput(f"help {path.name}: {error}") from error
