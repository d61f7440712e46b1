"""The files that lie with the practice group's papers: its rules, its accounts, a policy.

Their words stand in ``resources/sample/papers``, and become PDFs as a group has them.
"""

from collections.abc import Callable
from datetime import date

from vcs_desktop.core.language import tr
from vcs_desktop.core.resources import resource
from vcs_desktop.domain.papers import Paper, PaperVersion, name_of, with_version
from vcs_desktop.domain.stored_file import StoredFile
from vcs_desktop.services.blobs import BlobsService

KeptPaper = Callable[[str, str], StoredFile]
"""Keeps a paper of the sample, by the name of its words and its title, and returns its file."""


class PracticePapers:
    """Makes each PDF as of today, and seals it into the practice group."""

    def __init__(self, blobs: BlobsService, today: date) -> None:
        self._blobs = blobs
        self._today = today

    def keep(self, name: str, title: str) -> StoredFile:
        """Return the file of a paper; ``name`` is of its words in ``sample/papers``.

        Raises: as ``BlobsService.keep`` does.
        """
        from vcs_desktop.documents.text_sheet.data import TextSheet
        from vcs_desktop.documents.text_sheet.pdf import pdf_of
        from vcs_desktop.feeds.markdown_text import read_markdown

        text = read_markdown(resource(f"sample/papers/{name}.md").read_text("utf-8"))
        sheet = TextSheet(title, text, tr("Practice material. It is not real."), self._today)
        return self._blobs.keep(f"{name}.pdf", pdf_of(sheet))

    def with_file(self, paper: Paper, version_id: str) -> Paper:
        """Return a policy with its file, where the sample has words for one of its kind.

        Raises: as ``keep`` does.
        """
        try:
            stored = self.keep(paper.kind, name_of(paper))
        except FileNotFoundError:
            return paper
        added_on = paper.agreed_on or self._today
        return with_version(paper, PaperVersion(version_id, file=stored, added_on=added_on))
