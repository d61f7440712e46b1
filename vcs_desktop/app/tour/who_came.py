"""The steps of a Thursday: who came is written down, and what it all adds up to."""

from vcs_desktop.app.tour.camera import Camera, TourStuck
from vcs_desktop.ui.pages.who_came.page import ACTIVITIES, TOTALS, WhoCamePage


class WhoCameSteps:
    """What somebody does who writes down a day of the practice group's lunch club."""

    def __init__(self, camera: Camera) -> None:
        self._camera = camera

    def walk(self) -> None:
        """Fill in a sheet, and look at the totals and the activities."""
        page = self._camera.open("who-came")
        if not isinstance(page, WhoCamePage):
            raise TourStuck("no page of who came")
        sheets = page.sheets
        self._camera.until(lambda: sheets.list.model().rowCount() > 0, "the sheets")
        self._camera.rest()
        self._camera.picture("who-came")
        sheets.list.open_asked.emit(sheets.list.first_id())
        self._camera.until(lambda: sheets.sheet is not None, "a sheet")
        self._camera.rest()
        self._camera.picture("who-came-sheet")
        self._type(page)
        for part_id in (TOTALS, ACTIVITIES):
            page.sections.open(part_id)
            self._camera.rest()
            self._camera.picture(f"who-came-{part_id}")

    def _type(self, page: WhoCamePage) -> None:
        """Show who is found by a few letters."""
        sheet = page.sheets.sheet
        if sheet is not None:
            sheet.field.box.setText("gra")
            sheet.field.box.textEdited.emit("gra")
            self._camera.rest()
            self._camera.picture("who-came-a-few-letters")
            sheet.field.set_chosen("")
