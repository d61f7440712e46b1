"""How a council's own plan is kept: JSON whose actions are rows of the workbook's sheet.

So a plan is published by the same rules, whether it was written in a window or in a spreadsheet.
"""

from datetime import date
from typing import Any, Final

from vcs_desktop.core.language import tr
from vcs_desktop.domain.action_plan import (
    FIELDS,
    MOST_ACTIONS,
    MOST_CHANGES,
    Action,
    ActionPlan,
    PlanChange,
    Progress,
)

FILE_NAME: Final = "our-action-plan.json"
"""Beside the publisher's key file."""

LIST_NAME: Final = "actionPlan"
FORMAT: Final = 1
LARGEST: Final = 16_000_000
"""Bytes."""

_MOST_LETTERS: Final = 20_000
_MOST_ID: Final = 200
_NAMES: Final = {
    "title": "title",
    "text": "text",
    "owner": "owner",
    "due_on": "dueOn",
    "progress": "progress",
    "why_late": "whyLate",
    "under": "under",
    "evidence": "since",
    "changed_on": "asOf",
}
"""The fields of an action, and what they are called in a record."""


def as_json(plan: ActionPlan) -> dict[str, Any]:
    """Return a plan as it is kept."""
    return {
        "format": FORMAT,
        "council": plan.council,
        LIST_NAME: [_action_as_json(each) for each in plan.actions],
        "changes": [
            {
                "on": each.on.isoformat(),
                "action": each.action,
                "field": each.field,
                "before": each.before,
                "after": each.after,
            }
            for each in plan.changes
        ],
    }


def from_json(content: Any) -> ActionPlan:
    """Return a plan out of the content of its file.

    Raises:
        ValueError: it is no such file, or one that a newer program wrote.
    """
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise ValueError("not a plan of this format")
    actions = tuple(_action(each) for each in _objects(content, LIST_NAME, MOST_ACTIONS))
    if len({each.id for each in actions}) != len(actions):
        raise ValueError("two actions have one id")
    changes = tuple(_change(each) for each in _objects(content, "changes", MOST_CHANGES))
    return ActionPlan(_text(content, "council"), actions, changes)


def rows_of(plan: ActionPlan) -> list[dict[str, str]]:
    """Return the plan's actions as rows of the workbook's sheet, by the fields of its columns."""
    named = tr("Action plan of {council}", council=plan.council or tr("the council"))
    both = {"level": "action", "edition": named, "source": named}
    return [{k: v for k, v in (_action_as_json(e) | both).items() if v} for e in plan.actions]


def _action_as_json(action: Action) -> dict[str, str]:
    kept = {"id": action.id}
    for field, name in _NAMES.items():
        value = getattr(action, field)
        if value:
            kept[name] = value.isoformat() if isinstance(value, date) else str(value)
    return kept


def _action(content: dict[str, Any]) -> Action:
    said = {field: _text(content, name) for field, name in _NAMES.items()}
    action_id = _text(content, "id")
    if not 0 < len(action_id) <= _MOST_ID:
        raise ValueError("an action has no id")
    return Action(
        id=action_id,
        title=said["title"],
        text=said["text"],
        owner=said["owner"],
        due_on=_day(said["due_on"]),
        progress=Progress(said["progress"] or Progress.NOT_BEGUN),
        why_late=said["why_late"],
        under=said["under"],
        evidence=said["evidence"],
        changed_on=_day(said["changed_on"]),
    )


def _change(content: dict[str, Any]) -> PlanChange:
    field = _text(content, "field")
    if field not in FIELDS:
        raise ValueError("a change of a field that there is not")
    on, action = date.fromisoformat(_text(content, "on")), _text(content, "action")
    before, after = _text(content, "before"), _text(content, "after")
    if field == "due_on":
        _day(before), _day(after)
    return PlanChange(on, action, field, before, after)


def _objects(content: dict[str, Any], name: str, most: int) -> list[dict[str, Any]]:
    found = content.get(name, [])
    if not isinstance(found, list) or len(found) > most:
        raise ValueError(f"{name} is no list that can be used")
    if not all(isinstance(each, dict) for each in found):
        raise ValueError(f"{name} has something else in it")
    return found


def _text(content: dict[str, Any], name: str) -> str:
    value = content.get(name, "")
    if not isinstance(value, str) or len(value) > _MOST_LETTERS:
        raise ValueError(f"{name} is no text")
    return value


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
