"""The steps with the dates: the list, the month, what must be filed, and a code for a phone."""

from vcs_desktop.app.tour.camera import Camera, TourStuck
from vcs_desktop.ui.pages.dates.page import DatesPage


class DateSteps:
    """What the secretary does who wants to see what falls due."""

    def __init__(self, camera: Camera) -> None:
        self._camera = camera

    def walk(self) -> None:
        """Look at each part, put dates on a telephone, and begin to write one down."""
        page = self._camera.open("dates")
        if not isinstance(page, DatesPage):
            raise TourStuck("no page of dates")
        for part_id in page.sections.buttons:
            page.sections.open(part_id)
            self._camera.rest()
            self._camera.picture(f"dates-{part_id}")
        page.show_thing("list")
        page.phone_button.click()
        phone = page.asides.phone
        if phone is None:
            raise TourStuck("no date to put on a phone")
        self._camera.until(lambda: phone.code is not None, "the code of a date")
        self._camera.rest()
        self._camera.picture("dates-on-a-phone")
        phone.back_button.click()
        page.add_button.click()
        self._camera.rest()
        self._camera.picture("dates-a-new-one")
        form = page.asides.form
        if form is not None:
            form.back_button.click()
