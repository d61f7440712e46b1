"""The steps with a group: how one is begun, and the practice group with its people and papers."""

from vcs_desktop.app.tour.applications import ApplicationSteps
from vcs_desktop.app.tour.camera import Camera, TourStuck
from vcs_desktop.app.tour.dates import DateSteps
from vcs_desktop.app.tour.documents import DocumentSteps
from vcs_desktop.app.tour.lists import ListSteps
from vcs_desktop.app.tour.meetings import MeetingSteps
from vcs_desktop.app.tour.sharing import SharingSteps
from vcs_desktop.app.tour.who_came import WhoCameSteps
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.pages.groups.page import PRACTICE, START, GroupsPage
from vcs_desktop.ui.pages.our_group.page import OurGroupPage
from vcs_desktop.ui.pages.people.page import PeoplePage
from vcs_desktop.ui.pages.people.write_to.view import WriteToView
from vcs_desktop.ui.pages.volunteers.page import VolunteersPage

NAME = "Wolvercote Warm Hub (practice)"


class GroupSteps:
    """What somebody does who starts a group, and what is in one that is open."""

    def __init__(self, camera: Camera, session: GroupSession) -> None:
        self._camera = camera
        self._window = camera.window
        self._session = session

    def walk(self) -> None:
        """Look at how a group is begun, then open the practice group and leave it open."""
        page = self._groups()
        self._camera.picture("groups")
        self._look_at_starting(page)
        page.show_thing(PRACTICE)
        self._camera.until(lambda: self._session.is_open, "the practice group")
        self._camera.rest()
        self._camera.picture("home-of-a-group")
        self._meet_people()
        WhoCameSteps(self._camera).walk()
        ListSteps(self._camera).walk()
        self._look_at_volunteers()
        MeetingSteps(self._camera).walk()
        DocumentSteps(self._camera).walk()
        ApplicationSteps(self._camera).walk()
        DateSteps(self._camera).walk()
        SharingSteps(self._camera).walk()
        self._look_after_the_group()

    def lock(self) -> None:
        """Lock the group, and picture that nothing of it is left."""
        self._session.lock()
        self._camera.rest()
        self._camera.picture("locked")

    def _groups(self) -> GroupsPage:
        page = self._camera.open("groups")
        if not isinstance(page, GroupsPage):
            raise TourStuck("no page of groups")
        return page

    def _look_at_starting(self, page: GroupsPage) -> None:
        page.show_thing(START)
        start = page.views.start
        start.name.field.box.setText(NAME)
        for name in ("start-name", "start-you", "start-words"):
            self._camera.rest()
            self._camera.picture(name)
            start.next_button.click()
        self._camera.rest()
        self._camera.picture("start-once-more")
        start.leave_button.click()

    def _meet_people(self) -> None:
        page = self._camera.open("people")
        if not isinstance(page, PeoplePage):
            raise TourStuck("no page of people")
        self._camera.picture("people")
        page.worried_button.click()
        self._camera.rest()
        self._camera.picture("worried-about-someone")
        page.places.go_back()
        page.write_button.click()
        view = page.places.front()
        if not isinstance(view, WriteToView):
            raise TourStuck("no way to write to people")
        view.about.options[1].button.click()
        self._camera.until(view.cards.isVisible, "who may get news")
        view.email.left_out.set_open(True)
        self._camera.rest()
        self._camera.picture("write-to-people")
        page.places.go_back()
        page.add_button.click()
        self._camera.rest()
        self._camera.picture("a-new-person")

    def _look_at_volunteers(self) -> None:
        page = self._camera.open("volunteers")
        if not isinstance(page, VolunteersPage):
            raise TourStuck("no page of volunteers")
        for part_id in page.sections.buttons:
            page.sections.open(part_id)
            self._camera.rest()
            self._camera.picture(f"volunteers-{part_id}")

    def _look_after_the_group(self) -> None:
        page = self._camera.open("our-group")
        if not isinstance(page, OurGroupPage):
            raise TourStuck("no page of our group")
        for part_id in page.sections.buttons:
            page.sections.open(part_id)
            self._camera.rest()
            self._camera.picture(f"our-group-{part_id}")
