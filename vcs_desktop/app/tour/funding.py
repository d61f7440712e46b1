"""The steps on Funding: from a grant that fits to the sheet for the committee."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from vcs_desktop.app.tour.camera import Camera, TourStuck
from vcs_desktop.domain.fit.result import Answer, Fit
from vcs_desktop.domain.library import Kind
from vcs_desktop.ui.pages.funding.page import FundingPage
from vcs_desktop.ui.pages.funding.summary_card import SummaryCard
from vcs_desktop.ui.theme import look

SHEET = "committee-sheet.pdf"
ON_THE_SHEET = 3


class FundingSteps:
    """What a volunteer does to find money, one step after the other."""

    def __init__(self, camera: Camera, files: list[Path]) -> None:
        """``files`` are what is added on the way."""
        self._camera = camera
        self._files = files

    def walk(self) -> None:
        """Take every step."""
        page = self._camera.window.open_place("funding")
        if not isinstance(page, FundingPage):
            raise TourStuck("no funding page")
        self._camera.until(lambda: _is_anything_open(page), "the first list")
        self._camera.picture("funding")
        self._read_a_grant(page)
        self._read_a_contract(page)
        self._see_what_does_not_fit(page)
        self._hide_one(page)
        self._add_files(page)
        self._see_who_was_funded(page)
        self._make_the_sheet(page)

    def _read_a_grant(self, page: FundingPage) -> None:
        """Open a grant that fits and asks for care; keep it, and put some on the sheet."""
        grants = [
            line
            for line in page.results.lines()
            if line.record.kind == Kind.FUNDING_CALL and line.fit
        ]
        careful = [line for line in grants if line.fit and _asks_for_care(line.fit)]
        chosen = (careful or grants)[0].record.id
        looked_at: list[str] = []
        page.find_view.looked_at.connect(looked_at.append)
        self._open(page, chosen)
        self._camera.picture("a-grant")
        self._camera.until(lambda: bool(looked_at), "reading it")
        self._scroll_to(page, page.find_view.pane.fit_card)
        self._camera.picture("why-it-fits")
        for line in grants[:ON_THE_SHEET]:
            self._open(page, line.record.id)
            self._card(page).sheet_button.click()
        self._open(page, chosen)
        self._card(page).keep_button.click()
        self._camera.until(lambda: page.undo_bar.words.text().startswith("Kept"), "keeping")
        self._camera.picture("kept-and-on-the-sheet")

    def _read_a_contract(self, page: FundingPage) -> None:
        """Leave only contracts, and have one explained."""
        page.undo_bar.close_bar()
        bar = page.results.filter_bar
        bar.contracts.setChecked(True)
        self._camera.until(lambda: _only_contracts(page), "the contracts")
        self._open(page, page.results.first_id())
        self._camera.picture("contracts")
        self._scroll_to(page, page.find_view.pane.parts[0])
        self._camera.picture("a-contract-explained")
        bar.contracts.setChecked(False)
        bar.grants.setChecked(True)
        bar.small.setChecked(True)
        self._camera.until(lambda: _only_grants(page), "the small grants")
        self._camera.picture("filters")
        bar.clear()
        self._camera.until(lambda: not (_only_grants(page) or _only_contracts(page)), "everything")

    def _see_what_does_not_fit(self, page: FundingPage) -> None:
        """Open the fold, and see why one cannot be applied for."""
        page.results.list.unfold()
        self._open(page, page.results.lines()[-1].record.id)
        self._scroll_to(page, page.find_view.pane.fit_card)
        self._camera.picture("why-it-does-not-fit")

    def _hide_one(self, page: FundingPage) -> None:
        """Hide it for a reason, and see that this can be undone."""
        self._card(page).begin_hiding()
        self._camera.settle()
        self._camera.picture("why-hide-it")
        self._card(page).hide_panel.hide_button.click()
        self._camera.until(page.undo_bar.isVisible, "hiding")
        self._camera.settle()
        self._camera.picture("hidden")
        page.undo_bar.undo_button.click()
        self._camera.settle()

    def _add_files(self, page: FundingPage) -> None:
        """Add a grant and some awards from files, and see what came of it."""
        page.load_panel.load(self._files)
        self._camera.until(page.load_panel.report.isVisible, "adding files")
        page.load_panel.each.set_open(True)
        self._camera.settle()
        self._camera.picture("added-from-files")
        page.load_panel.close_button.click()

    def _see_who_was_funded(self, page: FundingPage) -> None:
        """See who has been funded near the group."""
        page.near_us_button.click()
        self._camera.until(page.near_us.awards.isVisible, "who has been funded")
        self._camera.picture("who-has-been-funded-near-us")
        page.near_us.back_button.click()

    def _make_the_sheet(self, page: FundingPage) -> None:
        """Make the committee sheet of what stands on it."""
        page.results.list.scrollToTop()
        self._open(page, page.results.first_id())
        page.sheet_bar.make_at(str(self._camera.out / SHEET))
        self._camera.until(page.sheet_bar.message.isVisible, "the sheet")
        self._camera.settle()
        self._camera.picture("the-committee-sheet")

    def _open(self, page: FundingPage, record_id: str) -> None:
        """Open one and wait until the pane shows it."""
        page.find_view.show_thing(record_id)

        def is_open() -> bool:
            detail = page.find_view.pane.detail
            return detail is not None and detail.line.record.id == record_id

        self._camera.until(is_open, record_id)
        self._camera.settle()

    def _card(self, page: FundingPage) -> SummaryCard:
        card = page.find_view.pane.card
        if card is None:
            raise TourStuck("nothing is open")
        return card

    def _scroll_to(self, page: FundingPage, part: QWidget | None) -> None:
        """Bring a part of the pane to its top."""
        if part is None:
            raise TourStuck("a part of the pane is not there")
        page.find_view.pane.area.verticalScrollBar().setValue(part.y() - look.px(8))
        self._camera.settle()


def _asks_for_care(fit: Fit) -> bool:
    return any(reason.answer is not Answer.MEETS for reason in fit.reasons)


def _is_anything_open(page: FundingPage) -> bool:
    return page.find_view.pane.card is not None


def _only_contracts(page: FundingPage) -> bool:
    return _kinds(page) == {Kind.TENDER}


def _only_grants(page: FundingPage) -> bool:
    return _kinds(page) == {Kind.FUNDING_CALL}


def _kinds(page: FundingPage) -> set[str]:
    """Return the kinds in the list, once everything in it has been judged."""
    lines = page.results.lines()
    return {line.record.kind for line in lines} if all(line.fit for line in lines) else set()
