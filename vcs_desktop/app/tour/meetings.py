"""The steps with the meetings: the plan, the meeting itself, and its papers."""

from vcs_desktop.app.tour.camera import Camera, TourStuck
from vcs_desktop.ui.pages.meetings.page import MeetingsPage


class MeetingSteps:
    """What the secretary does from the notice to the minutes."""

    def __init__(self, camera: Camera) -> None:
        self._camera = camera

    def walk(self) -> None:
        """Look at each part of the meeting that comes next."""
        page = self._camera.open("meetings")
        if not isinstance(page, MeetingsPage):
            raise TourStuck("no page of meetings")
        self._camera.until(lambda: page.view.form is not None, "a meeting of the practice group")
        form = page.view.form
        if form is None:
            raise TourStuck("no meeting")
        for part_id in form.sections.buttons:
            form.open_part(part_id)
            self._camera.rest()
            self._camera.picture(f"meetings-{part_id}")
