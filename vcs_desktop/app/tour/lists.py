"""The steps of a list that comes in: rows of a register are pasted and looked at, and left."""

from vcs_desktop.app.tour.camera import Camera, TourStuck
from vcs_desktop.ui.pages.who_came.page import SHEETS, WhoCamePage

REGISTER = """Date,Activity,Name,How many,T-shirt
19/11/2026,Thursday lunch,Asha Khan,,M
19/11/2026,Thursday lunch,,7,
31/11/2026,Thursday lunch,Ben Okafor,,L
"""


class ListSteps:
    """What somebody does who has a register in a spreadsheet already."""

    def __init__(self, camera: Camera) -> None:
        self._camera = camera

    def walk(self) -> None:
        """Paste a register, look at what would come of it, and go back without it."""
        page = self._camera.open("who-came")
        if not isinstance(page, WhoCamePage):
            raise TourStuck("no page of who came")
        page.sections.open(SHEETS)
        page.sheets.close_sheet()
        page.sheets.begin_to_bring_in()
        view = page.sheets.bring_in
        if view is None:
            raise TourStuck("no way to bring in a spreadsheet")
        self._camera.rest()
        self._camera.picture("list-coming-in")
        view.source.set_text(REGISTER)
        view.source.paste_button.click()
        self._camera.until(view.look.isVisible, "the rows of the register")
        self._camera.rest()
        self._camera.picture("list-looked-at")
        view.look.columns.fold.set_open(True)
        self._camera.rest()
        self._camera.picture("list-columns")
        view.source.set_text("")
        view.back_button.click()
        self._camera.rest()
