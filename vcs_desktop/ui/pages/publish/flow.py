"""Publishing, step by step: put in, look, have it checked, sign, hand on."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui import files
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.focus_in_sight import FocusInSight
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.publish.changes_view import ChangesStep
from vcs_desktop.ui.pages.publish.put_in import PutInStep
from vcs_desktop.ui.pages.publish.sign_steps import CheckedByStep, DoneStep, SignStep
from vcs_desktop.ui.pages.publish.work import Work
from vcs_desktop.ui.say import say
from vcs_desktop.ui.waiting_focus import WaitingFocus
from vcs_desktop.ui.widgets.basics import column, label
from vcs_desktop.ui.widgets.message_bar import MessageBar, kind_of
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

if TYPE_CHECKING:
    from vcs_desktop.services.publishing import Desk, Manifest, Pack, Plan
    from vcs_desktop.services.publishing.remembered import LastTime

Step = PutInStep | ChangesStep | CheckedByStep | SignStep | DoneStep


class Flow(QWidget):
    """``stepped`` says that another step came to the front."""

    stepped = Signal()

    def __init__(self, services: Services, tasks: Tasks, desk: "Desk") -> None:
        super().__init__()
        self._services = services
        self._small = Latest(tasks, self)
        self.work = Work(services, tasks, desk, self)
        self.destroyed.connect(self.work.holder.close)
        self.put_in = PutInStep()
        self.changes = ChangesStep()
        self.checked_by = CheckedByStep(desk)
        self.sign = SignStep(desk)
        self.done = DoneStep(desk)
        self.steps: tuple[Step, ...] = (
            self.put_in, self.changes, self.checked_by, self.sign, self.done,
        )  # fmt: skip
        self.front: Step = self.put_in
        self._out = Path()
        self.title = label("", "title", wrap=True)
        self.message, self.progress = MessageBar(), ProgressLine()
        self._focus = WaitingFocus(self, self.progress)
        layout = column(self.title, self.message, self.progress, gap=8)
        for each in self.steps:
            layout.put(each, 1)
        self.setLayout(layout)
        FocusInSight(self)
        self._connect()
        self._show(self.put_in, focus=False)
        self._small.ask(
            lambda: services.publishing.last_time(desk),
            then=self._begin,
            otherwise=self._tell,
        )

    def first_focus(self) -> QWidget:
        """Start where the step in front does."""
        return self.front.first_focus()

    def take_back(self, tree: Path, version: int) -> None:
        """Show what going back to a version would change."""
        self.put_in.set_tree(str(tree))
        self._start(tr("Looking what goes back"))
        self.work.make_plan_to_take_back(tree, version)

    def _connect(self) -> None:
        put_in, changes, checked, sign = self.put_in, self.changes, self.checked_by, self.sign
        put_in.look_asked.connect(self.work.look_at)
        put_in.along.look_asked.connect(self.work.look_at_along)
        put_in.next_asked.connect(self._make_plan)
        put_in.template_asked.connect(self._ask_for_template)
        put_in.shown_asked.connect(lambda: self._show(put_in))
        changes.item_asked.connect(self.work.show_item)
        changes.back_asked.connect(lambda: self._show(put_in))
        changes.next_asked.connect(lambda: self._show(checked))
        checked.back_asked.connect(lambda: self._show(changes))
        checked.next_asked.connect(self._show_sign)
        sign.back_asked.connect(lambda: self._show(checked))
        sign.sign_asked.connect(self._sign)
        self.done.pack_asked.connect(self._pack)
        self.done.again_asked.connect(lambda: self._show(put_in))
        self.progress.cancelled.connect(self.work.stop)
        work = self.work
        work.progressed.connect(self._tell_progress)
        work.told.connect(put_in.tell)
        work.told_along.connect(put_in.along.tell)
        work.planned.connect(self._show_plan)
        work.seen.connect(changes.show_item)
        work.signed.connect(self._show_done)
        work.packed.connect(self._tell_packed)
        work.failed.connect(self._tell)

    def _begin(self, last: "LastTime") -> None:
        tree = last.tree or self.work.desk.keys.parent / "library"
        self.put_in.begin(tree, last.sources, last.along)

    def _make_plan(self) -> None:
        self._start(tr("Reading what you put in"))
        put_in = self.put_in
        self.work.make_plan(put_in.tree, put_in.sources, put_in.along.paths)

    def _show_plan(self, plan: "Plan") -> None:
        self._rest()
        self.changes.show_plan(plan)
        self._show(self.changes)
        say(self, self.changes.told.text())

    def _show_sign(self) -> None:
        if self.work.plan is not None:
            self.sign.show_plan(self.work.plan, self.checked_by.name())
            self._show(self.sign)

    def _sign(self) -> None:
        self._start(tr("Signing and saving"))
        self.sign.work(at_work=True)
        self.work.sign(
            self.checked_by.name(),
            without_refused=self.changes.without.box.isChecked(),
            sources=self.put_in.sources,
            along=self.put_in.along.paths,
        )

    def _show_done(self, manifest: "Manifest") -> None:
        plan = self.work.plan
        tree = self.put_in.tree if plan is None else plan.tree
        self._rest()
        self.changes.forget()
        self.work.holder.close()
        self.checked_by.field.forget()  # each version is looked at anew
        self.done.show_done(
            manifest, tree, taken_back=plan is not None and plan.back_to is not None
        )
        self._show(self.done)
        say(self, self.done.headline.text())

    def _pack(self, out: Path) -> None:
        self._out = out
        self.done.work(at_work=True)
        self._start(tr("Saving {name}", name=out.name))
        self.work.pack(self.done.tree, out)

    def _tell_packed(self, pack: "Pack") -> None:
        self._rest()
        self.done.tell_packed(pack, self._out)
        say(self, self.done.told.text())

    def _ask_for_template(self) -> None:
        files.ask_where_to_save(
            self,
            tr("Save an empty workbook"),
            tr("What we publish") + ".xlsx",
            tr("Spreadsheets (*.xlsx)"),
            self._save_template,
            we_ask_to_replace=True,
        )

    def _save_template(self, path: str) -> None:
        out = Path(path)
        self._small.ask_too(
            lambda: self._services.publishing.write_template(out),
            then=lambda _: self.message.tell(
                tr("Saved: {name}. Fill it in, then put it in here.", name=out.name),
                "ok",
                tr("Open it"),
                lambda: files.open_file(out),
            ),
            otherwise=self._tell,
            lane="work",
        )

    def _tell(self, error: Exception) -> None:
        waited = self._focus.is_here()
        self._rest()
        self.message.tell(words_for(error), kind_of(error))
        if waited:
            self.message.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_progress(self, said: str) -> None:
        if said:
            self.progress.tell(said)

    def _start(self, said: str) -> None:
        self._focus.take()
        self.message.hide()
        self.put_in.setEnabled(False)
        self.progress.start(said)

    def _rest(self) -> None:
        self.progress.finish()
        self.put_in.setEnabled(True)
        self.sign.work(at_work=False)
        self.done.work(at_work=False)

    def _show(self, step: Step, *, focus: bool = True) -> None:
        self.front = step
        self.message.hide()
        for each in self.steps:
            each.setVisible(each is step)
        place = self.steps.index(step) + 1
        self.title.setText(
            tr(
                "Step {number} of {count}: {what}",
                number=place,
                count=len(self.steps),
                what=self._title(step),
            )
        )
        if focus:
            self.stepped.emit()
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _title(self, step: Step) -> str:
        plan = self.work.plan
        if step is self.changes and plan is not None and plan.back_to is not None:
            number = plan.back_to.version
            return tr("What going back to version {number} will change", number=number)
        return {
            self.put_in: tr("Put files in"),
            self.changes: tr("What will change"),
            self.checked_by: tr("Checked by"),
            self.sign: tr("Sign and save"),
            self.done: tr("Done"),
        }[step]
