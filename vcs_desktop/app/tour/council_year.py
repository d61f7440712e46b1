"""The steps of a council's year: an action of its own plan, and the report to OSCA."""

from datetime import date

from vcs_desktop.app.tour.camera import Camera
from vcs_desktop.domain.action_plan import Progress
from vcs_desktop.ui.pages.publish.page import PLAN, REPORT, PublishPage
from vcs_desktop.ui.pages.publish.plan_part import PlanPart

_DUE = date(2027, 9, 30)


class CouncilYearSteps:
    """What an officer writes of the plan, and the report of a year that comes of it."""

    def __init__(self, camera: Camera, page: PublishPage) -> None:
        self._camera = camera
        self._page = page

    def walk(self) -> None:
        """Write an action, and make the report of this year."""
        self._page.sections.open(PLAN)
        plan = self._page.plan
        self._camera.rest()
        self._camera.picture("publish-no-plan-yet")
        plan.add_button.click()
        self._camera.until(lambda: plan.form is not None, "an action of the plan")
        self._camera.rest()
        self._write(plan)
        self._camera.picture("publish-our-action-plan")
        self._page.sections.open(REPORT)
        report = self._page.report
        self._camera.until(lambda: report.year.box.count() > 0, "the years of a report")
        report.look_button.click()
        self._camera.until(report.reading.isVisible, "the report of a year")
        self._camera.rest()
        self._camera.picture("publish-report-to-osca")

    def _write(self, plan: PlanPart) -> None:
        form = plan.form
        if form is None:
            return
        form.name.set_words("Train 40 treasurers (practice)")
        form.owner.set_words("Stronger communities team")
        form.due_on.set_day(_DUE)
        form.progress.choose(Progress.ON_THE_WAY)
        form.under.box.setCurrentIndex(1)
        plan.autosave.change()
        plan.autosave.now()
        self._camera.until(lambda: plan.autosave.is_settled, "a plan that is kept")
        self._camera.rest()
