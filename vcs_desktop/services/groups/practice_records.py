"""The made-up records of the practice group, read from ``resources/sample``.

Each file is of one kind. A text "@lunch" stands for the id of the record with that label,
and "@Jean Marsh (practice)" for that of the person; ``{days: -7}`` is a day a week ago, so
that the group looks as if it met last Thursday whenever somebody opens it. ``{paper: rules}``
is a file. A record of which a group has one alone says its ``id``. The ``body`` of something that
was shared is made of its other fields.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from vcs_desktop.core.resources import resource
from vcs_desktop.domain.kinds import KINDS, PERSON
from vcs_desktop.domain.sharing.shared import Receipt, Shared
from vcs_desktop.domain.sharing.told import Source, body_of
from vcs_desktop.domain.values import ID, changes_of, thing_of, values_of
from vcs_desktop.feeds.yaml_text import read_yaml
from vcs_desktop.services.groups.practice_papers import KeptPaper
from vcs_desktop.storage.operations import Act

_LABEL, _DAYS, _PAPER, _NAME, _MARK = "label", "days", "paper", "name", "@"


class SampleRecords:
    """The records of the sample, each with an id that is new."""

    def __init__(self, new_id: Callable[[], str], today: date, keep: KeptPaper) -> None:
        self._today = today
        self._keep = keep
        people = read_yaml(resource("sample/people.yaml").read_text("utf-8"))["people"]
        self._told = [(PERSON, new_id(), each) for each in people]
        self._ids = {each["name"]: id_ for _, id_, each in self._told}
        for kind in KINDS:
            for each in _of_kind(kind):
                record_id = each.get(ID) or new_id()
                self._told.append((kind, record_id, each))
                if _LABEL in each:
                    self._ids[each[_LABEL]] = record_id

    def put_in(self, act: Act) -> None:
        """Make every record, as part of one act."""
        for kind, record_id, told in self._told:
            shape = KINDS[kind].shape
            values = {
                self._name(name): self._value(value, told.get(_NAME, ""))
                for name, value in told.items()
                if name not in (_LABEL, ID)
            }
            thing = thing_of(shape, values, record_id)
            if isinstance(thing, Shared):
                thing = _as_agreed(thing)
            act.change(kind, record_id, changes_of({}, shape(), thing), seen=())

    def _name(self, name: str) -> str:
        """Return the name of a field, with the id of the record that a part of it is about."""
        field, mark, whom = name.partition(f"/{_MARK}")
        return f"{field}/{self._ids[whom]}" if mark else name

    def _value(self, value: Any, title: str) -> Any:
        if isinstance(value, Mapping):
            if set(value) == {_DAYS}:
                return (self._today + timedelta(days=value[_DAYS])).isoformat()
            if set(value) == {_PAPER}:
                return values_of(self._keep(value[_PAPER], title))
            return {name: self._value(each, title) for name, each in value.items()}
        if isinstance(value, list):
            return [self._value(each, title) for each in value]
        if isinstance(value, str) and value.startswith(_MARK):
            return self._ids[value.removeprefix(_MARK)]
        return value


def _as_agreed(shared: Shared) -> Shared:
    """Return something that was shared with the text that was agreed to, and its receipt."""
    if not shared.body or shared.agreed_on is None:
        return shared
    body = body_of(shared, Source("", shared.agreed_on), shared.id)
    moment = datetime.combine(shared.agreed_on, time(12), UTC).isoformat()
    receipt = Receipt(moment, hashlib.sha256(body).hexdigest()) if shared.receipt else None
    return replace(shared, body=body.decode(), receipt=receipt)


def _of_kind(kind: str) -> list[dict[str, Any]]:
    try:
        file = resource(f"sample/{kind}.yaml")
    except FileNotFoundError:  # not of every kind there is a sample
        return []
    found: list[dict[str, Any]] = read_yaml(file.read_text("utf-8"))["records"]
    return found
