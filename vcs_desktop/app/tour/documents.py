"""The steps with a group's papers: what is there, a file that comes in, and a word found in it."""

from vcs_desktop.app.tour.camera import Camera, TourStuck
from vcs_desktop.app.tour.funding import SHEET
from vcs_desktop.ui.pages.documents.page import DocumentsPage

WORD = "decide"
"""It stands on the sheet for the committee, which was made before, and in no name."""


class DocumentSteps:
    """What somebody does who looks after the papers."""

    def __init__(self, camera: Camera) -> None:
        self._camera = camera

    def walk(self) -> None:
        """Look at the papers, add a file, look at its page, and find it by a word inside."""
        page = self._camera.open("documents")
        if not isinstance(page, DocumentsPage):
            raise TourStuck("no page of documents")
        self._camera.picture("documents")
        page.view.missing.fold.set_open(True)
        self._camera.rest()
        self._camera.picture("documents-that-funders-ask-for")
        page.view.missing.fold.set_open(False)
        page.add_files([self._camera.out / SHEET])
        self._camera.until(lambda: self._has_file(page), "a file that comes in")
        self._camera.rest()
        self._camera.picture("a-file-came-in")
        self._look_at_it(page)
        self._find(page)

    def _has_file(self, page: DocumentsPage) -> bool:
        card = page.view.card
        return card is not None and bool(card.paper.versions)

    def _look_at_it(self, page: DocumentsPage) -> None:
        files = page.view.card.files if page.view.card else None
        if files is None:
            raise TourStuck("no file to look at")
        next(iter(files.buttons.values())).click()
        self._camera.until(lambda: page.preview.pages.shown_page is not None, "a page of a file")
        self._camera.rest()
        self._camera.picture("a-page-of-a-file")
        page.fronts.go_back()

    def _find(self, page: DocumentsPage) -> None:
        field = page.filter_bar.find_field
        field.set_words(WORD)
        field.asked.emit(WORD)
        self._camera.rest()
        self._camera.picture("found-by-a-word-inside")
        page.filter_bar.clear()
