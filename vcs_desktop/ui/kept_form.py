"""A form that keeps one record as it is typed: there is no button that saves."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.finder_field import FinderField
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.autosave import Autosave, SavedLine
from vcs_desktop.ui.widgets.basics import Item, column
from vcs_desktop.ui.widgets.form_field import WIDEST, FormField

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup
    from vcs_desktop.services.records import Held

Change = Callable[[Any], Any]
"""Returns the record with what was typed; it is called off the window's thread."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A field and what it does with a record.

    ``show`` puts into it what is kept, ``change`` gives what is in it now as a change.
    """

    field: FormField
    show: Callable[[Any], None]
    change: Callable[[], Change]


class KeptForm(QWidget):
    """Fields bound to one record. ``kept`` carries the record as it is now (a Held)."""

    kept = Signal(object)

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        held: "Held[Any]",
        save: "Callable[[InGroup, Held[Any], Any], Held[Any]]",
        bound: Mapping[str, Bound],
        draft_name: str = "",
    ) -> None:
        """``save`` keeps a record on the data lane, and returns it as it is seen then.

        ``draft_name`` is where the desk keeps what is wrong as yet, as a rule that of the record.
        """
        super().__init__()
        self.bound = bound
        self.autosave = Autosave(tasks, self._take, self)
        self.saved_line = SavedLine(self.autosave)
        self._line = _Line(services, held, save)
        self._unkept: set[str] = set()
        self._pending: set[str] = set()
        record = held.record
        self._draft = _Draft(services, tasks, self, draft_name, (record.kind, record.id))
        self._draft.read.connect(self._put_draft)
        for name, each in bound.items():
            each.show(held.thing)
            each.field.edited.connect(partial(self._edit, name))
            each.field.left.connect(self.autosave.now)
        self.autosave.saved.connect(self._tell)
        self.autosave.failed.connect(self._take_back)
        self._scale()
        look.changed.connect(self._scale)

    def lay_out(self, items: Iterable[Item]) -> None:
        """Put the fields under one another."""
        self.setLayout(column(*items, gap=12))

    def put_away(self) -> None:
        """Keep what is right, and the rest as a draft on the desk; it only queues that."""
        for each in self.bound.values():
            each.field.settle()
        self.autosave.now()
        wrong = {name: box.text() for name in self._unkept if (box := self._box(name))}
        self._draft.keep(wrong)

    def let_go(
        self, owner: QObject, kept: Callable[[], None], failed: Callable[[Exception], None]
    ) -> None:
        """Keep what is right; that outlives the form, until it is done. It only queues it.

        ``kept`` and ``failed`` are told what came of it.
        """
        self.setEnabled(False)
        self.autosave.setParent(owner)
        self.put_away()
        if self.autosave.is_settled:
            self.autosave.deleteLater()
            return
        self.autosave.saved.connect(lambda _held: kept())
        self.autosave.failed.connect(failed)
        self.autosave.saved.connect(self.autosave.deleteLater)

    def _take(self) -> "Callable[[], Held[Any]] | None":
        right = {name for name in self._unkept if not self.bound[name].field.problem()}
        self._unkept -= right
        self._pending |= right
        changes = tuple(self.bound[name].change() for name in sorted(self._pending))
        return partial(self._line.keep, changes) if changes else None

    def _edit(self, name: str) -> None:
        self._unkept.add(name)
        self.autosave.change()

    def _take_back(self) -> None:
        """What was not kept is tried again with the next change."""
        self._unkept |= self._pending
        self._pending = set()

    def _tell(self, held: "Held[Any]") -> None:
        if self.autosave.is_settled:
            self._pending = set()
            if not self._unkept:
                self._draft.keep({})
        self.kept.emit(held)

    def _put_draft(self, words: object) -> None:
        """Put back what was typed and not right when the form was left, or the group locked."""
        for name, text in words.items() if isinstance(words, dict) else ():
            box = self._box(name)
            if box is not None and isinstance(text, str) and name not in self._unkept:
                box.setText(text)
                box.textEdited.emit(text)
                self.bound[name].field.show_problem()

    def _box(self, name: str) -> QLineEdit | None:
        """Return the line in which a field is typed; None for another sort of field."""
        field = self.bound[name].field if name in self.bound else None
        if field is None or isinstance(field, FinderField):
            return None
        return field.findChild(QLineEdit)

    def _scale(self) -> None:
        self.setMaximumWidth(look.px(WIDEST + 44))


class _Draft(QObject):
    """What the desk keeps of a form. ``read`` carries what lay there when the form was made."""

    read = Signal(object)

    def __init__(
        self, services: Services, tasks: Tasks, form: QWidget, name: str, about: tuple[str, str]
    ) -> None:
        """``about`` is the kind and the id of the record: its erasure takes the draft too."""
        super().__init__(form)
        self._services = services
        self._tasks = tasks
        kind, self._record_id = about
        self._name = name or f"draft/{kind}/{self._record_id}"
        self._is_there = False
        tasks.run(self._look, then=self._tell, otherwise=self._leave_be)

    def keep(self, words: Mapping[str, str]) -> None:
        """Put words on the desk, or clear away what lies there."""
        if words or self._is_there:
            self._is_there = bool(words)
            name, about, said = self._name, self._record_id, dict(words)
            inside = self._services.space.inside

            def put() -> None:
                if said:
                    inside().desk.put(name, said, about=about)
                else:
                    inside().desk.clear(name)

            self._tasks.run(put, then=self._leave_be, otherwise=self._leave_be)

    def _look(self) -> Any:
        return self._services.space.inside().desk.read(self._name)

    def _tell(self, words: Any) -> None:
        if words:
            self._is_there = True
            self.read.emit(words)

    def _leave_be(self, _outcome: object) -> None:
        """Nobody waits for it."""


class _Line:
    """One record, as it was last seen. Lives on the data lane, which keeps its order."""

    def __init__(
        self,
        services: Services,
        held: "Held[Any]",
        save: "Callable[[InGroup, Held[Any], Any], Held[Any]]",
    ) -> None:
        self._services = services
        self._held = held
        self._save = save

    def keep(self, changes: tuple[Change, ...]) -> "Held[Any]":
        after = self._held.thing
        for change in changes:
            after = change(after)
        self._held = self._save(self._services.space.inside(), self._held, after)
        return self._held
